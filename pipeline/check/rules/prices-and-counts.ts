/** Unit prices times what is counted, against the project's budget. */
import type { Decimal, Text } from "../../records/index.ts";
import { bareUnit, type Figure, measureOf } from "../figures.ts";
import type { IndicatorBlock, PrintedIndicator } from "../indicator-blocks.ts";
import { bareName } from "../indicator-name.ts";
import { sharesPair } from "../likeness.ts";
import { amountIn } from "../money.ts";
import { isNotApplicable } from "../not-applicable.ts";
import { rule } from "../rule.ts";
import { unitWord } from "../unit-words.ts";

/** Only if each price has one count: a price that several indicators could mean proves nothing. */
export const pricesAboveBudget = rule("prices-above-budget", {
  number: 40,
  severity: "warning",
  about: {
    zh: "单价乘数量超过年度资金总额（指标的，或资金用途、年度目标同一句里的：36处，每处18万元）",
    en: "unit prices times counts that are more than the year's budget, of indicators or in one sentence of the purpose or the goal",
  },
  says: {
    zh: "按 {sums} 计算约需 {needed}万元，年度资金总额是 {budget}万元",
    en: "{sums} comes to about {needed} 万元; the year's budget is {budget} 万元",
  },
  todo: {
    zh: "请核对单价、数量和预算金额（及其单位）。",
    en: "Check the prices, the counts, the budget, and their units.",
  },
  *block(block, { figuresOf }) {
    const { project, horizon } = block;
    const total = project.budget.total;
    const budget = total && amountIn(total, "万元");
    if (horizon !== "annual" || total === undefined || budget === undefined || Number(budget) <= 0) return;
    for (const text of [project.purpose ?? [], project.goals.annual?.lines ?? []].flat()) {
      const above = aboveIn(figuresOf(text.text), Number(budget));
      if (above === undefined) continue;
      yield { at: text, part: above.part, also: [total], args: { ...above.args, budget } };
      return;
    }
    const dear = block.indicators.find((one) => isAbove(one, Number(budget) * 10_000));
    if (dear?.printedValue !== undefined) {
      const { printedValue: price, parsed } = dear;
      const needed =
        parsed.kind === "number" ? priceOf(dear, parsed.number, parsed.unit ?? "")?.yuan : undefined;
      const args = { sums: price.text, needed: String(Number(needed) / 10_000), budget };
      yield { at: price, also: [total], args };
      return;
    }
    const items = itemsOf(block, Number(budget) * 10_000);
    const [first, ...others] = items?.filter(({ count }) => count !== undefined) ?? [];
    if (items === undefined || first === undefined) return;
    const needed = items.reduce((sum, item) => sum + item.needed, 0) / 10_000;
    // What is only rounded off is no mistake, and prices are upper limits.
    if (needed <= Number(budget) * 1.05) return;
    const sums = [first, ...others]
      .map(({ price, count }) => `${price.text}×${count?.text ?? ""}`)
      .join("、");
    yield {
      at: first.price,
      also: [...others.map(({ price }) => price), ...items.flatMap(({ count }) => count ?? []), total],
      args: { sums, needed: String(Math.round(needed * 100) / 100), budget },
    };
  },
});

/** What may stand between a count and the price of all that it counts, but for what is counted: 36个站点，每个投入18万元. */
const priceBehind = new RegExp(
  String.raw`^(?:[^，、,：:（(其对]{0,12}[，、,：:（(])?按?照?(?:每${unitWord}|[人户亩次]均)?(?:的?(?:平均)?(?:补助|补贴|投入|投资|安排|造价|单价|价格|费用|成本|经费|标准|需要?))?(?:为|约|需|按|不?超过|不高于|[≤=≈])*$`,
  "u",
);
/** Of the price the project pays a part, others the rest, or it is paid over several years. */
const sharedPrice =
  /其中|其余|剩余|承担|负担|分担|分摊|自筹|配套|中央|省级|市级|上级|分[两二三四五\d]?[年期]/u;

/** 建设36处，每处18万元, in one breath; with other words between them it may be the price of some of them. */
function aboveIn(figures: readonly Figure[], budget: number) {
  for (const [index, price] of figures.entries()) {
    const count = figures[index - 1];
    if (count === undefined || price.per === undefined || price.unit !== "元") continue;
    if (count.sentence !== price.sentence || count.aside || count.unit !== bareUnit(price.per)) continue;
    if (!priceBehind.test(price.since) || sharedPrice.test(count.rest)) continue;
    const needed = (Number(count.number) * Number(price.number)) / 10_000;
    if (needed <= budget * 1.05) continue;
    const args = {
      sums: `${price.written}×${count.written}`,
      needed: String(Math.round(needed * 100) / 100),
    };
    return { part: price.written, args };
  }
  return undefined;
}

/** A price of one thing that is more than all the money there is. */
function isAbove(indicator: PrintedIndicator, budget: number): boolean {
  const { kinds, level2, parsed } = indicator;
  if (!kinds.has("cost") || /社会|生态/u.test(level2?.text ?? "") || parsed.kind !== "number") return false;
  const price = priceOf(indicator, parsed.number, parsed.unit ?? "");
  return price?.per !== undefined && Number(price.yuan) > budget * 1.05;
}

