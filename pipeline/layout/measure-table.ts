/** A table → its cells' lines and its rows' own heights, before any page break is known. */
import type { NamedTextStyle, ResolvedCell, ResolvedTable } from "../resolve/index.ts";
import type { Density } from "./density.ts";
import {
  heightOf,
  type MeasuredParagraph,
  measureParagraph,
  reserveOf,
  splitParagraph,
  type TextContext,
} from "./measure-text.ts";

export type MeasuredCell = {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly source: ResolvedCell;
  readonly style: NamedTextStyle;
  /** Width of the text, pt. */
  readonly width: number;
  readonly paragraphs: readonly MeasuredParagraph[];
  /** The lower part of a cell that was cut because its row is taller than a page. */
  readonly continued: boolean;
};

export type MeasuredTable = {
  readonly source: ResolvedTable;
  readonly style: ResolvedTable["style"];
  readonly headerRows: number;
  readonly cells: readonly MeasuredCell[];
  /** Height of each row by its own cells alone; spanning cells may ask for more. */
  readonly heights: readonly number[];
};

export function measureTable(
  source: ResolvedTable,
  { density, context }: { readonly density: Density; readonly context: TextContext },
): MeasuredTable {
  const style = { ...source.style, paddingY: source.style.paddingY * density.padding };
  const cells = source.cells.map((cell): MeasuredCell => {
    const textStyle = density.styleOf(cell.style);
    // Word and LibreOffice set the text between the borders, half of which lies inside the cell on either side.
    const width = spanned(source.widths, cell.column, cell.colSpan) - 2 * style.paddingX - style.border;
    const paragraphs = cell.paragraphs.map((content) =>
      measureParagraph(content, textStyle, { width, context }),
    );
    const { row, column, rowSpan, colSpan } = cell;
    return {
      row,
      column,
      rowSpan,
      colSpan,
      source: cell,
      style: textStyle,
      width,
      paragraphs,
      continued: false,
    };
  });
  const own = [...source.minHeights];
  for (const cell of cells)
    if (cell.rowSpan === 1) own[cell.row] = Math.max(own[cell.row] ?? 0, cellHeight(cell, style));
  const heights = own.map((height) => height + density.extraRowHeight);
  return { source, style, headerRows: source.headerRows, cells, heights };
}

/** Text with its reserve, padding and one border line. */
export function cellHeight(cell: Pick<MeasuredCell, "paragraphs">, style: ResolvedTable["style"]): number {
  return heightOf(cell.paragraphs) + reserveOf(cell.paragraphs) + 2 * style.paddingY + style.border;
}

export function spanned(sizes: readonly number[], from: number, span: number): number {
  let sum = 0;
  for (let at = from; at < from + span; at += 1) sum += sizes[at] ?? 0;
  return sum;
}

/**
 * Cuts one row in two, the upper at most `available` pt high: for a row that is taller than a page.
 *
 * @returns undefined where not even one line fits.
 */
export function splitRow(table: MeasuredTable, row: number, available: number): MeasuredTable | undefined {
  const room = available - 2 * table.style.paddingY - table.style.border;
  const cells: MeasuredCell[] = [];
  let progress = false;
  for (const cell of table.cells) {
    if (cell.row > row) cells.push({ ...cell, row: cell.row + 1 });
    else if (cell.row + cell.rowSpan <= row) cells.push(cell);
    else if (cell.rowSpan > 1) cells.push({ ...cell, rowSpan: cell.rowSpan + 1 });
    else {
      const [upper, lower] = splitCell(cell, room);
      if (heightOf(upper.paragraphs) > 0) progress = true;
      cells.push(upper, { ...lower, row: row + 1 });
    }
  }
  if (!progress) return undefined;
  const heightIn = (at: number) =>
    Math.max(
      ...cells
        .filter((cell) => cell.row === at && cell.rowSpan === 1)
        .map((cell) => cellHeight(cell, table.style)),
    );
  const heights = [
    ...table.heights.slice(0, row),
    heightIn(row),
    heightIn(row + 1),
    ...table.heights.slice(row + 1),
  ];
  return { ...table, cells, heights };
}

function splitCell(cell: MeasuredCell, room: number): readonly [MeasuredCell, MeasuredCell] {
  const upper: MeasuredParagraph[] = [];
  const lower: MeasuredParagraph[] = [];
  let left = room;
  for (const paragraph of cell.paragraphs) {
    const fits = lower.length > 0 ? 0 : Math.floor((left + 0.01) / paragraph.style.pitch);
    if (fits >= paragraph.lines.length) upper.push(paragraph);
    else if (fits <= 0) lower.push(paragraph);
    else {
      const [head, tail] = splitParagraph(paragraph, fits);
      upper.push(head);
      lower.push(tail);
    }
    left -= paragraph.lines.length * paragraph.style.pitch;
  }
  return [
    { ...cell, paragraphs: upper },
    { ...cell, paragraphs: lower, continued: true },
  ];
}
