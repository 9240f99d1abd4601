/** A form → departments that nobody has: with every field filled in, with one indicator where there could be many, and with next to nothing. */
import { groupIndicators } from "../../normalise/index.ts";
import {
  type Amount,
  type Budget,
  type Department,
  type DepartmentLists,
  type FieldKind,
  type FieldName,
  type FormSpec,
  type Goal,
  groupNames,
  type Horizon,
  type Indicator,
  indicatorFields,
  isFieldName,
  joinValue,
  kindOf,
  listOfField,
  moneyFields,
  type Project,
  projectTextFields,
} from "../../records/index.ts";

/** What stands in a cell of each kind. */
const written: Readonly<Record<FieldKind, Pick<Amount, "text" | "value" | "unit">>> = {
  text: { text: "文字" },
  lines: { text: "第一行\n第二行" },
  word: { text: "词" },
  code: { text: "0001" },
  number: { text: "10", value: "10" },
  year: { text: "2026" },
  date: { text: "2026年6月30日", value: "20260630" },
  money: { text: "123456.78", value: "123456.78", unit: "元" },
  share: { text: "95%", value: "0.95" },
  setting: { text: "" },
};

const at = { kind: "file", file: "department.json" } as const;

/** What a form prints must be sound of the first and of the last alike: units leave blank whatever they may. */
export function madeUpDepartments(spec: FormSpec): readonly Department[] {
  const full = { ...fullDepartment(spec), projects: madeUpProjects(spec) };
  const bare: Department = { name: say("试印部门"), overall: [], subGoals: [], safeguards: [], projects: [] };
  const [blank] = full.projects.slice(-1);
  return [full, { ...bare, projects: blank === undefined ? [] : [blank] }, { ...full, projects: [] }];
}

function fullDepartment(spec: FormSpec): Department {
  const paragraphs = [say("第一段"), say("第二段")];
  return {
    name: say("试印部门"),
    year: say("2026"),
    unitCode: say("0001"),
    unitName: say("试印单位"),
    overall: paragraphs,
    safeguards: paragraphs,
    subGoals: [
      { name: say("第一项"), goals: paragraphs },
      { name: say("第二项"), goals: paragraphs.slice(1) },
    ],
    budgetTotal: { ...written.money, at },
    own: ownValues(spec, "department"),
    lists: madeUpLists(spec),
    projects: [],
  };
}

/** Of each list three rows: two below one merged label, and one with nothing but a label of its own. */
function madeUpLists({ fields, lists }: FormSpec): DepartmentLists {
  const rowsOf = (list: string, groups: readonly string[]) => {
    const columns = listed(fields).flatMap((field) =>
      listOfField(field) === list
        ? [[field.slice(list.length + 1), madeUpValue(field, fields)] as const]
        : [],
    );
    const full = Object.fromEntries(columns);
    const last = Object.fromEntries(groups.map((column) => [column, say("另一组")]));
    return [full, full, last].map((values) => ({ list, values, at }));
  };
  return Object.fromEntries(Object.entries(lists).map(([list, { groups }]) => [list, rowsOf(list, groups)]));
}

/** Their names say what is special about them, as a finding names the project that it is of. */
function madeUpProjects(spec: FormSpec): readonly Project[] {
  const { horizons } = spec;
  const [first] = horizons;
  return [
    fullProject("试印：各栏都填", madeUpIndicators(spec, horizons, 2), spec),
    fullProject("试印：只有一条指标", madeUpIndicators(spec, first === undefined ? [] : [first], 1), spec),
    fullProject("试印：一条指标，没有一级、二级", [bareIndicator(horizons.at(-1) ?? "annual")], spec),
    fullProject("试印：没有指标", [], spec),
    blankProject("试印：只有项目名称"),
  ];
}

function blankProject(name: string): Project {
  return {
    ...{
      key: name,
      name: say(name),
      at,
      budget: { own: {} },
      midTermBudget: { own: {} },
      goals: {},
      own: {},
    },
    ...{ indicators: [], tables: { annual: [], midTerm: [], aligned: [] } },
  };
}

