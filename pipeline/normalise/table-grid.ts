/** Turns a raw table whose headers are known into a grid. */
import { cellPlace } from "../read/index.ts";
import { bodyRows } from "./body-rows.ts";
import type { Context } from "./context.ts";
import type { HeadedTable } from "./find-header-row.ts";
import type { Grid } from "./grid.ts";
import type { Header } from "./header-row.ts";
import { matchColumns } from "./match-columns.ts";

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
    ...(unitColumn === undefined ? {} : { unitColumn }),
    ...(unit === undefined ? {} : { unit }),
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
