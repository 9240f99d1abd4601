/** A rate above 100%; growth may be, and so may ratios of cover, liquidity and claims, which are left alone. */
import { compareDecimals } from "../../records/index.ts";
import { bareName } from "../indicator-name.ts";
import { isPercent } from "../parse-value.ts";
import { rule } from "../rule.ts";

const mayExceed =
  /增|升|提高|涨|保值|周转|投入产出|回报|收益|超额|拨备|流动比率|速动|产销率|偿债|备付|赔付|结算率|支出率|履约/u;

export const rateAbove100 = rule("rate-above-100", {
  number: 13,
  severity: "error",
  about: { zh: "比率超过 100%", en: "a rate above 100%" },
  says: { zh: "比率“{name}”的指标值 {value} 超过 100%", en: "The rate “{name}” is {value}, above 100%" },
  todo: { zh: "请核对指标值。", en: "Check the value." },
  indicator({ level3, value, printedValue, parsed }) {
    if (level3 === undefined || value === undefined || printedValue === undefined) return;
    const name = bareName(level3.text);
    if (!/率$|满意度$/u.test(name) || mayExceed.test(name)) return;
    if (!isPercent(parsed) || compareDecimals(parsed.number, "100") <= 0) return;
    return { at: value, args: { name, value: printedValue.text } };
  },
});
