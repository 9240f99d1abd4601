/** A department's records → the snapshot of them that editions are compared by. */
import {
  type Amount,
  type Budget,
  type Department,
  type FieldName,
  type FormSpec,
  type Indicator,
  indicatorFields,
  isFieldName,
  moneyFields,
  type Project,
  type ProjectTextField,
  projectTextFields,
  type SubGoal,
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
  readonly form: { readonly id: string; readonly spec: Pick<FormSpec, "fields" | "lists"> };
  /** A value as this form prints it. */
  readonly print: (value: Amount, field: FieldName) => string;
  /** Of a form that prints such. */
  readonly figures?: readonly PrintedFigure[];
};

/** What a form calls one of its figures, and what the report prints of it: blank if nothing is known. */
type PrintedFigure = { readonly name: string; readonly label: string; readonly printed: string };

/** Equal records give equal snapshots, key by key: the place of a value in its file has no part in it. */
export function snapshotOf(department: Department, { form, print, figures = [] }: SnapshotOptions): Snapshot {
  const { name, budgetTotal } = department;
  const amount: Printed["amount"] = (given, field) =>
    withoutBlanks({ printed: print(given, field), value: given.value, unit: given.unit });
  // 序号 is the export's own counting: if no form prints it, the project's number in the report says more.
  const texts = projectTextFields.filter((field) => field !== "order" || "project.order" in form.spec.fields);
  const named = [...Object.entries(form.spec.lists), ...Object.entries(form.spec.fields)];
  const labels = [
    ...named.map(([name, settings]) => [name, settings?.label ?? ""]),
    ...figures.map(({ name, label }) => [`figures.${name}`, label]),
  ];
  return {
    schema: 1,
    department: withoutBlanks({
      name: department.folder === undefined ? name.text : undefined,
      ...textsOf(department, ["year", "title", "unitCode", "unitName"]),
      budgetTotal: budgetTotal && amount(budgetTotal, "budget.total"),
      own: ownOf(department.own ?? {}, valueIn("department.own", amount)),
      lists: ownOf(department.lists ?? {}, (rows, list) =>
        rows.map(({ values }) => ownOf(values, valueIn(list, amount)) ?? {}),
      ),
      figures: filled(
        Object.fromEntries(figures.flatMap(({ name, printed }) => (printed === "" ? [] : [[name, printed]]))),
      ),
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
  readonly amount: (amount: Amount, field: FieldName) => SnapshotAmount;
  readonly texts: readonly ProjectTextField[];
};

function projectOf(project: Project, { ordinal, amount, texts }: Printed): SnapshotProject {
  const { annual, midTerm } = project.goals;
  return withoutBlanks({
    ordinal,
    ...textsOf(project, texts),
    own: ownOf(project.own, valueIn("project.own", amount)),
    budget: budgetOf(project.budget, "budget", amount),
    midTermBudget: budgetOf(project.midTermBudget, "midTermBudget", amount),
    goals: filled({
      annual: annual && linesOf(annual.lines),
      midTerm: midTerm && linesOf(midTerm.lines),
      own: ownOf(project.goals.own ?? {}, ({ lines }) => linesOf(lines)),
    }),
    indicators: inPrintingOrder(project).map((indicator) => indicatorOf(indicator, amount)),
  });
}

/** A row of the export that is only among other groups' rows changes nothing that is printed. */
function inPrintingOrder({ tables }: Project): readonly Indicator[] {
  return [tables.midTerm, tables.annual].flatMap((table) =>
    table.flatMap(({ groups }) => groups.flatMap(({ rows }) => rows)),
  );
}

function indicatorOf(indicator: Indicator, amount: Printed["amount"]): SnapshotIndicator {
  return withoutBlanks({
    horizon: indicator.horizon,
    ...textsOf(indicator, [...indicatorFields, "printedValue"]),
    own: ownOf(indicator.own, valueIn("indicator.own", amount)),
  });
}

/** A form's own field: with its exact value if its type has one, else its text. */
function valueIn(
  scope: string,
  amount: Printed["amount"],
): (value: Amount, name: string) => SnapshotAmount | string {
  return (value, name) => {
    const field = `${scope}.${name}`;
    return value.value === undefined || !isFieldName(field) ? value.text : amount(value, field);
  };
}

function budgetOf(
  budget: Budget,
  part: "budget" | "midTermBudget",
  amount: Printed["amount"],
): SnapshotBudget | undefined {
  const named = moneyFields.map((name) => {
    const given = budget[name];
    return [name, given && amount(given, `${part}.${name}`)] as const;
  });
  return filled({
    ...Object.fromEntries(named),
    own: ownOf(budget.own, (given, name) => amount(given, `${part}.own.${name}`)),
  });
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
  keep: (given: Given, name: string) => Kept,
): Readonly<Record<string, Kept>> | undefined {
  const byName = Object.entries(own).sort(([one], [other]) => (one < other ? -1 : 1));
  return filled(Object.fromEntries(byName.map(([name, given]) => [name, keep(given, name)])));
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
