/** The cost indicators of a project's year that add up to more, or to less, than its budget. */
import {
  type Amount,
  compareDecimals,
  type Decimal,
  shiftDecimal,
  sumDecimals,
  type Text,
} from "../../records/index.ts";
import type { IndicatorBlock, PrintedIndicator } from "../indicator-blocks.ts";
import { amountIn, differ } from "../money.ts";
import { isNotApplicable } from "../not-applicable.ts";
import { type OwnContext, rule } from "../rule.ts";

export const costAboveBudget = rule("cost-above-budget", {
  number: 21,
  severity: "error",
  about: { zh: "成本指标的金额之和超过年度资金总额", en: "costs that add up to more than the year's budget" },
  says: {
    zh: "成本指标合计 {sum}{unit}，超过年度资金总额 {budget}{unit}",
    en: "The costs add up to {sum} {unit}, more than the year's budget of {budget} {unit}",
  },
  todo: { zh: "请核对成本指标与预算金额。", en: "Check the costs and the budget." },
  block(block, context) {
    const costs = costsOff(block, context);
    if (costs !== undefined && timesOff(costs) !== undefined) return undefined;
    return costs && compareDecimals(costs.sum, costs.budget) > 0 ? describe(costs) : undefined;
  },
});

/** Somebody took 元 for 万元, in the costs or in the budget. */
export const costTenThousandTimesOff = rule("cost-ten-thousand-times-off", {
  number: 21,
  severity: "error",
  about: {
    zh: "成本指标的金额恰好是预算的 1 万倍或万分之一",
    en: "costs that are exactly 10,000 times the budget, or a ten-thousandth of it",
  },
  says: {
    zh: ({ sum, budget, unit, larger }: TimesOff) =>
      `成本指标合计 ${sum}${unit}，年度资金总额 ${budget}${unit}，${larger ? "成本" : "预算"}恰好是另一个的 1 万倍，像是把元和万元弄混了`,
    en: ({ sum, budget, unit, larger }: TimesOff) =>
      `${larger ? "The costs are" : "The budget is"} exactly 10,000 times the other (costs ${sum} ${unit}, budget ${budget} ${unit}): 元 and 万元 seem to be confused`,
  },
  todo: {
    zh: "请核对成本指标的单位和预算数的单位。",
    en: "Check the unit of the costs and that of the budget.",
  },
  block(block, context) {
    const costs = costsOff(block, context);
    const larger = costs && timesOff(costs);
    if (costs === undefined || larger === undefined) return;
    const found = describe(costs);
    return found && { ...found, args: { ...found.args, larger: larger === "costs" } };
  },
});

type TimesOff = {
  readonly sum: Decimal;
  readonly budget: Decimal;
  readonly unit: string;
  /** The costs are the larger of the two. */
  readonly larger: boolean;
};

/** Which of the two is exactly 10,000 times the other. */
function timesOff({ sum, budget }: Costs): "costs" | "budget" | undefined {
  if (compareDecimals(budget, "0") <= 0) return undefined;
  if (compareDecimals(sum, shiftDecimal(budget, 4)) === 0) return "costs";
  return compareDecimals(shiftDecimal(sum, 4), budget) === 0 ? "budget" : undefined;
}

/** Costs below half of the budget are taken for unit prices. */
export const costBelowBudget = rule("cost-below-budget", {
  number: 21,
  severity: "warning",
  about: {
    zh: "成本指标的金额之和少于年度资金总额（不到一半的当作单价，不查）",
    en: "costs that add up to less than the year's budget (below half of it they are taken for unit prices)",
  },
  says: {
    zh: "成本指标合计 {sum}{unit}，少于年度资金总额 {budget}{unit}",
    en: "The costs add up to {sum} {unit}, less than the year's budget of {budget} {unit}",
  },
  todo: { zh: "请核对是否漏列了成本指标。", en: "Check whether a cost indicator is missing." },
  block(block, context) {
    const costs = costsOff(block, context);
    if (!costs?.complete || compareDecimals(costs.sum, costs.budget) > 0) return;
    const isHalf = compareDecimals(sumDecimals([costs.sum, costs.sum]), costs.budget) >= 0;
    return isHalf ? describe(costs) : undefined;
  },
});

