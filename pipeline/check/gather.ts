/** Findings of one cause → one finding with all its places and all the projects that it touches. */
import type { Place } from "../diagnostics/index.ts";
import { groupBy, type Project } from "../records/index.ts";
import { type Gathered, type LocatedFound, placeOf } from "./rule.ts";

/** The cause is what the sentence says; in one project, what is written there belongs to it, too. */
export function gather<Args>(
  found: readonly LocatedFound<Args>[],
  how: Gathered,
): readonly LocatedFound<Args>[] {
  if (found.length < 2) return found;
  const keys = new Map<Project | undefined, number>();
  const keyOf = ({ args, project, at }: LocatedFound<Args>): string => {
    if (how === "over the department") return JSON.stringify(args);
    if (!keys.has(project)) keys.set(project, keys.size);
    return JSON.stringify([keys.get(project), args, "text" in at ? at.text : ""]);
  };
  return [...groupBy(found, keyOf).values()].flatMap(([first, ...others]) => {
    if (first === undefined || others.length === 0) return first ?? [];
    const places = new Map<string, Place>();
    for (const { at, also = [] } of [first, ...others])
      for (const place of [at, ...also].map(placeOf)) places.set(JSON.stringify(place), place);
    places.delete(JSON.stringify(placeOf(first.at)));
    const touched = new Set([first, ...others].flatMap(({ project }) => project ?? []));
    return { ...first, also: [...places.values()], touches: [...touched] };
  });
}
