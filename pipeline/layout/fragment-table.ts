/** A measured table → its parts on pages: where it breaks, spans cut, labels repeated, heights fixed. */
import type { Inline } from "../model/index.ts";
import type { LaidCell, LaidTable } from "./laid.ts";
import { cellHeight, type MeasuredCell, type MeasuredTable, spanned } from "./measure-table.ts";
import {
  beginningOf,
  heightOf,
  type MeasuredParagraph,
  measureCellText,
  measureParagraph,
  placeParagraph,
  type TextContext,
} from "./measure-text.ts";
import { cellsOn, cutAt } from "./table-rows.ts";

/** Body rows `from` (inclusive) to `to` (exclusive), below the header rows. */
export type RowRange = { readonly from: number; readonly to: number };

type FragmentCell = {
  readonly cell: MeasuredCell;
  readonly row: number;
  readonly rowSpan: number;
  readonly continued: boolean;
  readonly repeated: boolean;
};

export type Fragment = {
  readonly table: MeasuredTable;
  readonly rows: RowRange;
  readonly cells: readonly FragmentCell[];
  readonly heights: readonly number[];
  readonly height: number;
};

/** What a cell shows on a page that it did not begin on. */
type CarryOver = (cell: MeasuredCell) => MeasuredCell;

/** Cuts the table to its header and the given rows. */
export function fragmentOf(table: MeasuredTable, rows: RowRange, carryOver: CarryOver): Fragment {
  const cells = cellsOn(table, rows).map((cell) => clip(cell, table.headerRows, rows, carryOver));
  const own = [...table.heights.slice(0, table.headerRows), ...table.heights.slice(rows.from, rows.to)];
  const heights = withSpans(own, cells, table);
  return { table, rows, cells, heights, height: spanned(heights, 0, heights.length) };
}

/** Each row's height in the table as a whole. */
export function heightsOf(table: MeasuredTable): readonly number[] {
  const whole = table.cells.map((cell) => ({ cell, row: cell.row, rowSpan: cell.rowSpan }));
  return withSpans(table.heights, whole, table);
}

/** Places a fragment on its page. */
export function placeFragment(fragment: Fragment, at: { readonly x: number; readonly y: number }): LaidTable {
  const { table, heights } = fragment;
  const { widths } = table.source;
  const cells = fragment.cells.map(({ cell, row, rowSpan, continued, repeated }): LaidCell => {
    const height = spanned(heights, row, rowSpan);
    const x = at.x + spanned(widths, 0, cell.column) + table.style.paddingX;
    let top = at.y + spanned(heights, 0, row) + (height - heightOf(cell.paragraphs)) / 2;
    const paragraphs = cell.paragraphs.map((paragraph) => {
      const placed = placeParagraph(paragraph, { x, top, width: cell.width });
      top += paragraph.lines.length * paragraph.style.pitch;
      return placed;
    });
    return {
      row,
      column: cell.column,
      rowSpan,
      colSpan: cell.colSpan,
      cell: cell.source,
      continued,
      repeated,
      paragraphs,
    };
  });
  const { source, style, headerRows } = table;
  return { kind: "table", source, style, x: at.x, y: at.y, widths, heights, headerRows, cells };
}

/** The part of a cell that is in the header or in the given rows. */
function clip(
  cell: MeasuredCell,
  headerRows: number,
  { from, to }: RowRange,
  carryOver: CarryOver,
): FragmentCell {
  const end = cell.row + cell.rowSpan;
  const inHeader = Math.max(0, Math.min(end, headerRows) - cell.row);
  const first = Math.max(cell.row, from);
  const inBody = Math.max(0, Math.min(end, to) - first);
  const row = inHeader > 0 ? cell.row : headerRows + first - from;
  // A cell that begins in the header is printed whole with it on every page, and may go on below it.
  const cut = inHeader === 0 && cell.row < from;
  const repeated = cut || (inHeader > 0 && from > headerRows);
  const goesOn = cut || (repeated && inBody > 0);
  const shown = goesOn ? carryOver(cell) : cell;
  return { cell: shown, row, rowSpan: inHeader + inBody, continued: cut || cell.continued, repeated };
}

/** A label is repeated with （续）; any other cell is blank where it goes on. */
export function carriedOver(cell: MeasuredCell, context: TextContext): MeasuredCell {
  const { paragraphs, repeats } = cell.source;
  const blank = !repeats || paragraphs.every((content) => content.length === 0);
  const measure = (content: readonly Inline[]) =>
    measureCellText(content, cell.style, { width: cell.width, context, label: true });
  if (blank) return { ...cell, paragraphs: [measure([])] };
  const last = paragraphs.at(-1) ?? [];
  const mark = cell.width < continuation.text.length * cell.style.size ? narrowContinuation : continuation;
  const beside = measure([...last, mark]);
  // A narrow column would break the mark or the label wherever the line happens to end.
  const whole = beside.lines.length === 1 ? beside : measure([...last, { kind: "break" }, mark]);
  return { ...cell, paragraphs: [...paragraphs.slice(0, -1).map(measure), whole] };
}

