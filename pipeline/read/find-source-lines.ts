/** Places in a file → the lines that an editor shows there, with the part that is meant. */
import type { SourceLine } from "../diagnostics/index.ts";
import { decodeText } from "./encoding.ts";
import type { Source } from "./source.ts";
import { positionsIn } from "./text-position.ts";
import { spansOf, type TextPlace, type TextSpan } from "./text-spans.ts";

/** `quoted`: the text there, then the part of it that is meant; each narrows the mark if it is found. */
export type Spot = { readonly at: TextPlace; readonly quoted: readonly string[] };

/** One for each spot; undefined if the file has no such place, as a workbook has no lines. */
export function findSourceLines(source: Source, spots: readonly Spot[]): readonly (SourceLine | undefined)[] {
  if (source.opened !== undefined) return spots.map(() => undefined);
  const decoded = decodeText(source.bytes, source.forced?.encoding);
  if (decoded.kind !== "text") return spots.map(() => undefined);
  const { text } = decoded;
  const position = positionsIn(text);
  const spans = spansOf(source, text, spots);
  return spots.map(({ quoted }, index) => {
    const span = spans[index];
    return span && lineOf(text, narrow(text, span, quoted), position);
  });
}

/** Of a long cell, the part that the finding quotes. */
function narrow(text: string, whole: TextSpan, quoted: readonly string[]): TextSpan {
  return quoted.reduce(({ from, to }, part) => {
    const offset = part === "" ? -1 : text.slice(from, to).indexOf(part);
    return offset === -1 ? { from, to } : { from: from + offset, to: from + offset + part.length };
  }, whole);
}

const shownBefore = 120;
const shownAfter = 240;

function lineOf(text: string, { from, to }: TextSpan, position: ReturnType<typeof positionsIn>): SourceLine {
  const { line, column } = position(from);
  const start = from - column + 1;
  // An export on one line may be long, so no more of it is looked at than is shown.
  const end = text.slice(from, from + shownAfter).search(/[\r\n]/u);
  const lineEnd = end === -1 ? Math.min(text.length, from + shownAfter) : from + end;
  // A cell of many lines is marked on its first; a surrogate pair is never halved by a cut.
  const left = Math.max(start, from - shownBefore);
  const right = Math.min(lineEnd, from + shownAfter);
  const clipped = text.slice(left, right).replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/gu, " ");
  return { line, column, text: clipped, from: from - left, to: Math.max(from, Math.min(to, right)) - left };
}
