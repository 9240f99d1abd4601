/** Words of a template that were never replaced, and markup that was pasted along. */
import type { Subject } from "../../diagnostics/index.ts";
import type { Text } from "../../records/index.ts";
import { eachText, eachWholeText } from "../each-text.ts";
import type { Finding, Rule } from "../rule.ts";

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
    "(?<![A-Za-z0-9])[_＿]{2,}(?![A-Za-z0-9])",
    // ≥N座, or N alone where the sign has a column of its own.
    "(?<=[≥≤＞＜>=<≈])[NＮ](?![A-Za-z0-9])|^[NＮ]$",
    "[（(](?:填写|填报)(?:说明|要求)[：:][^（()）]*[)）]?",
    String.raw`\{[^{}\n]{0,40}\}`,
    "[（(][^（()）]{0,20}字以内[^（()）]{0,10}[)）]",
  ].join("|"),
  "u",
);
const tag = /<\/?(?:p|br|div|span|input|td|tr|table|font|b|img)\b[^<>]*>?/gu;

export const placeholderLeft: Rule<"placeholder-left"> = {
  about: {
    zh: "留有模板占位文字（××、20××、____、≥N、待填、某某、{…}、填写说明、网页标签）",
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
    for (const { texts, subject } of eachWholeText(department)) yield* markupIn(texts, subject);
  },
};

/** All tags of one text in one finding: `<p>…</p>` may open in one line of a goal and close in another. */
function* markupIn(texts: readonly Text[], subject?: Subject): Iterable<Finding<"placeholder-left">> {
  const tagged = texts.flatMap((text) => [...text.text.matchAll(tag)].map(([found]) => ({ text, found })));
  const [first, last] = [tagged[0], tagged.at(-1)];
  if (first === undefined || last === undefined) return;
  const others = new Set(tagged.map(({ text }) => text));
  others.delete(first.text);
  yield {
    at: first.text.at,
    also: [...others].map(({ at }) => at),
    ...(subject && { subject }),
    found: first.text.text,
    part: first.found,
    args: { placeholder: first === last ? first.found : `${first.found}…${last.found}` },
  };
}
