/** Prose that says what the projects cost in all, when they do not. */
import {
  compareDecimals,
  convertMoney,
  moneyUnits,
  parseDecimal,
  roundDecimal,
  sumDecimals,
} from "../../records/index.ts";
import { amountsIn } from "../money.ts";
import type { Rule } from "../rule.ts";
import { statementsIn } from "../statements.ts";

export const proseMoneyDiffers: Rule<"prose-money-differs"> = {
  about: {
    zh: "总体目标中的项目预算金额与实际不符",
    en: "prose that says another sum of money than the projects'",
  },
  *check({ department: { overall, projects }, spec }) {
    const unit = spec.money.unit;
    const totals = projects.flatMap(({ budget }) => budget.total ?? []);
    const amounts = amountsIn(totals, unit);
    if (amounts === undefined || totals.length < projects.length) return;
    const sum = sumDecimals(amounts);
    for (const text of overall) {
      for (const { groups } of statementsIn(text.text, sums)) {
        const stated = parseDecimal((groups?.number ?? "").replaceAll(",", ""));
        const statedUnit = moneyUnits.find((known) => known === groups?.unit);
        if (stated === undefined || statedUnit === undefined) continue;
        const actual = convertMoney(sum, { from: unit, to: statedUnit });
        const places = /\.(\d+)$/u.exec(stated)?.[1]?.length ?? 0;
        if (compareDecimals(roundDecimal(actual, places), stated) === 0) continue;
        yield {
          at: text.at,
          also: totals.map(({ at }) => at),
          found: text.text,
          ...(groups?.found !== undefined && { part: groups.found }),
          args: { stated, actual, unit: statedUnit },
        };
      }
    }
  },
};

// 涉及资金 may be any money, save behind the number of projects.
const sums = [
  /(?<found>(?:项目(?:支出)?预算|预算项目资金|项目资金|项目支出)(?:总额|合计|总计|共计|共|为)*(?<number>[\d,]+(?:\.\d+)?)(?<unit>亿元|万元|元))/gu,
  /(?:个(?:部门预算|预算|部门)?项目|项目\d+个)，?(?:共|共计|合计|总计)?(?<found>涉及(?:预算)?资金(?:共|共计|合计|总计)?(?<number>[\d,]+(?:\.\d+)?)(?<unit>亿元|万元|元))/gu,
];
