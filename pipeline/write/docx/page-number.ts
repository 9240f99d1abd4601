/** The page number at the foot, `— 3 —`, as GB/T 9704 places it. */
import { Footer, Paragraph, StringContainer, TextRun } from "docx";
import { element } from "./element.ts";
import { pageNumberStyleId } from "./style-sheet.ts";

/** A foot with the number; odd pages have it right, even pages left. */
export function writePageNumber(side: "odd" | "even"): Footer {
  const children = [dash("— "), ...pageField(), dash(" —")];
  return new Footer({ children: [new Paragraph({ style: pageNumberStyleId(side), children })] });
}

/** A foot without one, so that a section does not take over the number of the section before. */
export function writeBlankFoot(): Footer {
  return new Footer({ children: [new Paragraph({ style: "Footer" })] });
}

function dash(text: string): TextRun {
  return new TextRun({ text, font: { hint: "eastAsia" } });
}

// docx's own PageNumber has no result, and Word would show nothing until it has counted the pages.
function pageField(): TextRun[] {
  const mark = (type: string) => new TextRun({ children: [element("w:fldChar", { "w:fldCharType": type })] });
  const code = new TextRun({ children: [new StringContainer("w:instrText", " PAGE ")] });
  return [mark("begin"), code, mark("separate"), new TextRun("1"), mark("end")];
}
