/** A bracket or quotation mark without its other half. */
import { foldWidth } from "../comparable.ts";
import { rule } from "../rule.ts";

export const bracketsUnmatched = rule("brackets-unmatched", {
  number: 33,
  severity: "warning",
  about: { zh: "括号或引号不成对", en: "a bracket or quotation mark without its other half" },
  says: { zh: "“{mark}”没有配对的另一半", en: "Unmatched “{mark}”" },
  todo: {
    zh: "请补上，或核对文字是否被截断。",
    en: "Add the other half, or check whether the text was truncated.",
  },
  passage(lines) {
    const mark = unmatchedMark(lines.map(({ text }) => text).join("\n"));
    const line = lines.find((one) => mark !== undefined && one.text.includes(mark)) ?? lines[0];
    if (mark === undefined || line === undefined) return;
    return { at: line, part: mark, args: { mark } };
  },
});

/** Where Chinese stands, both are full-width. */
export const bracketHalvesDiffer = rule("bracket-halves-differ", {
  number: 33,
  severity: "info",
  about: { zh: "一对括号一半是全角，一半是半角", en: "a pair of brackets of which one half is full-width" },
  says: {
    zh: "“{pair}”的括号一半全角、一半半角",
    en: "One bracket of “{pair}” is full-width, one half-width",
  },
  todo: { zh: "请都改成全角。", en: "Use full-width brackets." },
  text(text) {
    const pair = halves.exec(text.text)?.[0];
    return pair === undefined ? undefined : { at: text, part: pair, args: { pair } };
  },
  correct: (text) => text.replace(new RegExp(halves, "gu"), (pair) => `（${pair.slice(1, -1)}）`),
});

const halves = /\((?=[^()（）]*\p{Script=Han})[^()（）\n]*）|（(?=[^()（）]*\p{Script=Han})[^()（）\n]*\)/u;

const pairs: Readonly<Record<string, string>> = {
  ")": "(",
  "]": "[",
  "〕": "〔",
  "】": "【",
  "》": "《",
  "”": "“",
  "」": "「",
};
const anyMark = /[()（）[\]［］〔〕【】《》“”「」]/gu;
const someMark = new RegExp(anyMark.source, "u");
const openers = new Set(Object.values(pairs));
// 1）、一） and a) number items and close nothing.
const numbering = /(?<![（([\w.])(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[A-Za-z])[)）]/gu;

function unmatchedMark(text: string): string | undefined {
  if (!someMark.test(text)) return undefined;
  const open: { readonly mark: string; readonly written: string }[] = [];
  const said = /[)）]/u.test(text) ? text.replace(numbering, "") : text;
  for (const [written] of said.matchAll(anyMark)) {
    const mark = foldWidth(written);
    if (openers.has(mark)) open.push({ mark, written });
    const opener = pairs[mark];
    if (opener !== undefined && open.pop()?.mark !== opener) return written;
  }
  return open[0]?.written;
}
