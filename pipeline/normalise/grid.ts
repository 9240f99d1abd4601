/** Rows of cells under matched columns: what both a table and a list of JSON objects become. */
import type { Place, Report } from "../diagnostics/index.ts";
import type { FieldName, Horizon, Text } from "../records/index.ts";
import { toText } from "./clean-text.ts";
import type { StatedUnit } from "./header-key.ts";

export type Column = {
  /** From 0. */
  readonly index: number;
  readonly header: string;
  readonly field: FieldName;
  /** In a table with both horizons side by side: whose column it is; absent where both share it. */
  readonly side?: Horizon;
  readonly unit?: StatedUnit;
};

export type Grid = {
  readonly file: string;
  readonly columns: readonly Column[];
  /** A column that holds each row's unit of money. */
  readonly unitColumn?: number;
  /** The unit of money that the file states for all of its amounts. */
  readonly unit?: StatedUnit;
  readonly rowCount: number;
  /** A cell as written, "" where there is none; row and column from 0. */
  readonly source: (row: number, column: number) => string;
  readonly place: (row: number, column: number) => Place;
  readonly rowPlace: (row: number) => Place;
};

/** One square as text; undefined where it is blank. */
export function textAt(grid: Grid, row: number, at: { column: number; report: Report }): Text | undefined {
  const source = grid.source(row, at.column);
  return source === "" ? undefined : toText(source, grid.place(row, at.column), at.report);
}

export function hasIndicators(columns: readonly { readonly field: FieldName }[]): boolean {
  const has = (field: FieldName): boolean => columns.some((column) => column.field === field);
  return (
    has("indicator.level3") ||
    (has("indicator.value") && (has("indicator.level1") || has("indicator.level2")))
  );
}
