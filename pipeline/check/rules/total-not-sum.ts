/** A total that is not the sum of its sources; a blank source counts as 0. */
import { sumDecimals } from "../../records/index.ts";
import { amountIn, amountsIn, differ, eachBudget, sourcesOf } from "../money.ts";
import type { Rule } from "../rule.ts";
import { subjectOf } from "../subject-of.ts";

export const totalNotSum: Rule<"total-not-sum"> = {
  about: {
    zh: "资金总额不等于各项来源之和（误差 0.01）",
    en: "a total that is not the sum of its sources (beyond 0.01)",
  },
  *check({ department, spec }) {
    const unit = spec.money.unit;
    for (const { project, horizon, budget } of eachBudget(department.projects)) {
      const sources = sourcesOf(budget);
      if (budget.total === undefined || sources.length === 0) continue;
      const total = amountIn(budget.total, unit);
      const parts = amountsIn(sources, unit);
      if (total === undefined || parts === undefined) continue;
      const sum = sumDecimals(parts);
      // A form's own source may be a part of 财政资金 (其中), and is then no summand beside it.
      const shared = amountsIn(sourcesOf({ ...budget, own: {} }), unit) ?? [];
      if (!differ(total, sum) || !differ(total, sumDecimals(shared))) continue;
      yield {
        at: budget.total.at,
        also: sources.map((source) => source.at),
        subject: subjectOf(project),
        found: budget.total.text,
        args: { horizon, total: sumDecimals([total]), sum, unit },
      };
    }
  },
};
