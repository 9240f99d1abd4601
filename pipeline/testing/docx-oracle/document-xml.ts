/** A laid document → `word/document.xml` as docx's own objects say it: what the emitted text is held to. */
import { Document, Packer } from "docx";
import { strFromU8, unzipSync } from "fflate";
import type { LaidDocument } from "../../layout/index.ts";
import { nameBookmarks } from "../../write/docx/bookmarks.ts";
import { sectionsWithPages, writeSections } from "../../write/docx/section.ts";
import { writeFlow } from "./flow.ts";

/**
 * The part, with one difference taken out: docx replaces `{reference-instance}` wherever it stands in its text, so the
 * objects cut a text behind each brace into further `w:t` elements of the same run, which mean the same and are joined.
 */
export async function documentXmlByObjects(laid: LaidDocument): Promise<string> {
  const bookmarks = nameBookmarks(laid.document);
  const sections = writeSections(sectionsWithPages(laid), laid.document.watermark, ({ section, pages }) =>
    writeFlow(section, pages, bookmarks),
  );
  const files = unzipSync(await Packer.toBuffer(new Document({ sections })));
  const xml = strFromU8(files["word/document.xml"] ?? new Uint8Array());
  return xml.replaceAll('</w:t><w:t xml:space="preserve">', "");
}
