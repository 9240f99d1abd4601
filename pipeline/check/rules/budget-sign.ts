/** An amount of a budget below 0, or a budget of 0. */
import { type Amount, compareDecimals } from "../../records/index.ts";
import { amountsOf, budgetsOf } from "../money.ts";
import { rule } from "../rule.ts";

export const budgetNegative = rule("budget-negative", {
  number: 18,
  severity: "error",
  about: { zh: "预算金额是负数", en: "an amount of a budget below 0" },
  says: { zh: "预算金额是负数（小于 0）", en: "The amount is negative" },
  todo: {
    zh: "请核对；括号里的金额也按负数读。调减的预算请填调整后的金额。",
    en: "Check it; an amount in brackets counts as negative. For a reduced budget, write what is left.",
  },
  *project(project) {
    for (const { budget } of budgetsOf(project)) {
      const [first, ...also] = amountsOf(budget).filter(isNegative);
      if (first !== undefined) yield { at: first, also, args: {} };
    }
  },
});

/** A year without money in a project of several years is sound. */
export const budgetZero = rule("budget-zero", {
  number: 18,
  severity: "warning",
  about: { zh: "年度资金总额是 0", en: "a budget of 0" },
  says: { zh: "年度资金总额是 0", en: "The year's budget is 0" },
  todo: {
    zh: "请核对；没有预算的项目请不要导出。",
    en: "Check it; do not export a project without a budget.",
  },
  project({ budget: { total }, midTermBudget }) {
    if (total?.value === undefined || compareDecimals(total.value, "0") !== 0) return;
    return midTermBudget.total === undefined ? { at: total, args: {} } : undefined;
  },
});

function isNegative(amount: Amount | undefined): amount is Amount {
  return amount?.value !== undefined && compareDecimals(amount.value, "0") < 0;
}
