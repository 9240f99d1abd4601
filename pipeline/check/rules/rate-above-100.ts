/** A rate above 100%; growth may be, and so may ratios of cover and liquidity, which are left alone. */
import { compareDecimals } from "../../records/index.ts";
import { eachIndicator } from "../each-indicator.ts";
import { bareName } from "../indicator-name.ts";
import { parseValue } from "../parse-value.ts";
import type { Rule } from "../rule.ts";
import { subjectOf } from "../subject-of.ts";

const mayExceed = /增|升|提高|涨|保值|周转|投入产出|回报|收益|超额|拨备|流动比率|速动|产销率|偿债|备付/u;

export const rateAbove100: Rule<"rate-above-100"> = {
  about: { zh: "比率超过 100%", en: "a rate above 100%" },
  *check(context) {
    for (const { project, indicator } of eachIndicator(context)) {
      const { level3, value, printedValue } = indicator;
      if (level3 === undefined || value === undefined || printedValue === undefined) continue;
      const name = bareName(level3.text);
      if (!/率$|满意度$/u.test(name) || mayExceed.test(name)) continue;
      const parsed = parseValue(printedValue.text);
      if (parsed.kind !== "number" || !/^(?:[%％]|百分比)$/u.test(parsed.unit ?? "")) continue;
      if (compareDecimals(parsed.number, "100") <= 0) continue;
      yield {
        at: value.at,
        subject: subjectOf(project),
        found: value.text,
        args: { name, value: printedValue.text },
      };
    }
  },
};
