/** A raw table → lines of filled cells, each with its reach: what merged cells cover, and which blank cells are cells of their own. */
import { isWordTable, type Merge, type RawRow, type RawTable } from "../../read/index.ts";

export type CardLine = {
  readonly table: RawTable;
  readonly row: RawRow;
  /** Those that are filled, from the left; a merged cell is in the line of its first row. */
  readonly cells: readonly CardCell[];
};

export type CardCell = {
  /** From 0. */
  readonly column: number;
  readonly text: string;
  /** Undefined if the container knows no merged cells: then blank cells may belong to it or not. */
  readonly reach?: { readonly rows: number; readonly columns: number };
  /** The cell to its right is blank and a cell of its own: its value, if this is a label. */
  readonly beforeBlank: boolean;
};

export function linesOf(table: RawTable): readonly CardLine[] {
  const { merges } = table;
  const starts = new Map((merges ?? []).map((merge) => [key(merge.row, merge.column), merge] as const));
  const isWord = isWordTable(table);
  const mergesAt = mergesByRow(merges ?? []);
  return table.rows.map((row) => {
    const reaching = mergesAt(row.row);
    const cells = row.cells.flatMap((source, column): readonly CardCell[] => {
      const text = source.trim();
      if (text === "") return [];
      const merge = starts.get(key(row.row, column + 1));
      const reach = merges === undefined ? undefined : (merge ?? single);
      const next = column + (reach?.columns ?? 1);
      const isBlank = next < row.cells.length && (row.cells[next] ?? "").trim() === "";
      const isCell = isWord || (starts.get(key(row.row, next + 1))?.columns ?? 1) > 1;
      const beforeBlank = isBlank && isCell && !isCovered(reaching, row.row, next + 1);
      return [reach === undefined ? { column, text, beforeBlank } : { column, text, reach, beforeBlank }];
    });
    return { table, row, cells };
  });
}

const single = { rows: 1, columns: 1 };

function key(row: number, column: number): string {
  return `${row} ${column}`;
}

/** The merged cells that reach into a row, for rows in order: a sheet may have a hundred thousand. */
function mergesByRow(merges: readonly Merge[]): (row: number) => readonly Merge[] {
  const sorted = merges.toSorted((one, other) => one.row - other.row);
  let reaching: readonly Merge[] = [];
  let taken = 0;
  return (row) => {
    const first = taken;
    while ((sorted[taken]?.row ?? Number.POSITIVE_INFINITY) <= row) taken += 1;
    reaching = [...reaching, ...sorted.slice(first, taken)].filter((merge) => row < merge.row + merge.rows);
    return reaching;
  };
}

/** Whether a merged cell from further up or from the left reaches into a square of the row that they all reach into. */
function isCovered(merges: readonly Merge[], row: number, column: number): boolean {
  return merges.some(
    (merge) =>
      (merge.row !== row || merge.column !== column) &&
      column >= merge.column &&
      column < merge.column + merge.columns,
  );
}
