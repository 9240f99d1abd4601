/** A name that counts or costs, with a unit of per cent. */
import { eachIndicator } from "../each-indicator.ts";
import { bareName } from "../indicator-name.ts";
import { parseValue } from "../parse-value.ts";
import type { Rule } from "../rule.ts";
import { subjectOf } from "../subject-of.ts";

// Only names that can mean nothing but a count or a sum; 成本 and 数量 alone may be saved or met by a share.
const counted = /(?:人数|次数|户数|人次|件数|个数|场次|天数)$|人均/u;
const share = /率|比例|占比|比重|增长|增幅|增加|降低|下降|减少|提高|提升|完成/u;

export const nameUnitDisagree: Rule<"name-unit-disagree"> = {
  about: {
    zh: "指标名称与计量单位不符（人数、次数、人均用了 %）",
    en: "a count or a per-head amount given in per cent",
  },
  *check(context) {
    for (const { project, indicator } of eachIndicator(context)) {
      const { level3, value, printedValue, unit } = indicator;
      if (level3 === undefined || value === undefined || printedValue === undefined) continue;
      const parsed = parseValue(printedValue.text);
      if (parsed.kind !== "number" || !/^(?:[%％]|百分比|百分点)$/u.test(parsed.unit ?? "")) continue;
      const name = bareName(level3.text);
      if (!counted.test(name) || share.test(name)) continue;
      yield {
        at: unit?.at ?? value.at,
        also: [level3.at],
        subject: subjectOf(project),
        found: printedValue.text,
        args: { name, unit: parsed.unit ?? "" },
      };
    }
  },
};
