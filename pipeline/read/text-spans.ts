/** Places in a file → where in its text they begin and end, and where the same text stands beside them. */
import type { CellPlace, JsonPlace } from "../diagnostics/index.ts";
import { type Separator, separateText } from "./separator.ts";
import type { Source } from "./source.ts";
import { lineStarts } from "./text-position.ts";

/** A place that a text may have; those in workbooks have none. */
export type TextPlace = CellPlace | JsonPlace;

export type TextSpan = { readonly from: number; readonly to: number };

type Placed = { readonly at: TextPlace };

/** Where cells and values begin and end in the text of a file, quotes included. */
export function spansOf(
  source: Pick<Source, "forced">,
  text: string,
  places: readonly Placed[],
): readonly (TextSpan | undefined)[] {
  const cells = places.some(({ at }) => isInText(at)) ? locateCells(text, places, source) : new Map();
  const starts = lineStarts(text);
  return places.map(({ at }) => {
    if (at.kind === "json") return valueAt(text, at, starts);
    return isInText(at) ? cells.get(keyOf(at)) : undefined;
  });
}

function isInText(at: TextPlace): at is CellPlace {
  return at.kind === "cell" && at.sheet === undefined;
}

/** Every wanted cell of a delimited text, by one walk through it. */
function locateCells(
  text: string,
  spots: readonly Placed[],
  source: Pick<Source, "forced">,
): ReadonlyMap<string, TextSpan> {
  const { separator, body } = separateText(text, source.forced?.separator);
  const inText = spots.flatMap(({ at }) => (isInText(at) ? [at] : []));
  const rows = new Set(inText.map(({ row }) => row));
  const wanted = new Set(inText.map(keyOf));
  const cells = new Map<string, TextSpan>();
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

type Cell = TextSpan & { readonly row: number; readonly column: number };

/**
 * By the row and column of each place, the cells above and below it that have the same text, row after row: a table
 * that repeats a project's values beside each of its indicators has them there.
 */
export function repeatsOf(
  source: Pick<Source, "forced">,
  text: string,
  places: readonly (Placed & { readonly mayRepeat?: (row: number) => boolean })[],
): (at: TextPlace) => readonly CellPlace[] {
  const cells = new Map(
    places.flatMap(({ at, mayRepeat }) => (isInText(at) ? [[keyOf(at), { place: at, mayRepeat }]] : [])),
  );
  const columns = new Map([...cells.values()].map(({ place }) => [place.column, new Map<number, string>()]));
  const { separator, body } = separateText(text, source.forced?.separator);
  for (const { row, column, from, to } of eachCell(text, text.length - body.length, separator.character))
    columns.get(column)?.set(row, text.slice(from, to).trim());
  const repeats = new Map<string, readonly CellPlace[]>();
  for (const [key, { place, mayRepeat = () => true }] of cells) {
    const rows = columns.get(place.column);
    const own = rows?.get(place.row) ?? "";
    const isRepeated = (row: number) =>
      own !== "" && rows?.get(row) === own && mayRepeat(row) && !cells.has(keyOf({ ...place, row }));
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
): TextSpan | undefined {
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
function tokenAt(text: string, offset: number): TextSpan | undefined {
  token.lastIndex = offset;
  const found = token.exec(text)?.[0];
  return found === undefined ? undefined : { from: offset, to: offset + found.length };
}
