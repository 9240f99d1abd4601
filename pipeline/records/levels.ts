/** The standard classification of indicators: what level a label is of, and which level 1 a level 2 belongs to. */

import { withoutSelectors } from "./selectors.ts";

/** A level name without the suffix 指标 and without spaces, as levels are compared. */
export function bareLevel(label: string): string {
  return withoutSelectors(label).replace(/\s+/gu, "").replace(/指标$/u, "");
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

const level1 = new Set(["产出", "效益", "效果", "满意度", "成本"]);

/** The level that a label is of by itself; undefined for what is no level of the standard classification. */
export function rankOfLevel(label: string): 1 | 2 | undefined {
  const bare = bareLevel(label);
  if (level1.has(bare)) return 1;
  return standardLevel1.has(bare) || bare === "服务对象满意度" ? 2 : undefined;
}
