/** The watermark → the operators that draw it on a page: grey, transparent, from corner to corner. */
import { type FontBook, type LaidFrame, openWatermark, type PageFrame } from "../../layout/index.ts";
import type { CodedFont } from "./coded-fonts.ts";
import type { ContentStream } from "./content-stream.ts";
import { artifact } from "./tags.ts";

/** #808080 */
const grey = 0.502;

/** Writes the operators that draw it on a page, in grey, without its opacity. */
type Watermark = (page: PageFrame, stream: ContentStream) => void;

/** Undefined without a watermark. */
export function watermarkOf(
  { document }: LaidFrame,
  fonts: FontBook,
  fontOf: (key: string) => CodedFont,
): Watermark | undefined {
  const watermark = openWatermark(document, fonts);
  if (watermark === undefined) return undefined;
  const { text } = watermark;
  const font = fontOf(watermark.font);
  return ({ geometry }, stream) => {
    const { size, x, y, cosine, sine } = watermark.placeOn(geometry);
    const slope = [cosine, sine, -sine, cosine].map((value) => value.toFixed(5)).join(" ");
    stream.put(`${artifact("watermark")}\n${grey} g\nBT\n0 Tc\n/${font.name} `);
    stream.length(size);
    stream.put(` Tf\n${slope} `);
    stream.length(x);
    stream.put(" ");
    stream.length(geometry.height - y);
    stream.put(" Tm(");
    font.draw(text, stream);
    stream.put(")Tj\nET\nEMC\n");
  };
}
