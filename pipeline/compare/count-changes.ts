/** A change list → how many changes it lists. */
import type { Changes, FieldChange, LinesChange } from "../contracts/index.ts";

/** Each changed line counts; that others moved up or down because a project came, went or changed its code does not. */
export function countChanges({
  facts,
  partOne: { overall, subGoals, safeguards },
  projects: { added, removed, changed, renumbered },
}: Pick<Changes, "facts" | "partOne" | "projects">): number {
  return sum([
    fields(facts),
    lines(overall),
    lines(safeguards),
    subGoals.added.length + subGoals.removed.length + once(subGoals.reordered),
    ...subGoals.changed.map((one) => fields(one.fields)),
    added.length + removed.length + once(renumbered.reordered),
    ...changed.map(({ fields: own, indicators }) =>
      sum([
        fields(own),
        indicators.added.length + indicators.removed.length + once(indicators.reordered),
        ...indicators.changed.map((one) => fields(one.fields)),
      ]),
    ),
  ]);
}

function fields(changes: readonly FieldChange[]): number {
  return sum(changes.map((one) => (one.lines === undefined ? 1 : lines(one.lines))));
}

function lines({ lines: changes, reordered }: LinesChange): number {
  return changes.length + once(reordered);
}

function once(said: boolean): number {
  return said ? 1 : 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
