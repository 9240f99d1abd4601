/** A number without a unit where units have a column of their own. */
import { eachIndicator } from "../each-indicator.ts";
import { isDimensionless } from "../indicator-name.ts";
import { callsForNoNumber } from "../operator-code.ts";
import { parseValue } from "../parse-value.ts";
import type { Rule } from "../rule.ts";
import { hasSplitColumns } from "../split-columns.ts";
import { subjectOf } from "../subject-of.ts";

export const indicatorUnitMissing: Rule<"indicator-unit-missing"> = {
  about: { zh: "计量单位没有填写（符号、值、单位分列时）", en: "a number whose unit column is blank" },
  *check(context) {
    if (!hasSplitColumns(context.department)) return;
    for (const { project, indicator } of eachIndicator(context)) {
      const { operator, level3, value, unit } = indicator;
      if (value === undefined || unit !== undefined || isDimensionless(level3?.text ?? "")) continue;
      if (operator !== undefined && callsForNoNumber(operator.text)) continue;
      const parsed = parseValue(value.text);
      if (parsed.kind !== "number" || parsed.unit !== undefined) continue;
      yield {
        at: context.blankAt(value.at, "indicator.unit"),
        also: [value.at],
        subject: subjectOf(project),
        args: { value: value.text },
      };
    }
  },
};