type Item = {
  readonly price: Text;
  readonly count: Text | undefined;
  /** In 元; no sum of money that is printed, so a double will do. */
  readonly needed: number;
};

/** What each cost takes of the budget, in 元; undefined if one of them cannot be told. */
function itemsOf({ indicators }: IndicatorBlock, budget: number): readonly Item[] | undefined {
  // What says not what it counts may be what a price is of.
  if (indicators.some((one) => isQuantity(one) && one.counted === undefined)) return undefined;
  const items: Item[] = [];
  for (const indicator of indicators) {
    const { kinds, level2, level3, printedValue, parsed } = indicator;
    if (!kinds.has("cost") || /社会|生态/u.test(level2?.text ?? "")) continue;
    if (printedValue === undefined || isNotApplicable(printedValue.text)) continue;
    if (parsed.kind !== "number" || /节约|降低|减少|压减|其中/u.test(level3?.text ?? "")) return undefined;
    const price = priceOf(indicator, parsed.number, parsed.unit ?? "");
    if (price === undefined) return undefined;
    if (price.per === undefined) {
      // 总成本 has in it what is bought by the piece.
      if (/总(?!人|数|量|工)|合计/u.test(level3?.text ?? "") || Number(price.yuan) >= budget * 0.95) continue;
      items.push({ price: printedValue, count: undefined, needed: Number(price.yuan) });
      continue;
    }
    const [counted, ...more] = countsOf(indicators, price.per);
    if (counted?.level3 !== undefined && isOfAnother(bareName(level3?.text ?? ""), counted.level3.text))
      return undefined;
    if (counted?.printedValue === undefined || more.length > 0 || counted.parsed.kind !== "number")
      return undefined;
    const count = measureOf(counted.parsed.number, counted.parsed.unit ?? "");
    if (count === undefined) return undefined;
    const needed = Number(price.yuan) * Number(count.number) * price.times;
    items.push({ price: printedValue, count: counted.printedValue, needed });
  }
  return items;
}

/** 卫星便携站单价 is of no 图传设备: who names what is bought means that alone. */
function isOfAnother(price: string, counted: string): boolean {
  const [, bought = ""] =
    /^(?:平均)?(?:采购|购置|购买)?(.+?)(?:采购|购置)?(?:平均)?(?:单价|价格)$/u.exec(price) ?? [];
  return bought.length >= 3 && !sharesPair(bought, counted);
}

/** 每个站点建设费用 of 9万元 is 9万元/个, and 人均经费 is of each 人; of each and a time (每人每月) it cannot be told. */
function priceOf({ level3 }: PrintedIndicator, number: Decimal, unit: string): Price | undefined {
  const price = priceIn(number, unit);
  const name = bareName(level3?.text ?? "");
  if (price === undefined || price.per !== undefined || !/每|均/u.test(name)) return price;
  const [, of, mean] = onlyEach.exec(name) ?? [];
  const per = of ?? mean;
  return per === undefined || price.times !== 1 ? undefined : { ...price, per };
}

const onlyEach = new RegExp(`^[^每均]*(?:每(${unitWord})|([人户亩])均)(?![次日天月季])[^每均]*$`, "u");

type Price = { readonly yuan: Decimal; readonly per: string | undefined; readonly times: number };

/** 4.7万元/人、年, 300元/人/月, 50万元; undefined if it is no money, or counted by more than a thing and a time. */
function priceIn(number: Decimal, unit: string): Price | undefined {
  const [money = "", ...per] = unit.split(/[/／·、.每]/u);
  const measure = measureOf(number, /^[万亿]$/u.test(money) ? `${money}元` : money);
  if (measure?.unit !== "元") return undefined;
  const times = per.filter((one) => /^(?:年度?|个?月|季度?|学期)$/u.test(one));
  const [thing, ...more] = per.filter((one) => !times.includes(one));
  if (more.length > 0 || times.length > 1 || (thing === undefined && per.length > 0)) return undefined;
  const perYear = { 月: 12, 个月: 12, 季: 4, 季度: 4, 学期: 2 }[times[0] ?? ""] ?? 1;
  return { yuan: measure.number, per: thing, times: perYear };
}

/** What is counted in the price's thing; else what is named after it and counted in 个: 治超站点4个 for 元/站. */
function countsOf(
  indicators: readonly PrintedIndicator[],
  per: string | undefined,
): readonly PrintedIndicator[] {
  const thing = measureOf("1", per ?? "")?.unit;
  const counts = indicators.filter(isCount);
  const same = counts.filter(({ counted }) => counted === thing);
  if (same.length > 0 || thing === undefined) return same;
  return counts.filter(
    ({ counted, level3 }) => /^[个座处家所]$/u.test(counted ?? "") && thingCounted(level3).endsWith(thing),
  );
}

/** 治超站 for 治超站点数量: a name ends with what it counts, as 户外广告牌数量 counts no 户. */
function thingCounted(level3: Text | undefined): string {
  return bareName(level3?.text ?? "").replace(/点?(?:总?数量?|个数)?$/u, "");
}

function isCount(indicator: PrintedIndicator): boolean {
  return isQuantity(indicator) && indicator.counted !== undefined;
}

function isQuantity({ kinds, level2, level3 }: PrintedIndicator): boolean {
  if (bareName(level3?.text ?? "").startsWith("其中")) return false;
  return kinds.has("output") && /数量/u.test(level2?.text ?? "");
}
