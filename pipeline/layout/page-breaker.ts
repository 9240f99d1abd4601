/** How blocks are broken over pages: as we do it, and as programs do that open the DOCX. */

import type { FlowRows } from "./flow-rows.ts";

export type PageBreaker = {
  /**
   * Where tables break: between groups of rows if that leaves little of a page empty; at any row; or as Word and
   * LibreOffice break them, who know nothing of groups and repeat no label.
   */
  readonly tables: "groups" | "rows" | "word";
  /** Room that is not used below tables, pt. */
  readonly slack: number;
  /** Fewest lines of a row, on either side, that a page break may cut it into. */
  readonly fewestLines: number;
  /** How high rows are that may be cut: with what is kept for lines that others break elsewhere, or by their text. */
  readonly rows: keyof FlowRows;
  /** Height before the first block that something takes up which is not there yet, pt. */
  readonly added: number;
};

/**
 * Room kept free below tables, pt: Word and WPS set borders and the thin paragraph between two tables a
 * little higher than we do, and a row that no longer fits would begin another page.
 */
export const slackBelowTables = 12;

/** Fewest lines of a paragraph on either side of a page break. */
export const leastLines = 2;

const ours = {
  slack: slackBelowTables,
  fewestLines: leastLines,
  rows: "reserving",
  added: 0,
} as const;

export const betweenGroups: PageBreaker = { ...ours, tables: "groups" };
export const atAnyRow: PageBreaker = { ...ours, tables: "rows" };

/** A program that fits as much on a page as any; of a cut row LibreOffice leaves a single line. */
export const tightestWord: PageBreaker = {
  tables: "word",
  slack: 0,
  fewestLines: 1,
  rows: "byText",
  added: 0,
};
/** A program that fits as little on a page as any, with so much in addition. */
export function loosestWord(added: number): PageBreaker {
  return { ...ours, tables: "word", added };
}
