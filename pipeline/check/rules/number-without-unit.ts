/** A number without a unit where value and unit share a column. */
import { eachIndicator } from "../each-indicator.ts";
import { isDimensionless } from "../indicator-name.ts";
import { parseValue } from "../parse-value.ts";
import type { Rule } from "../rule.ts";
import { hasSplitColumns } from "../split-columns.ts";
import { subjectOf } from "../subject-of.ts";

export const numberWithoutUnit: Rule<"number-without-unit"> = {
  about: { zh: "指标值有数字而没有单位", en: "a number without a unit" },
  *check(context) {
    if (hasSplitColumns(context.department)) return;
    for (const { project, indicator } of eachIndicator(context)) {
      const { level3, value } = indicator;
      if (value === undefined) continue;
      const parsed = parseValue(value.text);
      if (parsed.kind !== "number" || parsed.unit !== undefined) continue;
      // 培训人数（人） says its unit in the name.
      if (/[（(][^（()）]{1,6}[)）]$/u.test(level3?.text ?? "")) continue;
      if (isDimensionless(level3?.text ?? "")) continue;
      yield {
        at: value.at,
        subject: subjectOf(project),
        found: value.text,
        args: { number: parsed.number },
      };
    }
  },
};
