/** Words of a template that were never replaced, and markup that was pasted along. */
import { eachText } from "../each-text.ts";
import type { Rule } from "../rule.ts";

const end = String.raw`(?=$|[，。；、：,;:)）\s])`;
// 待定 may be the head of 待定点医药机构, so it must end its phrase; XX must not be part of a model number.
const placeholder = new RegExp(
  [
    "20[×Xx]{2}",
    "×{2,}",
    "(?<![0-9A-Za-z])[Xx]{2,}(?![0-9A-Za-z])",
    String.raw`\+\s*n(?=年|$)`,
    `(?<![等对])(?:待填写?|待补充|待定)${end}`,
    "某某",
    String.raw`\{[^{}\n]{0,40}\}`,
    "[（(][^（()）]{0,20}字以内[^（()）]{0,10}[)）]",
    String.raw`</?(?:p|br|div|span|input|td|tr|table|font|b|img)\b[^<>]*>?`,
  ].join("|"),
  "u",
);

export const placeholderLeft: Rule<"placeholder-left"> = {
  about: {
    zh: "留有模板占位文字（××、20××、待填、某某、{…}、网页标签）",
    en: "placeholders and markup left over",
  },
  *check({ department }) {
    for (const { text, subject } of eachText(department)) {
      const found = placeholder.exec(text.text)?.[0];
      if (found === undefined) continue;
      yield {
        at: text.at,
        ...(subject && { subject }),
        found: text.text,
        part: found,
        args: { placeholder: found },
      };
    }
  },
};
