/** What kind of indicator a level-1 and level-2 label make it, in the standard classification. */
import type { Indicator } from "../records/index.ts";

export type IndicatorKind = "output" | "cost" | "benefit" | "satisfaction";

/** A level name without the suffix 指标 and without spaces, as levels are compared. */
export function bareLevel(label: string): string {
  return label.replace(/\s+/gu, "").replace(/指标$/u, "");
}

/** The level-1 labels that a level-2 label may be under, the usual one first. Undefined: not a standard level 2. */
export function level1For(level2: string): readonly string[] | undefined {
  const bare = bareLevel(level2);
  if (bare.includes("满意度")) return ["满意度"];
  return standardLevel1.get(bare);
}

const standardLevel1: ReadonlyMap<string, readonly string[]> = new Map([
  ["数量", ["产出"]],
  ["质量", ["产出"]],
  ["时效", ["产出"]],
  // Cost was under output until 2021, and has been a level 1 of its own since.
  ["成本", ["产出", "成本"]],
  ["经济成本", ["成本"]],
  ["社会成本", ["成本"]],
  ["生态环境成本", ["成本"]],
  ["经济效益", ["效益", "效果"]],
  ["社会效益", ["效益", "效果"]],
  ["生态效益", ["效益", "效果"]],
  ["可持续影响", ["效益", "效果"]],
]);

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
