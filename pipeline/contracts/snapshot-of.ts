/** A department's records → the snapshot of them that editions are compared by. */
import {
  type Amount,
  type Budget,
  type Department,
  type FormSpec,
  type Indicator,
  indicatorFields,
  moneyFields,
  type Project,
  type ProjectTextField,
  projectTextFields,
  type SubGoal,
  scheduleFields,
  type Text,
} from "../records/index.ts";
import type {
  Snapshot,
  SnapshotAmount,
  SnapshotBudget,
  SnapshotIndicator,
  SnapshotProject,
  SnapshotSubGoal,
} from "./snapshot.ts";

export type SnapshotOptions = {
  readonly form: { readonly id: string; readonly spec: Pick<FormSpec, "fields"> };
  /** An amount as this form prints it. */
  readonly printMoney: (amount: Amount) => string;
};

/** Equal records give equal snapshots, key by key: the place of a value in its file has no part in it. */
export function snapshotOf(department: Department, { form, printMoney }: SnapshotOptions): Snapshot {
  const { name, budgetTotal } = department;
  const amount: Printed["amount"] = (given) =>
    withoutBlanks({ printed: printMoney(given), value: given.value, unit: given.unit });
  // 序号 is the export's own counting: if no form prints it, the project's number in the report says more.
  const texts = projectTextFields.filter((field) => field !== "order" || "project.order" in form.spec.fields);
  const labels = Object.entries(form.spec.fields).map(([field, settings]) => [field, settings?.label ?? ""]);
  return {
    schema: 1,
    department: withoutBlanks({
      name: department.folder === undefined ? name.text : undefined,
      ...textsOf(department, ["year", "title", "unitCode", "unitName"]),
      budgetTotal: budgetTotal && amount(budgetTotal),
      overall: linesOf(department.overall),
      subGoals: department.subGoals.map(subGoalOf),
      safeguards: linesOf(department.safeguards),
    }),
    form: form.id,
    labels: Object.fromEntries(labels),
    projects: department.projects.map((project, index) =>
      projectOf(project, { ordinal: index + 1, amount, texts }),
    ),
  };
}

type Printed = {
  readonly ordinal: number;
  readonly amount: (amount: Amount) => SnapshotAmount;
  readonly texts: readonly ProjectTextField[];
};

function projectOf(project: Project, { ordinal, amount, texts }: Printed): SnapshotProject {
  const { annual, midTerm } = project.goals;
  return withoutBlanks({
    ordinal,
    ...textsOf(project, texts),
    own: ownOf(project.own, ({ text }) => text),
    budget: budgetOf(project.budget, amount),
    midTermBudget: budgetOf(project.midTermBudget, amount),
    schedule: filled(textsOf(project.schedule, scheduleFields)),
    goals: filled({ annual: annual && linesOf(annual.lines), midTerm: midTerm && linesOf(midTerm.lines) }),
    indicators: inPrintingOrder(project).map(indicatorOf),
  });
}

/** A row of the export that is only among other groups' rows changes nothing that is printed. */
function inPrintingOrder({ tables }: Project): readonly Indicator[] {
  return [tables.midTerm, tables.annual].flatMap((table) =>
    table.flatMap(({ groups }) => groups.flatMap(({ rows }) => rows)),
  );
}

function indicatorOf(indicator: Indicator): SnapshotIndicator {
  return withoutBlanks({
    horizon: indicator.horizon,
    ...textsOf(indicator, [...indicatorFields, "printedValue"]),
    own: ownOf(indicator.own, ({ text }) => text),
  });
}

function budgetOf(budget: Budget, amount: Printed["amount"]): SnapshotBudget | undefined {
  const named = moneyFields.map((name) => {
    const given = budget[name];
    return [name, given && amount(given)] as const;
  });
  return filled({ ...Object.fromEntries(named), own: ownOf(budget.own, amount) });
}

function subGoalOf({ name, goals, takenFrom }: SubGoal): SnapshotSubGoal {
  return withoutBlanks({
    name: name?.text,
    goals: linesOf(goals),
    fromProject: takenFrom === undefined ? undefined : true,
  });
}

function linesOf(texts: readonly Text[]): string[] {
  return texts.map(({ text }) => text);
}

function textsOf<Name extends string>(
  record: Readonly<Partial<Record<Name, Text>>>,
  names: readonly Name[],
): Partial<Record<Name, string>> {
  // One entry for each name, which Object.fromEntries forgets.
  return Object.fromEntries(names.map((name) => [name, record[name]?.text])) as Partial<Record<Name, string>>;
}

/** By name, as the order in which a form's fields were met depends on the export. */
function ownOf<Given, Kept>(
  own: Readonly<Record<string, Given>>,
  keep: (given: Given) => Kept,
): Readonly<Record<string, Kept>> | undefined {
  const byName = Object.entries(own).sort(([one], [other]) => (one < other ? -1 : 1));
  return filled(Object.fromEntries(byName.map(([name, given]) => [name, keep(given)])));
}

/** A blank fact has no key, as in the file, so that what was read back compares equal. */
function withoutBlanks<Facts extends object>(facts: Facts): Facts {
  // Entries of `facts`, which Object.fromEntries forgets.
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Facts;
}

/** Undefined if all facts are blank. */
function filled<Facts extends object>(facts: Facts): Facts | undefined {
  const left = withoutBlanks(facts);
  return Object.keys(left).length === 0 ? undefined : left;
}
