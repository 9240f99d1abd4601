/** A laid paragraph → its XML: a style's name, its runs, and what differs from one paragraph to the next. */
import type { LaidParagraph, LaidText } from "../../layout/index.ts";
import type { NamedTextStyle } from "../../resolve/index.ts";
import type { Bookmark } from "./bookmarks.ts";
import { type StyleUse, spacerStyleId } from "./style-sheet.ts";
import { writeInlines } from "./text.ts";
import { escapeXml, twips } from "./xml.ts";

/** What the writers of one part share. */
export type Body = {
  /** Asked once for each heading, in order. */
  readonly bookmarkOf: (headingId: string) => Bookmark;
  readonly styles: StyleUse;
};

type Placement = {
  readonly opensPage: boolean;
  /** pt above the first paragraph of a section whose blocks stand in the middle of the page. */
  readonly before?: number;
  /** The `w:sectPr` of a section that ends in this paragraph. */
  readonly sectionEnd: string;
};

/** A paragraph with its style; `properties` are further elements of its `w:pPr`, in the order of the schema. */
export function paragraph(styleId: string, runs: string, properties = ""): string {
  return `${openParagraph(styleId, properties)}${runs}</w:p>`;
}

function openParagraph(styleId: string, properties = ""): string {
  return `<w:p><w:pPr><w:pStyle w:val="${escapeXml(styleId)}"/>${properties}</w:pPr>`;
}

/** A paragraph of the text, whole: Word breaks it over lines and pages itself. */
export function writeText(
  { source, part }: LaidText,
  { bookmarkOf, styles }: Body,
  { opensPage, before, sectionEnd }: Placement,
): string {
  const { heading } = source;
  const runs = writeInlines(source.content, part.style.bold);
  const properties = [
    source.keepWithNext ? "<w:keepNext/>" : "",
    opensPage && source.pageBreakBefore ? "<w:pageBreakBefore/>" : "",
    before === undefined ? "" : `<w:spacing w:before="${twips(before)}"/>`,
    sectionEnd,
  ].join("");
  if (heading === undefined) return paragraph(styles.text(part.style), runs, properties);
  const marked = inBookmark(runs, bookmarkOf(heading.id));
  return paragraph(styles.heading(part.style, heading.level), marked, properties);
}

export type CellParagraphs = {
  /** What stands of a paragraph on this page. */
  readonly write: (laid: LaidParagraph) => string;
  readonly blank: (style: NamedTextStyle) => string;
};

/** Cells hold paragraphs by the hundred thousand, in a handful of styles: the beginning of each is made once. */
export function openCellParagraphs(styles: StyleUse): CellParagraphs {
  const openings = new Map<NamedTextStyle, string>();
  const open = (style: NamedTextStyle): string => {
    const known = openings.get(style);
    if (known !== undefined) return known;
    const opening = openParagraph(styles.text(style));
    openings.set(style, opening);
    return opening;
  };
  return {
    write: ({ style, content, first }) => {
      const runs = writeInlines(content, style.bold);
      if (first) return `${open(style)}${runs}</w:p>`;
      return paragraph(styles.text(style), runs, '<w:ind w:firstLine="0" w:firstLineChars="0"/>');
    },
    blank: (style) => `${open(style)}</w:p>`,
  };
}

/** One point high: parts two tables that Word would join, ends a section, carries a page break before a table. */
export function writeSpacer({ opensPage, sectionEnd }: Placement): string {
  return paragraph(spacerStyleId, "", (opensPage ? "<w:pageBreakBefore/>" : "") + sectionEnd);
}

function inBookmark(runs: string, { name, id }: Bookmark): string {
  return `<w:bookmarkStart w:name="${name}" w:id="${id}"/>${runs}<w:bookmarkEnd w:id="${id}"/>`;
}
