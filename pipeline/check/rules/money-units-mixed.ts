/** One budget whose amounts are given in different units. */
import { eachBudget, sourcesOf } from "../money.ts";
import type { Rule } from "../rule.ts";
import { subjectOf } from "../subject-of.ts";

export const moneyUnitsMixed: Rule<"money-units-mixed"> = {
  about: { zh: "同一项目的总额与各项来源用了不同的金额单位", en: "amounts of one budget in different units" },
  *check({ department }) {
    for (const { project, budget } of eachBudget(department.projects)) {
      const amounts = [budget.total, ...sourcesOf(budget)].filter((amount) => amount?.unit !== undefined);
      const [first] = amounts;
      const other = amounts.find((amount) => amount?.unit !== first?.unit);
      if (first?.unit === undefined || other?.unit === undefined) continue;
      yield {
        at: other.at,
        also: [first.at],
        subject: subjectOf(project),
        found: other.text,
        args: { unit: other.unit, first: first.unit },
      };
    }
  },
};
