/** The watermark's text → the operators that draw it on a page: grey, transparent, from corner to corner. */
import type { FontBook, LaidFrame, PageFrame } from "../../layout/index.ts";
import type { CodedFont } from "./coded-fonts.ts";
import type { ContentStream } from "./content-stream.ts";
import { artifact } from "./tags.ts";

const tallest = 96;
/** Of the sheet's diagonal. */
const reach = 0.66;
/** #808080 */
const grey = 0.502;

export const watermarkOpacity = 0.2;

/** Writes the operators that draw it on a page, in grey, without its opacity. */
type Watermark = (page: PageFrame, stream: ContentStream) => void;

/**
 * Undefined without a watermark.
 *
 * @throws when no font has all its characters: the text is ours, not the user's.
 */
export function watermarkOf(
  { document }: LaidFrame,
  fonts: FontBook,
  fontOf: (key: string) => CodedFont,
): Watermark | undefined {
  const text = document.watermark ?? "";
  if (text === "") return undefined;
  const line = measure(text, fonts);
  const font = fontOf(line.font);
  return (page, stream) => {
    const { size, slope, x, y } = placeOn(page, line);
    stream.put(`${artifact("watermark")}\n${grey} g\nBT\n0 Tc\n/${font.name} `);
    stream.length(size);
    stream.put(` Tf\n${slope} `);
    stream.length(x);
    stream.put(" ");
    stream.length(y);
    stream.put(" Tm(");
    font.draw(text, stream);
    stream.put(")Tj\nET\nEMC\n");
  };
}

/** Its font, its width, and how far above the baseline its middle lies, in em. */
type Line = { readonly font: string; readonly width: number; readonly middle: number };

/** One font for the whole text, the 黑体 if it can. */
function measure(text: string, fonts: FontBook): Line {
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

/** Its middle on the page's, rising along the diagonal. */
function placeOn({ geometry }: PageFrame, { width, middle }: Line) {
  const diagonal = Math.hypot(geometry.width, geometry.height);
  const size = Math.min(tallest, (reach * diagonal) / width);
  const [cos, sin] = [geometry.width / diagonal, geometry.height / diagonal];
  const [back, down] = [(width * size) / 2, middle * size];
  const x = geometry.width / 2 - back * cos + down * sin;
  const y = geometry.height / 2 - back * sin - down * cos;
  const slope = [cos, sin, -sin, cos].map((value) => value.toFixed(5)).join(" ");
  return { size, slope, x, y };
}
