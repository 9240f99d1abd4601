/** A text that may be an export → what it has so much of that it is not taken apart; found in one pass, before anything is built of it. */
import type { LimitName } from "../diagnostics/index.ts";
import type { Limits, Opened } from "./opened.ts";
import { separateText } from "./separator.ts";
import { looksLikeJson } from "./source.ts";

/** The first that is beyond a limit: a cell, or a place in JSON. */
export type Excess =
  | Omit<Extract<Opened, { readonly kind: "exceeded" }>, "allowed">
  | Extract<Opened, { readonly kind: "open-quote" }>;

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const quote = 0x22;
const comma = 0x2c;
const colon = 0x3a;
const openBracket = 0x5b;
const backslash = 0x5c;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;

/** Undefined if it keeps within the limits. */
export function excessOf(text: string, limits: Limits): Excess | undefined {
  return looksLikeJson(text.slice(0, begins)) ? excessOfJson(text, limits) : excessOfTable(text, limits);
}

/** Characters by which it is told what a text is. */
const begins = 100_000;

/** No spreadsheet has more columns, so none writes so many blank ones behind those that are filled. */
const mostColumns = 16_384;

/**
 * Rows and columns count as far as they are filled, or a spreadsheet could have them; cells count all, as each is built.
 * What is between quotes is one cell, as it is for the reader.
 */
function excessOfTable(text: string, limits: Limits): Excess | undefined {
  const sign = separateText(text.slice(0, begins)).separator.character.charCodeAt(0);
  let [row, column, cells, length, isQuoted] = [1, 1, 1, 0, false];
  const widest = Math.max(limits.columns, mostColumns);
  const here = (limit: LimitName): Excess => ({ kind: "exceeded", limit, cell: { row, column } });
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const isDoubled = isQuoted && code === quote && text.charCodeAt(at + 1) === quote;
    if (isDoubled) at += 1;
    if (code === quote && !isDoubled) isQuoted = !isQuoted;
    else if (!isQuoted && (code === sign || isLineEnd(text, at))) {
      cells += 1;
      if (cells > limits.cells) return here("cells");
      length = 0;
      if (code === sign) {
        column += 1;
        if (column > widest) return here("columns");
      } else {
        row += 1;
        column = 1;
      }
    } else {
      length += 1;
      if (length > limits.text) {
        const end = isQuoted ? endOfQuoted(text, at, sign) : "here";
        if (end === "far") return { kind: "open-quote", cell: { row, column } };
        return end === "here" ? here("text") : undefined;
      }
      if (code <= 0x20) continue;
      if (row > limits.rows) return here("rows");
      if (column > limits.columns) return here("columns");
    }
  }
  return undefined;
}

/**
 * Whether the next quote ends a cell (`here`); of one that is missing or misplaced the reader says where it is, unless it
 * would have to take most of a large file for one cell before it can (`far`).
 */
function endOfQuoted(text: string, from: number, sign: number): "here" | "elsewhere" | "far" {
  const at = text.indexOf('"', from);
  const next = text.charCodeAt(at + 1);
  if ((at < 0 ? text.length : at) - from > farthestQuote) return "far";
  const ends = Number.isNaN(next) || [sign, quote, lineFeed, carriageReturn].includes(next);
  return at >= 0 && ends ? "here" : "elsewhere";
}

/** Larger than exports are. */
const farthestQuote = 10_000_000;

/** \r\n is one. */
function isLineEnd(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === lineFeed || (code === carriageReturn && text.charCodeAt(at + 1) !== lineFeed);
}

/**
 * Values count as cells, and so do lines. A text that holds JSON counts as that, as systems put one answer into another;
 * of texts in it the levels do not count, as they may have brackets of any kind. Keys are those of values, as what is below
 * them may be called by the code of a project.
 */
function excessOfJson(text: string, limits: Limits): Excess | undefined {
  let [line, start, values, length] = [1, 0, 0, 0];
  let [depth, around] = [0, 0];
  let [inText, isAnswer, inTextOfAnswer] = [false, false, false];
  let [textFrom, textTo, mayBeKey] = [0, 0, false];
  const keys = new Set<string>();
  const here = (limit: LimitName, at: number): Excess => ({
    kind: "exceeded",
    limit,
    position: { line, column: at - start + 1 },
  });
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      inText = !inText;
      if (inText) textFrom = at + 1;
      else textTo = at;
      mayBeKey = !inText;
      isAnswer = inText && answer.test(text.slice(at + 1, at + 20));
      if (inText) around = depth;
      else depth = around;
      inTextOfAnswer = false;
      length = 0;
    } else if (inText && code === backslash) {
      at += 1;
      if (text.charCodeAt(at) !== quote) continue;
      inTextOfAnswer = !inTextOfAnswer;
      if (!isAnswer) continue;
      if (inTextOfAnswer) textFrom = at + 1;
      else textTo = at - 1;
      mayBeKey = !inTextOfAnswer;
    } else if (inText && !isAnswer) {
      length += 1;
      if (length > limits.text) return here("text", at);
    } else {
      const opens = code === openBrace || code === openBracket;
      // A number is as long as it likes, too.
      const parts = opens || code <= 0x20 || code === comma || code === closeBrace || code === closeBracket;
      length = parts ? 0 : length + 1;
      if (length > limits.text) return here("text", at);
      if (opens || code === comma || code === lineFeed) values += 1;
      if (values > limits.cells) return here("cells", at);
      if (opens && !inTextOfAnswer) depth += 1;
      if (depth > limits.depth) return here("depth", at);
      if (code === colon && mayBeKey) {
        // A text is the key of its first colon: a long one is not looked up again at each of a row of them.
        mayBeKey = false;
        if (!holdsMore(text, at + 1)) keys.add(text.slice(textFrom, textTo));
        if (keys.size > limits.keys) return here("keys", at);
      }
      if (!inTextOfAnswer && (code === closeBrace || code === closeBracket)) depth -= 1;
      if (code !== lineFeed) continue;
      line += 1;
      start = at + 1;
    }
  }
  return undefined;
}

/** Whether an object or a list is the value that begins there. */
function holdsMore(text: string, from: number): boolean {
  let at = from;
  while (text.charCodeAt(at) <= 0x20) at += 1;
  const code = text.charCodeAt(at);
  return code === openBrace || code === openBracket;
}

/** How a text begins that holds JSON. */
const answer = /^(?:\s|\\[nrt])*[{[]/u;
