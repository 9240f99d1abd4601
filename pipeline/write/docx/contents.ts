/** The table of contents → a real TOC field that already shows its entries and their page numbers. */
import type { FlowContents, FlowContentsEntry, FlowEntryLine } from "../../layout/index.ts";
import { charactersOf } from "../../model/index.ts";
import { bookmarkName, paragraph } from "./paragraph.ts";
import { contentsStyleId, spacerStyleId } from "./style-sheet.ts";
import { writeRun } from "./text.ts";
import { runSpacing, sameRunLook } from "./text-look.ts";
import { escapeXml } from "./xml.ts";

// \o and \u: headings of levels 1 to 3 and whatever else has such an outline level; \h: links; \z: no page numbers on the web.
const instruction = 'TOC \\o "1-3" \\h \\z \\u';

/** The entries, one by one, in the frame by which Word knows a table of contents and offers to update it. */
export function* writeContents(entries: FlowContents["entries"]): Generator<string> {
  const gallery = '<w:docPartGallery w:val="Table of Contents"/>';
  yield `<w:sdt><w:sdtPr><w:docPartObj>${gallery}<w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>`;
  for (const [index, entry] of entries.entries())
    yield writeEntry(entry, index === 0 ? openField(instruction) : "");
  // As in Word, the field ends in a separate paragraph, but one that takes no line.
  yield `${paragraph(spacerStyleId, closeField)}</w:sdtContent></w:sdt>`;
}

function writeEntry({ id, level, lines, pageNumber }: FlowContentsEntry, opening: string): string {
  const name = bookmarkName(id);
  const number = `${openField(`PAGEREF ${name} \\h`)}${writeRun(pageNumber)}${closeField}`;
  const link = `<w:hyperlink w:history="1" w:anchor="${name}">${lines.map(writeLine).join("")}<w:r><w:tab/></w:r>${number}</w:hyperlink>`;
  return paragraph(contentsStyleId(level), opening + link);
}

// Lines end between words, as they do on our pages. A break in an entry would be one in the heading's name, and where
// the entry is indented at its right, LibreOffice shows no number.
function writeLine({ text, filler }: FlowEntryLine): string {
  if (filler === 0) return writeRun(text);
  const characters = [...charactersOf(text)];
  const last = characters.pop() ?? "";
  const filled = writeRun(last, { strong: false, own: { ...sameRunLook, spacing: runSpacing(filler) } });
  return characters.length === 0 ? filled : writeRun(characters.join("")) + filled;
}

// A field with its result, not marked as dirty, so that Word shows it without a question.
function openField(code: string): string {
  return `${mark("begin")}<w:r><w:instrText> ${escapeXml(code)} </w:instrText></w:r>${mark("separate")}`;
}

const closeField = mark("end");

function mark(type: "begin" | "separate" | "end"): string {
  return `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
}
