/** Amounts that add up, or nearly, but no longer do once each is rounded for printing. */
import { compareDecimals, roundDecimal, sumDecimals } from "../../records/index.ts";
import { amountIn, amountsIn, differ, eachBudget, sourcesOf } from "../money.ts";
import type { Rule } from "../rule.ts";
import { subjectOf } from "../subject-of.ts";

export const printedPartsNotSum: Rule<"printed-parts-not-sum"> = {
  about: {
    zh: "原数相等或只差尾数，四舍五入后打印的各项之和不等于打印的合计",
    en: "amounts that agree, but not as rounded and printed",
  },
  *check({ department, spec: { money } }) {
    if (money.print !== "fixed") return;
    const printed = (value: string) => roundDecimal(value, money.places);
    for (const { project, horizon, budget } of eachBudget(department.projects)) {
      if (budget.total === undefined) continue;
      const total = amountIn(budget.total, money.unit);
      const parts = amountsIn(sourcesOf(budget), money.unit);
      // What differs by more than the tolerance is `total-not-sum`'s.
      if (total === undefined || parts === undefined || differ(total, sumDecimals(parts))) continue;
      const rounded = parts.map(printed);
      if (compareDecimals(printed(total), sumDecimals(rounded)) === 0) continue;
      yield {
        at: budget.total.at,
        also: sourcesOf(budget).map((source) => source.at),
        subject: subjectOf(project),
        found: budget.total.text,
        args: { horizon, total: printed(total), parts: rounded.join(" + ") },
      };
    }
  },
};
