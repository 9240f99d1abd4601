/** Laid document → the bytes of a .docx: docx builds the package, we write the body and the parts it has no options for. */
import type { Report } from "../../diagnostics/index.ts";
import type { LaidDocument } from "../../layout/index.ts";
import { nameBookmarks } from "./bookmarks.ts";
import { coreProperties } from "./core-properties.ts";
import { writeFlow } from "./flow.ts";
import { fontTable } from "./fonts.ts";
import { buildFrame, documentPath, type Frame } from "./frame.ts";
import type { Body } from "./paragraph.ts";
import { type PagesOfSection, sectionsWithPages } from "./section.ts";
import { settings } from "./settings.ts";
import { type StyleUse, trackStyles } from "./style-sheet.ts";
import { writeStyles } from "./styles.ts";
import { type Part, zipParts } from "./zip.ts";

type WriteDocxOptions = { readonly createdAt: Date; readonly report: Report };

/** Writes a DOCX; equal documents and times give equal bytes. */
export async function writeDocx(laid: LaidDocument, { createdAt }: WriteDocxOptions): Promise<Uint8Array> {
  const sections = sectionsWithPages(laid);
  const { parts, ...around } = await buildFrame(sections, laid.document.watermark);
  const styles = trackStyles(laid.document);
  const body = { bookmarks: nameBookmarks(laid.document), styles };
  return zipParts(inOrder(laid, { parts, createdAt, styles, body: writeBody(sections, around, body) }));
}

type Package = {
  readonly parts: Frame["parts"];
  readonly body: Iterable<string>;
  readonly styles: StyleUse;
  readonly createdAt: Date;
};

/** Programs tell a DOCX by its first part. The styles come behind the body, which settles what they are. */
function* inOrder({ document }: LaidDocument, { parts, body, styles, createdAt }: Package): Generator<Part> {
  const types = "[Content_Types].xml";
  yield whole(types, parts.get(types) ?? "");
  yield { path: documentPath, pieces: body };
  const others = new Map([
    ...parts,
    ["word/styles.xml", writeStyles(styles.soFar())],
    ["word/settings.xml", settings()],
    ["word/fontTable.xml", fontTable()],
    ["docProps/core.xml", coreProperties(document, createdAt)],
  ]);
  for (const [path, text] of others) if (path !== types) yield whole(path, text);
}

function whole(path: string, text: string): Part {
  return { path, pieces: [text] };
}

/** `word/document.xml`, piece by piece. */
function* writeBody(
  sections: readonly PagesOfSection[],
  { head, sectionEnds, tail }: Omit<Frame, "parts">,
  body: Body,
): Generator<string> {
  yield head;
  for (const [index, section] of sections.entries())
    yield* writeFlow({ ...section, sectionEnd: sectionEnds[index] ?? "" }, body);
  yield tail;
}
