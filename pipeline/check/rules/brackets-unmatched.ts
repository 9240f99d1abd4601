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
const openers = new Set(Object.values(pairs));
const someMark = /[()（）[\]［］〔〕【】《》“”「」]/u;
const number = String.raw`(?<![（([\w.])(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[A-Za-z])[)）]`;
// 1）、一） and a) number items and close nothing; inside a line, the same may close a bracket: （负责人李四）, （十三五）.
const marks = new RegExp(
  String.raw`(?<item>(?<=(?:^|[；;。])\s*)${number})|(?<either>${number})|${someMark.source}`,
  "gmu",
);

type Opened = { readonly mark: string; readonly written: string };
/** The brackets that are open, as a text is read in one way. */
type Reading = readonly Opened[];

/** Undefined if the brackets are right in one of the ways to read the text. */
function unmatchedMark(text: string): string | undefined {
  if (!someMark.test(text)) return undefined;
  let readings: readonly Reading[] = [[]];
  for (const { 0: found, groups } of text.matchAll(marks)) {
    if (groups?.item !== undefined) continue;
    const written = found.slice(-1);
    const next = readings.flatMap((open) => readMark(open, written));
    readings = distinct(groups?.either === undefined ? next : [...next, ...readings]);
    if (readings.length === 0) return written;
    if (readings.length > mostReadings) return undefined;
    // No text has so many in each other: they are not closed, and to go on takes time by the square of their number.
    if (readings.some((open) => open.length > mostOpen)) return readings[0]?.[0]?.written;
  }
  return readings.some((open) => open.length === 0) ? undefined : readings[0]?.[0]?.written;
}

/** What is open behind a mark; nothing if it closes what is not open. */
function readMark(open: Reading, written: string): readonly Reading[] {
  const mark = foldWidth(written);
  if (openers.has(mark)) return [[...open, { mark, written }]];
  return open.at(-1)?.mark === pairs[mark] ? [open.slice(0, -1)] : [];
}

const mostReadings = 100;
const mostOpen = 100;

function distinct(readings: readonly Reading[]): readonly Reading[] {
  if (readings.length < 2) return readings;
  return [...new Map(readings.map((open) => [open.map(({ mark }) => mark).join(""), open])).values()];
}
