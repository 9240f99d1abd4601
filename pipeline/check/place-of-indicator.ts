/** An indicator → where it stands, for findings that are about no cell of its row. */
import type { Place } from "../diagnostics/index.ts";
import { type Indicator, indicatorFields, type Project } from "../records/index.ts";

// Level labels come last: in exports made from merged cells they may be in a row above the indicator's own.
const ownRowFirst = [
  ...indicatorFields.filter((name) => !/^level[12]$/u.test(name)),
  "level2",
  "level1",
] as const;

/** A place in the indicator's own row. */
export function placeOfIndicator(indicator: Indicator, project: Project): Place {
  for (const name of ownRowFirst) {
    const text = indicator[name];
    if (text !== undefined) return text.at;
  }
  return Object.values(indicator.own)[0]?.at ?? project.at;
}
