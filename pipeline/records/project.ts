/** A budget project (预算项目) as it will be printed, one 绩效目标表, with its indicators and the groups they are printed in. */
import type { Place, Subject } from "../diagnostics/index.ts";
import type { FieldName } from "./field-name.ts";
import {
  type IndicatorField,
  indicatorFields,
  moneyFields,
  type ProjectTextField,
  projectTextFields,
} from "./fields.ts";
import type { NamedGroup } from "./form.ts";
import { perText } from "./per-text.ts";
import { withoutSelectors } from "./selectors.ts";
import type { Amount, Budget, Text } from "./value.ts";

export type Project = { readonly [Name in ProjectTextField]?: Text } & {
  /** What identifies it: the code, or unit and name. */
  readonly key: string;
  /** Its first row. */
  readonly at: Place;
  readonly budget: Budget;
  readonly midTermBudget: Budget;
  /** `own`: further ones that only this form has, by the name form.json gives them. */
  readonly goals: {
    readonly annual?: Goal;
    readonly midTerm?: Goal;
    readonly own?: Readonly<Record<string, Goal>>;
  };
  /** In the order of the export. */
  readonly indicators: readonly Indicator[];
  /** The same indicators, grouped for printing: interleaved groups are brought together by first appearance. */
  readonly tables: IndicatorTables;
  /** Fields that only this form has, by the name form.json gives them; `value` is exact if their type has one. */
  readonly own: Readonly<Record<string, Amount>>;
};

/** `line`: which of the goal's lines it begins in, from 0. */
export type GoalItem = { readonly text: string; readonly line: number };

/** A goal as given: its lines in order. `items` are its numbered parts, or its lines if nothing is numbered. */
export type Goal = {
  readonly lines: readonly Text[];
  readonly items: readonly GoalItem[];
};

/** annual: 年度; midTerm: 中期, 实施期. */
export type Horizon = "annual" | "midTerm";

/** A level-3 indicator (三级指标). Every field is as given. */
export type Indicator = { readonly [Name in IndicatorField]?: Text } & {
  readonly horizon: Horizon;
  /** What the form prints as 指标值: operator, value and unit; absent if all three are blank. */
  readonly printedValue?: Text;
  /** Fields that only this form has, by the name form.json gives them; `value` is exact if their type has one. */
  readonly own: Readonly<Record<string, Amount>>;
};

/** Rows below one level-2 label (二级指标). `span` = number of rows. */
export type Level2Group<Row> = {
  readonly label: string;
  readonly span: number;
  readonly rows: readonly Row[];
};

/** Level-2 groups below one level-1 label (一级指标). `span` = number of rows of all its groups. */
export type Level1Group<Row> = {
  /** The group outside of it, if the form groups indicators by a field of its own; "" if that is blank. */
  readonly outer?: string;
  readonly label: string;
  readonly span: number;
  readonly groups: readonly Level2Group<Row>[];
};

/** One row of a side-by-side table; the shorter side has none. */
export type AlignedRow = { readonly midTerm?: Indicator; readonly annual?: Indicator };

/** Those of the horizons that the form prints, in the order of the export. */
export function printedIndicators(
  { indicators }: Project,
  { horizons }: { readonly horizons: readonly Horizon[] },
): readonly Indicator[] {
  return indicators.filter(({ horizon }) => horizons.includes(horizon));
}

/** How findings name a project to the unit that must correct it. */
export function subjectOfProject({ unit, code, name }: Pick<Project, "unit" | "code" | "name">): Subject {
  return { unit: unit?.text, code: code?.text, project: name?.text };
}

/** Which group outside of level 1 an indicator is in; undefined if the form has no such groups. */
export function outerGroup({ own }: Indicator, groupBy: string | undefined): string | undefined {
  return groupBy === undefined ? undefined : (own[groupBy.slice("indicator.own.".length)]?.text ?? "");
}

/** Tells which of the groups that a form names a text is, without regard to blanks and forms of characters. */
export function groupNames(groups: readonly NamedGroup[]): (text: string) => NamedGroup | undefined {
  if (groups.length === 0) return () => undefined;
  const called = new Map<string, NamedGroup>();
  for (const group of groups)
    for (const name of [group.name, ...group.aliases])
      if (!called.has(plainName(name))) called.set(plainName(name), group);
  return perText((text) => called.get(plainName(text)));
}

/** What two spellings of one name have in common. */
export function plainName(name: string): string {
  return withoutSelectors(name).normalize("NFKC").replace(/\s+/gu, "");
}

export type IndicatorTables = {
  readonly annual: readonly Level1Group<Indicator>[];
  readonly midTerm: readonly Level1Group<Indicator>[];
  /** Both horizons aligned on (level 1, level 2); a group has as many rows as its longer side. */
  readonly aligned: readonly Level1Group<AlignedRow>[];
};

/** A filled field: a goal has one value a line, every other field has one. */
export type FilledField = { readonly field: FieldName; readonly values: readonly [Amount, ...Amount[]] };

/** In the table's order; its indicators' fields are not among them. */
export function fieldsOfProject(project: Project): readonly FilledField[] {
  const filled: FilledField[] = [];
  for (const [name, field] of names.project) add(filled, field, project[name]);
  for (const scope of ["budget", "midTermBudget"] as const) {
    for (const [name, field] of names[scope]) add(filled, field, project[scope][name]);
    for (const [name, amount] of Object.entries(project[scope].own))
      add(filled, `${scope}.own.${name}`, amount);
  }
  for (const name of ["annual", "midTerm"] as const) {
    const [first, ...others] = project.goals[name]?.lines ?? [];
    add(filled, `goals.${name}`, first, others);
  }
  for (const [name, { lines }] of Object.entries(project.goals.own ?? {})) {
    const [first, ...others] = lines;
    add(filled, `goals.own.${name}`, first, others);
  }
  for (const [name, text] of Object.entries(project.own)) add(filled, `project.own.${name}`, text);
  return filled;
}

export function fieldsOfIndicator(indicator: Indicator): readonly FilledField[] {
  const filled: FilledField[] = [];
  for (const [name, field] of names.indicator) add(filled, field, indicator[name]);
  for (const [name, text] of Object.entries(indicator.own)) add(filled, `indicator.own.${name}`, text);
  return filled;
}

/** Names within a scope with their full names, which are made once: a department has 100,000 indicators. */
const names = {
  project: projectTextFields.map((name) => [name, `project.${name}`] as const),
  budget: moneyFields.map((name) => [name, `budget.${name}`] as const),
  midTermBudget: moneyFields.map((name) => [name, `midTermBudget.${name}`] as const),
  indicator: indicatorFields.map((name) => [name, `indicator.${name}`] as const),
};

function add(
  filled: FilledField[],
  field: FieldName,
  first: Amount | undefined,
  others: readonly Amount[] = [],
): void {
  if (first !== undefined) filled.push({ field, values: [first, ...others] });
}

/** Whether Excel has rewritten a project's code as a power of ten (1.30304E+20, 1.3E20) or put zeros after the 15th digit. */
export function isMangledCode(code: string): boolean {
  return /^\d(?:\.\d+)?E(?:\+\d+|1[1-9]|2\d)$/iu.test(code) || /^[1-9]\d{14}0{5,}$/u.test(code);
}
