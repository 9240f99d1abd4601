/** Words of a template that were never replaced, and markup that was pasted along. */
import type { Text } from "../../records/index.ts";
import { placeholderIn } from "../placeholder.ts";
import { rule } from "../rule.ts";

const tag = /<\/?(?:p|br|div|span|input|td|tr|table|font|b|img)\b[^<>]*>?/gu;

export const placeholderLeft = rule("placeholder-left", {
  number: 17,
  severity: "error",
  about: {
    zh: "留有模板占位文字（××、20××、____、≥N、待填、某某、{…}、填写说明、网页标签）",
    en: "placeholders and markup left over",
  },
  says: { zh: "留有模板的占位文字“{placeholder}”", en: "Template placeholder left in: “{placeholder}”" },
  todo: { zh: "请填写实际内容。", en: "Fill in the actual content." },
  *passage(lines) {
    for (const text of lines) {
      const found = placeholderIn(text.text);
      if (found !== undefined) yield { at: text, part: found, args: { placeholder: found } };
    }
    const markup = markupIn(lines);
    if (markup !== undefined) yield markup;
  },
});

/** All tags of one text in one finding: `<p>…</p>` may open in one line of a goal and close in another. */
function markupIn(texts: readonly Text[]) {
  const marked = texts.filter(({ text }) => text.includes("<"));
  const tagged = marked.flatMap((text) => [...text.text.matchAll(tag)].map(([found]) => ({ text, found })));
  const [first, last] = [tagged[0], tagged.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const others = new Set(tagged.map(({ text }) => text).filter((text) => text !== first.text));
  const all = first === last ? first.found : `${first.found}…${last.found}`;
  return { at: first.text, also: [...others], part: first.found, args: { placeholder: all } };
}
