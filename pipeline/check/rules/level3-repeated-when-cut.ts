/** Different indicators under one level 2 that an export has cut to the same name. */
import { describeRepeat, repeatedLevel3 } from "../repeated-level3.ts";
import type { Rule } from "../rule.ts";

export const level3RepeatedWhenCut: Rule<"level3-repeated-when-cut"> = {
  about: { zh: "三级指标因截断而同名", en: "level-3 names that are the same because they were cut short" },
  *check(context) {
    for (const repeat of repeatedLevel3(context)) if (repeat.cut) yield describeRepeat(repeat);
  },
};
