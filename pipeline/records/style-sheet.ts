/** Overrides of the house style, as a form or a department writes them: the same names and units as the house style. */
import { z } from "zod";

const points = z.number().min(0).max(1000);
const faces = z.enum(["song", "hei", "kai", "fangsong", "title"]);
const align = z.enum(["start", "center", "end", "justify"]);

const TextStyleOverride = z
  .strictObject({
    face: faces,
    /** pt */
    size: z.number().min(4).max(72),
    bold: z.boolean(),
    align,
    /** Line pitch in pt, exact. */
    pitch: z.number().min(4).max(120),
    /** In characters of the style's own size. */
    firstLineIndent: z.number().min(0).max(20),
    /** pt */
    before: points,
    after: points,
  })
  .partial();

const TableStyleOverride = z
  .strictObject({
    /** Line width in pt. */
    border: z.number().min(0).max(6),
    /** Space between border and text, in pt. */
    paddingX: points,
    paddingY: points,
  })
  .partial();

export const StyleSheet = z
  .strictObject({
    page: z
      .strictObject({
        /** mm */
        marginTop: z.number().min(5).max(100),
        marginBottom: z.number().min(5).max(100),
        marginLeft: z.number().min(5).max(100),
        marginRight: z.number().min(5).max(100),
      })
      .partial(),
    text: z.record(z.string(), TextStyleOverride),
    table: z.record(z.string(), TableStyleOverride),
  })
  .partial();
export type StyleSheet = Readonly<z.infer<typeof StyleSheet>>;
