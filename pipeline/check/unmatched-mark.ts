/** Finds the first bracket or quotation mark that has no other half. */
import { foldWidth } from "./comparable.ts";

const pairs: Readonly<Record<string, string>> = {
  ")": "(",
  "]": "[",
  "〕": "〔",
  "】": "【",
  "》": "《",
  "”": "“",
  "」": "「",
};
const anyMark = /[()（）[\]［］〔〕【】《》“”「」]/u;
const openers = new Set(Object.values(pairs));
// 1）、一） and a) number items and close nothing.
const numbering = /(?<![（([\w.])(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[A-Za-z])[)）]/gu;

export function unmatchedMark(text: string): string | undefined {
  // Most texts have none, and there are many.
  if (!anyMark.test(text)) return undefined;
  const open: { readonly mark: string; readonly written: string }[] = [];
  for (const written of text.replace(numbering, "")) {
    const mark = foldWidth(written);
    if (openers.has(mark)) open.push({ mark, written });
    const opener = pairs[mark];
    if (opener !== undefined && open.pop()?.mark !== opener) return written;
  }
  return open[0]?.written;
}
