/** A raw table whose headers are known → a grid of the rows that hold data; rows that do not fit the headers are reported. */
import type { Report } from "../diagnostics/index.ts";
import { cellPlace, type RawRow } from "../read/index.ts";
import type { FieldName } from "../records/index.ts";
import type { Context } from "./context.ts";
import type { HeadedTable } from "./find-header-row.ts";
import type { Grid, Header } from "./grid.ts";
import { matchColumns } from "./match-columns.ts";
import { matchHeader, type Vocabulary } from "./match-header.ts";
import { noteOf, totalOf } from "./summary-rows.ts";

export function tableGrid(headed: HeadedTable, context: Context): Grid {
  const { table, headers, unit } = headed;
  const rows = bodyRows(headed, context.vocabulary, context.report);
  const { columns, unitColumn } = matchColumns(
    { headers: headersOf(headed), values: (index) => rows.map((row) => row.cells[index] ?? "") },
    { ...context, kind: "rows" },
  );
  for (const { field, index } of columns) {
    context.noteBlank({ field, at: cellPlace(table, headers[index]?.row ?? 1, index, headers[index]?.text) });
  }
  const rowNumber = (row: number): number => rows[row]?.row ?? headers[0]?.row ?? 1;
  return {
    file: table.file,
    columns,
    unitColumn,
    unit,
    rowCount: rows.length,
    source: (row, column) => rows[row]?.cells[column] ?? "",
    place: (row, column) => cellPlace(table, rowNumber(row), column, headers[column]?.text),
    rowPlace: (row) => ({ kind: "cell", file: table.file, row: rowNumber(row) }),
  };
}

/** The headers with their places. */
export function headersOf({ table, headers }: HeadedTable): Header[] {
  return headers.map(({ row, text, meaning }, index) => {
    const at = cellPlace(table, row, index, text);
    return { index, text, meaning, at };
  });
}

type SkipReason = "total" | "note" | "header" | "title";
type Skipped = { readonly reason: SkipReason; readonly found?: string };

/** Rows that hold data; every ragged one is reported as a failure. */
function bodyRows(headed: HeadedTable, vocabulary: Vocabulary, report: Report): RawRow[] {
  const { table, headers, headerRows, body } = headed;
  const most = Math.max(...headerRows.map(({ cells }) => cells.length));
  const fewest = headers.length - trailingBlanks(headers.map(({ text }) => text));
  const skipReason = skipReasons(headed, vocabulary);
  const kept: RawRow[] = [];
  for (const row of body) {
    if (row.cells.every(isBlank)) continue;
    const at = { kind: "cell", file: table.file, row: row.row } as const;
    const skipped = skipReason(row);
    if (skipped !== undefined) {
      const { reason, ...found } = skipped;
      report({ code: "row-skipped", at, ...found, args: { reason } });
      continue;
    }
    const column = raggedAt(row, { fewest, most });
    if (column === undefined) kept.push(row);
    else {
      const args = { cells: row.cells.length, headers: fewest };
      report({ code: "ragged-row", at: { ...at, column }, args });
    }
  }
  return kept;
}

/** The column (from 1) of the first cell that is missing, or filled without a header above it. */
function raggedAt({ cells }: RawRow, { fewest, most }: { fewest: number; most: number }): number | undefined {
  if (cells.length < fewest) return cells.length + 1;
  const surplus = cells.findIndex((cell, index) => index >= most && !isBlank(cell));
  return surplus < 0 ? undefined : surplus + 1;
}

function skipReasons(headed: HeadedTable, vocabulary: Vocabulary): (row: RawRow) => Skipped | undefined {
  const { headers, headerRows, above } = headed;
  const fields = headers.map(({ meaning }): FieldName | undefined => matchHeader(meaning, vocabulary)?.field);
  // An export by pages repeats its title and its headers on each of them.
  const repeated = new Map<string, SkipReason>();
  for (const { cells } of above) repeated.set(signature(cells), "title");
  for (const { cells } of headerRows) repeated.set(signature(cells), "header");
  return (row) => {
    const note = noteOf(row);
    const total = totalOf(row, fields);
    if (note !== undefined) return { reason: "note", found: note };
    if (total !== undefined) return { reason: "total", found: total };
    const reason = repeated.get(signature(row.cells));
    return reason && { reason };
  };
}

function signature(cells: readonly string[]): string {
  const flat = cells.map((cell) => cell.replace(/\s+/gu, ""));
  return flat.slice(0, flat.length - trailingBlanks(flat)).join("\t");
}

function trailingBlanks(cells: readonly string[]): number {
  const last = cells.findLastIndex((cell) => !isBlank(cell));
  return cells.length - 1 - last;
}

function isBlank(cell: string): boolean {
  return cell.trim() === "";
}