type Costs = {
  readonly values: readonly Text[];
  readonly total: Amount;
  readonly sum: Decimal;
  readonly budget: Decimal;
  readonly unit: string;
  /** Every cost indicator is a sum of money, and not all of what is bought from others, so nothing is left to account for the rest. */
  readonly complete: boolean;
};

/** Costs that do not add up to the year's budget, if that can be told at all. Mid-term money is never compared with a year's. */
function costsOff({ project, horizon, indicators }: IndicatorBlock, { spec }: OwnContext): Costs | undefined {
  if (horizon !== "annual") return undefined;
  const unit = spec.money.unit;
  const { total } = project.budget;
  const budget = total && amountIn(total, unit);
  const costs = indicators.filter(isBudgetCost);
  if (total === undefined || budget === undefined || costs.some(isNoTotal) || hasWholeAndParts(costs))
    return undefined;
  const counted = costs
    .flatMap((indicator) => moneyOf(indicator) ?? [])
    .map((yuan) => shiftDecimal(yuan, -powerOf(unit)));
  const sum = sumDecimals(counted);
  // One of them may be the whole, and the others its parts.
  if (counted.length === 0 || [...counted, sum].some((amount) => !differ(amount, budget))) return undefined;
  const values = costs.flatMap(({ value }) => value ?? []);
  const complete = counted.length === costs.length && !costs.every(isBought);
  return { values, total, sum, budget, unit, complete };
}

function describe({ values: [first, ...others], total, sum, budget, unit }: Costs) {
  return first && { at: first, also: [...others, total], args: { sum, budget, unit } };
}

/** What society or nature pays is not the budget's. */
function isBudgetCost({ kinds, level2, level3, value }: PrintedIndicator): boolean {
  if (!kinds.has("cost") || /社会|生态/u.test(level2?.text ?? "")) return false;
  return [value, level3].every((cell) => cell !== undefined && !isNotApplicable(cell.text));
}

/** 聘请专家费用, 委托审计费用: a part of what a project costs. */
function isBought({ level3 }: PrintedIndicator): boolean {
  return /^(?:年度?|全年)?(?:聘请|聘用|外聘|委托|外包|购买)/u.test(level3?.text ?? "");
}

const priceName = /单价|单位成本|单次|单个|单件|次均|标准|人均|户均|均价|平均|每|节约|节省|降低|减少|压减/u;
const wholeName = /总成本|总额|总投入|总费用|合计|总计|总支出/u;

function hasWholeAndParts(costs: readonly PrintedIndicator[]): boolean {
  return costs.length > 1 && costs.some(({ level3 }) => wholeName.test(level3?.text ?? ""));
}

/** A unit price, a saving, a range or a lower limit is not a sum of the year's money. */
function isNoTotal({ level3, printedValue, parsed }: PrintedIndicator): boolean {
  if (priceName.test(level3?.text ?? "") || /每/u.test(printedValue?.text ?? "")) return true;
  if (parsed.kind === "range" || parsed.kind === "unclear") return true;
  if (parsed.kind !== "number") return false;
  return parsed.operator === "≥" || parsed.operator === ">" || /元.+|[千万].*\//u.test(parsed.unit ?? "");
}

const powers: ReadonlyMap<string, number> = new Map(
  Object.entries({ 元: 0, 千: 3, 千元: 3, 万: 4, 万元: 4, 亿: 8, 亿元: 8 }),
);

/** In 元; undefined if the value is not a sum of money. */
function moneyOf({ parsed }: PrintedIndicator): Decimal | undefined {
  const power = parsed.kind === "number" ? powers.get(parsed.unit ?? "") : undefined;
  return parsed.kind === "number" && power !== undefined ? shiftDecimal(parsed.number, power) : undefined;
}

function powerOf(unit: string): number {
  return powers.get(unit) ?? 0;
}
