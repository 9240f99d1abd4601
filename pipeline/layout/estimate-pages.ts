/** How much text a project's blocks have → about how high they are, and how many pages they take. */
import type { BlockExtent, CellExtent, TableExtent, TableStyle, Theme } from "../model/index.ts";
import { resolveWidths, type SharesOf, tightVariantOf } from "../resolve/index.ts";
import { fewLines, tighterPaddings } from "./density.ts";
import { spanned, textWidthOf } from "./measure-table.ts";
import { once } from "./once.ts";
import { slackBelowTables } from "./page-breaker.ts";

/** The type area, pt. */
export type Room = { readonly width: number; readonly height: number };

/** Heights of rows, pt: of their text as it is, of their text in the tight variants of its styles, and around it. */
export type EstimatedRow = { readonly text: number; readonly tight: number; readonly padding: number };

export type EstimatedProject = {
  /** Of its paragraphs, pt. */
  readonly above: number;
  readonly tables: readonly { readonly rows: readonly EstimatedRow[]; readonly headerRows: number }[];
};

type Look = { readonly theme: Theme; readonly room: Room; readonly sharesOf: SharesOf };

export function estimateProject(
  blocks: readonly BlockExtent[],
  { theme, room, sharesOf }: Look,
): EstimatedProject {
  let above = 0;
  const tables: EstimatedProject["tables"][number][] = [];
  for (const block of blocks) {
    if (block.kind === "table") {
      const widths = resolveWidths(sharesOf(block.columns), room.width);
      tables.push({ rows: estimateRows(block, widths, theme), headerRows: block.headerRows });
      continue;
    }
    const style = theme.text[block.style];
    if (style === undefined) continue;
    above += style.before + linesOf([block.ems], room.width / style.size) * style.pitch + style.after;
  }
  return { above, tables };
}

/** The rows of a table whose columns have these widths, pt. */
export function estimateRows(
  { style: name, cells, minHeights }: TableExtent,
  widths: readonly number[],
  { table, text: styles }: Theme,
): readonly EstimatedRow[] {
  const style = table[name] ?? unknownStyle;
  const { paddingY, border } = style;
  const padding = 2 * paddingY;
  const text = minHeights.map((height) => Math.max(0, height - padding - border));
  const tight = [...text];
  const spanning: { readonly cell: CellExtent; readonly lines: number; readonly pitch: number }[] = [];
  const styledOf = once((cellStyle: string) => {
    const own = styles[cellStyle];
    return own && { own, tightPitch: (styles[tightVariantOf(cellStyle)] ?? own).pitch };
  });
  for (const cell of cells) {
    const styled = styledOf(cell.style);
    if (styled === undefined) continue;
    const { own, tightPitch } = styled;
    const lines = linesOf(cell.ems, textWidthOf(cell, widths, style) / own.size);
    if (cell.rowSpan > 1) spanning.push({ cell, lines, pitch: own.pitch });
    else {
      text[cell.row] = Math.max(text[cell.row] ?? 0, lines * own.pitch);
      tight[cell.row] = Math.max(tight[cell.row] ?? 0, lines * tightPitch);
    }
  }
  for (const { cell, lines, pitch } of spanning) {
    // What a label needs more than its rows have is the last one's.
    const last = cell.row + cell.rowSpan - 1;
    const around = (cell.rowSpan - 1) * (padding + border);
    const lacks = lines * pitch - spanned(text, cell.row, cell.rowSpan) - around;
    if (lacks > 0) text[last] = (text[last] ?? 0) + lacks;
  }
  return text.map((height, row) => ({ text: height + border, tight: (tight[row] ?? 0) + border, padding }));
}

/** Cells with a word or a number that is longer than their lines, and by how much they are too narrow, pt. */
export function countCutWords(
  { style: name, cells }: TableExtent,
  widths: readonly number[],
  { table, text: styles }: Theme,
): { readonly words: number; readonly lacking: number } {
  const style = table[name] ?? unknownStyle;
  let [words, lacking] = [0, 0];
  for (const cell of cells) {
    if (cell.word === 0) continue;
    const lacks = cell.word * (styles[cell.style]?.size ?? 0) - textWidthOf(cell, widths, style);
    if (lacks <= 0) continue;
    words += 1;
    lacking += lacks;
  }
  return { words, lacking };
}

/** Of a style that the theme lacks, which is said when blocks are made. */
const unknownStyle: TableStyle = { paddingX: 0, paddingY: 0, border: 0 };

/** A line holds whole Han characters; what Latin text fills in of the rest, its words leave elsewhere. */
function linesOf(ems: readonly number[], measure: number): number {
  const whole = Math.max(1, Math.floor(measure));
  let lines = 0;
  for (const length of ems) lines += Math.max(1, Math.ceil(length / whole));
  return lines;
}

/** Pages of a project that is tightened, as layout does it, if that saves one; `smaller`: the same in smaller type. */
export function estimatePages(designed: EstimatedProject, smaller: EstimatedProject, room: Room): number {
  const plain = countPages(designed, { padding: 1, tight: false, room });
  if (plain.pages === 1 || plain.used > room.height * fewLines) return plain.pages;
  const [half, ...others] = tighterPaddings;
  const tightened = [
    countPages(designed, { padding: half, tight: false, room }),
    ...others.map((padding) => countPages(smaller, { padding, tight: true, room })),
  ];
  return Math.min(plain.pages, ...tightened.map(({ pages }) => pages));
}

type Count = { readonly padding: number; readonly tight: boolean; readonly room: Room };

function countPages({ above, tables }: EstimatedProject, { padding, tight, room }: Count) {
  const height = room.height - slackBelowTables;
  const heightOf = (row: EstimatedRow) => (tight ? row.tight : row.text) + row.padding * padding;
  let pages = 1;
  let used = above;
  for (const { rows, headerRows } of tables) {
    let header = 0;
    for (const [index, row] of rows.entries()) {
      let rest = heightOf(row);
      if (index < headerRows) header += rest;
      while (used + rest > height) {
        // A row that is higher than a page is cut.
        rest = Math.min(rest, used + rest - height, height - header);
        pages += 1;
        used = index < headerRows ? 0 : header;
        if (rest <= height - used) break;
      }
      used += rest;
    }
  }
  return { pages, used };
}
