/** A measured table → how high its rows are, and which may be cut, where a program breaks pages itself. */
import { heightsOf } from "./fragment-table.ts";
import type { FlowRow } from "./laid.ts";
import type { MeasuredTable } from "./measure-table.ts";
import { heightOf } from "./measure-text.ts";
import { cellsBeginning, widestPitch } from "./table-rows.ts";

/** A row above this share of a page may be cut by a page break: moved whole, it would leave too much of a page empty. */
const splitAbove = 1 / 3;

export function splitsAt(height: number, page: number): boolean {
  return height > page * splitAbove;
}

/** The height of a row with so many lines, pt. */
export function splitHeight(table: MeasuredTable, lines: number): number {
  const { style } = table;
  return lines * widestPitch(table) + 2 * style.paddingY + style.border;
}

/** The rows of a table twice: rows that may be cut with the height kept for lines that others break elsewhere, and without. */
export type FlowRows = { readonly reserving: readonly FlowRow[]; readonly byText: readonly FlowRow[] };

/** `page`: most height that a table has on a page, pt. */
export function flowRowsOf(table: MeasuredTable, page: number): FlowRows {
  const reserving = heightsOf(table).map((height, row) => ({
    height,
    splits: row >= table.headerRows && splitsAt(height, page),
  }));
  const byText = reserving.map((whole, row) =>
    whole.splits ? { ...whole, height: textHeight(table, row) } : whole,
  );
  return { reserving, byText };
}

/** A row's height by its text, a line less than we set: others break after signs where we do not. */
function textHeight(table: MeasuredTable, row: number): number {
  const { style } = table;
  const own = cellsBeginning(table, row).filter((cell) => cell.rowSpan === 1);
  const text = Math.max(0, ...own.map((cell) => heightOf(cell.paragraphs) - cell.style.pitch));
  return text + 2 * style.paddingY + style.border;
}
