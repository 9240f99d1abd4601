/** A page group's blocks → the same uncut, for a program that breaks lines and pages itself. */
import type { ResolvedBlock } from "../resolve/index.ts";
import type { FlowBlock, FlowCell, FlowContentsEntry, FlowTable } from "./laid.ts";
import type { Measures } from "./measure-group.ts";
import type { MeasuredCell, MeasuredTable } from "./measure-table.ts";
import { uncut } from "./measure-text.ts";

export function flowOf(blocks: readonly ResolvedBlock[], measures: Measures): readonly FlowBlock[] {
  return blocks.map((block) => flowBlock(block, measures));
}

function flowBlock(block: ResolvedBlock, measures: Measures): FlowBlock {
  switch (block.kind) {
    case "paragraph":
      return { kind: "text", source: block, paragraph: uncut(measures.text(block)) };
    case "table":
      return flowTable(measures.table(block), measures);
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

function flowTable(table: MeasuredTable, { flowRows }: Measures): FlowTable {
  const { source, style, cells } = table;
  // A row that must be as high as its text is not cut by LibreOffice.
  const rows = flowRows(table).reserving.map(({ height, splits }, row) => ({
    height: splits ? (source.minHeights[row] ?? 0) : height,
    splits,
  }));
  return { kind: "table", source, style, rows, cells: cells.map(flowCell) };
}

function flowCell({ row, column, rowSpan, colSpan, style, source, paragraphs }: MeasuredCell): FlowCell {
  const { sources, heading } = source;
  return { row, column, rowSpan, colSpan, style, sources, heading, paragraphs: paragraphs.map(uncut) };
}