function fullProject(name: string, indicators: readonly Indicator[], spec: FormSpec): Project {
  const { fields } = spec;
  const texts = projectTextFields.map((field) => [field, madeUpValue(`project.${field}`, fields)] as const);
  const goals = Object.entries(ownValues(spec, "goals")).map(([goal]) => [goal, madeUpGoal()] as const);
  return {
    ...blankProject(name),
    ...Object.fromEntries(texts),
    name: say(name),
    budget: madeUpBudget(spec, "budget"),
    midTermBudget: madeUpBudget(spec, "midTermBudget"),
    goals: { annual: madeUpGoal(), midTerm: madeUpGoal(), own: Object.fromEntries(goals) },
    own: ownValues(spec, "project"),
    indicators,
    tables: groupIndicators(indicators, spec, { groupCalled: groupNames(spec.groupOrder) }).tables,
  };
}

function madeUpBudget(spec: FormSpec, scope: "budget" | "midTermBudget"): Budget {
  const amounts = moneyFields.map((field) => [field, madeUpValue(`${scope}.${field}`, spec.fields)] as const);
  return { ...Object.fromEntries(amounts), own: ownValues(spec, scope) };
}

function madeUpGoal(): Goal {
  const lines = [say("第一行"), say("第二行")];
  return { lines, items: lines.map(({ text }, line) => ({ text, line })) };
}

/** Of each horizon and each of the form's groups some at each level: fewer the later the horizon, as sides are of unequal length. */
function madeUpIndicators(spec: FormSpec, horizons: readonly Horizon[], most: number): readonly Indicator[] {
  const { groupBy, groupOrder } = spec;
  const counts = Array.from({ length: most }, (_, index) => index + 1);
  return horizons.flatMap((horizon, side) => {
    const named = groupOrder.filter((group) => group.horizon === undefined || group.horizon === horizon);
    const groups = groupBy === undefined ? [undefined] : [...named.map(({ name }) => name), "另一组"];
    return groups.flatMap((group) =>
      counts.flatMap((one) =>
        counts.flatMap((two) =>
          counts.slice(side).map((three) => {
            const levels = {
              level1: `一级指标${one}`,
              level2: `二级指标${one}${two}`,
              level3: `指标${three}`,
            };
            return fullIndicator(spec, { horizon, group, levels });
          }),
        ),
      ),
    );
  });
}

function fullIndicator(
  { fields, groupBy, ...spec }: FormSpec,
  {
    horizon,
    group,
    levels,
  }: {
    readonly horizon: Horizon;
    readonly group: string | undefined;
    readonly levels: Readonly<Record<"level1" | "level2" | "level3", string>>;
  },
): Indicator {
  const texts = indicatorFields.map((field) => [field, madeUpValue(`indicator.${field}`, fields)] as const);
  const own = ownValues({ fields, groupBy, ...spec }, "indicator");
  const by = groupBy?.slice("indicator.own.".length);
  const indicator: Indicator = {
    ...Object.fromEntries(texts),
    ...{ level1: say(levels.level1), level2: say(levels.level2), level3: say(levels.level3) },
    ...{ operator: say("≥"), horizon },
    own: by === undefined || group === undefined ? own : { ...own, [by]: say(group) },
  };
  return { ...indicator, printedValue: joinValue(indicator) };
}

function bareIndicator(horizon: Horizon): Indicator {
  return { horizon, level3: say("指标"), own: {} };
}

/** The fields that a form names itself in a scope. */
function ownValues({ fields }: FormSpec, scope: string): Readonly<Record<string, Amount>> {
  const prefix = `${scope}.own.`;
  const own = listed(fields).filter((field) => field.startsWith(prefix));
  return Object.fromEntries(own.map((field) => [field.slice(prefix.length), madeUpValue(field, fields)]));
}

function listed(fields: FormSpec["fields"]): readonly FieldName[] {
  return Object.keys(fields).filter(isFieldName);
}

function madeUpValue(field: FieldName, fields: FormSpec["fields"]): Amount {
  return { ...written[kindOf(field, fields)], at };
}

function say(text: string): Amount {
  return { text, at };
}
