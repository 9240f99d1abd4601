/** What kind of indicator a level-1 and level-2 label make it, in the standard classification. */
import { bareLevel, type Indicator } from "../records/index.ts";

export type IndicatorKind = "output" | "cost" | "benefit" | "satisfaction";

/** What an indicator is by one of its labels; under 产出指标, 成本指标 is both. */
export function kindsOf(label: string): readonly IndicatorKind[] {
  const bare = bareLevel(label);
  return kindPatterns.flatMap(([kind, pattern]) => (pattern.test(bare) ? kind : []));
}

const kindPatterns: readonly (readonly [IndicatorKind, RegExp])[] = [
  ["output", /产出|^(?:数量|质量|时效)$/u],
  ["cost", /成本/u],
  ["benefit", /效益|效果|^可持续影响$/u],
  ["satisfaction", /满意度/u],
];

/** Whether it says by when something is done, by its level 2. */
export function isInTime({ level2 }: Indicator): boolean {
  return bareLevel(level2?.text ?? "") === "时效";
}
