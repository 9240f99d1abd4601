/** The items of pages → the headings that begin on them; pages of a document → its frame. */
import type { Anchor, LaidDocument, LaidFrame, LaidHeading, PageFrame, PageItem } from "./laid.ts";

/** In reading order, pages counted from 0. A heading that runs on to the next page is listed where it begins. */
export function headingsOn(pages: readonly (readonly PageItem[])[]): readonly LaidHeading[] {
  return pages.flatMap((items, page) =>
    items.flatMap((item) => {
      if (item.kind !== "text" || item.source.heading === undefined || !item.part.first) return [];
      const { level, id } = item.source.heading;
      return [{ level, id, content: item.source.content, page, top: item.part.lines[0]?.top ?? 0 }];
    }),
  );
}

export function anchorsOf(
  headings: readonly LaidHeading[],
  pages: readonly PageFrame[],
): ReadonlyMap<string, Anchor> {
  return new Map(headings.map(({ id, page, top }) => [id, { page, top, number: pages[page]?.number ?? "" }]));
}

/** @throws when the place of a heading on the pages is not among the document's: our own mistake. */
export function frameOf({ document, pages, anchors }: LaidDocument): LaidFrame {
  const headings = headingsOn(pages.map(({ items }) => items)).map((heading) => {
    const anchor = anchors.get(heading.id);
    if (anchor === undefined) throw new Error(`no place is known of heading "${heading.id}"`);
    return { ...heading, page: anchor.page, top: anchor.top };
  });
  return { document, pages, headings };
}
