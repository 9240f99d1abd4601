/** A form that prints amounts as given, and an export whose columns count in another unit; one note for each column. */
import type { Amount, Project } from "../../records/index.ts";
import { groupBy } from "../group-by.ts";
import { eachBudget, sourcesOf } from "../money.ts";
import type { Rule } from "../rule.ts";

export const moneyUnitDiffers: Rule<"money-unit-differs"> = {
  about: {
    zh: "表头的金额单位与表式不同（按原数印出的表式）",
    en: "a column counted in another unit than the form's, where amounts are printed as given",
  },
  *check({ department, spec: { money } }) {
    if (money.print !== "as-given") return;
    for (const [first, ...others] of groupBy(
      otherUnits(department.projects, money.unit),
      columnOf,
    ).values()) {
      if (first?.unit === undefined) continue;
      yield {
        at: first.at,
        found: first.text,
        args: { unit: first.unit, printed: money.unit, count: others.length + 1 },
      };
    }
  },
};

/** Amounts that the form prints with their unit; those that say it in their own cell keep it anyway. */
function otherUnits(projects: readonly Project[], unit: string): readonly Amount[] {
  return [...eachBudget(projects)]
    .flatMap(({ budget }) => [...(budget.total ? [budget.total] : []), ...sourcesOf(budget)])
    .filter((amount) => {
      const counted = amount.value !== undefined && /[1-9]/u.test(amount.value);
      return counted && amount.unit !== undefined && amount.unit !== unit && amount.unitFrom !== "cell";
    });
}

function columnOf({ at, unit }: Amount): string {
  if (at.kind === "cell") return `${at.file} ${at.column} ${unit}`;
  return at.kind === "json" ? `${at.file} ${at.pointer.replace(/\/\d+/gu, "/#")} ${unit}` : `${unit}`;
}
