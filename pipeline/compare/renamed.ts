/** Two snapshots → what projects and indicators were called before, by the pairs that change lists are made of. */
import type { Snapshot, SnapshotIndicator, SnapshotProject } from "../contracts/index.ts";
import { pairIndicators } from "./compare-indicators.ts";
import { pairProjects } from "./compare-projects.ts";

export type Levels = Pick<SnapshotIndicator, "level1" | "level2" | "level3">;
export type Called = Pick<SnapshotProject, "code" | "unit" | "name">;

export type Renamed = {
  readonly projects: readonly RenamedProject[];
  /** Those that the new one has no longer. */
  readonly gone: ReadonlySet<SnapshotProject>;
  /** Those of which the project is there still, with none of their levels. */
  readonly goneIndicators: ReadonlySet<SnapshotIndicator>;
};

export type RenamedProject = {
  readonly before: Called;
  readonly after: Called;
  readonly indicators: readonly { readonly before: Levels; readonly after: Levels }[];
};

/** Projects that are called as before, with all of their indicators, are left out. */
export function renamedBetween(before: Snapshot, after: Snapshot): Renamed {
  const { pairs, removed } = pairProjects(before.projects, after.projects);
  const goneIndicators = new Set<SnapshotIndicator>();
  const projects = pairs.flatMap(({ before: { item: old }, after: { item: now } }) => {
    const paired = pairIndicators(old.indicators, now.indicators);
    for (const { item } of paired.removed)
      if (!now.indicators.some((one) => isCalledAs(item, one, levels))) goneIndicators.add(item);
    const indicators = paired.pairs.flatMap((one) => {
      const [was, is] = [one.before.item, one.after.item];
      return isCalledAs(was, is, levels) ? [] : [{ before: was, after: is }];
    });
    const isSame = indicators.length === 0 && isCalledAs(old, now, ["code", "unit", "name"]);
    return isSame ? [] : [{ before: old, after: now, indicators }];
  });
  return { projects, gone: new Set(removed.map(({ item }) => item)), goneIndicators };
}

const levels = ["level1", "level2", "level3"] as const;

function isCalledAs<Key extends string>(
  one: Partial<Record<Key, string | undefined>>,
  other: Partial<Record<Key, string | undefined>>,
  keys: readonly Key[],
): boolean {
  return keys.every((key) => one[key] === other[key]);
}
