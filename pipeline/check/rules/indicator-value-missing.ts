/** An indicator that has a name and no value; a unit left alone is told by another rule. */
import { eachIndicator } from "../each-indicator.ts";
import { placeOfIndicator } from "../fields-of.ts";
import { indicatorNotApplicable } from "../not-applicable.ts";
import type { Rule } from "../rule.ts";
import { subjectOf } from "../subject-of.ts";

export const indicatorValueMissing: Rule<"indicator-value-missing"> = {
  about: { zh: "指标值没有填写", en: "an indicator without a value" },
  *check(context) {
    for (const { project, indicator } of eachIndicator(context)) {
      const { level3, value, unit } = indicator;
      if (level3 === undefined || value !== undefined || unit !== undefined) continue;
      if (indicatorNotApplicable(indicator)) continue;
      yield {
        at: context.blankAt(placeOfIndicator(indicator, project), "indicator.value"),
        subject: subjectOf(project),
        args: { indicator: level3.text },
      };
    }
  },
};
