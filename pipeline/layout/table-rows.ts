/** A measured table → its cells by the rows that they cover: what a page holds is found without looking at the others. */
import type { MeasuredCell, MeasuredTable } from "./measure-table.ts";

type TableRows = {
  /** Of each row, the cells that begin in it. */
  readonly beginning: readonly (readonly MeasuredCell[])[];
  /** Of each row, the cells that begin above it and reach into it, in order. */
  readonly running: readonly (readonly MeasuredCell[])[];
  /** The widest line pitch, pt. */
  readonly pitch: number;
};

const known = new WeakMap<readonly MeasuredCell[], TableRows>();

function rowsOf({ cells, heights }: MeasuredTable): TableRows {
  const before = known.get(cells);
  if (before !== undefined) return before;
  const beginning = heights.map((): MeasuredCell[] => []);
  const running = heights.map((): MeasuredCell[] => []);
  let pitch = 0;
  for (const cell of cells) {
    beginning[cell.row]?.push(cell);
    for (let row = cell.row + 1; row < cell.row + cell.rowSpan; row += 1) running[row]?.push(cell);
    pitch = Math.max(pitch, cell.style.pitch);
  }
  const rows = { beginning, running, pitch };
  known.set(cells, rows);
  return rows;
}

/** The cells of the header and of body rows `from` (inclusive) to `to` (exclusive), in the order of the table. */
export function cellsOn(
  table: MeasuredTable,
  { from, to }: { readonly from: number; readonly to: number },
): readonly MeasuredCell[] {
  const { headerRows } = table;
  const { beginning, running } = rowsOf(table);
  const first = Math.max(from, headerRows);
  return [
    ...beginning.slice(0, headerRows).flat(),
    ...runningInto(running[first], headerRows),
    ...beginning.slice(first, Math.max(to, first)).flat(),
  ];
}

/** The cells that begin in a row. */
export function cellsBeginning(table: MeasuredTable, row: number): readonly MeasuredCell[] {
  return rowsOf(table).beginning[row] ?? [];
}

/** How many merged cells of the body a break above a row cuts. */
export function cutAt(table: MeasuredTable, row: number): number {
  return runningInto(rowsOf(table).running[row], table.headerRows).length;
}

/** Those of the header are there anyway. */
function runningInto(cells: readonly MeasuredCell[] = [], headerRows: number): readonly MeasuredCell[] {
  return cells.filter((cell) => cell.row >= headerRows);
}

export function widestPitch(table: MeasuredTable): number {
  return rowsOf(table).pitch;
}
