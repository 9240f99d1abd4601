/** A few words of a test → a department's records, every value placed as if it had been read from two CSV tables. */
import type { CellPlace } from "../diagnostics/index.ts";
import {
  type Amount,
  type Budget,
  type Department,
  type DepartmentSource,
  type FieldName,
  FormSpec,
  fieldNames,
  type Goal,
  type Indicator,
  type IndicatorField,
  indicatorFields,
  joinValue,
  type MoneyField,
  type MoneyUnit,
  moneyFields,
  type Project,
  type ProjectTextField,
  projectTextFields,
  type RuleSettings,
  type SubGoal,
  type Text,
} from "../records/index.ts";

/** `null` leaves a field of the sound project blank. */
type Change<Field extends string> = { readonly [F in Field]?: string | null };

export type IndicatorDraft = Change<IndicatorField> & { readonly horizon?: "annual" | "midTerm" };

export type ProjectDraft = Change<ProjectTextField> & {
  readonly budget?: Change<MoneyField>;
  /** Sources of the year counted in another unit than the rest. */
  readonly budgetUnits?: { readonly [F in MoneyField]?: MoneyUnit };
  readonly midTermBudget?: Change<MoneyField>;
  /** Fields of the form's own. */
  readonly own?: Readonly<Record<string, string>>;
  readonly annual?: readonly string[];
  readonly midTerm?: readonly string[];
  readonly indicators?: readonly IndicatorDraft[];
};

export type DepartmentDraft = {
  readonly year?: string | null;
  readonly title?: string;
  readonly overall?: readonly string[];
  /** 分项绩效目标: each name with its goals. */
  readonly subGoals?: readonly (readonly [string, ...string[]])[];
  readonly unitCode?: string;
  readonly unitName?: string;
  readonly rules?: RuleSettings;
  readonly budgetTotal?: string;
  /** What a row 合计 of the export says of all projects. */
  readonly statedTotal?: string;
  readonly moneyUnit?: MoneyUnit;
  readonly projects?: readonly ProjectDraft[];
};

/** A project that no rule has anything to say about. */
const soundProject = {
  code: "13030421149DE4SESSX5B",
  name: "云平台运行维护费",
  unit: "市医疗保障局本级",
} as const;
const soundBudget = { total: "6000", fiscal: "5000", other: "1000" } as const;

/** Indicators with every kind among them; their weights add up to 90. Replace one: `soundIndicators.with(0, {…})`. */
export const soundIndicators: readonly IndicatorDraft[] = [
  {
    level1: "产出指标",
    level2: "数量指标",
    level3: "巡检次数",
    operator: "≥",
    value: "12",
    unit: "次",
    weight: "40",
  },
  {
    level1: "成本指标",
    level2: "经济成本指标",
    level3: "运维成本",
    operator: "≤",
    value: "6000",
    unit: "元",
    weight: "20",
  },
  {
    level1: "效益指标",
    level2: "社会效益指标",
    level3: "办事等候时间",
    operator: "≤",
    value: "10",
    unit: "分钟",
    weight: "20",
  },
  {
    level1: "满意度指标",
    level2: "服务对象满意度指标",
    level3: "参保人员满意度",
    operator: "≥",
    value: "90",
    unit: "%",
    weight: "10",
  },
];

/** Rows count on from one project to the next, as in a file: the first project and the first indicator are in row 2. */
export function buildDepartment(draft: DepartmentDraft = {}): Department {
  const unit = draft.moneyUnit ?? "元";
  const year = draft.year === undefined ? "2023" : draft.year;
  const drafts = draft.projects ?? [{}];
  let row = 2;
  const projects = drafts.map((project, index) => {
    const built = buildProject(project, { row: index + 2, indicatorRow: row, unit });
    row += built.indicators.length;
    return built;
  });
  return {
    name: inFile("市医疗保障局"),
    year: year === null ? undefined : inFile(year),
    title: draft.title === undefined ? undefined : inFile(draft.title),
    unitCode: draft.unitCode === undefined ? undefined : inFile(draft.unitCode),
    unitName: draft.unitName === undefined ? undefined : inFile(draft.unitName),
    rules: draft.rules,
    budgetTotal:
      draft.budgetTotal === undefined
        ? undefined
        : { ...inFile(draft.budgetTotal), value: draft.budgetTotal, unit },
    overall: (draft.overall ?? []).map(inFile),
    subGoals: (draft.subGoals ?? []).map(buildSubGoal),
    safeguards: [],
    projects,
    ...(draft.statedTotal !== undefined && { source: sourceWith(draft.statedTotal, { projects, unit }) }),
  };
}

function sourceWith(
  total: string,
  { projects, unit }: { readonly projects: readonly Project[]; readonly unit: MoneyUnit },
): DepartmentSource {
  const at: CellPlace = { kind: "cell", file: "projects.csv", row: 9, column: 1, header: "budget.total" };
  const of = projects.flatMap(({ budget }) => budget.total ?? []);
  const totals = [{ label: "合计", amount: { text: total, at, value: total, unit }, of }];
  return { at: { kind: "file", file: "department.json" }, blanks: [], totals };
}

