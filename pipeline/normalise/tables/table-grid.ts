/** A raw table whose headers are known → a grid of the rows that hold data; rows that do not fit the headers are reported. */
import type { Report, SkippedAs } from "../../diagnostics/index.ts";
import { cellPlace, type RawRow, rowPlace, tablePlace } from "../../read/index.ts";
import type { Text } from "../../records/index.ts";
import type { Context } from "../drafts/context.ts";
import type { StatedUnit } from "../headers/header-key.ts";
import { decides, stays } from "../headers/left-out.ts";
import { fieldCalled } from "../headers/match-header.ts";
import type { HeadedTable } from "./find-header-row.ts";
import { type FieldColumn, type Grid, type Header, hasIndicators, withMeanings } from "./grid.ts";
import { guardShape } from "./guard-shape.ts";
import { matchColumns } from "./match-columns.ts";
import { namedTable } from "./named-table.ts";
import { unitCell, unitInLine } from "./row-words.ts";
import type { Sheet, Verdict } from "./sheet.ts";
import { projectGrid, sortRows } from "./sort-rows.ts";
import { spreadColumns } from "./spread-columns.ts";
import type { SpreadColumns } from "./spread-lines.ts";
import { compareUnitLines } from "./unit-lines.ts";

/** `unit`: whose projects they are, if no column says it. */
export function tableGrid(headed: HeadedTable, context: Context, unit?: Text): Grid {
  const { table, headers } = headed;
  const placed = headersOf(headed);
  const filled = headed.body.filter(({ cells }) => !cells.every(isBlank));
  const rows = rowsThatStay(headed, filled, context);
  const spread = spreadColumns(placed, context.vocabulary);
  const sheet = sheetOf(headed, { rows, spread }, context);
  const rowNumber = (row: number): number => rows[row]?.row ?? headers[0]?.row ?? 1;
  const places = {
    place: (row: number, column: number) => cellPlace(table, rowNumber(row), column, headers[column]?.text),
    rowPlace: (row: number) => rowPlace(table, rowNumber(row)),
  };
  const verdicts = sortRows(sheet, places, context.report);
  const isProject = (row: number) => verdicts[row]?.kind === "project";
  const kept = squareRows(headed, rows, { isProject, report: context.report });
  const matched = matchColumns(
    {
      headers: spread.headers,
      values: (column) => cellsBelow(rows, kept, spread.sources(column)),
    },
    { ...context, kind: "rows" },
  );
  for (const { field, index } of matched.columns)
    for (const column of spread.sources(index)) {
      const header = headers[column];
      context.noteBlank({ field, at: cellPlace(table, header?.row ?? 1, column, header?.text) });
    }
  compareUnitLines(table, { columns: matched.columns, headers: placed }, context);
  const skipped = rows.filter((_, row) => verdicts[row]?.kind === "skipped");
  const unitRows = rows.filter((_, row) => isUnitRow(verdicts[row]));
  const all: Grid = {
    at: tablePlace(table),
    columns: withUnits(matched.columns, unitRows),
    unitColumn: matched.unitColumn,
    unit: headed.unit ?? unitBelow(skipped),
    ...(unit === undefined ? {} : { shared: new Map([["project.unit", { text: unit }]] as const) }),
    named: namedTable(table, matched.columns, context.report),
    merged: headed.merged,
    rowCount: rows.length,
    source: (row, column) => rows[row]?.cells[column] ?? "",
    rawRow: (row) => rows[row],
    ...places,
  };
  const projects = projectGrid(all, { sheet, verdicts, kept }, context);
  const grid = withMeanings(spread.spread(projects, context.report));
  if (!hasIndicators(grid.columns)) guardShape(grid, placed, context);
  return grid;
}

function rowsThatStay(
  { table, headers }: HeadedTable,
  rows: readonly RawRow[],
  context: Context,
): readonly RawRow[] {
  const deciding = headers.flatMap(({ text }, index) =>
    decides(text, context) ? [{ header: text, index }] : [],
  );
  if (deciding.length === 0) return rows;
  return rows.filter(({ row, cells }) => {
    const said = deciding.map(({ header, index }) => ({
      ...{ header, text: cells[index] ?? "" },
      at: cellPlace(table, row, index, header),
    }));
    return stays(said, { at: rowPlace(table, row), tools: context });
  });
}

