/** The lines of the contents → a real TOC field that already shows its entries and their page numbers. */
import { InternalHyperlink, Paragraph, Tab, TextRun } from "docx";
import type { LaidContentsEntry } from "../../layout/index.ts";
import type { Bookmark } from "../../write/docx/bookmarks.ts";
import { element } from "../../write/docx/element.ts";
import { contentsStyleId, spacerStyleId } from "../../write/docx/style-sheet.ts";
import { BodyElement } from "./body-element.ts";
import { closeField, openField, writeField } from "./field.ts";
import { writeRun } from "./text.ts";

// \o and \u: headings of levels 1 to 3 and whatever else has such an outline level; \h: links; \z: no page numbers on the web.
const instruction = 'TOC \\o "1-3" \\h \\z \\u';

/** The entries in the frame by which Word knows a table of contents and offers to update it. */
export function writeContents(
  entries: readonly LaidContentsEntry[],
  bookmarks: ReadonlyMap<string, Bookmark>,
): BodyElement {
  const lines = entries.map((entry, index) => writeEntry(entry, bookmarks, index === 0));
  // The field ends in a paragraph of its own, as Word writes it, but one that takes no line.
  const end = new Paragraph({ style: spacerStyleId, children: [closeField()] });
  return new BodyElement("w:sdt", [
    element("w:sdtPr", {}, [
      element("w:docPartObj", {}, [
        element("w:docPartGallery", { "w:val": "Table of Contents" }),
        element("w:docPartUnique"),
      ]),
    ]),
    element("w:sdtContent", {}, [...lines, end]),
  ]);
}

function writeEntry(
  { entry, texts, pageNumber }: LaidContentsEntry,
  bookmarks: ReadonlyMap<string, Bookmark>,
  first: boolean,
): Paragraph {
  const bookmark = bookmarks.get(entry.id);
  if (bookmark === undefined)
    throw new Error(`the contents name a heading "${entry.id}" that does not exist`);
  const link = new InternalHyperlink({
    anchor: bookmark.name,
    children: [
      // Word and LibreOffice keep different room for the number, so the lines are those that layout made.
      writeRun(texts.join("\n")),
      new TextRun({ children: [new Tab()] }),
      ...writeField(`PAGEREF ${bookmark.name} \\h`, pageNumber),
    ],
  });
  return new Paragraph({
    style: contentsStyleId(entry.level),
    children: [...(first ? openField(instruction) : []), link],
  });
}
