/** The projects of two editions → those added, removed, changed, and those that only have another number. */
import type {
  Changes,
  ComparedProject,
  FieldChange,
  ProjectChange,
  Renumbered,
  SnapshotBudget,
  SnapshotProject,
} from "../contracts/index.ts";
import { moneyFields, projectTextFields, withoutSelectors, withTwoPlaces } from "../records/index.ts";
import {
  compareAmount,
  compareOwn,
  compareText,
  compareTextLines,
  exactTenThousands,
  namesOf,
  type TwoValues,
} from "./compare-fields.ts";
import { compareIndicators } from "./compare-indicators.ts";
import type { LabelOf } from "./field-labels.ts";
import { isReordered, isSame, type Pair, type Pairing, pair, type Way } from "./pair.ts";

/** From here a project without a code is the other one renamed. */
const renamed = 0.6;

export function compareProjects(
  before: readonly SnapshotProject[],
  after: readonly SnapshotProject[],
  labelOf: LabelOf,
): Changes["projects"] {
  const { pairs, removed, added } = pairProjects(before, after);
  return {
    added: added.map(({ item }) => nameOf(item)),
    removed: removed.map(({ item }) => nameOf(item)),
    changed: pairs.flatMap((one) => compareOne(one, labelOf)),
    renumbered: renumberedIn(pairs),
  };
}

/** Which belong together, whatever they are called now. */
export function pairProjects(
  before: readonly SnapshotProject[],
  after: readonly SnapshotProject[],
): Pairing<SnapshotProject> {
  return pair(before, after, ways);
}

const ways: readonly Way<SnapshotProject>[] = [
  { by: "key", keyOf: ({ code }) => code },
  { by: "key", keyOf: ({ unit, name }) => name && withoutSelectors(JSON.stringify([unit ?? "", name])) },
  { by: "only", keyOf: ({ name }) => name && withoutSelectors(name) },
  // A new code with a new name is another project; without codes only likeness can decide.
  {
    by: "likeness",
    groupOf: ({ code, unit }) => (code === undefined ? (unit ?? "") : undefined),
    textOf: ({ name = "" }) => name,
    least: renamed,
  },
  {
    by: "only",
    keyOf: ({ code, unit, indicators, budget }) =>
      code === undefined && indicators.length > 0 ? JSON.stringify([unit, budget, indicators]) : undefined,
  },
];

function compareOne({ before, after }: Pair<SnapshotProject>, labelOf: LabelOf): readonly ProjectChange[] {
  const [old, now] = [before.item, after.item];
  if (isSame(old, { ...now, ordinal: old.ordinal })) return [];
  const fields = fieldsOf(old, now, labelOf);
  const indicators = compareIndicators(old.indicators, now.indicators, labelOf);
  const { added, removed, changed, reordered } = indicators;
  const same = fields.length + added.length + removed.length + changed.length === 0 && !reordered;
  return same ? [] : [{ project: nameOf(now), fields, indicators }];
}

function fieldsOf(old: SnapshotProject, now: SnapshotProject, labelOf: LabelOf): readonly FieldChange[] {
  return [
    ...projectTextFields.flatMap((name) =>
      compareText(labelOf(`project.${name}`), { before: old[name], after: now[name] }),
    ),
    ...compareOwn((name) => labelOf(`project.own.${name}`), { before: old.own, after: now.own }),
    ...budgetChanges("midTermBudget", { before: old.midTermBudget, after: now.midTermBudget }, labelOf),
    ...budgetChanges("budget", { before: old.budget, after: now.budget }, labelOf),
    ...(["midTerm", "annual"] as const).flatMap((name) =>
      compareTextLines(labelOf(`goals.${name}`), { before: old.goals?.[name], after: now.goals?.[name] }),
    ),
    ...namesOf({ before: old.goals?.own, after: now.goals?.own }).flatMap((name) =>
      compareTextLines(labelOf(`goals.own.${name}`), {
        before: old.goals?.own?.[name],
        after: now.goals?.own?.[name],
      }),
    ),
  ];
}

function budgetChanges(
  part: "budget" | "midTermBudget",
  { before, after }: TwoValues<SnapshotBudget>,
  labelOf: LabelOf,
): readonly FieldChange[] {
  return [
    ...moneyFields.flatMap((name) =>
      compareAmount(labelOf(`${part}.${name}`), { before: before?.[name], after: after?.[name] }),
    ),
    ...compareOwn((name) => labelOf(`${part}.own.${name}`), { before: before?.own, after: after?.own }),
  ];
}

function renumberedIn(pairs: readonly Pair<SnapshotProject>[]): Renumbered {
  const moved = pairs.filter(({ before, after }) => before.item.ordinal !== after.item.ordinal);
  return {
    // One whose code or unit changed is elsewhere because of that.
    reordered: isReordered(
      pairs.filter(
        ({ before: { item: old }, after: { item: now } }) => old.code === now.code && old.unit === now.unit,
      ),
    ),
    projects: moved.map(({ before, after }) => ({
      before: before.item.ordinal,
      after: after.item.ordinal,
      name: after.item.name,
    })),
  };
}

function nameOf({ ordinal, code, name, unit, budget }: SnapshotProject): ComparedProject {
  const exact = budget?.total && exactTenThousands(budget.total);
  return {
    number: ordinal,
    code,
    name,
    unit,
    total: exact && withTwoPlaces(exact),
  };
}
