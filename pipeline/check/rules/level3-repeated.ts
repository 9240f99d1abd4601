/** The same level-3 name twice under one level 2. */
import { describeRepeat, repeatedLevel3 } from "../repeated-level3.ts";
import type { Rule } from "../rule.ts";

export const level3Repeated: Rule<"level3-repeated"> = {
  about: { zh: "同一二级指标下三级指标重复", en: "the same level 3 twice under one level 2" },
  *check(context) {
    for (const repeat of repeatedLevel3(context)) if (!repeat.cut) yield describeRepeat(repeat);
  },
};
