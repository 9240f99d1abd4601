/** Part 1 of two editions → its paragraphs and items that differ. */
import type {
  Changes,
  ComparedSubGoal,
  LinesChange,
  Snapshot,
  SnapshotSubGoal,
  SubGoalsChange,
} from "../contracts/index.ts";
import { compareText, compareTextLines } from "./compare-fields.ts";
import { compareLines } from "./compare-lines.ts";
import type { LabelOf } from "./field-labels.ts";
import { isReordered, type Numbered, pair, type Way } from "./pair.ts";

type Side = Snapshot["department"];

export function comparePartOne(before: Side, after: Side, labelOf: LabelOf): Changes["partOne"] {
  return {
    overall: compareLines(before.overall, after.overall) ?? unchanged,
    subGoals: compareSubGoals(before.subGoals, after.subGoals, labelOf),
    safeguards: compareLines(before.safeguards, after.safeguards) ?? unchanged,
  };
}

export const unchanged: LinesChange = { lines: [], reordered: false };
export const unchangedSubGoals: SubGoalsChange = { added: [], removed: [], changed: [], reordered: false };

/** From here an item is the other one renamed. */
const renamed = 0.5;

const ways: readonly Way<SnapshotSubGoal>[] = [
  { by: "key", keyOf: (one) => JSON.stringify([one.name, one.goals]) },
  { by: "key", keyOf: ({ name }) => name },
  { by: "only", keyOf: ({ goals }) => (goals.length > 0 ? JSON.stringify(goals) : undefined) },
  { by: "likeness", groupOf: () => "", textOf: wordsOf, least: renamed },
];

function wordsOf({ name = "", goals }: SnapshotSubGoal): string {
  return [name, ...goals].join("\n");
}

function compareSubGoals(
  before: readonly SnapshotSubGoal[],
  after: readonly SnapshotSubGoal[],
  labelOf: LabelOf,
): SubGoalsChange {
  // Both repeat the projects' goals, whose changes are listed with the projects.
  if ([...before, ...after].every(({ fromProject }) => fromProject)) return unchangedSubGoals;
  const { pairs, removed, added } = pair(before, after, ways);
  return {
    added: added.map(named),
    removed: removed.map(named),
    changed: pairs.flatMap(({ before: old, after: now }) => {
      const fields = [
        ...compareText(labelOf("subGoal.name"), { before: old.item.name, after: now.item.name }),
        ...compareTextLines(labelOf("subGoal.goals"), { before: old.item.goals, after: now.item.goals }),
      ];
      const { name } = now.item;
      return fields.length === 0 ? [] : [{ number: now.index + 1, name, fields }];
    }),
    reordered: isReordered(pairs),
  };
}

function named({ item: { name, goals }, index }: Numbered<SnapshotSubGoal>): ComparedSubGoal {
  return { number: index + 1, name, goals };
}
