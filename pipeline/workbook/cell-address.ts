/** `B3`, `A1:C2` → rows and columns, from 1. */
import type { Merge } from "../read/index.ts";
import { DamagedContainer } from "./damaged.ts";

export type CellAddress = { readonly row: number; readonly column: number };

const written = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/u;

export function cellAt(cell: string): CellAddress {
  const [, letters = "", row = ""] = written.exec(cell) ?? [];
  if (row === "") throw new DamagedContainer("structure", `"${cell}"`);
  let column = 0;
  for (const letter of letters) column = 26 * column + letter.charCodeAt(0) - 64;
  return { row: Number(row), column };
}

/** A range, or a cell as a range of one. */
export function rangeOf(range: string): Merge {
  const [first = "", last = first] = range.split(":");
  const [one, other] = [cellAt(first), cellAt(last)];
  return {
    row: Math.min(one.row, other.row),
    column: Math.min(one.column, other.column),
    rows: Math.abs(other.row - one.row) + 1,
    columns: Math.abs(other.column - one.column) + 1,
  };
}
