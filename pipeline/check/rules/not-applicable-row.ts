/** Rows that say they do not apply: one note for each project and horizon, as a thing to know. */
import { eachBlock } from "../each-indicator.ts";
import { placeOfIndicator } from "../fields-of.ts";
import { indicatorNotApplicable } from "../not-applicable.ts";
import type { Rule } from "../rule.ts";
import { subjectOf } from "../subject-of.ts";

export const notApplicableRow: Rule<"not-applicable-row"> = {
  about: { zh: "指标填了“无”“不适用”", en: "indicators marked 无 or 不适用" },
  *check(context) {
    for (const { project, indicators } of eachBlock(context)) {
      const rows = indicators.filter(indicatorNotApplicable);
      const [first, ...others] = rows.map(
        (indicator) => indicator.level3?.at ?? placeOfIndicator(indicator, project),
      );
      if (first === undefined) continue;
      yield { at: first, also: others, subject: subjectOf(project), args: { count: rows.length } };
    }
  },
};
