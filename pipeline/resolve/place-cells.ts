/** Rows of cells with spans → cells placed in a grid, each square taken exactly once. */
import type { Cell, Row } from "../model/index.ts";

export type PlacedCell = { readonly row: number; readonly column: number; readonly cell: Cell };
export type GridFault = { readonly row: number; readonly reason: "overlap" | "gap" | "span-past-end" };

/**
 * Places cells as HTML does: each cell takes the first free square of its row.
 *
 * @returns the placed cells row by row, or the first fault; `row` counts from 0.
 */
export function placeCells(
  rows: readonly Row[],
  columns: number,
): { readonly cells: readonly PlacedCell[] } | { readonly fault: GridFault } {
  const taken = rows.map(() => new Array<boolean>(columns).fill(false));
  const cells: PlacedCell[] = [];
  for (const [row, { cells: rowCells }] of rows.entries()) {
    for (const cell of rowCells) {
      const column = taken[row]?.indexOf(false) ?? -1;
      if (column < 0) return { fault: { row, reason: "overlap" } };
      if (row + cell.rowSpan > rows.length) return { fault: { row, reason: "span-past-end" } };
      if (!take(taken, { row, column, cell })) return { fault: { row, reason: "overlap" } };
      cells.push({ row, column, cell });
    }
    if (taken[row]?.includes(false)) return { fault: { row, reason: "gap" } };
  }
  return { cells };
}

function take(taken: boolean[][], { row, column, cell }: PlacedCell): boolean {
  for (let r = row; r < row + cell.rowSpan; r += 1) {
    for (let c = column; c < column + cell.colSpan; c += 1) {
      const line = taken[r];
      if (line === undefined || line[c] !== false) return false;
      line[c] = true;
    }
  }
  return true;
}
