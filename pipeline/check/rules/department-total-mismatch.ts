/** The department's own total that is not the sum of its projects. */
import { sumDecimals } from "../../records/index.ts";
import { amountIn, amountsIn, differ } from "../money.ts";
import type { Rule } from "../rule.ts";

export const departmentTotalMismatch: Rule<"department-total-mismatch"> = {
  about: {
    zh: "部门预算合计不等于各项目之和",
    en: "a department's total that is not the sum of its projects",
  },
  *check({ department: { budgetTotal, projects }, spec }) {
    if (budgetTotal === undefined) return;
    const unit = spec.money.unit;
    const totals = projects.flatMap((project) => project.budget.total ?? []);
    const total = amountIn(budgetTotal, unit);
    const counted = amountsIn(totals, unit);
    // A project without a total is a finding of its own, and a sum without it would only repeat that.
    if (total === undefined || counted === undefined || totals.length < projects.length) return;
    const sum = sumDecimals(counted);
    if (!differ(total, sum)) return;
    yield {
      at: budgetTotal.at,
      also: totals.map((amount) => amount.at),
      found: budgetTotal.text,
      args: { total: sumDecimals([total]), sum, unit, projects: projects.length },
    };
  },
};
