/** A laid paragraph → a docx paragraph: a style's name, its runs, and what differs from one paragraph to the next. */
import { BookmarkEnd, BookmarkStart, Paragraph, type ParagraphChild } from "docx";
import type { LaidParagraph, LaidText } from "../../layout/index.ts";
import type { Bookmark } from "../../write/docx/bookmarks.ts";
import { headingStyleId, spacerStyleId, textStyleId } from "../../write/docx/style-sheet.ts";
import { twips } from "../../write/docx/units.ts";
import { writeInlines } from "./text.ts";

type Placement = {
  readonly opensPage: boolean;
  /** pt above the first paragraph of a section whose blocks stand in the middle of the page. */
  readonly before?: number;
};

/** A paragraph of the text, whole: Word breaks it over lines and pages itself. */
export function writeText(
  { source, part }: LaidText,
  bookmarks: ReadonlyMap<string, Bookmark>,
  { opensPage, before }: Placement,
): Paragraph {
  const { heading } = source;
  const runs = writeInlines(source.content, part.style.bold);
  return new Paragraph({
    style: heading === undefined ? textStyleId(part.style) : headingStyleId(part.style, heading.level),
    ...(opensPage && source.pageBreakBefore ? { pageBreakBefore: true } : {}),
    ...(source.keepWithNext ? { keepNext: true } : {}),
    ...(before === undefined ? {} : { spacing: { before: twips(before) } }),
    children: heading === undefined ? runs : inBookmark(runs, bookmarks.get(heading.id)),
  });
}

/** A paragraph in a cell: what stands on this page. */
export function writeCellParagraph({ style, content, first }: LaidParagraph): Paragraph {
  return new Paragraph({
    style: textStyleId(style),
    ...(first ? {} : { indent: { firstLineChars: 0, firstLine: 0 } }),
    children: writeInlines(content, style.bold),
  });
}

/** One point high: parts two tables that Word would join, ends a section, carries a page break before a table. */
export function writeSpacer({ opensPage }: { readonly opensPage: boolean }): Paragraph {
  return new Paragraph({ style: spacerStyleId, ...(opensPage ? { pageBreakBefore: true } : {}) });
}

function inBookmark(runs: readonly ParagraphChild[], bookmark: Bookmark | undefined): ParagraphChild[] {
  if (bookmark === undefined) throw new Error("a heading on a page is not in the document it was laid from");
  // docx's own Bookmark numbers itself from a counter of the process. Its two ends are taken here by the class
  // and missing from the type.
  return [
    new BookmarkStart(bookmark.name, bookmark.id),
    ...runs,
    new BookmarkEnd(bookmark.id),
  ] as ParagraphChild[];
}
