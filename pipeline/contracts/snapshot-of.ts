/** A department's records → the snapshot of them, and a snapshot ↔ the bytes of `records.json`. */
import { checkJson, type JsonProblem } from "../records/check-json.ts";
import type { Department, SubGoal } from "../records/department.ts";
import {
  indicatorFields,
  moneyFields,
  type ProjectTextField,
  projectTextFields,
  scheduleFields,
} from "../records/fields.ts";
import type { FormSpec } from "../records/form.ts";
import type { Indicator } from "../records/indicator.ts";
import type { Amount, Budget } from "../records/money.ts";
import type { Goal, Project } from "../records/project.ts";
import type { Text } from "../records/text.ts";
import {
  Snapshot,
  type SnapshotAmount,
  type SnapshotBudget,
  type SnapshotIndicator,
  type SnapshotProject,
  type SnapshotSubGoal,
} from "./snapshot.ts";

export type SnapshotOptions = {
  readonly form: { readonly id: string; readonly spec: Pick<FormSpec, "fields"> };
  /** An amount as this form prints it. */
  readonly printMoney: (amount: Amount) => string;
};

/** Equal records give equal snapshots, key by key: where a value stood in its file has no part in it. */
export function snapshotOf(department: Department, { form, printMoney }: SnapshotOptions): Snapshot {
  const { name, year, title, unitCode, unitName, budgetTotal } = department;
  const amount = (given: Amount): SnapshotAmount => amountOf(given, printMoney);
  const facts = textsOf({ year, title, unitCode, unitName });
  // 序号 is the export's own counting: where no form prints it, the project's number in the report says more.
  const texts = projectTextFields.filter((field) => field !== "order" || "project.order" in form.spec.fields);
  const labels = Object.entries(form.spec.fields).map(([field, settings]) => [field, settings?.label ?? ""]);
  return {
    schema: 1,
    department: {
      name: name.text,
      ...facts,
      ...(budgetTotal && { budgetTotal: amount(budgetTotal) }),
      overall: linesOf(department.overall),
      subGoals: department.subGoals.map(subGoalOf),
      safeguards: linesOf(department.safeguards),
    },
    form: form.id,
    labels: Object.fromEntries(labels),
    projects: department.projects.map((project, index) =>
      projectOf(project, { ordinal: index + 1, amount, texts }),
    ),
  };
}

/** Compact, and the same for the same records. */
export function writeSnapshot({ projects, ...rest }: Snapshot): Uint8Array {
  // Project by project: as one text, those of a large department would take as much memory again as their report.
  const head = JSON.stringify(rest);
  const pieces = projects.map((project, index) =>
    Buffer.from(`${index === 0 ? "" : ","}${JSON.stringify(project)}`),
  );
  return Buffer.concat([Buffer.from(`${head.slice(0, -1)},"projects":[`), ...pieces, Buffer.from("]}\n")]);
}

export type ReadSnapshot =
  | { readonly success: true; readonly snapshot: Snapshot }
  /** No JSON, or JSON that is no snapshot of this version. */
  | { readonly success: false; readonly problem?: JsonProblem };

/** `verified`: the bytes are what this program wrote, as their hash says; then only their version is looked at. */
export function readSnapshot(
  bytes: Uint8Array,
  { verified = false }: { readonly verified?: boolean } = {},
): ReadSnapshot {
  const value = parse(bytes);
  if (value === undefined) return { success: false };
  if (verified && isOfThisVersion(value)) return { success: true, snapshot: value };
  const checked = checkJson(Snapshot, value);
  if (checked.success) return { success: true, snapshot: checked.data };
  const [problem] = checked.problems;
  return problem === undefined ? { success: false } : { success: false, problem };
}

