/** Words written twice in a row by mistake: 意见意见, 满意度度. */
import { eachText } from "../each-text.ts";
import type { Rule } from "../rule.ts";

// ABAB of two Han characters is a slip, save 一个一个 and the verbs that double to soften (研究研究). 人人 and 的的 are not ABAB;
// 高标准标准化 and 医疗保险保险费 are two words that meet.
const doubled =
  /满意度度|(?<!高)(?!一|研究|讨论|商量|学习|考虑|某某)(\p{Script=Han}(?!一)\p{Script=Han})\1(?![化费款金员体])/u;

export const wordDoubled: Rule<"word-doubled"> = {
  about: { zh: "文字重复（意见意见、满意度度）", en: "words doubled by mistake" },
  *check({ department }) {
    for (const { text, subject } of eachText(department)) {
      const found = doubled.exec(text.text)?.[0];
      if (found === undefined || new Set(found).size === 1) continue;
      yield {
        at: text.at,
        ...(subject && { subject }),
        found: text.text,
        part: found,
        args: { doubled: found },
      };
    }
  },
};
