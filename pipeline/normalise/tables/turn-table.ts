/** A table with fields down its first column and a project in each of the others → the same with a row for each project. */
import type { Merge, RawRow, RawTable } from "../../read/index.ts";
import { perText } from "../../records/index.ts";
import { isIdentity, matchHeader, type Vocabulary } from "../headers/match-header.ts";
import { findHeaderRow, type HeadedTable, unitAbove } from "./find-header-row.ts";
import { kindsAmong } from "./kind-columns.ts";
import { numberedAmong } from "./numbered-columns.ts";

export type Turned = {
  readonly headed: HeadedTable;
  /** What stands below it, as the file has it. */
  readonly below: RawTable;
};

/** Where the names of projects stand, and in which column the first of them, from 0. */
type Anchor = { readonly at: number; readonly first: number };
type ReadField = (cell: string) => string | undefined;

const searchedRows = 30;
/** Of fields; a table of data has more rows. */
const mostRows = 300;
/** Banners, a field, and a number before them. */
const mostLabels = 3;

/**
 * Undefined of any other table. It is one if two projects or more stand beside 项目名称 or 项目编码, where a list has other
 * headers and a form has one value, and most of what stands below and above that label are fields, too.
 */
export function turnTable(table: RawTable, vocabulary: Vocabulary): Turned | undefined {
  const fieldOf: ReadField = perText((cell) => matchHeader(cell, vocabulary)?.field);
  const anchor = anchorIn(table, fieldOf);
  if (anchor === undefined) return undefined;
  const { at, first } = anchor;
  const { rows } = table;
  const known = (row: RawRow | undefined) => row !== undefined && fieldIn(row, first, fieldOf) !== undefined;
  let begin = at;
  while (known(rows[begin - 1])) begin -= 1;
  let end = at + 1;
  while (end < Math.min(rows.length, at + mostRows) && !isHeaders(rows[end], first, fieldOf)) end += 1;
  while (end > at && !known(rows[end - 1]) && isBare(rows[end - 1], first)) end -= 1;
  const block = rows.slice(begin, end);
  const fields = block.flatMap((row) => fieldIn(row, first, fieldOf) ?? []);
  const filled = block.filter((row) => !isBare(row, first));
  const labels = block.flatMap(
    ({ cells }) => cells.slice(0, first).findLast((cell) => cell.trim() !== "") ?? [],
  );
  const ofIndicators =
    kindsAmong(labels).length +
    numberedAmong(
      labels.map((text) => ({ text })),
      vocabulary,
    );
  if (new Set(fields).size < 3 || (fields.length + ofIndicators) * 5 < filled.length * 3) return undefined;
  const above = rows.slice(0, begin);
  const headed = findHeaderRow(turned(table, block, first), vocabulary);
  if (headed === undefined) return undefined;
  return {
    headed: { ...headed, above, unit: headed.unit ?? unitAbove(above), inFile: table },
    below: { ...table, rows: rows.slice(end) },
  };
}

function anchorIn({ rows }: RawTable, fieldOf: ReadField): Anchor | undefined {
  for (const [at, { cells }] of rows.slice(0, searchedRows).entries()) {
    if (heads(cells, fieldOf)) return undefined;
    const label = cells.slice(0, mostLabels).findIndex((cell) => isIdentity(fieldOf(cell)));
    if (label < 0 || cells[label]?.trim() === "名称") continue;
    const values = [...cells.entries()].filter(([column, cell]) => column > label && cell.trim() !== "");
    const [first] = values[0] ?? [];
    const names = values.map(([, cell]) => cell.trim());
    if (first === undefined || first > mostLabels || new Set(names).size < 2) continue;
    if (names.every((name) => fieldOf(name) === undefined)) return { at, first };
  }
  return undefined;
}

/** Headers of a list, whatever its cells say below them. */
function heads(cells: readonly string[], fieldOf: ReadField): boolean {
  const filled = cells.filter((cell) => cell.trim() !== "");
  const fields = filled.flatMap((cell) => fieldOf(cell) ?? []);
  return new Set(fields).size > 2 && fields.length * 2 > filled.length && fields.some(isIdentity);
}

/** What the label of a row means: the lowest of its banners and its own. */
function fieldIn({ cells }: RawRow, first: number, fieldOf: ReadField): string | undefined {
  const labels = cells.slice(0, first).filter((cell) => cell.trim() !== "");
  const field = fieldOf(labels.at(-1) ?? "");
  return field ?? (labels.length > 1 ? fieldOf(labels.slice(-2).join("")) : undefined);
}

/** A row of headers of another table: several fields, where the values of one field are alike (中期, 年度). */
function isHeaders(row: RawRow | undefined, first: number, fieldOf: ReadField): boolean {
  const cells = row?.cells ?? [];
  const filled = cells.filter((cell) => cell.trim() !== "");
  const fields = (some: readonly string[]) => some.flatMap((cell) => fieldOf(cell) ?? []);
  return new Set(fields(cells.slice(first))).size > 1 && fields(filled).length * 2 > filled.length;
}

/** Nothing stands beside its label. */
function isBare(row: RawRow | undefined, first: number): boolean {
  return (row?.cells ?? []).slice(first).every((cell) => cell.trim() === "");
}

/** A cell keeps its row as its column: those above the block are blank. */
function turned(table: RawTable, block: readonly RawRow[], first: number): RawTable {
  const top = block[0]?.row ?? 1;
  const last = block.at(-1)?.row ?? top;
  const byNumber = new Map(block.map((row) => [row.row, row.cells]));
  const width = Math.max(...block.map(({ cells }) => cells.length));
  const isNumbers = (column: number) => block.every(({ cells }) => /^\s*\d*\s*$/u.test(cells[column] ?? ""));
  const columns = Array.from({ length: width }, (_, column) => column);
  const rows = columns.flatMap((column): readonly RawRow[] => {
    // The numbers of the fields.
    if (column < first && isNumbers(column)) return [];
    const cells = Array.from({ length: last }, (_, row) => byNumber.get(row + 1)?.[column] ?? "");
    return [{ row: column + 1, cells }];
  });
  return { ...table, rows, merges: table.merges?.map(turnedMerge), turned: { top, label: first } };
}

function turnedMerge({ row, column, rows, columns }: Merge): Merge {
  return { row: column, column: row, rows: columns, columns: rows };
}
