/** The watermark's text → pdfmake's watermark for one page: grey, transparent, from corner to corner. */
import type { FontBook, LaidDocument, Page } from "../../layout/index.ts";
import type { PageDrawing } from "./pdfmake-engine.ts";

const tallest = 96;
/** Of the sheet's diagonal. */
const reach = 0.66;

/** The watermark's font and its width in em. */
export type WatermarkFont = { readonly key: string; readonly width: number };

export function watermarkOf(
  { document }: LaidDocument,
  { geometry }: Page,
  font: WatermarkFont | undefined,
): Pick<PageDrawing, "watermark"> {
  if (document.watermark === undefined || font === undefined) return {};
  const fontSize = Math.min(tallest, (reach * Math.hypot(geometry.width, geometry.height)) / font.width);
  return {
    watermark: { text: document.watermark, font: font.key, fontSize, color: "#808080", opacity: 0.2 },
  };
}

/**
 * One font for the whole text (pdfmake takes no more), the 黑体 if it can; undefined without a watermark.
 *
 * @throws when no font has all its characters: the text is ours, not the user's.
 */
export function watermarkFont({ document }: LaidDocument, fonts: FontBook): WatermarkFont | undefined {
  const text = document.watermark ?? "";
  if (text === "") return undefined;
  const codePoints = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  const liked = (["hei", "song"] as const).flatMap((face) =>
    codePoints.flatMap((codePoint) => fonts.pick(face, false, codePoint) ?? []),
  );
  for (const { key, advance } of liked) {
    const advances = codePoints.flatMap((codePoint) => advance(codePoint) ?? []);
    if (advances.length === codePoints.length)
      return { key, width: advances.reduce((sum, width) => sum + width, 0) };
  }
  throw new Error(`no font has every character of the watermark "${text}"`);
}
