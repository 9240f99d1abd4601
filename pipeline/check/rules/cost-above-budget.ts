/** Costs in money that add up to more than the year's budget. */
import { costSumsOff, describeCostSum } from "../cost-amounts.ts";
import type { Rule } from "../rule.ts";

export const costAboveBudget: Rule<"cost-above-budget"> = {
  about: { zh: "成本指标的金额之和超过年度资金总额", en: "costs that add up to more than the year's budget" },
  *check(context) {
    for (const cost of costSumsOff(context)) {
      if (cost.above) yield describeCostSum(cost);
    }
  },
};
