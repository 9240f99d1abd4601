/** A change list → one line a change, so that a test can say exactly which are expected. */
import type { Changes, ComparedIndicator, FieldChange, LinesChange } from "../contracts/index.ts";

export function describeChanges({ facts, partOne, projects }: Changes): readonly string[] {
  const { overall, subGoals, safeguards } = partOne;
  const { added, removed, changed, renumbered } = projects;
  return [
    ...facts.flatMap((change) => fieldLines("department", change)),
    ...lineLines("overall", overall),
    ...subGoals.added.map(({ number, name }) => `subGoal added ${number} ${name}`),
    ...subGoals.removed.map(({ number, name }) => `subGoal removed ${number} ${name}`),
    ...subGoals.changed.flatMap(({ name, fields }) =>
      fields.flatMap((change) => fieldLines(`subGoal ${name}`, change)),
    ),
    ...(subGoals.reordered ? ["subGoals reordered"] : []),
    ...lineLines("safeguards", safeguards),
    ...added.map(({ number, name }) => `project added ${number} ${name}`),
    ...removed.map(({ number, name }) => `project removed ${number} ${name}`),
    ...(renumbered.reordered ? ["projects reordered"] : []),
    ...changed.flatMap(({ project: { name }, fields, indicators }) => [
      ...fields.flatMap((change) => fieldLines(`${name}`, change)),
      ...indicators.added.map((one) => `${name}: indicator added ${nameOf(one)}`),
      ...indicators.removed.map((one) => `${name}: indicator removed ${nameOf(one)}`),
      ...indicators.changed.flatMap(({ indicator, fields: own }) =>
        own.flatMap((change) => fieldLines(`${name}: ${nameOf(indicator)}`, change)),
      ),
      ...(indicators.reordered ? [`${name}: indicators reordered`] : []),
    ]),
  ];
}

function fieldLines(of: string, { field, before, after, unit, lines }: FieldChange): readonly string[] {
  if (lines !== undefined) return lineLines(`${of}: ${field}`, lines);
  return [`${of}: ${field} ${before ?? "-"} → ${after ?? "-"}${unit === undefined ? "" : ` ${unit}`}`];
}

function lineLines(of: string, { lines, reordered }: LinesChange): readonly string[] {
  return [
    ...lines.map((change) => {
      const before = change.kind === "added" ? "-" : change.before;
      const after = change.kind === "removed" ? "-" : change.after;
      return `${of} ${change.kind} ${change.number}: ${before} → ${after}`;
    }),
    ...(reordered ? [`${of} reordered`] : []),
  ];
}

function nameOf({ horizon, level2, level3 }: ComparedIndicator): string {
  return `${horizon === "midTerm" ? "midTerm " : ""}${level2}/${level3 ?? "-"}`;
}
