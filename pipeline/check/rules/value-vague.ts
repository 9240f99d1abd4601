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
      const { level3, value } = indicator;
      if (value === undefined || !isVague(value.text)) continue;
      // 良好 is one of the grades that an assessment gives.
      if (/等次|等级|评级/u.test(level3?.text ?? "")) continue;
      if (!isOfKind(indicator, "output") && !isOfKind(indicator, "cost")) continue;
      yield { at: value.at, subject: subjectOf(project), found: value.text, args: { value: value.text } };
    }
  },
};