/** Hebei's columns, more or less: everything that the rules ask about, and nothing required but the code and the name. */
export function buildSpec(change: Partial<FormSpec> = {}): FormSpec {
  const spec = FormSpec.parse({
    name: { zh: "测试", en: "test" },
    title: "{department}绩效文本",
    horizons: ["annual"],
    money: { print: "fixed", unit: "万元", places: 2 },
    fields: {
      "project.code": { label: "项目编码", required: true },
      "project.name": { label: "项目名称", required: true },
      "budget.total": { label: "预算数" },
      "budget.fiscal": { label: "财政资金" },
      "budget.other": { label: "其他资金" },
      "goals.annual": { label: "绩效目标" },
      "indicator.level3": { label: "三级指标" },
    },
  });
  return { ...spec, ...change };
}

type Position = { readonly row: number; readonly indicatorRow: number; readonly unit: MoneyUnit };

function buildProject(draft: ProjectDraft, { row, indicatorRow, unit }: Position): Project {
  const cell = (field: FieldName, text: string) => inCell("projects.csv", row, { field, text });
  const texts = filled(projectTextFields, { ...soundProject, ...draft });
  const indicators = (draft.indicators ?? soundIndicators).map((indicator, index) =>
    buildIndicator(indicator, indicatorRow + index),
  );
  const budget = (horizon: "budget" | "midTermBudget", change: Change<MoneyField>): Budget => ({
    ...mapped(
      filled(moneyFields, change),
      (field, text): Amount => ({
        ...cell(`${horizon}.${field}`, text),
        value: text,
        unit: (horizon === "budget" && draft.budgetUnits?.[field]) || unit,
      }),
    ),
    own: {},
  });
  const goal = (horizon: "annual" | "midTerm", lines: readonly string[] | undefined): Goal | undefined =>
    lines?.length
      ? {
          lines: lines.map((line) => cell(`goals.${horizon}`, line)),
          items: lines.map((text, line) => ({ text, line })),
        }
      : undefined;
  const annual = goal("annual", draft.annual ?? ["保障云平台全年稳定运行。"]);
  const midTerm = goal("midTerm", draft.midTerm);
  return {
    key: draft.code ?? soundProject.code,
    at: { kind: "cell", file: "projects.csv", row },
    ...mapped(texts, (field, text) => cell(`project.${field}`, text)),
    budget: budget("budget", { ...soundBudget, ...draft.budget }),
    midTermBudget: budget("midTermBudget", draft.midTermBudget ?? {}),
    goals: { annual, midTerm },
    indicators,
    tables: { annual: [], midTerm: [], aligned: [] },
    own: Object.fromEntries(
      Object.entries(draft.own ?? {}).map(([name, text]) => [name, cell(`project.own.${name}`, text)]),
    ),
  };
}

function buildIndicator(draft: IndicatorDraft, row: number): Indicator {
  const texts = filled(indicatorFields, draft);
  const cells = mapped(texts, (field, text) =>
    inCell("indicators.csv", row, { field: `indicator.${field}`, text }),
  );
  return {
    horizon: draft.horizon ?? "annual",
    ...cells,
    printedValue: joinValue(cells),
    own: {},
  };
}

function filled<Field extends string>(
  fields: readonly Field[],
  change: Change<Field>,
): readonly (readonly [Field, string])[] {
  return fields.flatMap((field) => {
    const text = change[field];
    return text === undefined || text === null ? [] : [[field, text] as const];
  });
}

function mapped<Field extends string, Value>(
  entries: readonly (readonly [Field, string])[],
  build: (field: Field, text: string) => Value,
): { readonly [F in Field]?: Value } {
  const record: { [F in Field]?: Value } = {};
  for (const [field, text] of entries) record[field] = build(field, text);
  return record;
}

function inCell(
  file: string,
  row: number,
  { field, text }: { readonly field: FieldName; readonly text: string },
): Text {
  return { text, at: placeOf(file, row, field) };
}

/** The header is the canonical name, so that a test can say `E「budget.total」` without counting columns. */
function placeOf(file: string, row: number, field: FieldName): CellPlace {
  return { kind: "cell", file, row, column: fieldNames.indexOf(field) + 1, header: field };
}

function buildSubGoal([name, ...goals]: readonly [string, ...string[]], index: number): SubGoal {
  const inItem = (text: string, key: string): Text => ({
    text,
    at: { kind: "json", file: "department.json", line: index + 1, column: 1, pointer: `/${index}/${key}` },
  });
  return {
    name: inItem(name, "名称"),
    goals: goals.map((goal, number) => inItem(goal, `绩效目标/${number}`)),
  };
}

function inFile(text: string): Text {
  return { text, at: { kind: "file", file: "department.json" } };
}
