/** A value under output or cost that nothing can be measured by. */
import { eachIndicator } from "../each-indicator.ts";
import { isOfKind } from "../levels.ts";
import type { Rule } from "../rule.ts";
import { subjectOf } from "../subject-of.ts";
import { isVague } from "../vague-value.ts";

export const valueVague: Rule<"value-vague"> = {
  about: {
    zh: "产出、成本指标的值不可衡量（提高、完成……）",
    en: "an output or cost that nothing can be measured by",
  },
  *check(context) {
    for (const { project, indicator } of eachIndicator(context)) {
      const { value } = indicator;
      if (value === undefined || !isVague(value.text)) continue;
      if (!isOfKind(indicator, "output") && !isOfKind(indicator, "cost")) continue;
      yield { at: value.at, subject: subjectOf(project), found: value.text, args: {} };
    }
  },
};
