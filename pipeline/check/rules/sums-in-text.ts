/** A sentence whose parts do not add up to its whole: 衬砌18.6公里，其中东片10.2公里、西片9.4公里. */
import { compareDecimals, type Decimal, parseDecimal, sumDecimals } from "../../records/index.ts";
import type { Figure } from "../figures.ts";
import { rule } from "../rule.ts";

export const partsNotSumInText = rule("parts-not-sum-in-text", {
  number: 41,
  severity: "warning",
  about: {
    zh: "文字里“其中”各项之和与总数不符",
    en: "a sentence whose parts (其中 …) do not add up to its whole",
  },
  says: {
    zh: "文字说一共 {whole}，“其中”各项合计却是 {sum}{unit}",
    en: "The text says {whole} in all, but the parts after 其中 add up to {sum} {unit}",
  },
  todo: { zh: "请核对总数和各项。", en: "Check the whole and the parts." },
  *department({ texts, figuresOf }) {
    for (const { text, project } of texts) {
      if (!text.text.includes("其中")) continue;
      for (const args of unequalIn(figuresOf(text.text))) yield { at: text, project, part: args.whole, args };
    }
  },
});

function* unequalIn(figures: readonly Figure[]) {
  for (const [index, whole] of figures.entries()) {
    const next = figures[index + 1];
    if (whole.part || isMean(whole) || next?.part !== true || next.sentence !== whole.sentence) continue;
    if (whole.aside && whole.per === undefined) continue;
    const rest = figures.slice(index + 1).filter((one) => one.sentence === whole.sentence);
    const parts = upTo(rest, (one) => endsParts(one, whole));
    // 其中水田420亩、旱地660亩，亩均投资2000元: what is counted otherwise ends the list, if it does not go on behind it.
    if (parts.length < Math.min(rest.length, 2)) continue;
    if (rest.slice(parts.length).some(({ unit }) => unit === whole.unit)) continue;
    if (parts.some(({ words }) => /^(?:含|包括)/u.test(words))) continue;
    const sum = sumDecimals(parts.map(({ number }) => number));
    if (areRates(parts, whole) || isSumOf(wholesBefore(figures, index), sum)) continue;
    const isWrong = areAlike(parts) && isSlip(sum, whole.number, parts.length);
    if (!isWrong && !isSlipOfKeys(whole, parts, sum)) continue;
    yield { whole: whole.written, sum, unit: whole.unit };
  }
}

function upTo<One>(all: readonly One[], ends: (one: One) => boolean): readonly One[] {
  const end = all.findIndex(ends);
  return end < 0 ? all : all.slice(0, end);
}

/** 人均700元，其中中央财政420元: who pays, each of them of every person. */
const payer = /^(?:中央|省级?|自治区|[市州县区]级|各级|财政|个人|自筹|单位|基金)/u;
/** 其中市级8万元、县级4万元，带动投资30万元: what comes of it is no part of it. */
const effect = /^(?:带动|撬动|引导|吸引|拉动|惠及|覆盖|受益|节约|挽回|实现|形成)/u;

function endsParts({ unit, aside, part, per, words }: Figure, whole: Figure): boolean {
  if (unit !== whole.unit || !part || effect.test(words)) return true;
  if (whole.per !== undefined) return (aside && per !== whole.per) || !payer.test(words);
  return aside;
}

/** 标准650元，其中城市650元、农村520元: each is about the whole, as what one person gets is. */
function areRates(parts: readonly Figure[], { number, unit }: Figure): boolean {
  return unit === "元" && parts.length > 1 && parts.every((one) => Number(one.number) > Number(number) * 0.7);
}

/** 空气站6个、水站4个，其中国控2个、省控8个: the parts may be those of all that is counted before them. */
function wholesBefore(figures: readonly Figure[], index: number): readonly Decimal[] {
  const whole = figures[index];
  const before = upTo(
    figures.slice(0, index + 1).reverse(),
    ({ unit, sentence, part }) => unit !== whole?.unit || sentence !== whole.sentence || part,
  );
  return before.map(({ number }) => number);
}

