/** Named styles → the ids that paragraphs and tables refer to them by, and which of them a body has used. */
import type { DocumentFrame, NamedTextStyle, ResolvedContents, ResolvedTable } from "../../resolve/index.ts";

export type HeadingLevel = 1 | 2 | 3;
export type NamedTableStyle = ResolvedTable["style"];

type Styles<TextStyle> = {
  readonly text: readonly TextStyle[];
  readonly tables: readonly NamedTableStyle[];
  /** The contents' entries, with the width their page numbers are set to. */
  readonly contents?: { readonly styles: ResolvedContents["styles"]; readonly width: number };
};

export type UsedStyles = Styles<NamedTextStyle> & {
  readonly pageNumber: NamedTextStyle;
  readonly headings: DocumentFrame["headingStyles"];
  readonly fonts: DocumentFrame["fonts"];
};

/** The styles that one part uses; of the document's own text styles the name alone. */
export type PartStyles = Styles<string | NamedTextStyle>;

export const textStyleId = ({ name }: NamedTextStyle): string => `text-${name}`;
export const headingStyleId = (level: HeadingLevel): string => `Heading${level}`;
export const tableStyleId = ({ name }: NamedTableStyle): string => `table-${name}`;
export const contentsStyleId = (level: HeadingLevel): string => `TOC${level}`;
export const pageNumberStyleId = (side: "odd" | "even"): string => `page-number-${side}`;
/** A paragraph of one point that parts what Word would join, or carries a break. */
export const spacerStyleId = "spacer";
/** A black paragraph as high as a table's line, which parts two tables that are to look like one. */
export const seamStyleId = "seam";
export const headerStyleId = "Header";

/** Hands out the ids of styles to the writers of a part, and remembers which were asked for. */
export type StyleUse = {
  readonly text: (style: NamedTextStyle) => string;
  readonly table: (style: NamedTableStyle) => string;
  readonly contents: (contents: NonNullable<UsedStyles["contents"]>) => void;
  readonly soFar: () => PartStyles;
  readonly headings: DocumentFrame["headingStyles"];
};

/** None is used yet. */
export function trackStyles({ styles, headingStyles }: DocumentFrame): StyleUse {
  const own = new Map(styles.map((style) => [style.name, style]));
  const text = new Map<string, NamedTextStyle>();
  const tables = new Map<string, NamedTableStyle>();
  let contents: UsedStyles["contents"];
  const short = (style: NamedTextStyle) => (own.get(style.name) === style ? style.name : style);
  return {
    text: (style) => {
      text.set(style.name, style);
      return textStyleId(style);
    },
    table: (style) => {
      tables.set(style.name, style);
      return tableStyleId(style);
    },
    contents: (used) => {
      contents = used;
    },
    soFar: () => ({
      text: [...text.values()].map(short),
      tables: [...tables.values()],
      contents,
    }),
    headings: headingStyles,
  };
}

/** The document's own styles and those that its parts use beside them. */
export function joinStyles(
  { styles, pageNumberStyle, headingStyles, fonts }: DocumentFrame,
  parts: readonly PartStyles[],
): UsedStyles {
  const text = new Map(styles.map((style) => [style.name, style]));
  const tables = new Map<string, NamedTableStyle>();
  for (const part of parts) {
    for (const style of part.text) if (typeof style !== "string") text.set(style.name, style);
    for (const style of part.tables) tables.set(style.name, style);
  }
  const contents = parts.find((part) => part.contents !== undefined)?.contents;
  return {
    text: [...text.values()],
    headings: headingStyles,
    tables: [...tables.values()],
    contents,
    pageNumber: pageNumberStyle,
    fonts,
  };
}
