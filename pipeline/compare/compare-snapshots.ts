/** Two snapshots of a department's records → what an officer would say has changed between them. */

import type {
  Changes,
  ComparedSide,
  ComparedTotals,
  FieldChange,
  LinesChange,
  Snapshot,
} from "../contracts/index.ts";
import {
  type MoneyField,
  moneyFields,
  namePlaceholder,
  sumDecimals,
  withTwoPlaces,
} from "../records/index.ts";
import { compareAmount, compareOwn, compareText, exactTenThousands } from "./compare-fields.ts";
import { compareLists } from "./compare-lists.ts";
import { comparePartOne, unchanged, unchangedSubGoals } from "./compare-part-one.ts";
import { compareProjects } from "./compare-projects.ts";
import { type LabelOf, labelling } from "./field-labels.ts";

/** Which edition or folder each is, for the head of the list. */
export type SideNames = { readonly before?: SideName; readonly after?: SideName };
export type SideName = Omit<ComparedSide, "totals">;

/** What is listed; the rest of a change list is its head. */
type Listed = Pick<Changes, "facts" | "partOne" | "projects">;

/** `before` is undefined for a department's first edition. */
export function compareSnapshots(
  before: Snapshot | undefined,
  after: Snapshot,
  names: SideNames = {},
): Changes {
  const head = {
    schema: 1,
    department: after.department.name ?? namePlaceholder,
    after: { ...names.after, totals: totalUp(after) },
  } as const;
  if (before === undefined) return { ...head, count: 0, ...nothing };
  const labelOf = labelling(after);
  const listed: Listed = {
    facts: compareFacts(before, after, labelOf),
    partOne: comparePartOne(before.department, after.department, labelOf),
    projects: compareProjects(before.projects, after.projects, labelOf),
  };
  return {
    ...head,
    before: { ...names.before, totals: totalUp(before) },
    count: countChanges(listed),
    ...listed,
  };
}

const nothing: Listed = {
  facts: [],
  partOne: { overall: unchanged, subGoals: unchangedSubGoals, safeguards: unchanged },
  projects: { added: [], removed: [], changed: [], renumbered: { reordered: false, projects: [] } },
};

function compareFacts(
  { department: old, form: oldForm, labels: oldLabels }: Snapshot,
  { department: now, form, labels }: Snapshot,
  labelOf: LabelOf,
): readonly FieldChange[] {
  return [
    ...(["name", "year", "title", "unitCode", "unitName"] as const).flatMap((name) =>
      compareText(labelOf(`department.${name}`), { before: old[name], after: now[name] }),
    ),
    ...compareOwn((name) => labelOf(`department.own.${name}`), { before: old.own, after: now.own }),
    ...compareLists(
      { before: old.lists, after: now.lists },
      [...Object.keys(labels), ...Object.keys(oldLabels)],
      labelOf,
    ),
    ...compareFigures(old.figures, now.figures, labelOf),
    ...compareAmount(labelOf("department.budgetTotal"), {
      before: old.budgetTotal,
      after: now.budgetTotal,
    }),
    ...compareText({ ...labelOf("department.form"), field: "form" }, { before: oldForm, after: form }),
  ];
}

/** Of editions that both print such: records of before a form had them, or the program kept them, say nothing of them. */
function compareFigures(
  before: Snapshot["department"]["figures"],
  after: Snapshot["department"]["figures"],
  labelOf: LabelOf,
): readonly FieldChange[] {
  if (before === undefined || after === undefined) return [];
  return compareOwn((name) => labelOf(`figures.${name}`), { before, after });
}

function totalUp({ projects }: Snapshot): ComparedTotals {
  const sums = moneyFields.map((field) => [field, sumOf(projects, field)] as const);
  return {
    projects: projects.length,
    indicators: sum(projects.map(({ indicators }) => indicators.length)),
    ...Object.fromEntries(sums),
  };
}

/** Undefined if no project states such an amount that can be counted. */
function sumOf(projects: Snapshot["projects"], field: MoneyField): string | undefined {
  const amounts = projects.flatMap(({ budget }) => {
    const amount = budget?.[field];
    return (amount && exactTenThousands(amount)) ?? [];
  });
  return amounts.length === 0 ? undefined : withTwoPlaces(sumDecimals(amounts));
}

/** Each changed line counts. A project that only moved because others came, went or changed their code does not. */
function countChanges({
  facts,
  partOne: { overall, subGoals, safeguards },
  projects: { added, removed, changed, renumbered },
}: Listed): number {
  return sum([
    countFields(facts),
    countLines(overall),
    countLines(safeguards),
    subGoals.added.length + subGoals.removed.length + Number(subGoals.reordered),
    ...subGoals.changed.map(({ fields }) => countFields(fields)),
    added.length + removed.length + Number(renumbered.reordered),
    ...changed.flatMap(({ fields, indicators }) => [
      countFields(fields),
      indicators.added.length + indicators.removed.length + Number(indicators.reordered),
      ...indicators.changed.map((one) => countFields(one.fields)),
    ]),
  ]);
}

function countFields(changes: readonly FieldChange[]): number {
  return sum(changes.map(({ lines }) => (lines === undefined ? 1 : countLines(lines))));
}

function countLines({ lines, reordered }: LinesChange): number {
  return lines.length + Number(reordered);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
