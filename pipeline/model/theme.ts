/** The house style as data: fonts by role, sizes in points, indents in characters. Both writers read it resolved. */

/** Typeface roles; the writers name or embed the fonts. `title` is 小标宋. */
export const faces = ["title", "hei", "kai", "fangsong", "song"] as const;
export type Face = (typeof faces)[number];

export type Align = "start" | "center" | "end" | "justify";

export type TextStyle = {
  readonly face: Face;
  /** pt */
  readonly size: number;
  readonly bold: boolean;
  readonly align: Align;
  /** Exact line pitch, pt. */
  readonly pitch: number;
  /** In characters of this style's size. */
  readonly firstLineIndent: number;
  /** Added after every character, pt; negative to set 28 characters on a line of 156 mm. */
  readonly tracking: number;
  /** Between Han and Latin characters, em (CLREQ: up to a quarter). */
  readonly latinGap: number;
  /** Space above and below, pt. */
  readonly before: number;
  readonly after: number;
};

export type TableStyle = {
  /** Line width, pt. */
  readonly border: number;
  /** Between border and text, pt. */
  readonly paddingX: number;
  readonly paddingY: number;
};

/** Millimetres, upright; a landscape section turns the sheet with its margins. */
export type PageStyle = {
  readonly width: number;
  readonly height: number;
  readonly marginTop: number;
  readonly marginBottom: number;
  readonly marginLeft: number;
  readonly marginRight: number;
};

export type Theme = {
  readonly page: PageStyle;
  /** By class name. */
  readonly text: Readonly<Record<string, TextStyle>>;
  readonly table: Readonly<Record<string, TableStyle>>;
};
