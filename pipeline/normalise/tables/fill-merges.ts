/** Rows of a table whose merged cells are known → the same, with the value of a merged cell in each row that it covers. */
import type { Merge, RawRow } from "../../read/index.ts";

export type FilledRows = {
  readonly rows: readonly RawRow[];
  /** Columns, from 0, whose cells are merged across rows: a blank that is left in one of them is a blank. */
  readonly merged: ReadonlySet<number>;
};

/**
 * A cell merged across columns keeps its one value. A row with nothing of its own stays blank: merged cells often reach
 * a row too far.
 */
export function fillMerges(rows: readonly RawRow[], merges: readonly Merge[] = []): FilledRows {
  const tall = merges.filter((merge) => merge.rows > 1);
  if (tall.length === 0) return { rows, merged: new Set() };
  const byNumber = new Map(rows.map((row) => [row.row, row]));
  const filled = new Map<number, string[]>();
  const merged = new Set<number>();
  for (const { row, column, rows: height } of tall) {
    const value = byNumber.get(row)?.cells[column - 1] ?? "";
    if (value.trim() === "") continue;
    for (let below = row + 1; below < row + height; below += 1) {
      const own = byNumber.get(below);
      if (own === undefined || own.cells.every((cell) => cell.trim() === "")) continue;
      const cells = filled.get(below) ?? [...own.cells];
      cells[column - 1] = value;
      filled.set(below, cells);
      merged.add(column - 1);
    }
  }
  return { rows: rows.map((row) => ({ ...row, cells: filled.get(row.row) ?? row.cells })), merged };
}
