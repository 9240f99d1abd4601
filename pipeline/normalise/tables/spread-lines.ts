/** Rows that say several indicators in columns of their own → a row for each of them. */
import type { Report } from "../../diagnostics/index.ts";
import type { FieldKind, FieldName } from "../../records/index.ts";
import type { Grid, Header } from "./grid.ts";

/** How the columns of several indicators in a row become those of a list of indicators. */
export type SpreadColumns = {
  /** Of the other columns, and of those that a list of indicators has in place of these. */
  readonly headers: readonly Header[];
  /** The columns that a column is read from. */
  readonly sources: (index: number) => readonly number[];
  /** What such a column holds, as far as its rows are concerned. */
  readonly columnOf: (index: number) => { readonly field: FieldName; readonly kind: FieldKind } | undefined;
  /** The rows with one for each indicator. */
  readonly spread: (grid: Grid, report: Report) => Grid;
};

/** What a column of an indicator says, and where. */
export type Said = { readonly text: string; readonly column: number };

/** A row of the result: the row that it is of, and what it says of one indicator, by what its columns are called. */
export type Line = {
  readonly row: number;
  readonly said?: ReadonlyMap<string, Said>;
  /** Where it is said, of what it does not say. */
  readonly column?: number | undefined;
};

/** `stated`: the columns in place of those that are spread, by index. */
export function spreadLines(grid: Grid, stated: ReadonlyMap<number, string>, lines: readonly Line[]): Grid {
  const rowAt = (line: number) => lines[line]?.row ?? 0;
  const saidAt = (line: number, name: string) => lines[line]?.said?.get(name);
  return {
    ...grid,
    rowCount: lines.length,
    source: (line, column) => {
      const name = stated.get(column);
      return name === undefined ? grid.source(rowAt(line), column) : (saidAt(line, name)?.text ?? "");
    },
    place: (line, column) => {
      const name = stated.get(column);
      const said = name === undefined ? undefined : saidAt(line, name);
      const instead = name === undefined ? undefined : lines[line]?.column;
      return grid.place(rowAt(line), said?.column ?? instead ?? column);
    },
    rawRow: undefined,
    rowPlace: (line) => grid.rowPlace(rowAt(line)),
  };
}