/** To check 1,000 projects against the schema takes a second, and tells nothing new of bytes that we wrote. */
function isOfThisVersion(value: unknown): value is Snapshot {
  return typeof value === "object" && value !== null && "schema" in value && value.schema === 1;
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

type Printed = {
  readonly ordinal: number;
  readonly amount: (amount: Amount) => SnapshotAmount;
  readonly texts: readonly ProjectTextField[];
};

function projectOf(project: Project, { ordinal, amount, texts }: Printed): SnapshotProject {
  const budget = budgetOf(project.budget, amount);
  const midTermBudget = budgetOf(project.midTermBudget, amount);
  const schedule = textsOf(pick(project.schedule, scheduleFields));
  const goals = {
    ...(project.goals.annual && { annual: goalOf(project.goals.annual) }),
    ...(project.goals.midTerm && { midTerm: goalOf(project.goals.midTerm) }),
  };
  return {
    ordinal,
    ...textsOf(pick(project, texts)),
    ...ownOf(project.own, ({ text }) => text),
    ...(isFilled(budget) && { budget }),
    ...(isFilled(midTermBudget) && { midTermBudget }),
    ...(isFilled(schedule) && { schedule }),
    ...(isFilled(goals) && { goals }),
    indicators: inPrintingOrder(project).map(indicatorOf),
  };
}

/** A row of the export that only stands elsewhere among other groups' rows changes nothing that is printed. */
function inPrintingOrder({ tables }: Project): readonly Indicator[] {
  return [tables.midTerm, tables.annual].flatMap((table) =>
    table.flatMap(({ groups }) => groups.flatMap(({ rows }) => rows)),
  );
}

function indicatorOf(indicator: Indicator): SnapshotIndicator {
  const { horizon, printedValue, own } = indicator;
  return {
    horizon,
    ...textsOf(pick(indicator, indicatorFields)),
    ...textsOf({ printedValue }),
    ...ownOf(own, ({ text }) => text),
  };
}

function budgetOf(budget: Budget, amount: Printed["amount"]): SnapshotBudget {
  const named = moneyFields.flatMap((name) => {
    const given = budget[name];
    return given === undefined ? [] : [[name, amount(given)] as const];
  });
  return { ...Object.fromEntries(named), ...ownOf(budget.own, amount) };
}

function amountOf(amount: Amount, printMoney: SnapshotOptions["printMoney"]): SnapshotAmount {
  const { value, unit } = amount;
  return {
    printed: printMoney(amount),
    ...(value !== undefined && { value }),
    ...(unit !== undefined && { unit }),
  };
}

function goalOf({ lines }: Goal): string[] {
  return linesOf(lines);
}

function subGoalOf({ name, goals, takenFrom }: SubGoal): SnapshotSubGoal {
  return {
    ...textsOf({ name }),
    goals: linesOf(goals),
    ...(takenFrom !== undefined && { fromProject: true }),
  };
}

function linesOf(texts: readonly Text[]): string[] {
  return texts.map(({ text }) => text);
}

function pick<Name extends string>(
  record: Readonly<Partial<Record<Name, Text>>>,
  names: readonly Name[],
): Readonly<Partial<Record<Name, Text | undefined>>> {
  // One entry for each name, which Object.fromEntries forgets.
  return Object.fromEntries(names.map((name) => [name, record[name]])) as Partial<Record<Name, Text>>;
}

function textsOf<Name extends string>(
  texts: Readonly<Partial<Record<Name, Text | undefined>>>,
): Partial<Record<Name, string>> {
  const entries = Object.entries<Text | undefined>(texts);
  const filled = entries.flatMap(([name, text]) => (text === undefined ? [] : [[name, text.text] as const]));
  // Only names of `texts`, which Object.fromEntries forgets.
  return Object.fromEntries(filled) as Partial<Record<Name, string>>;
}

/** By name, as the order in which a form's fields were met depends on the export. */
function ownOf<Given, Kept>(
  own: Readonly<Record<string, Given>>,
  keep: (given: Given) => Kept,
): { own?: Record<string, Kept> } {
  const names = Object.keys(own).sort();
  const kept = names.flatMap((name) => {
    const given = own[name];
    return given === undefined ? [] : [[name, keep(given)] as const];
  });
  return kept.length === 0 ? {} : { own: Object.fromEntries(kept) };
}

function isFilled(record: object): boolean {
  return Object.keys(record).length > 0;
}
