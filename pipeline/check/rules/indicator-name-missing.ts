/** A row without a level-3 name. */
import { eachIndicator } from "../each-indicator.ts";
import { placeOfIndicator } from "../fields-of.ts";
import { indicatorNotApplicable } from "../not-applicable.ts";
import type { Rule } from "../rule.ts";
import { subjectOf } from "../subject-of.ts";

export const indicatorNameMissing: Rule<"indicator-name-missing"> = {
  about: { zh: "三级指标没有填写", en: "an indicator without a level-3 name" },
  *check(context) {
    for (const { project, indicator } of eachIndicator(context)) {
      if (indicator.level3 !== undefined || indicatorNotApplicable(indicator)) continue;
      yield {
        at: context.blankAt(placeOfIndicator(indicator, project), "indicator.level3"),
        subject: subjectOf(project),
        args: { valueToo: indicator.value === undefined },
      };
    }
  },
};
