/** The page number at the foot, `— 3 —`, as GB/T 9704 places it. */
import { Footer, Paragraph } from "docx";
import { writeField } from "./field.ts";
import { pageNumberStyleId } from "./style-sheet.ts";
import { writeRun } from "./text.ts";

/** A foot with the number; odd pages have it right, even pages left. */
export function writePageNumber(side: "odd" | "even"): Footer {
  const children = [writeRun("— "), ...writeField("PAGE", "1"), writeRun(" —")];
  return new Footer({ children: [new Paragraph({ style: pageNumberStyleId(side), children })] });
}

/** A foot without one, so that a section does not take over the number of the section before. */
export function writeBlankFoot(): Footer {
  return new Footer({ children: [new Paragraph({ style: "Footer" })] });
}
