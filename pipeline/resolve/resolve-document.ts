/** Document → resolved document: styles applied, spans placed, widths in points. */
import type { Report } from "../diagnostics/index.ts";
import type {
  Block,
  Contents,
  Document,
  Heading,
  Inline,
  Paragraph,
  Section,
  Table,
  Theme,
} from "../model/index.ts";
import { type GridFault, placeCells } from "./place-cells.ts";
import { resolveGeometry, resolveWidths } from "./resolve-geometry.ts";
import { resolveOrientation } from "./resolve-orientation.ts";
import type {
  ContentsEntry,
  NamedTextStyle,
  PageGeometry,
  ResolvedBlock,
  ResolvedContents,
  ResolvedDocument,
  ResolvedParagraph,
  ResolvedSection,
  ResolvedTable,
} from "./resolved.ts";

type Context = {
  readonly theme: Theme;
  readonly page: PageGeometry;
  readonly orientation: "portrait" | "landscape";
  readonly entries: readonly ContentsEntry[];
  readonly fault: (table: Table, fault: GridFault) => void;
};

/**
 * Applies the theme and settles what both formats must agree on before pages are made.
 *
 * @returns undefined where a table's spans do not fit its grid (reported, naming table and row).
 */
export function resolveDocument(document: Document, report: Report): ResolvedDocument | undefined {
  const { theme } = document;
  const entries = document.sections.flatMap((section) => section.blocks.flatMap(contentsEntry));
  let broken = false;
  const fault = (table: Table, { row, reason }: GridFault) => {
    broken = true;
    report({
      code: "table-grid-broken",
      at: { kind: "file", file: table.caption },
      args: { caption: table.caption, row: row + 1, columns: table.columns.length, reason },
    });
  };
  const sections = document.sections.map((section): ResolvedSection => {
    const orientation = resolveOrientation(section, theme);
    const page = resolveGeometry(theme.page, orientation);
    return resolveSection(section, { theme, page, entries, fault, orientation });
  });
  if (broken) return undefined;
  const { title, author, subject, watermark } = document;
  return {
    title,
    author,
    subject,
    ...(watermark === undefined ? {} : { watermark }),
    pageNumberStyle: namedStyle(theme, "page-number"),
    styles: Object.keys(theme.text).map((name) => namedStyle(theme, name)),
    sections,
  };
}

function resolveSection(section: Section, context: Context): ResolvedSection {
  const { numbering, continues, centred } = section;
  const { orientation, page } = context;
  const blocks = section.blocks.map((block) => resolveBlock(block, context));
  return { numbering, continues, centred, orientation, page, blocks };
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

function resolveParagraph(block: Paragraph, { theme }: Context): ResolvedParagraph {
  const { kind, content, pageBreakBefore, keepWithNext } = block;
  return { kind, style: namedStyle(theme, block.style), content, pageBreakBefore, keepWithNext };
}

function resolveHeading(block: Heading, { theme }: Context): ResolvedParagraph {
  const { content, pageBreakBefore, level, id } = block;
  // A heading alone at a page's foot is never right.
  return {
    kind: "paragraph",
    style: namedStyle(theme, block.style),
    content,
    pageBreakBefore,
    keepWithNext: true,
    heading: { level, id },
  };
}

function resolveContents(block: Contents, { theme, entries }: Context): ResolvedContents {
  const [first, second, third] = block.entryStyles;
  return {
    kind: "contents",
    entries,
    styles: [namedStyle(theme, first), namedStyle(theme, second), namedStyle(theme, third)],
  };
}

function resolveTable(block: Table, { theme, page, fault }: Context): ResolvedTable {
  const rows = [...block.header, ...block.body];
  const placed = placeCells(rows, block.columns.length);
  if ("fault" in placed) fault(block, placed.fault);
  const style = theme.table[block.style];
  if (style === undefined) throw new Error(`no table style "${block.style}" in the theme`);
  return {
    kind: "table",
    style: { ...style, name: block.style },
    widths: resolveWidths(block.columns, page.width - page.left - page.right),
    minHeights: rows.map((row) => row.minHeight),
    headerRows: block.header.length,
    cells: ("cells" in placed ? placed.cells : []).map(({ row, column, cell }) => ({
      row,
      column,
      rowSpan: cell.rowSpan,
      colSpan: cell.colSpan,
      style: namedStyle(theme, cell.style),
      paragraphs: cell.paragraphs,
      repeats: cell.repeats,
    })),
    attached: block.attached,
    caption: block.caption,
  };
}

function contentsEntry(block: Block): ContentsEntry[] {
  if (block.kind !== "heading") return [];
  return [{ level: block.level, id: block.id, text: plainText(block.content) }];
}

function plainText(content: readonly Inline[]): string {
  return content.map((inline) => (inline.kind === "text" ? inline.text : " ")).join("");
}

function namedStyle(theme: Theme, name: string): NamedTextStyle {
  const style = theme.text[name];
  // compose checks every class against the theme, so a name that is not there is our own mistake.
  if (style === undefined) throw new Error(`no text style "${name}" in the theme`);
  return { ...style, name };
}
