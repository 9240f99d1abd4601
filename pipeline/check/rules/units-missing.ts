/** A number without a unit, in a column of its own or in that of the value. */
import { callsForNoNumber, type Department } from "../../records/index.ts";
import { isDimensionless } from "../indicator-name.ts";
import { parseValue } from "../parse-value.ts";
import { type RuleContext, rule } from "../rule.ts";

export const indicatorUnitMissing = rule("indicator-unit-missing", {
  number: 4,
  severity: "error",
  about: { zh: "计量单位没有填写（符号、值、单位分列时）", en: "a number whose unit column is blank" },
  says: {
    zh: "指标值“{value}”是数字，但计量单位没有填写",
    en: "The value “{value}” is a number, but its unit is blank",
  },
  todo: { zh: "请补填计量单位。", en: "Fill in the unit." },
  *department(context) {
    if (!hasSplitColumns(context.department)) return;
    for (const { project, indicator, value } of bareNumbers(context)) {
      if (indicator.operator !== undefined && callsForNoNumber(indicator.operator.text)) continue;
      const at = context.blankAt(value.at, "indicator.unit");
      yield { at, also: [value], project, args: { value: value.text } };
    }
  },
});

export const numberWithoutUnit = rule("number-without-unit", {
  number: 11,
  ofLists: true,
  severity: "warning",
  about: { zh: "指标值有数字而没有单位", en: "a number without a unit" },
  says: { zh: "指标值中的数字 {number} 没有计量单位", en: "The number {number} in the value has no unit" },
  todo: { zh: "请写明单位，例如 次、人、%。", en: "Add one, for example 次, 人 or %." },
  *department(context) {
    if (hasSplitColumns(context.department)) return;
    for (const { project, indicator, value, number } of bareNumbers(context)) {
      // 培训人数（人） has its unit in the name.
      if (/[（(][^（()）]{1,6}[)）]$/u.test(indicator.level3?.text ?? "")) continue;
      yield { at: value, project, args: { number } };
    }
  },
});

/** Indicators whose value is a number without a unit beside it or behind it, but for those that need none. */
function bareNumbers({ blocks }: RuleContext) {
  return blocks.flatMap(({ project, indicators }) =>
    indicators.flatMap((indicator) => {
      const { level3, value, unit } = indicator;
      if (unit !== undefined) return [];
      const parsed = parseValue(value?.text ?? "");
      if (value === undefined || parsed.kind !== "number" || parsed.unit !== undefined) return [];
      return isDimensionless(level3?.text ?? "")
        ? []
        : [{ project, indicator, value, number: parsed.number }];
    }),
  );
}

/** Whether a department's export gives operator, value and unit in columns of their own. */
function hasSplitColumns({ projects }: Department): boolean {
  return projects.some(({ indicators }) =>
    indicators.some(({ operator, unit }) => operator !== undefined || unit !== undefined),
  );
}
