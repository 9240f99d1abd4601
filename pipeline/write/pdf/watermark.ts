/** The watermark's text → pdfmake's watermark for one page: grey, transparent, from corner to corner. */
import type { FontBook, LaidDocument, Page } from "../../layout/index.ts";
import type { PageDrawing } from "./pdfmake-engine.ts";

const tallest = 96;
/** Of the sheet's diagonal. */
const reach = 0.66;

export function watermarkOf(
  { document }: LaidDocument,
  { geometry }: Page,
  fonts: FontBook,
): Pick<PageDrawing, "watermark"> {
  const text = document.watermark;
  if (text === undefined || text === "") return {};
  const { key, width } = fontFor(text, fonts);
  const fontSize = Math.min(tallest, (reach * Math.hypot(geometry.width, geometry.height)) / width);
  return { watermark: { text, font: key, fontSize, color: "#808080", opacity: 0.2 } };
}

/** One font for the whole text (pdfmake takes no more), the 黑体 if it can; `width` in em. */
function fontFor(text: string, fonts: FontBook): { readonly key: string; readonly width: number } {
  const codePoints = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  const liked = (["hei", "song"] as const).flatMap((face) =>
    codePoints.flatMap((codePoint) => fonts.pick(face, false, codePoint) ?? []),
  );
  for (const { key, advance } of [...liked, ...fonts.fonts.values()]) {
    const advances = codePoints.flatMap((codePoint) => advance(codePoint) ?? []);
    if (advances.length === codePoints.length)
      return { key, width: advances.reduce((sum, width) => sum + width, 0) };
  }
  throw new Error(`no font has every character of the watermark "${text}"`);
}
