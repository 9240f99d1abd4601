/** A page group's blocks → their lines and heights, each measured once, however often the group is laid. */
import type { ContentsEntry, ResolvedContents, ResolvedParagraph, ResolvedTable } from "../resolve/index.ts";
import type { Density } from "./density.ts";
import { type FlowRows, flowRowsOf } from "./flow-rows.ts";
import { carriedOver } from "./fragment-table.ts";
import type { FlowEntryLine } from "./laid.ts";
import { contentsLines, type EntryText, entryText } from "./lay-contents.ts";
import {
  type MeasuredCell,
  type MeasuredTable,
  measureCells,
  measureTable,
  withTallerRows,
} from "./measure-table.ts";
import { type MeasuredParagraph, measureParagraph, remembering, type TextContext } from "./measure-text.ts";
import { once } from "./once.ts";

/** What a group measures at one density. */
export type Measures = {
  readonly text: (paragraph: ResolvedParagraph) => MeasuredParagraph;
  readonly table: (table: ResolvedTable) => MeasuredTable;
  readonly flowRows: (table: MeasuredTable) => FlowRows;
  /** What a cell shows on a page that it did not begin on. */
  readonly carriedOver: (cell: MeasuredCell) => MeasuredCell;
  readonly entryText: (entry: ContentsEntry) => EntryText;
  readonly contentsLines: (
    entry: ContentsEntry,
    styles: ResolvedContents["styles"],
  ) => readonly FlowEntryLine[];
  /** For what is no block of the group's own. */
  readonly context: TextContext;
};

type MeasureOptions = {
  /** Of the type area, pt. */
  readonly width: number;
  /** Most height that a table has on a page, pt. */
  readonly page: number;
  readonly text: TextContext;
};

export function openMeasures({ width, page, text }: MeasureOptions): (density: Density) => Measures {
  const context = remembering(text);
  const entryTextOf = once(entryText);
  // Densities that differ in the padding alone have the same cells.
  const cellsIn = once((styleOf: Density["styleOf"]) =>
    once((table: ResolvedTable) => measureCells(table, { styleOf, context })),
  );
  const shared = {
    flowRows: once((table: MeasuredTable) => flowRowsOf(table, page)),
    carriedOver: once((cell: MeasuredCell) => carriedOver(cell, context)),
    contentsLines: (entry: ContentsEntry, styles: ResolvedContents["styles"]) =>
      contentsLines(entryTextOf(entry), styles, { width, context }),
    entryText: entryTextOf,
    context,
  };
  return once((density) => ({
    ...shared,
    text: once(({ content, style: designed }) => {
      const style = density.styleOf(designed);
      // Outside tables what is not justified is a title of some sort.
      return measureParagraph(content, style, { width, context, label: style.align !== "justify" });
    }),
    table: once((table) =>
      measureTable(table, cellsIn(density.styleOf)(table), { padding: density.padding, context, page }),
    ),
  }));
}

/** The rows of a table that stand on a page from which it goes on to the next. */
export type FilledPage = {
  readonly table: ResolvedTable;
  /** In the table as it is measured. */
  readonly from: number;
  /** pt, with what labels need that are cut by the end of the page. */
  readonly heights: readonly number[];
  /** Left below them, pt. */
  readonly left: number;
};

/** The same with the rows of these pages as high as their pages. */
export function filledBy(measures: Measures, pages: readonly FilledPage[]): Measures {
  const filled = (source: ResolvedTable): MeasuredTable => {
    const table = measures.table(source);
    const heights = [...table.heights];
    for (const page of pages.filter((one) => one.table === source)) {
      // What the sums of heights are off by must not make one row too many.
      const extra = Math.max(0, page.left / page.heights.length - 0.001);
      for (const [index, height] of page.heights.entries()) heights[page.from + index] = height + extra;
    }
    return { ...table, heights };
  };
  return { ...measures, table: once(filled) };
}

/** The same with so many points added to every row. */
export function openedBy(measures: Measures, extraRowHeight: number): Measures {
  return { ...measures, table: once((table) => withTallerRows(measures.table(table), extraRowHeight)) };
}
