/** A sheet that holds several tables, one below the other or side by side → one raw table each. */
import type { RawRow, RawTable } from "../../read/index.ts";
import { perText } from "../../records/index.ts";
import { isIdentity, matchHeader, type ReadHeader, type Vocabulary } from "../headers/match-header.ts";
import { joinHeaders } from "./join-headers.ts";
import {
  flatten,
  isExportLabel,
  isLabelled,
  isNote,
  isPageNumber,
  isSignature,
  unitCell,
} from "./row-words.ts";

/** The field that a cell means as a header; each text is matched once a sheet. */
type ReadField = (cell: string) => string | undefined;
type Reading = { readonly match: ReadHeader; readonly fieldOf: ReadField };

/** A table that is alone is returned as it is. */
export function splitTables(table: RawTable, vocabulary: Vocabulary): readonly RawTable[] {
  const match = perText((cell) => matchHeader(cell, vocabulary));
  // No header is without a letter, and values that are numbers differ from row to row.
  const fieldOf: ReadField = (cell) => (/\p{L}/u.test(cell) ? match(cell)?.field : undefined);
  return splitRows(table, { match, fieldOf }).flatMap((part) => splitColumns(part, fieldOf));
}

/**
 * Another table begins at headers that differ from those above, or that have other titles above them, with rows of data
 * between.
 */
function splitRows(table: RawTable, reading: Reading): readonly RawTable[] {
  const { rows } = table;
  const starts: number[] = [];
  const titles = new Set<string>();
  /** An export by pages has the same titles on each of them. */
  const isNew = (text: string) => /\p{L}/u.test(text) && !titles.has(text);
  let last: { readonly signature: string; readonly index: number } | undefined;
  for (const [index, row] of rows.entries()) {
    if (!isHeaderRow(row, reading.fieldOf)) continue;
    const signature = row.cells.map(flatten).join("\t").trim();
    const hasData = last !== undefined && rows.slice(last.index + 1, index).some(isData);
    const first = firstOf(table, index, reading);
    const above = rows.slice(first, index).flatMap(({ cells }) => cells.map(flatten));
    const isOther = signature !== last?.signature || (above.some(isNew) && begins(table, index, reading));
    if (hasData && isOther) starts.push(first);
    for (const title of above) titles.add(title);
    last = { signature, index };
  }
  if (starts.length === 0) return [table];
  const bounds = [0, ...starts, rows.length];
  return bounds.slice(1).map((end, index) => ({ ...table, rows: rows.slice(bounds[index], end) }));
}

/** The first row of a table whose headers are found: a banner and titles come before them. */
function firstOf({ rows, merges }: RawTable, header: number, { match, fieldOf }: Reading): number {
  let first = header;
  const upper = rows[header - 1];
  const lower = rows[header];
  if (upper !== undefined && lower !== undefined && !isBlankRow(upper)) {
    const joined = joinHeaders({ banners: [upper], lower, merges }, match);
    const meanings = joined?.headers.map(({ meaning }) => meaning) ?? [];
    if (knownFields(meanings, fieldOf).length > knownFields(lower.cells, fieldOf).length) first -= 1;
  }
  for (let row = rows[first - 1]; row !== undefined && isTitle(row); row = rows[first - 1]) first -= 1;
  return first;
}

/** Whether the row below headers names a project, and does not go on with the one above them. */
function begins({ rows }: RawTable, header: number, { fieldOf }: Reading): boolean {
  const names = (rows[header]?.cells ?? []).findIndex((cell) => isIdentity(fieldOf(cell)));
  return (rows[header + 1]?.cells[names] ?? "").trim() !== "";
}

/** A line alone, or 填报单位：甲中心 beside 单位：元; a note or a page number belongs to the table above. */
function isTitle({ cells }: RawRow): boolean {
  const filled = cells.filter((cell) => cell.trim() !== "");
  const isOfTable = (cell: string) =>
    isNote(cell) || isSignature(cell) || isPageNumber(cell) || isExportLabel(cell);
  if (filled.length === 0 || filled.some(isOfTable)) return false;
  return filled.length === 1 || filled.every((cell) => isLabelled(cell) || unitCell(cell) !== undefined);
}

/** Two tables beside each other, each of which says which project its rows are of. */
function splitColumns(table: RawTable, fieldOf: ReadField): readonly RawTable[] {
  const header = table.rows.slice(0, 30).find((row) => isHeaderRow(row, fieldOf));
  if (header === undefined) return [table];
  const isGap = (column: number) => table.rows.every(({ cells }) => (cells[column] ?? "").trim() === "");
  const isWhole = (cells: readonly string[]) => {
    const known = knownFields(cells, fieldOf);
    return known.length >= 3 && known.some(isIdentity);
  };
  const isEnd = (cell: string, column: number) =>
    cell.trim() === "" ? isGap(column) : beginsAgain(table, { header, column, fieldOf });
  const gap = header.cells.findIndex(
    (cell, column) =>
      column > 0 &&
      isEnd(cell, column) &&
      isWhole(header.cells.slice(0, column)) &&
      isWhole(header.cells.slice(column)),
  );
  if (gap < 0) return [table];
  const left = table.rows.map((row) => ({ ...row, cells: row.cells.slice(0, gap) }));
  const right = table.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell, column) => (column < gap ? "" : cell)),
  }));
  return [{ ...table, rows: left }, ...splitColumns({ ...table, rows: right }, fieldOf)];
}

/** Whether all headers come again from a column on, above other projects: halves of one project name it twice. */
function beginsAgain(
  { rows }: RawTable,
  {
    header,
    column,
    fieldOf,
  }: { readonly header: RawRow; readonly column: number; readonly fieldOf: ReadField },
): boolean {
  const [left, right] = [header.cells.slice(0, column), header.cells.slice(column)].map((cells) =>
    cells.map(flatten),
  );
  if (left === undefined || right === undefined || !left.every((cell, index) => cell === right[index]))
    return false;
  const names = header.cells.findIndex((cell) => isIdentity(fieldOf(cell)));
  return rows
    .slice(rows.indexOf(header) + 1)
    .some(({ cells }) => (cells[names + column] ?? "") !== "" && cells[names + column] !== cells[names]);
}

/** Most of its cells are known headers, one of which says which project a row is of. */
function isHeaderRow({ cells }: RawRow, fieldOf: ReadField): boolean {
  const filled = cells.filter((cell) => cell.trim() !== "");
  if (filled.length < 3) return false;
  const known: string[] = [];
  let unknown = 0;
  // Signs, units and names of levels are short and come again in each row of data, and it is given up at its first
  // cells: a table may have 100,000 of them.
  for (const inTurn of [isShort, isLong]) {
    for (const cell of filled) {
      if (!inTurn(cell)) continue;
      const field = fieldOf(cell);
      if (field !== undefined) known.push(field);
      else unknown += 1;
      if (unknown * 10 > filled.length * 4) return false;
    }
  }
  return new Set(known).size >= 3 && known.some(isIdentity);
}

function isShort(cell: string): boolean {
  return cell.length <= 6;
}

function isLong(cell: string): boolean {
  return !isShort(cell);
}

function knownFields(cells: readonly string[], fieldOf: ReadField): string[] {
  return cells.flatMap((cell) => (cell.trim() === "" ? [] : (fieldOf(cell) ?? [])));
}

function isData({ cells }: RawRow): boolean {
  return cells.filter((cell) => cell.trim() !== "").length > 1;
}

function isBlankRow({ cells }: RawRow): boolean {
  return cells.every((cell) => cell.trim() === "");
}
