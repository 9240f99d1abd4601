/** A unit that stands without a value. */
import { eachIndicator } from "../each-indicator.ts";
import { isNotApplicable } from "../not-applicable.ts";
import type { Rule } from "../rule.ts";
import { subjectOf } from "../subject-of.ts";

export const unitWithoutNumber: Rule<"unit-without-number"> = {
  about: { zh: "只有计量单位，没有指标值", en: "a unit without a value" },
  *check(context) {
    for (const { project, indicator } of eachIndicator(context)) {
      const { unit, value } = indicator;
      if (unit === undefined || value !== undefined || isNotApplicable(unit.text)) continue;
      yield {
        at: unit.at,
        also: [context.blankAt(unit.at, "indicator.value")],
        subject: subjectOf(project),
        found: unit.text,
        args: { unit: unit.text },
      };
    }
  },
};
