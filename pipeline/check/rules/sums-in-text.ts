/** A sentence whose parts do not add up to its whole: 衬砌18.6公里，其中东片10.2公里、西片9.4公里. */
import { compareDecimals, sumDecimals } from "../../records/index.ts";
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
    if (whole.part || whole.aside || next?.part !== true || next.sentence !== whole.sentence) continue;
    const parts = figures.slice(index + 1).filter((one) => one.sentence === whole.sentence);
    if (parts.some(({ unit, aside, part }) => unit !== whole.unit || aside || !part)) continue;
    if (!areAlike(parts)) continue;
    const sum = sumDecimals(parts.map(({ number }) => number));
    if (!isSlip(sum, whole.number, parts.length)) continue;
    yield { whole: whole.written, sum, unit: whole.unit };
  }
}

/**
 * Whether the parts leave each other out, by their names: 甲镇3公里、乙镇4公里 end alike, 小学17所、初中9所 are as long as
 * each other. Of persons it takes three such names, as 女性30人、党员20人 may well be the same.
 */
function areAlike(parts: readonly Figure[]): boolean {
  const [first] = parts;
  if (first === undefined || parts.length === 1 || first.unit === "元") return true;
  const isParallel = (by: (words: string) => string | number | undefined) =>
    parts.every(({ words }) => by(words) === by(first.words));
  if (isParallel((words) => words.at(-1))) return true;
  return isParallel((words) => words.length) && (!first.unit.startsWith("人") || parts.length >= 3);
}

/** Fewer may be a choice of parts, but not if little is left; more never is. */
function isSlip(sum: string, whole: string, count: number): boolean {
  const isMore = compareDecimals(sum, whole) > 0;
  if (count === 1 || isMore) return isMore;
  const isLess = compareDecimals(sum, whole) < 0;
  return isLess && Number(sum) >= Number(whole) * 0.8;
}
