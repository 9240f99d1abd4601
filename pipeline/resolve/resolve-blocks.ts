/** Blocks of one section → the same with their styles, spans placed in a grid and widths in points. */
import type { Report } from "../diagnostics/index.ts";
import type { Block, Contents, Heading, HeadingMark, Inline, Paragraph, Table } from "../model/index.ts";
import { headedBy } from "./headed-cells.ts";
import { type GridFault, placeCells } from "./place-cells.ts";
import { resolveWidths, typeArea } from "./resolve-geometry.ts";
import type {
  ContentsEntry,
  HeadingStyles,
  NamedTextStyle,
  ResolvedBlock,
  ResolvedContents,
  ResolvedParagraph,
  ResolvedTable,
  SectionFrame,
} from "./resolved.ts";
import type { SharesOf } from "./settled-shares.ts";

/** How a document is printed as a part of a larger one. */
export type Nesting = {
  /** Prefix to the names of its styles; "" if they are those of the larger document. */
  readonly styles: string;
  /** Prefix to the ids of its headings, which are unique in it alone. */
  readonly ids: string;
  /** By how many levels its headings move down. */
  readonly depth: number;
  /** What Word's own headings look like in the larger document. */
  readonly headingStyles?: HeadingStyles;
};

export const notNested: Nesting = { styles: "", ids: "", depth: 0 };

type NamedStyles = {
  readonly text: (name: string) => NamedTextStyle;
  /** Of a heading that follows a table on its page. */
  readonly belowTable: (name: string) => NamedTextStyle;
  readonly table: (name: string) => ResolvedTable["style"];
};

type Place = {
  readonly section: SectionFrame;
  readonly entries: readonly ContentsEntry[];
  readonly named: NamedStyles;
  readonly nesting: Nesting;
  readonly sharesOf: SharesOf;
  readonly report: Report;
};

type Context = Place & {
  readonly fault: (table: Table, fault: GridFault) => void;
  readonly isBelowTable: boolean;
};

/** Undefined if a table's spans do not fit its grid; every such table is reported. */
export function resolveBlocksIn(
  blocks: readonly Block[],
  place: Place,
): readonly ResolvedBlock[] | undefined {
  let broken = false;
  const fault: Context["fault"] = ({ caption, columns }, { row, reason }) => {
    broken = true;
    place.report({
      code: "table-grid-broken",
      at: { kind: "file", file: caption },
      args: { caption, row: row + 1, columns: columns.length, reason },
    });
  };
  const resolved = blocks.map((block, index) => {
    const isBelowTable = block.kind === "heading" && followsTable(block, { blocks, index }, place.named);
    return resolveBlock(block, { ...place, fault, isBelowTable });
  });
  return broken ? undefined : resolved;
}

/** Whether a heading is the next after a table, or after notes to one, which are in smaller type. */
function followsTable(
  { style }: Heading,
  { blocks, index }: { readonly blocks: readonly Block[]; readonly index: number },
  { text }: NamedStyles,
): boolean {
  const { size } = text(style);
  const isNote = (block: Block | undefined) => block?.kind === "paragraph" && text(block.style).size < size;
  let above = index - 1;
  while (isNote(blocks[above])) above -= 1;
  return blocks[above]?.kind === "table";
}

/** A heading's text in one line. */
export function plainText(content: readonly Inline[]): string {
  return content.map((inline) => (inline.kind === "text" ? inline.text : " ")).join("");
}

function resolveBlock(block: Block, context: Context): ResolvedBlock {
  switch (block.kind) {
    case "paragraph":
      return resolveParagraph(block, context);
    case "heading":
      return resolveHeading(block, context);
    case "table":
      return resolveTable(block, context);
    case "contents":
      return resolveContents(block, context);
  }
}

function resolveParagraph(block: Paragraph, { named }: Context): ResolvedParagraph {
  const { kind, content, sources, pageBreakBefore, keepWithNext } = block;
  return { kind, style: named.text(block.style), content, sources, pageBreakBefore, keepWithNext };
}

function resolveHeading(block: Heading, { named, nesting, isBelowTable }: Context): ResolvedParagraph {
  const { content, sources, pageBreakBefore, level, id } = block;
  // A heading alone at a page's foot is never right.
  return {
    kind: "paragraph",
    style: isBelowTable && !pageBreakBefore ? named.belowTable(block.style) : named.text(block.style),
    content,
    sources,
    pageBreakBefore,
    keepWithNext: true,
    heading: nestHeading({ level, id }, nesting),
  };
}

function nestHeading({ level, id }: HeadingMark, { ids, depth }: Nesting): HeadingMark {
  return { level: levelOf(level + depth), id: ids + id };
}

/** There are three levels: a heading that would move below the third stays on it. */
function levelOf(depth: number): HeadingMark["level"] {
  return depth <= 1 ? 1 : depth === 2 ? 2 : 3;
}

function resolveContents(block: Contents, { named, entries }: Context): ResolvedContents {
  const [first, second, third] = block.entryStyles;
  return {
    kind: "contents",
    entries,
    styles: [named.text(first), named.text(second), named.text(third)],
  };
}

function resolveTable(
  block: Table,
  { named, nesting, sharesOf, section: { page }, fault }: Context,
): ResolvedTable {
  const rows = [...block.header, ...block.body];
  const placed = placeCells(rows, block.columns.length);
  if ("fault" in placed) fault(block, placed.fault);
  const cells = "cells" in placed ? placed.cells : [];
  const headed = headedBy(cells, block.header.length);
  return {
    kind: "table",
    style: named.table(block.style),
    widths: resolveWidths(sharesOf(block), typeArea(page).width),
    minHeights: rows.map((row) => row.minHeight),
    headerRows: block.header.length,
    cells: cells.map((placedCell) => {
      const { row, column, cell } = placedCell;
      return {
        row,
        column,
        rowSpan: cell.rowSpan,
        colSpan: cell.colSpan,
        style: named.text(cell.style),
        paragraphs: cell.paragraphs,
        sources: cell.sources,
        repeats: cell.repeats,
        heads: headed(placedCell),
        ...(cell.entry && { heading: nestHeading(cell.entry, nesting) }),
      };
    }),
    attached: block.attached,
    caption: block.caption,
  };
}