const continuation = { kind: "text", text: "（续）", bold: false } as const;
/** For columns of two characters. */
const narrowContinuation = { ...continuation, text: "(续)" } as const;

/**
 * One line in the size of the cells: whose table it is, and whether it goes on from an earlier page. It stands in the top
 * margin, as it would else cost a page now and then, and the DOCX has no such line.
 */
export function runningTitle(
  { table: { source, cells, headerRows }, rows }: Fragment,
  { width, context }: { readonly width: number; readonly context: TextContext },
): MeasuredParagraph | undefined {
  const cell = cells.at(-1)?.style;
  if (cell === undefined || source.caption === "") return undefined;
  const style = { ...cell, bold: false, align: "start" } as const;
  const mark = rows.from > headerRows ? tableGoesOn : "";
  const room = width - (mark.length + 1) * style.size;
  const name = measureParagraph([text(source.caption)], style, { width: room, context });
  const shown = beginningOf(name, 1);
  return measureParagraph(mark === "" ? shown : [...shown, text(mark)], style, { width, context });
}

const tableGoesOn = "（续表）";

function text(of: string): Inline {
  return { kind: "text", text: of, bold: false };
}

/** A label taller than its rows makes them taller, all by the same share. */
function withSpans(
  own: readonly number[],
  cells: readonly Pick<FragmentCell, "cell" | "row" | "rowSpan">[],
  table: MeasuredTable,
): readonly number[] {
  const heights = [...own];
  // Cut cells count too: （续） may need a line more than the rows that are left to the label. A cell of one row
  // is never cut, and its row has its height already.
  const spanning = cells.filter(({ cell }) => cell.rowSpan > 1).sort((a, b) => a.rowSpan - b.rowSpan);
  for (const { cell, row, rowSpan } of spanning) {
    const lack = cellHeight(cell, table.style) - spanned(heights, row, rowSpan);
    if (lack <= 0.001) continue;
    for (let r = row; r < row + rowSpan; r += 1) heights[r] = (heights[r] ?? 0) + lack / rowSpan;
  }
  return heights;
}

/** A break may leave this share of the page empty to fall between groups. */
const givenUp = 0.3;

type FragmentRoom = {
  readonly available: number;
  readonly carryOver: CarryOver;
  readonly atGroups: boolean;
};

/**
 * The fragment that starts at body row `from` and fits into `available` pt: with as many rows as fit, or `atGroups`,
 * up to a boundary that cuts few groups.
 *
 * @returns undefined if not even one row fits below the header.
 */
export function nextFragment(
  table: MeasuredTable,
  from: number,
  { available, carryOver, atGroups }: FragmentRoom,
): Fragment | undefined {
  const end = table.heights.length;
  for (let to = endOfRoom(table, from, available); to > from; to -= 1) {
    const whole = fragmentOf(table, { from, to }, carryOver);
    if (whole.height > available) continue;
    if (to === end || !atGroups) return whole;
    const best = bestBreak(table, { from, to }, available);
    if (best === to) return whole;
    const chosen = fragmentOf(table, { from, to: best }, carryOver);
    return chosen.height <= available ? chosen : whole;
  }
  return undefined;
}

/** How far the rows from one on fit below the header, by their own heights alone. */
function endOfRoom({ heights, headerRows }: MeasuredTable, from: number, available: number): number {
  let to = from;
  let height = spanned(heights, 0, headerRows);
  while (to < heights.length && height + (heights[to] ?? 0) <= available) {
    height += heights[to] ?? 0;
    to += 1;
  }
  return to;
}

/** The latest of the best boundaries: fewest groups cut, no lone row left over, and not too much of the page given up. */
function bestBreak(
  table: MeasuredTable,
  { from, to }: { from: number; to: number },
  available: number,
): number {
  const end = table.heights.length;
  let best = to;
  let bestCost = Number.POSITIVE_INFINITY;
  let empty =
    available - spanned(table.heights, 0, table.headerRows) - spanned(table.heights, from, to - from);
  for (let at = to; at > from; at -= 1) {
    if (at < to && empty > available * givenUp) break;
    const cost = cutAt(table, at) + (end - at === 1 ? 3 : 0) + (at - from === 1 ? 1 : 0);
    if (cost < bestCost) {
      best = at;
      bestCost = cost;
    }
    empty += table.heights[at - 1] ?? 0;
  }
  return best;
}
