/** The house style, and the overrides of it that a form or a department writes: the same names and units in both. */
import { z } from "zod";

const points = z.number().min(0).max(1000);
const faces = z.enum(["song", "hei", "kai", "fangsong", "title"]);
const align = z.enum(["start", "center", "end", "justify"]);

const TextStyle = z.strictObject({
  face: faces,
  /** pt */
  size: z.number().min(4).max(72),
  bold: z.boolean(),
  align,
  /** Line pitch in pt, exact. */
  pitch: z.number().min(4).max(120),
  /** In characters of the style's own size. */
  firstLineIndent: z.number().min(0).max(20),
  /** Added after every character, pt. */
  tracking: z.number().min(-5).max(20),
  /** Between Han and Latin characters, em. */
  latinGap: z.number().min(0).max(0.5),
  /** pt */
  before: points,
  after: points,
});

const TableStyle = z.strictObject({
  /** Line width in pt. */
  border: z.number().min(0).max(6),
  /** Space between border and text, in pt. */
  paddingX: points,
  paddingY: points,
});

/** mm */
const side = z.number().min(50).max(1200);
const Page = z.strictObject({
  marginTop: z.number().min(5).max(100),
  marginBottom: z.number().min(5).max(100),
  marginLeft: z.number().min(5).max(100),
  marginRight: z.number().min(5).max(100),
  /** Whether the report is printed on both sides of a sheet. */
  twoSided: z.boolean(),
});

/** As programs list it; Windows takes 31 characters, no program a list of names, and XML no control characters. */
const fontName = z.string().regex(/^[^\s,;"\p{C}][^,;"\p{C}]{0,30}$/u);
/** What the DOCX calls the font of each face, and that of Latin letters. */
const Fonts = z.strictObject({
  title: fontName,
  hei: fontName,
  kai: fontName,
  fangsong: fontName,
  song: fontName,
  latin: fontName,
});

/**
 * 仿宋 and 楷体 are on every Chinese Windows, 仿宋_GB2312 and 楷体_GB2312 are not, and LibreOffice sets 黑体 for a name
 * that it does not find, whatever stands beside it.
 */
const defaultFonts = {
  title: "方正小标宋简体",
  hei: "黑体",
  kai: "楷体",
  fangsong: "仿宋",
  song: "宋体",
  latin: "Times New Roman",
} as const;

/** `templates/shared/house-style.json`: every style whole. */
export const HouseStyle = z.strictObject({
  page: Page.extend({ width: side, height: side, twoSided: z.boolean().default(true) }),
  fonts: Fonts.default(defaultFonts),
  /** The text styles in which Word's own headings of levels 1 to 3 are set: those of most headings of a level. */
  headings: z.tuple([z.string(), z.string(), z.string()]).default(["part", "heading-1", "heading-2"]),
  text: z.record(z.string(), TextStyle),
  table: z.record(z.string(), TableStyle),
});
export type HouseStyle = Readonly<z.infer<typeof HouseStyle>>;

/** What differs from the house style. A style that the house style lacks is written whole. */
export const StyleSheet = z
  .strictObject({
    page: Page.partial(),
    fonts: Fonts.partial(),
    text: z.record(z.string(), TextStyle.partial()),
    table: z.record(z.string(), TableStyle.partial()),
  })
  .partial();
export type StyleSheet = Readonly<z.infer<typeof StyleSheet>>;
