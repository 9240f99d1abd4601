/** Inline content → runs that Word opens and shows as written. */
import { Tab, TextRun, type XmlComponent } from "docx";
import type { Inline } from "../../model/index.ts";
import { element } from "../../write/docx/element.ts";
import { cleanText, strongId } from "../../write/docx/text.ts";

/** The runs of a paragraph; `bold` says that its style is bold already. */
export function writeInlines(content: readonly Inline[], bold: boolean): TextRun[] {
  return content.map((inline) => {
    if (inline.kind === "break") return new TextRun({ children: [element("w:br")] });
    return writeRun(inline.text, inline.bold && !bold);
  });
}

/** One run of text; tabs and line breaks become their elements. */
export function writeRun(text: string, strong = false): TextRun {
  const clean = cleanText(text);
  return new TextRun({
    ...(strong ? { style: strongId } : {}),
    ...(isAmbiguous(clean) ? { font: { hint: "eastAsia" } } : {}),
    children: clean.split(/([\t\n])/u).flatMap((piece): (string | XmlComponent)[] => {
      if (piece === "\t") return [new Tab()];
      if (piece === "\n") return [element("w:br")];
      return splitAtBraces(piece);
    }),
  });
}

// docx replaces `{reference-instance}` in the finished XML by a list number wherever it stands, so no text
// element holds an opening brace together with what follows it.
function splitAtBraces(text: string): string[] {
  return text.split(/(?<=\{)/u).filter((piece) => piece !== "");
}

// Quotation marks, dashes, ≥, × and their like stand in Latin and in Han fonts; without the hint Word takes
// the Latin ones, half as wide (ECMA-376 part 1, 17.3.2.26).
function isAmbiguous(text: string): boolean {
  return /[\u00a1-\u00bf\u00d7\u00f7\u0250-\u2dff]/u.test(text);
}
