/** A table → its cells' lines and its rows' own heights, before any page break is known. */
import type { TableStyle } from "../model/index.ts";
import type { NamedTextStyle, ResolvedCell, ResolvedTable } from "../resolve/index.ts";
import type { Density } from "./density.ts";
import {
  cutAfter,
  heightOf,
  type MeasuredParagraph,
  measureCellText,
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
  /** Height of each row by its own cells alone; spanning cells may need more. */
  readonly heights: readonly number[];
};

/**
 * Shares of a page that a header cell and a spanning cell may take: neither can be cut at a page break, so what is
 * longer is shortened and reported.
 */
const mostOfPage = { header: 0.25, spanning: 0.7 };

type CellOptions = { readonly styleOf: Density["styleOf"]; readonly context: TextContext };

/** A table's cells with their lines, whatever the padding is. */
export function measureCells(
  source: ResolvedTable,
  { styleOf, context }: CellOptions,
): readonly MeasuredCell[] {
  return source.cells.map((cell): MeasuredCell => {
    const style = styleOf(cell.style);
    const width = textWidthOf(cell, source.widths, source.style);
    const paragraphs = cell.paragraphs.map((content) =>
      measureCellText(content, style, { width, context, label: isLabel(cell) }),
    );
    const { row, column, rowSpan, colSpan } = cell;
    // Written out: spread together, the cells of a thousand projects cost a second and 150 MB more.
    return { row, column, rowSpan, colSpan, source: cell, style, width, paragraphs, continued: false };
  });
}

type TableOptions = {
  /** Factor on the vertical padding. */
  readonly padding: number;
  readonly context: TextContext;
  /** Most height that a table has on a page, pt. */
  readonly page: number;
};

export function measureTable(
  source: ResolvedTable,
  measured: readonly MeasuredCell[],
  { padding, context, page }: TableOptions,
): MeasuredTable {
  const style = { ...source.style, paddingY: source.style.paddingY * padding };
  const mostHeight = ({ row, rowSpan }: MeasuredCell) => {
    if (row < source.headerRows) return page * mostOfPage.header;
    return rowSpan > 1 ? page * mostOfPage.spanning : Number.POSITIVE_INFINITY;
  };
  const isTooHigh = (cell: MeasuredCell) => {
    const most = mostHeight(cell);
    return most < Number.POSITIVE_INFINITY && cellHeight(cell, style) > most;
  };
  const shorten = (cell: MeasuredCell) =>
    shortened(cell, { room: mostHeight(cell) - 2 * style.paddingY - style.border, context });
  const cells = measured.some(isTooHigh)
    ? measured.map((cell) => (isTooHigh(cell) ? shorten(cell) : cell))
    : measured;
  const own = [...source.minHeights];
  for (const cell of cells)
    if (cell.rowSpan === 1) own[cell.row] = Math.max(own[cell.row] ?? 0, cellHeight(cell, style));
  return { source, style, headerRows: source.headerRows, cells, heights: own };
}

export function withTallerRows(table: MeasuredTable, extraRowHeight: number): MeasuredTable {
  return { ...table, heights: table.heights.map((height) => height + extraRowHeight) };
}

export function isLabel({ heads, repeats }: ResolvedCell): boolean {
  return heads !== undefined || repeats;
}

function shortened(
  cell: MeasuredCell,
  { room, context }: { readonly room: number; readonly context: TextContext },
): MeasuredCell {
  const most = Math.max(1, Math.floor(room / cell.style.pitch / cell.paragraphs.length));
  const [first, ...rest] = cell.paragraphs.map((paragraph) => cutAfter(paragraph, { most, context }));
  const contents = [first ?? [], ...rest] as const;
  return {
    ...cell,
    source: { ...cell.source, paragraphs: contents },
    paragraphs: contents.map((content) =>
      measureParagraph(content, cell.style, { width: cell.width, context, label: isLabel(cell.source) }),
    ),
  };
}

/** Text with its reserve, padding and one border line. */
export function cellHeight(cell: Pick<MeasuredCell, "paragraphs">, style: ResolvedTable["style"]): number {
  return heightOf(cell.paragraphs) + reserveOf(cell.paragraphs) + 2 * style.paddingY + style.border;
}

/** Word and LibreOffice set a cell's text between the borders, half of which lies inside the cell on either side; pt. */
export function textWidthOf(
  { column, colSpan }: { readonly column: number; readonly colSpan: number },
  widths: readonly number[],
  { paddingX, border }: Pick<TableStyle, "paddingX" | "border">,
): number {
  return spanned(widths, column, colSpan) - 2 * paddingX - border;
}

export function spanned(sizes: readonly number[], from: number, span: number): number {
  let sum = 0;
  for (let at = from; at < from + span; at += 1) sum += sizes[at] ?? 0;
  return sum;
}

/**
 * Cuts one row in two, the upper at most `available` pt high: for a row that is taller than a page.
 *
 * @returns undefined if not even one line fits.
 */
export function splitRow(table: MeasuredTable, row: number, available: number): MeasuredTable | undefined {
  const room = available - 2 * table.style.paddingY - table.style.border;
  const cells: MeasuredCell[] = [];
  let progress = false;
  const others = table.cells.some((cell) => cell.row === row && cell.rowSpan === 1 && !cell.source.repeats);
  for (const cell of table.cells) {
    if (cell.row > row) cells.push({ ...cell, row: cell.row + 1 });
    else if (cell.row + cell.rowSpan <= row) cells.push(cell);
    // A label of this row alone is printed again below the cut, as one of many rows is, if other cells give it a height.
    else if (cell.rowSpan > 1 || (cell.source.repeats && others))
      cells.push({ ...cell, rowSpan: cell.rowSpan + 1 });
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
  return { ...table, cells, heights: table.heights.toSpliced(row, 1, heightIn(row), heightIn(row + 1)) };
}

function splitCell(cell: MeasuredCell, room: number): readonly [MeasuredCell, MeasuredCell] {
  const upper: MeasuredParagraph[] = [];
  const lower: MeasuredParagraph[] = [];
  let left = room;
  for (const paragraph of cell.paragraphs) {
    const fits = lower.length > 0 ? 0 : linesIn(paragraph, left);
    if (fits >= paragraph.lines.length) upper.push(paragraph);
    else if (fits <= 0) lower.push(paragraph);
    else {
      const [head, tail] = splitParagraph(paragraph, fits);
      upper.push(head);
      lower.push(tail);
    }
    left -= heightOf([paragraph]) + reserveOf([paragraph]);
  }
  return [
    { ...cell, paragraphs: upper },
    { ...cell, paragraphs: lower, continued: true },
  ];
}

/** How many lines, with what is kept free for each, go into a height. */
function linesIn({ lines, style }: MeasuredParagraph, height: number): number {
  let left = height + 0.01;
  const first = lines.findIndex(({ forced }) => {
    left -= style.pitch * (forced ? 2 : 1);
    return left < 0;
  });
  return first === -1 ? lines.length : first;
}
