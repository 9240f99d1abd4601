/** The watermark's text → its font, and its place on sheets of any size: rising from corner to corner, its middle on theirs. */
import type { DocumentFrame, PageGeometry } from "../resolve/index.ts";
import type { FontBook } from "./font-book.ts";

/** pt */
const tallest = 96;
/** Of the sheet's diagonal. */
const reach = 0.66;

/** How much of it is seen. */
export const watermarkOpacity = 0.2;

export type PlacedWatermark = {
  /** pt */
  readonly size: number;
  /** Where its baseline begins, pt from the sheet's top left corner. */
  readonly x: number;
  readonly y: number;
  /** Of the angle at which it rises. */
  readonly cosine: number;
  readonly sine: number;
};

export type OpenWatermark = {
  readonly text: string;
  /** Key of a font in the font book. */
  readonly font: string;
  readonly placeOn: (geometry: Pick<PageGeometry, "width" | "height">) => PlacedWatermark;
};

/**
 * Undefined without a watermark.
 *
 * @throws when no font has all its characters: the text is ours, not the user's.
 */
export function openWatermark(
  { watermark: text = "" }: Pick<DocumentFrame, "watermark">,
  fonts: FontBook,
): OpenWatermark | undefined {
  if (text === "") return undefined;
  const { font, ...line } = measure(text, fonts);
  return { text, font, placeOn: (geometry) => placeOn(geometry, line) };
}

/** Its width, and how far above the baseline its middle lies, in em. */
type Line = { readonly width: number; readonly middle: number };

/** One font for the whole text, the 黑体 if it can. */
function measure(text: string, fonts: FontBook): Line & { readonly font: string } {
  const codePoints = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  const liked = (["hei", "song"] as const).flatMap((face) =>
    codePoints.flatMap((codePoint) => fonts.pick(face, false, codePoint) ?? []),
  );
  for (const { key, advance, ascent, descent } of liked) {
    const advances = codePoints.flatMap((codePoint) => advance(codePoint) ?? []);
    const width = advances.reduce((sum, one) => sum + one, 0);
    if (advances.length === codePoints.length) return { font: key, width, middle: (ascent - descent) / 2 };
  }
  throw new Error(`no font has every character of the watermark "${text}"`);
}

function placeOn(
  { width: across, height }: Pick<PageGeometry, "width" | "height">,
  { width, middle }: Line,
): PlacedWatermark {
  const diagonal = Math.hypot(across, height);
  const size = Math.min(tallest, (reach * diagonal) / width);
  const [cosine, sine] = [across / diagonal, height / diagonal];
  const [back, down] = [(width * size) / 2, middle * size];
  const x = across / 2 - back * cosine + down * sine;
  const y = height / 2 + back * sine + down * cosine;
  return { size, x, y, cosine, sine };
}
