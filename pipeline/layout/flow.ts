/** A page group's blocks → the same uncut, and how high rows are, and which are cut, where a program breaks pages itself. */
import type { ResolvedBlock } from "../resolve/index.ts";
import type { FlowBlock, FlowCell, FlowContentsEntry, FlowRow, FlowTable } from "./laid.ts";
import type { Measures } from "./measure-group.ts";
import type { MeasuredCell, MeasuredTable } from "./measure-table.ts";
import { heightOf, uncut } from "./measure-text.ts";
import type { PageBreaker } from "./page-breaker.ts";

/** A row above this share of a page may be cut by a page break: moved whole, it would leave too much of a page empty. */
const splitAbove = 1 / 3;

export function splitsAt(height: number, page: number): boolean {
  return height > page * splitAbove;
}

/** The height of a row with so many lines, pt. */
export function splitHeight({ cells, style }: MeasuredTable, lines: number): number {
  const pitch = Math.max(0, ...cells.map((cell) => cell.style.pitch));
  return lines * pitch + 2 * style.paddingY + style.border;
}

type RowOptions = Pick<PageBreaker, "reserves"> &
  Pick<Measures, "heights"> & {
    /** Most height that a table has on a page, pt. */
    readonly page: number;
  };

/** The rows of a table with their heights where a program breaks pages that have room for `page` pt of it. */
export function flowRows(table: MeasuredTable, { page, heights, reserves }: RowOptions): readonly FlowRow[] {
  return heights(table).map((height, row) => {
    const splits = row >= table.headerRows && splitsAt(height, page);
    return { height: splits && !reserves ? textHeight(table, row) : height, splits };
  });
}

/** A row's height by its text, a line less than we set: others break after signs where we do not. */
function textHeight({ cells, style }: MeasuredTable, row: number): number {
  const own = cells.filter((cell) => cell.row === row && cell.rowSpan === 1);
  const text = Math.max(0, ...own.map((cell) => heightOf(cell.paragraphs) - cell.style.pitch));
  return text + 2 * style.paddingY + style.border;
}

/** `page`: most height that a table has on a page, pt. */
export function flowOf(
  blocks: readonly ResolvedBlock[],
  page: number,
  measures: Measures,
): readonly FlowBlock[] {
  return blocks.map((block) => flowBlock(block, page, measures));
}

function flowBlock(block: ResolvedBlock, page: number, measures: Measures): FlowBlock {
  switch (block.kind) {
    case "paragraph":
      return { kind: "text", source: block, paragraph: uncut(measures.text(block)) };
    case "table":
      return flowTable(measures.table(block), page, measures);
    case "contents": {
      const { styles } = block;
      const entries = block.entries.map((entry): FlowContentsEntry => {
        const { level, id } = entry;
        return { level, id, lines: measures.contentsLines(entry, styles), pageNumber: "" };
      });
      return { kind: "contents", entries, styles };
    }
  }
}

function flowTable(table: MeasuredTable, page: number, { heights }: Measures): FlowTable {
  const { source, style, cells } = table;
  // A row that must be as high as its text is not cut by LibreOffice.
  const rows = flowRows(table, { page, heights, reserves: true }).map(({ height, splits }, row) => ({
    height: splits ? (source.minHeights[row] ?? 0) : height,
    splits,
  }));
  return { kind: "table", source, style, rows, cells: cells.map(flowCell) };
}

function flowCell({ row, column, rowSpan, colSpan, style, paragraphs }: MeasuredCell): FlowCell {
  return { row, column, rowSpan, colSpan, style, paragraphs: paragraphs.map(uncut) };
}
