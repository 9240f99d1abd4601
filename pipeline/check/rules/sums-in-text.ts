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
    if (whole.part || whole.aside || isMean(whole) || next?.part !== true || next.sentence !== whole.sentence)
      continue;
    const parts = figures.slice(index + 1).filter((one) => one.sentence === whole.sentence);
    if (parts.some(({ unit, aside, part }) => unit !== whole.unit || aside || !part)) continue;
    if (parts.some(({ words }) => /^(?:含|包括)/u.test(words))) continue;
    const sum = sumDecimals(parts.map(({ number }) => number));
    const isWrong = areAlike(parts) && isSlip(sum, whole.number, parts.length);
    if (!isWrong && !isSlipOfKeys(whole, parts, sum)) continue;
    yield { whole: whole.written, sum, unit: whole.unit };
  }
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
  if (parts.every(({ words }) => made.test(words))) return true;
  const isParallel = (by: (words: string) => string | number | undefined) =>
    parts.every(({ words }) => by(words) === by(first.words));
  if (isParallel((words) => words.at(-1))) return true;
  if (!first.unit.startsWith("人")) return parts.length >= 3 || isParallel((words) => words.length);
  return parts.length >= 3 && isParallel((words) => words.length);
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
  if (whole.unit.startsWith("人") && !areAlike(parts)) return false;
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
