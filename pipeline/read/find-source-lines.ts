/** Places in a file → the lines that an editor shows there, with the part that is meant. */
import type { CellPlace, JsonPlace, SourceLine } from "../diagnostics/index.ts";
import { decodeText } from "./encoding.ts";
import { type Separator, separateText } from "./separator.ts";
import type { Source } from "./source.ts";
import { lineStarts, positionsIn } from "./text-position.ts";

/** `quoted`: the text there, then the part of it that is meant; each narrows the mark if it is found. */
export type Spot = { readonly at: CellPlace | JsonPlace; readonly quoted: readonly string[] };

type Span = { readonly from: number; readonly to: number };

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

/** Where cells and values begin and end in the text of a file, quotes included. */
export function spansOf(
  source: Pick<Source, "forced">,
  text: string,
  places: readonly Pick<Spot, "at">[],
): readonly (Span | undefined)[] {
  const cells = places.some(({ at }) => isInText(at)) ? locateCells(text, places, source) : new Map();
  const starts = lineStarts(text);
  return places.map(({ at }) => {
    if (at.kind === "json") return valueAt(text, at, starts);
    return isInText(at) ? cells.get(keyOf(at)) : undefined;
  });
}

function isInText(at: Spot["at"]): at is CellPlace {
  return at.kind === "cell" && at.sheet === undefined;
}

/** Of a long cell, the part that the finding quotes. */
function narrow(text: string, whole: Span, quoted: readonly string[]): Span {
  return quoted.reduce(({ from, to }, part) => {
    const offset = part === "" ? -1 : text.slice(from, to).indexOf(part);
    return offset === -1 ? { from, to } : { from: from + offset, to: from + offset + part.length };
  }, whole);
}

const shownBefore = 120;
const shownAfter = 240;

function lineOf(text: string, { from, to }: Span, position: ReturnType<typeof positionsIn>): SourceLine {
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

/** Every wanted cell of a delimited text, by one walk through it. */
function locateCells(
  text: string,
  spots: readonly Pick<Spot, "at">[],
  source: Pick<Source, "forced">,
): ReadonlyMap<string, Span> {
  const { separator, body } = separateText(text, source.forced?.separator);
  const inText = spots.flatMap(({ at }) => (isInText(at) ? [at] : []));
  const rows = new Set(inText.map(({ row }) => row));
  const wanted = new Set(inText.map(keyOf));
  const cells = new Map<string, Span>();
  for (const { row, column, from, to } of eachCell(text, text.length - body.length, separator.character)) {
    if (!rows.has(row)) continue;
    const key = `${row} ${column}`;
    if (wanted.has(key)) cells.set(key, { from, to });
    // A row that is meant as a whole is shown by its first cell.
    if (column === 1 && wanted.has(`${row} `)) cells.set(`${row} `, { from, to: from });
    if (cells.size === wanted.size) break;
  }
  return cells;
}

type Cell = Span & { readonly row: number; readonly column: number };

/**
 * By the row and column of each place, the cells above and below it that have the same text, row after row: a table
 * that repeats a project's values beside each of its indicators has them there.
 */
export function repeatsOf(
  source: Pick<Source, "forced">,
  text: string,
  places: readonly Pick<Spot, "at">[],
): (at: Spot["at"]) => readonly CellPlace[] {
  const cells = new Map(places.flatMap(({ at }) => (isInText(at) ? [[keyOf(at), at] as const] : [])));
  const columns = new Map([...cells.values()].map(({ column }) => [column, new Map<number, string>()]));
  const { separator, body } = separateText(text, source.forced?.separator);
  for (const { row, column, from, to } of eachCell(text, text.length - body.length, separator.character))
    columns.get(column)?.set(row, text.slice(from, to).trim());
  const repeats = new Map<string, readonly CellPlace[]>();
  for (const [key, place] of cells) {
    const rows = columns.get(place.column);
    const own = rows?.get(place.row) ?? "";
    const isRepeated = (row: number) =>
      own !== "" && rows?.get(row) === own && !cells.has(keyOf({ ...place, row }));
    const found: CellPlace[] = [];
    for (const step of [-1, 1])
      for (let row = place.row + step; isRepeated(row); row += step) found.push({ ...place, row });
    repeats.set(key, found);
  }
  return (at) => (isInText(at) ? (repeats.get(keyOf(at)) ?? []) : []);
}

function* eachCell(text: string, begin: number, separator: Separator): Iterable<Cell> {
  let row = 1;
  let column = 1;
  let from = begin;
  let quoted = false;
  for (let index = begin; index <= text.length; index += 1) {
    const character = text[index];
    if (character === '"') quoted = !quoted;
    if (quoted && character !== undefined) continue;
    if (character !== undefined && character !== separator && character !== "\n" && character !== "\r")
      continue;
    yield { row, column, from, to: index };
    if (character === separator) column += 1;
    else {
      if (character === "\r" && text[index + 1] === "\n") index += 1;
      row += 1;
      column = 1;
    }
    from = index + 1;
  }
}

function keyOf({ row, column }: CellPlace): string {
  return `${row} ${column ?? ""}`;
}

const token = /"(?:[^"\\]|\\.)*"|[^\s,{}[\]":]+|./uy;

/** The value that begins at a place of a JSON text. A blank one has its neighbour's place and its own pointer. */
function valueAt(
  text: string,
  { line, column, pointer }: JsonPlace,
  starts: readonly number[],
): Span | undefined {
  const offset = (starts[line - 1] ?? text.length) + column - 1;
  const key = JSON.stringify(
    pointer
      .slice(pointer.lastIndexOf("/") + 1)
      .replace(/~1/gu, "/")
      .replace(/~0/gu, "~"),
  );
  const begin = text.lastIndexOf("{", offset);
  const end = text.indexOf("}", offset);
  const within = begin === -1 || end === -1 ? "" : text.slice(begin, end);
  const own = within.indexOf(`${key}:`);
  if (own === -1) return tokenAt(text, offset);
  const value = begin + own + key.length + 1;
  return tokenAt(text, value + (/^\s*/u.exec(text.slice(value))?.[0].length ?? 0));
}

/** The string, number or word that begins at an offset of a JSON text; of an object or list its bracket. */
function tokenAt(text: string, offset: number): Span | undefined {
  token.lastIndex = offset;
  const found = token.exec(text)?.[0];
  return found === undefined ? undefined : { from: offset, to: offset + found.length };
}