function sheetOf(
  headed: HeadedTable,
  { rows, spread }: { readonly rows: readonly RawRow[]; readonly spread: SpreadColumns },
  { vocabulary, keeps, keptRows }: Context,
): Sheet {
  const { table, headers, headerRows, above } = headed;
  // An export by pages repeats its title and its headers on each of them.
  const repeated = new Map<string, SkippedAs>();
  for (const { cells } of above) repeated.set(signature(cells), "title");
  for (const { cells } of headerRows) repeated.set(signature(cells), "header");
  const firsts = new Set([...repeated.keys()].map((row) => row.split("\t", 1)[0]));
  return {
    columns: headers.map(({ meaning }, index) => ({
      header: meaning,
      ...(spread.columnOf(index) ?? fieldCalled(meaning, vocabulary)),
    })),
    rows: rows.map(({ cells }) => cells),
    repeats: (row) => {
      const cells = rows[row]?.cells ?? [];
      return firsts.has(flatCell(cells[0] ?? "")) ? repeated.get(signature(cells)) : undefined;
    },
    isKept: (row, name) => keeps({ file: table.file, row: rows[row]?.row ?? 0, name }),
    keptRows: keptRows?.row,
  };
}

/** One after the other, as most questions about a column are answered by its first cells. */
function* cellsBelow(
  rows: readonly RawRow[],
  kept: readonly number[],
  columns: readonly number[],
): Iterable<string> {
  for (const column of columns) for (const row of kept) yield rows[row]?.cells[column] ?? "";
}

function isUnitRow(verdict: Verdict | undefined): boolean {
  return verdict?.kind === "skipped" && verdict.reason === "units";
}

/** A row of units below the headers says the units of the columns whose headers say none. */
function withUnits(columns: readonly FieldColumn[], unitRows: readonly RawRow[]): readonly FieldColumn[] {
  const [first] = unitRows;
  if (first === undefined) return columns;
  return columns.map((column) => {
    const said = unitCell(first.cells[column.index] ?? "");
    return column.unit !== undefined || said === undefined || said === ""
      ? column
      : { ...column, unit: said };
  });
}

/** 金额单位：元 below a table. */
function unitBelow(rows: readonly RawRow[]): StatedUnit | undefined {
  const cells = rows.flatMap((row) => row.cells);
  return cells.map(unitInLine).find((unit) => unit !== undefined);
}

/** The headers with their places. */
export function headersOf({ table, headers }: HeadedTable): Header[] {
  return headers.map(({ row, text, meaning, under }, index) => {
    const at = cellPlace(table, row, index, text);
    return { index, text, meaning, under, at };
  });
}

/** The projects' rows that have a cell for each header; every ragged one is reported as a failure. */
function squareRows(
  { table, headers, headerRows }: HeadedTable,
  rows: readonly RawRow[],
  { isProject, report }: { readonly isProject: (row: number) => boolean; readonly report: Report },
): number[] {
  const most = Math.max(...headerRows.map(({ cells }) => cells.length));
  const fewest = headers.length - trailingBlanks(headers.map(({ text }) => text));
  return rows.flatMap((row, index) => {
    if (!isProject(index)) return [];
    const column = raggedAt(row, { fewest, most });
    if (column === undefined) return [index];
    const args = { cells: row.cells.length, headers: fewest };
    report({ code: "ragged-row", at: { ...rowPlace(table, row.row), column }, args });
    return [];
  });
}

/** The column (from 1) of the first cell that is missing, or filled without a header above it. */
function raggedAt({ cells }: RawRow, { fewest, most }: { fewest: number; most: number }): number | undefined {
  if (cells.length < fewest) return cells.length + 1;
  const surplus = cells.findIndex((cell, index) => index >= most && !isBlank(cell));
  return surplus < 0 ? undefined : surplus + 1;
}

function signature(cells: readonly string[]): string {
  const flat = cells.map(flatCell);
  return flat.slice(0, flat.length - trailingBlanks(flat)).join("\t");
}

function flatCell(cell: string): string {
  return cell.replace(/\s+/gu, "");
}

function trailingBlanks(cells: readonly string[]): number {
  const last = cells.findLastIndex((cell) => !isBlank(cell));
  return cells.length - 1 - last;
}

function isBlank(cell: string): boolean {
  return cell.trim() === "";
}
