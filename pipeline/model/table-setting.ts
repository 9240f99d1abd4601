/** How the tables of a document are set, settled once for all of them; and the amounts of text that it is settled by. */
import type { TableKind } from "./document.ts";

export type TableSetting = {
  /** By how many half points the text of tables is smaller than designed. */
  readonly smaller: number;
  /** Relative widths of each kind of table that does not have those it was designed with. */
  readonly widths: readonly { readonly kind: TableKind; readonly columns: TableKind["columns"] }[];
};

export const tablesAsDesigned: TableSetting = { smaller: 0, widths: [] };

/** How much text a cell has, by paragraphs: em, counted by its characters, no font is asked. */
export type CellExtent = {
  /** First grid row and column, from 0; the header's rows come first. */
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly style: string;
  readonly ems: readonly number[];
  /** The longest word or number, em. */
  readonly word: number;
};

export type TableExtent = {
  readonly kind: "table";
  readonly style: string;
  readonly columns: TableKind;
  readonly headerRows: number;
  /** One a row, pt. */
  readonly minHeights: readonly number[];
  readonly cells: readonly CellExtent[];
};

export type ParagraphExtent = { readonly kind: "paragraph"; readonly style: string; readonly ems: number };

/** A project's blocks by their amounts of text. */
export type BlockExtent = TableExtent | ParagraphExtent;