function isSumOf(numbers: readonly Decimal[], sum: Decimal): boolean {
  return numbers.length > 1 && compareDecimals(sumDecimals(numbers), sum) === 0;
}

/** Rates and times of parts lie about that of the whole, and do not add up to it: 合格率96%，其中蔬菜95%、水果97%. */
function isMean({ unit, words }: Figure): boolean {
  return unit === "%" ? !/占|比例|比重|构成/u.test(words) : /平均|时间|时限|时长/u.test(words);
}

/**
 * Whether the parts leave each other out, by their names: 甲镇3公里、乙镇4公里 end alike, 小学17所、初中9所 are as long as
 * each other, and three things are seldom the same. Of persons it takes three names of one length, as 女性30人、党员20人
 * may well be the same.
 */
function areAlike(parts: readonly Figure[]): boolean {
  const [first] = parts;
  if (first === undefined || parts.length === 1 || first.unit === "元") return true;
  if (parts.every(({ words }) => made.test(words)) || areOpposite(parts)) return true;
  const isParallel = (by: (words: string) => string | number | undefined) =>
    parts.every(({ words }) => by(words) === by(first.words));
  if (isParallel((words) => words.at(-1))) return true;
  if (!first.unit.startsWith("人")) return parts.length >= 3 || isParallel((words) => words.length);
  return parts.length >= 3 && isParallel((words) => words.length);
}

/** 城区21处、乡镇15处: two that nothing is both of. */
const opposites = [
  [/城区$|城市$|城镇$|县城$|市区$/u, /乡镇?$|农村$|村$/u],
  [/^男/u, /^女/u],
  [/室内$/u, /室外$|户外$/u],
] as const;

function areOpposite([one, other, ...more]: readonly Figure[]): boolean {
  if (one === undefined || other === undefined || more.length > 0) return false;
  const are = (first: string, second: string) =>
    opposites.some(([left, right]) => left.test(first) && right.test(second));
  return are(one.words, other.words) || are(other.words, one.words);
}

/** What is built anew is not rebuilt. */
const made = /^(?:新[建增购改]|续建|改建|扩建|改?扩建|改造|提升|更新|维修|修缮|修复|加固|租赁)+$/u;

/** Fewer may be a choice of parts, but not if little is left; more never is. */
function isSlip(sum: string, whole: string, count: number): boolean {
  const isMore = compareDecimals(sum, whole) > 0;
  if (count === 1 || isMore) return isMore;
  const isLess = compareDecimals(sum, whole) < 0;
  return isLess && Number(sum) >= Number(whole) * 0.8;
}

/**
 * Whether two neighbouring digits of one number, swapped, would make the sum right: 520 typed as 250. Of persons whose
 * groups may overlap that is chance.
 */
function isSlipOfKeys(whole: Figure, parts: readonly Figure[], sum: Decimal): boolean {
  // Who comes twice is counted twice.
  const mayOverlap = whole.unit.startsWith("人") && !(whole.unit === "人次" && parts.length >= 3);
  if (mayOverlap && !areAlike(parts)) return false;
  if (parts.length === 1 || compareDecimals(sum, whole.number) === 0) return false;
  return (
    swapped(whole).some((number) => compareDecimals(number, sum) === 0) ||
    parts.some((one, index) =>
      swapped(one).some((number) => {
        const others = parts.toSpliced(index, 1).map((part) => part.number);
        return compareDecimals(sumDecimals([number, ...others]), whole.number) === 0;
      }),
    )
  );
}

function swapped({ number }: Figure): readonly Decimal[] {
  return Array.from({ length: Math.max(number.length - 1, 0) }, (_, at) => {
    const [one = "", other = ""] = number.slice(at, at + 2);
    return /^\d{2}$/u.test(one + other) && one !== other
      ? parseDecimal(number.slice(0, at) + other + one + number.slice(at + 2))
      : undefined;
  }).filter((number) => number !== undefined);
}
