/** The header cells of a table → whether each heads its row or its column, which readers aloud ask for. */
import type { PlacedCell } from "./place-cells.ts";
import type { ResolvedCell } from "./resolved.ts";

/**
 * A header row heads its columns, a group label its rows. Elsewhere a label heads the row if a value follows it, and
 * its column if a value stands below it: so do forms that print a row of labels over a row of values.
 */
export function headedBy(
  cells: readonly PlacedCell[],
  headerRows: number,
): (cell: PlacedCell) => ResolvedCell["heads"] {
  const begins = new Map(cells.map((placed) => [`${placed.row} ${placed.column}`, placed.cell]));
  const isValueAt = (row: number, column: number) => begins.get(`${row} ${column}`)?.header === false;
  return ({ row, column, cell }) => {
    if (!cell.header) return undefined;
    const below = row + cell.rowSpan;
    if (row < headerRows) return below > headerRows ? "row" : "column";
    if (cell.rowSpan > 1 || isValueAt(row, column + cell.colSpan)) return "row";
    return isValueAt(below, column) ? "column" : "row";
  };
}
