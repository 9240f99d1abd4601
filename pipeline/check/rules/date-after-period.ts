/** An indicator's date after the end of its project. */
import { dateIn, isLater, parseSpan } from "../dates.ts";
import { eachIndicator } from "../each-indicator.ts";
import { parseValue } from "../parse-value.ts";
import type { Rule } from "../rule.ts";
import { subjectOf } from "../subject-of.ts";

export const dateAfterPeriod: Rule<"date-after-period"> = {
  about: { zh: "指标的日期晚于项目期的结束", en: "an indicator's date after the end of its project" },
  *check(context) {
    for (const { project, indicator } of eachIndicator(context)) {
      const { level3, value, printedValue } = indicator;
      const end = project.period && parseSpan(project.period.text)?.to;
      if (value === undefined || end === undefined || parseValue(printedValue?.text ?? "").kind !== "date")
        continue;
      const date = dateIn(value.text);
      // What looks back on a project comes after it.
      if (
        date === undefined ||
        !isLater(date, end) ||
        /验收|评价|决算|结算|审计|总结/u.test(level3?.text ?? "")
      )
        continue;
      yield {
        at: value.at,
        also: project.period === undefined ? [] : [project.period.at],
        subject: subjectOf(project),
        found: value.text,
        args: { period: project.period?.text ?? "" },
      };
    }
  },
};
