/** What a purpose lists sum by sum, against the project's budget. */
import { compareDecimals, shiftDecimal, sumDecimals } from "../../records/index.ts";
import { foldSentence } from "../comparable.ts";
import { measureOf } from "../figures.ts";
import { amountIn } from "../money.ts";
import { rule } from "../rule.ts";

export const purposesAboveBudget = rule("purposes-above-budget", {
  number: 40,
  severity: "warning",
  about: {
    zh: "资金用途分项的金额之和超过年度资金总额（用于甲50万元、乙60万元）",
    en: "sums in a purpose that add up to more than the year's budget",
  },
  says: {
    zh: "资金用途分项合计 {sum}万元，超过年度资金总额 {budget}万元",
    en: "The sums in the purpose add up to {sum} 万元, more than the year's budget of {budget} 万元",
  },
  todo: { zh: "请核对资金用途和预算金额。", en: "Check the purpose and the budget." },
  project({ purpose, budget: { total } }) {
    const budget = total && amountIn(total, "万元");
    const sums = purpose && sumsIn(purpose.text);
    if (purpose === undefined || total === undefined || budget === undefined || sums === undefined) return;
    const sum = shiftDecimal(sumDecimals(sums), -4);
    // What is only rounded off is no mistake.
    if (compareDecimals(budget, "0") <= 0 || Number(sum) <= Number(budget) * 1.005) return;
    return { at: purpose, also: [total], args: { sum, budget } };
  },
});

/**
 * 用于甲50万元、乙60万元和丙3万元, 挂牌120株2.4万元，复壮12株16.6万元: a list of sums and nothing else, as 其中 and sums of other
 * things cannot be added.
 */
const item = String.raw`[^，、。；\d]{2,}(?:\d[\d,.]*[^，、。；\d元]{1,4})?\d[\d,.]*[万亿]?元`;
const list = new RegExp(
  `^(?:(?:主要|拟|计划)?用于)?(?<items>${item}(?:(?:[、，；]|以?及|和)${item})+)[。；]?$`,
  "u",
);
const otherMoney =
  /每|均|标准|不超过|共|合计|总|其中|带动|争取|引进|募集|自筹|实现|节约|减少|增加|贷款|投资额|收入|产值|撬动|损失|限额|奖金池|上年|结转|20\d\d年/u;

function sumsIn(purpose: string): readonly string[] | undefined {
  const items = list.exec(foldSentence(purpose).trim())?.groups?.items;
  if (items === undefined || otherMoney.test(items)) return undefined;
  return [...items.matchAll(/(\d[\d,.]*)([万亿]?元)/gu)].flatMap(
    ([, digits = "", unit = ""]) => measureOf(digits, unit)?.number ?? [],
  );
}
