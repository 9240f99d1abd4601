/** A text → where its words begin, so that a title or a label ends its lines between them. */

import { charactersOf, hasSelectors } from "../model/index.ts";

/** For each character, whatever selectors are behind it: whether a word begins there. */
export type FindWords = (text: string) => readonly boolean[];

/** Terms that every report repeats, and that a dictionary would cut. */
const terms = /(绩效目标表|绩效目标|可持续|参保|医保|社保|指标值|预算数|权重)/u;

/** Fewer than all labels of the largest department; beyond it the texts are names, each printed twice at most. */
const mostRemembered = 2000;

/** One a document: labels are printed thousands of times, and looked up once. */
export function openWords(): FindWords {
  const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
  const known = new Map<string, readonly boolean[]>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const found = findWords(text, segmenter);
    if (known.size < mostRemembered) known.set(text, found);
    return found;
  };
}

function findWords(given: string, segmenter: Intl.Segmenter): readonly boolean[] {
  const text = plainly(given);
  // Every second piece is a term.
  const segments = text
    .split(terms)
    .flatMap((piece, index) => (index % 2 === 1 ? [piece] : segmentsOf(piece, segmenter)));
  return mended(segments).flatMap((word) => Array.from(word, (_, index) => index === 0));
}

/** A dictionary knows words without selectors. */
function plainly(text: string): string {
  if (!hasSelectors(text)) return text;
  return charactersOf(text)
    .map((character) => String.fromCodePoint(character.codePointAt(0) ?? 0))
    .join("");
}

/** Clause by clause, which no word goes beyond. */
function segmentsOf(text: string, segmenter: Intl.Segmenter): readonly string[] {
  return text
    .split(/(?<=[，、。；：\n])(?=\p{Script=Han})/u)
    .flatMap((clause) => segmentsOfClause(clause, segmenter));
}

/** Longer than any clause that is written with punctuation. */
const longestStretch = 500;
/** Of a stretch that goes on: what follows may tell other words there. */
const unsettled = 4;

/** By stretches, as each segment comes with a copy of all that the segmenter was given. */
function segmentsOfClause(clause: string, segmenter: Intl.Segmenter): readonly string[] {
  const settled: string[] = [];
  for (let from = 0; from < clause.length; ) {
    const stretch = clause.slice(from, endOfStretch(clause, from));
    const segments = Array.from(segmenter.segment(stretch), ({ segment }) => segment);
    const goesOn = from + stretch.length < clause.length;
    const kept = goesOn ? Math.max(1, segments.length - unsettled) : segments.length;
    for (const segment of segments.slice(0, kept)) {
      settled.push(segment);
      from += segment.length;
    }
  }
  return settled;
}

function endOfStretch(clause: string, from: number): number {
  const end = from + longestStretch;
  const parts = /^[\udc00-\udfff]/.test(clause.charAt(end));
  return parts ? end - 1 : end;
}

/**
 * The dictionary leaves single characters where it does not know the word (一|级|指标, 权|重): neighbours among them
 * are words of two. Of an odd number the first ends the word before (满意|度), unless it joins two (和|系统).
 */
function mended(segments: readonly string[]): readonly string[] {
  const words: string[] = [];
  let prefix = "";
  for (let index = 0; index < segments.length; ) {
    const singles = singlesFrom(segments, index);
    const [first = "", ...others] = singles;
    if (singles.length === 0) {
      const word = segments[index] ?? "";
      words.push(...(prefix === "" || isHan(word) ? [prefix + word] : [prefix, word]));
      prefix = "";
      index += 1;
      continue;
    }
    index += singles.length;
    const odd = singles.length % 2 === 1;
    const before = words.at(-1);
    const ends = odd && before !== undefined && isHan(before) && !joining.has(first);
    if (ends) words[words.length - 1] = before + first;
    const pairs = inPairs(odd ? others : singles);
    if (odd && !ends) words.push(...(pairs.length === 0 ? [] : [first + pairs[0]]), ...pairs.slice(1));
    else words.push(...pairs);
    prefix = odd && !ends && pairs.length === 0 ? first : "";
  }
  return prefix === "" ? words : [...words, prefix];
}

/** Words of one character that belong to what follows. */
const joining = new Set("和与及或在对为按经向从由以将把");

function singlesFrom(segments: readonly string[], from: number): readonly string[] {
  let end = from;
  for (let next = segments[end]; next?.length === 1 && isHan(next); next = segments[end]) end += 1;
  return segments.slice(from, end);
}

function inPairs(singles: readonly string[]): readonly string[] {
  return singles.flatMap((single, index) => (index % 2 === 0 ? [single + (singles[index + 1] ?? "")] : []));
}

function isHan(segment: string): boolean {
  return /^\p{Script=Han}+$/u.test(segment);
}
