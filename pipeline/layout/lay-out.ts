/** Resolved document → pages: all its parts laid, then numbered. */
import type { Report } from "../diagnostics/index.ts";
import type { ResolvedDocument } from "../resolve/index.ts";
import type { FontBook } from "./font-book.ts";
import type { LaidDocument, Page } from "./laid.ts";
import { anchorsOf, headingsOn } from "./laid-headings.ts";
import { openLayout } from "./open-layout.ts";

/**
 * Settles every line, row height, page break and page number.
 * Characters that no font has are reported (`glyph-missing`), each once a section, and set as 〓.
 */
export function layOut(document: ResolvedDocument, fonts: FontBook, report: Report): LaidDocument {
  const { layPart, numberPages, numberContents } = openLayout(document, fonts);
  const laid = document.sections.flatMap((section, index) =>
    layPart(section, section.blocks, report).map((items) => ({ section, index, items })),
  );
  const frames = numberPages(laid.map(({ index }) => index));
  const anchors = anchorsOf(headingsOn(laid.map(({ items }) => items)), frames);
  const numberOf = (headingId: string) => anchors.get(headingId)?.number ?? "";
  const pages = frames.flatMap((frame, page): Page[] => {
    const one = laid[page];
    return one === undefined ? [] : [{ ...frame, items: numberContents(one.section, one.items, numberOf) }];
  });
  return { document, pages, anchors };
}
