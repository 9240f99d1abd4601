/** Costs in money that leave part of the year's budget unaccounted for. */
import { compareDecimals, sumDecimals } from "../../records/index.ts";
import { costSumsOff, describeCostSum } from "../cost-amounts.ts";
import type { Rule } from "../rule.ts";

export const costBelowBudget: Rule<"cost-below-budget"> = {
  about: {
    zh: "成本指标的金额之和少于年度资金总额（不到一半的当作单价，不查）",
    en: "costs that add up to less than the year's budget (below half of it they are taken for unit prices)",
  },
  *check(context) {
    for (const cost of costSumsOff(context)) {
      const half = compareDecimals(sumDecimals([cost.sum, cost.sum]), cost.budget) >= 0;
      if (!cost.above && cost.complete && half) yield describeCostSum(cost);
    }
  },
};
