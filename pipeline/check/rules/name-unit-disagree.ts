/** A name that counts or costs, with a unit of per cent; or a rate that is counted in persons or pieces. */
import { eachIndicator } from "../each-indicator.ts";
import { bareName } from "../indicator-name.ts";
import { parseValue } from "../parse-value.ts";
import type { Rule } from "../rule.ts";
import { subjectOf } from "../subject-of.ts";

// Only names that can mean nothing but a count or a sum; 成本 and 数量 alone may be saved or met by a share.
const counted = /(?:人数|次数|户数|人次|件数|个数|场次|天数)$|人均/u;
const share = /率|比例|占比|比重|增长|增幅|增加|降低|下降|减少|提高|提升|完成/u;
// 频率, 功率 and 周转率 are counted by nature.
const rate = /(?:(?<![频功效斜曲利税汇费]|周转)率|满意度|占比)$/u;
const countingUnit = /^[万千]?(?:人次?|户次?|次|个|项|件|家|所|场次?|台|套|座|篇|份|名)$/u;

function meaningOf(name: string, unit: string): "count" | "rate" | undefined {
  if (rate.test(name)) return countingUnit.test(unit) ? "rate" : undefined;
  if (!/^(?:[%％]|百分比|百分点)$/u.test(unit)) return undefined;
  return counted.test(name) && !share.test(name) ? "count" : undefined;
}

export const nameUnitDisagree: Rule<"name-unit-disagree"> = {
  about: {
    zh: "指标名称与计量单位不符（人数、次数、人均用了 %，比率用了人、次）",
    en: "a count or a per-head amount in per cent, or a rate in persons or pieces",
  },
  *check(context) {
    for (const { project, indicator } of eachIndicator(context)) {
      const { level3, value, printedValue, unit } = indicator;
      if (level3 === undefined || value === undefined || printedValue === undefined) continue;
      const parsed = parseValue(printedValue.text);
      if (parsed.kind !== "number" || parsed.unit === undefined) continue;
      const name = bareName(level3.text);
      const means = meaningOf(name, parsed.unit);
      if (means === undefined) continue;
      yield {
        at: unit?.at ?? value.at,
        also: [level3.at],
        subject: subjectOf(project),
        found: unit?.text ?? value.text,
        args: { name, unit: parsed.unit, means },
      };
    }
  },
};
