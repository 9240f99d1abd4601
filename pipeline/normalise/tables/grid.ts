/** Rows of cells under columns: what both a table and a list of JSON objects become, before and after headers are matched. */
import type { FilePlace, Place, Report } from "../../diagnostics/index.ts";
import type { RawRow } from "../../read/index.ts";
import type { FieldKind, FieldName, Horizon, Text } from "../../records/index.ts";
import type { Value } from "../drafts/draft.ts";
import { type StatedUnit, statedUnit } from "../headers/header-key.ts";
import { type HeaderMatch, isIdentity } from "../headers/match-header.ts";
import type { Meanings } from "../headers/meanings.ts";
import { toText } from "../headers/source-text.ts";
import type { StatedRow } from "./stated-totals.ts";

export type Header = {
  readonly index: number;
  readonly text: string;
  /** What is matched: the text, with what a banner above it adds. */
  readonly meaning: string;
  /** The banners above it. */
  readonly under?: string;
  readonly at: Place;
  /** A key under which there is nothing: null, {} and []. */
  readonly hollow?: boolean;
};

/** Of a header below banners, its lowest row. */
export function ownText({ text, under }: Pick<Header, "text" | "under">): string {
  return under !== undefined && text.startsWith(`${under}/`) ? text.slice(under.length + 1) : text;
}

export type HeaderRow = {
  readonly headers: readonly Header[];
  /** The cells below a header, by its index. */
  readonly values: (index: number) => Iterable<string>;
};

export type MatchedColumn = HeaderMatch & { readonly header: Header };

/** indicators: the rows are the indicators of one project and nothing else. */
export type RowKind = "rows" | "indicators";

/** A column whose field is known. */
export type FieldColumn = {
  /** From 0. */
  readonly index: number;
  readonly header: string;
  readonly field: FieldName;
  readonly kind: FieldKind;
  /** In a table with both horizons side by side: whose column it is; absent if both share it. */
  readonly side?: Horizon;
  readonly unit?: StatedUnit;
  /** What its codes stand for. */
  readonly meanings?: Meanings;
};

export type NamedTable = { readonly horizon?: Horizon; readonly level1?: Text };

export type Grid = {
  /** The whole of it. */
  readonly at: FilePlace;
  readonly columns: readonly FieldColumn[];
  /** A column that holds each row's unit of money. */
  readonly unitColumn?: number;
  /** The unit of money that the file states for all of its amounts. */
  readonly unit?: StatedUnit;
  /** What is said once for all of its projects; their own values go before it. */
  readonly shared?: ReadonlyMap<FieldName, Value>;
  /** What the name of its sheet or file says of its indicators, where it has no column for it. */
  readonly named?: NamedTable;
  /** Columns whose merged cells are known, and filled already: what is blank in them is blank, and nothing is guessed. */
  readonly merged?: ReadonlySet<number>;
  readonly rowCount: number;
  /** A cell as written, "" if there is none; row and column from 0. */
  readonly source: (row: number, column: number) => string;
  /** The row of a file that all cells of a row are read from, if one is. */
  readonly rawRow?: ((row: number) => RawRow | undefined) | undefined;
  /** The code in place of which a source has the word it stands for, or the choice of which it has what was ticked. */
  readonly written?: (row: number, column: number) => string | undefined;
  readonly place: (row: number, column: number) => Place;
  readonly rowPlace: (row: number) => Place;
  /** What rows that are no projects state as their sums. */
  readonly totals?: readonly StatedRow[];
};

/** One square as text; undefined if it is blank. */
export function textAt(grid: Grid, row: number, at: { column: number; report: Report }): Text | undefined {
  const source = grid.source(row, at.column);
  const text = source === "" ? undefined : toText(source, grid.place(row, at.column), at.report);
  const raw = grid.written?.(row, at.column);
  return text === undefined || raw === undefined ? text : { ...text, raw };
}

/** The unit of money that a column states, or its row, or its file. */
export function unitAt(grid: Grid, row: number, column: FieldColumn): Value["unit"] {
  if (column.unit !== undefined) return { unit: column.unit, from: "header" };
  const inRow = grid.unitColumn === undefined ? "" : grid.source(row, grid.unitColumn);
  if (inRow !== "") return { unit: statedUnit(inRow) ?? "unknown", from: "cell" };
  return grid.unit === undefined ? undefined : { unit: grid.unit, from: "file" };
}

export function hasIndicators(columns: readonly { readonly field: FieldName }[]): boolean {
  const has = (field: FieldName): boolean => columns.some((column) => column.field === field);
  return (
    has("indicator.level3") ||
    (has("indicator.value") && (has("indicator.level1") || has("indicator.level2")))
  );
}

/** The columns that say which project a row is of. */
export function identityColumns({ columns }: Grid): readonly FieldColumn[] {
  return columns.filter(({ field }) => isIdentity(field));
}

/** The grid with words in place of codes; what was written is kept beside them. */
export function withMeanings(grid: Grid): Grid {
  const coded = new Map(
    grid.columns.flatMap(({ index, meanings }) => (meanings === undefined ? [] : [[index, meanings]])),
  );
  if (coded.size === 0) return grid;
  const meant = (row: number, column: number): string | undefined =>
    coded.get(column)?.get(grid.source(row, column).trim());
  return {
    ...grid,
    source: (row, column) => meant(row, column) ?? grid.source(row, column),
    written: (row, column) =>
      meant(row, column) === undefined ? grid.written?.(row, column) : grid.source(row, column),
  };
}
