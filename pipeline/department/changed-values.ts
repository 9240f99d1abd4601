/** What changed since the edition before → the printed values that it shows on, each with what was there before. */
import type {
  Changes,
  ComparedIndicator,
  ComparedProject,
  FieldChange,
  LineChange,
  LinesChange,
} from "../contracts/index.ts";
import type { Language } from "../diagnostics/index.ts";
import type { Department, Indicator, Project } from "../records/index.ts";
import type { Printed } from "./printed-by.ts";

/** `before` is absent of what is new, `after` of what is gone. */
export type ChangedValue = {
  readonly what: string;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  /** Of which project, by its name or code. */
  readonly project?: string | undefined;
  /** The value that shows it: of what is gone, the name of the project that had it; absent if that is gone as well. */
  readonly printed?: Printed | undefined;
};

/** In the order of the change list. */
export function changedValues(
  { facts, partOne, projects }: Changes,
  department: Department,
  language: Language,
): readonly ChangedValue[] {
  const { overall, subGoals, safeguards } = partOne;
  const own = (path: string): Printed => ({ path });
  return [
    ...facts.flatMap((change) => fieldChanges(change, { language, printed: own(change.field) })),
    ...lineChanges(overall, { what: words.overall[language], printedAt: listedIn("department.overall") }),
    ...subGoals.changed.flatMap(({ number, fields }) =>
      fields.flatMap((change) => {
        const path = `department.subGoals.${number - 1}.${change.field.replace(/^subGoal\./u, "")}`;
        return fieldChanges(change, { language, printed: own(path) });
      }),
    ),
    ...lineChanges(safeguards, {
      what: words.safeguards[language],
      printedAt: listedIn("department.safeguards"),
    }),
    ...projects.added.map(
      (project): ChangedValue => ({
        ...{ what: words.project[language], after: nameOf(project), project: nameOf(project) },
        printed: { project: project.number, path: "project.name" },
      }),
    ),
    ...projects.removed.map((project) => ({ what: words.project[language], before: nameOf(project) })),
    ...projects.changed.flatMap((change) =>
      projectChanges(change, department.projects[change.project.number - 1], language),
    ),
  ];
}

const words = {
  overall: { zh: "总体绩效目标", en: "Overall goals" },
  safeguards: { zh: "工作保障措施", en: "Safeguards" },
  project: { zh: "项目", en: "Project" },
  indicator: { zh: "绩效指标", en: "Indicator" },
};

function nameOf({ name, code, number }: ComparedProject): string {
  return name ?? code ?? String(number);
}

type ProjectChange = Changes["projects"]["changed"][number];

function projectChanges(
  { project: compared, fields, indicators }: ProjectChange,
  record: Project | undefined,
  language: Language,
): readonly ChangedValue[] {
  const { number } = compared;
  const at = (path: string): Printed => ({ project: number, path });
  const pathOf = openIndicators(record?.indicators ?? []);
  const what = words.indicator[language];
  const found = [
    ...fields.flatMap((change) => fieldChanges(change, { language, printed: at(change.field) })),
    ...indicators.added.map((one) => ({
      ...{ what, after: levelsOf(one) },
      printed: at(`${pathOf(one)}.level3`),
    })),
    ...indicators.removed.map((one) => ({ what, before: levelsOf(one), printed: at("project.name") })),
    ...indicators.changed.flatMap(({ indicator, fields: changed }) => {
      const row = pathOf(indicator);
      return changed.flatMap((change) => {
        const field = change.field === "indicator.value" ? "indicator.printedValue" : change.field;
        return fieldChanges(change, { language, printed: at(`${row}${field.slice("indicator".length)}`) });
      });
    }),
  ];
  return found.map((change): ChangedValue => ({ ...change, project: nameOf(compared) }));
}

function levelsOf({ level1, level2, level3, value }: ComparedIndicator): string {
  const levels = [level1, level2, level3].filter((level) => level !== undefined).join(" / ");
  return value === undefined ? levels : `${levels}：${value}`;
}

/** An indicator by what a change list calls it; of several that are called alike, each once. */
function openIndicators(indicators: readonly Indicator[]): (one: ComparedIndicator) => string {
  const left = new Map<string, number[]>();
  for (const [index, { horizon, level1, level2, level3, printedValue }] of indicators.entries()) {
    const levels = [level1, level2, level3, printedValue].map((text) => text?.text);
    const key = JSON.stringify([horizon, ...levels]);
    left.set(key, [...(left.get(key) ?? []), index]);
  }
  return ({ horizon, level1, level2, level3, value }) => {
    const same = left.get(JSON.stringify([horizon, level1, level2, level3, value]));
    return `indicators.${same?.shift() ?? ""}`;
  };
}

type Shown = { readonly language: Language; readonly printed: Printed };

function fieldChanges(
  { field, label, before, after, unit, lines }: FieldChange,
  { language, printed }: Shown,
): readonly ChangedValue[] {
  const what = label[language];
  const printedAt = (index: number): Printed => ({ ...printed, path: `${printed.path}.${index}` });
  if (lines !== undefined) return lineChanges(lines, { what, printedAt });
  const withUnit = (text: string | undefined) => text && `${text}${unit ?? ""}`;
  // A goal is a list of lines, of however many.
  const first = field.startsWith("goals.") ? printedAt(0) : printed;
  return [{ what, before: withUnit(before), after: withUnit(after), printed: first }];
}

type Lines = { readonly what: string; readonly printedAt: (index: number) => Printed };

/** What is gone shows where the list begins. */
function lineChanges({ lines }: LinesChange, { what, printedAt }: Lines): readonly ChangedValue[] {
  return lines.map((line: LineChange) => {
    const { before, after } = { before: undefined, after: undefined, ...line };
    return { what, before, after, printed: printedAt(line.kind === "removed" ? 0 : line.number - 1) };
  });
}

function listedIn(path: string): (index: number) => Printed {
  return (index) => ({ path: `${path}.${index}` });
}
