/** Laid document → the bytes of a .docx: docx writes the body and the relations, we the parts it has no options for. */
import { Document, Packer } from "docx";
import { unzipSync, type Zippable, zipSync } from "fflate";
import type { Report } from "../../diagnostics/index.ts";
import type { LaidDocument } from "../../layout/index.ts";
import { nameBookmarks } from "./bookmarks.ts";
import { coreProperties } from "./core-properties.ts";
import { fontTable } from "./fonts.ts";
import { writeSections } from "./section.ts";
import { settings } from "./settings.ts";
import { collectStyles } from "./style-sheet.ts";
import { writeStyles } from "./styles.ts";

type WriteDocxOptions = { readonly createdAt: Date; readonly report: Report };

/** Writes a DOCX; equal documents and times give equal bytes. */
export async function writeDocx(laid: LaidDocument, { createdAt }: WriteDocxOptions): Promise<Uint8Array> {
  const bookmarks = nameBookmarks(laid.document);
  const document = new Document({ sections: writeSections(laid, bookmarks) });
  const packed = await Packer.toBuffer(document, false, [
    { path: "word/styles.xml", data: writeStyles(collectStyles(laid)) },
    { path: "word/settings.xml", data: settings() },
    { path: "word/fontTable.xml", data: fontTable() },
    { path: "docProps/core.xml", data: coreProperties(laid.document, createdAt) },
  ]);
  return zipAnew(packed);
}

// The zip of docx holds the wall clock's time for each file. fflate takes the local parts of the date, so the
// same local date gives the same bytes in every time zone.
function zipAnew(packed: Uint8Array): Uint8Array {
  const files = unzipSync(packed);
  const isFirst = (path: string) => (path === "[Content_Types].xml" ? 0 : 1);
  const paths = Object.keys(files).sort((one, other) => isFirst(one) - isFirst(other));
  const ordered: Zippable = {};
  for (const path of paths) ordered[path] = files[path] ?? new Uint8Array();
  return zipSync(ordered, { level: 6, mtime: new Date(1980, 0, 1) });
}
