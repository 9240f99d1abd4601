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

/** The same with so many points added to every row. */
export function openedBy(measures: Measures, extraRowHeight: number): Measures {
  return { ...measures, table: once((table) => withTallerRows(measures.table(table), extraRowHeight)) };
}
