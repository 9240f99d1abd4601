/** A laid document → `word/document.xml` as docx's own objects say it: what the emitted text is held to. */
import { Document, Packer } from "docx";
import { strFromU8, unzipSync } from "fflate";
import { headingsOn, type LaidDocument } from "../../layout/index.ts";
import { type Bookmark, openBookmarks } from "../../write/docx/bookmarks.ts";
import { sectionsWithPages, writeSections } from "../../write/docx/section.ts";
import { writeFlow } from "./flow.ts";

/**
 * The part, with one difference taken out: docx replaces `{reference-instance}` wherever it stands in its text, so the
 * objects cut a text behind each brace into further `w:t` elements of the same run, which mean the same and are joined.
 */
export async function documentXmlByObjects(laid: LaidDocument): Promise<string> {
  const bookmarks = bookmarksOf(laid);
  const sections = writeSections(sectionsWithPages(laid), laid.document.watermark, ({ section, pages }) =>
    writeFlow(section, pages, bookmarks),
  );
  const files = unzipSync(await Packer.toBuffer(new Document({ sections })));
  const xml = strFromU8(files["word/document.xml"] ?? new Uint8Array());
  return xml.replaceAll('</w:t><w:t xml:space="preserve">', "");
}

/** As the writer numbers them, each section a part. */
function bookmarksOf(laid: LaidDocument): ReadonlyMap<string, Bookmark> {
  const parts = sectionsWithPages(laid).filter(({ pages }) => pages.length > 0);
  return new Map(
    parts.flatMap(({ pages }, ordinal) => {
      const bookmarkOf = openBookmarks({ ordinal });
      return headingsOn(pages.map(({ items }) => items)).map(({ id }) => [id, bookmarkOf(id)] as const);
    }),
  );
}
