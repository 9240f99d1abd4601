/** Named styles → the ids that paragraphs and tables refer to them by, and which of them a body has used. */
import type { DocumentFrame, NamedTextStyle, ResolvedContents, ResolvedTable } from "../../resolve/index.ts";

export type HeadingLevel = 1 | 2 | 3;
export type NamedTableStyle = ResolvedTable["style"];

type Styles<TextStyle> = {
  readonly text: readonly TextStyle[];
  /** Each text style used for headings, with the level: one paragraph style a pair. */
  readonly headings: readonly { readonly style: TextStyle; readonly level: HeadingLevel }[];
  readonly tables: readonly NamedTableStyle[];
  /** The contents' entries, with the width their page numbers are set to. */
  readonly contents?: { readonly styles: ResolvedContents["styles"]; readonly width: number };
};

export type UsedStyles = Styles<NamedTextStyle> & {
  readonly pageNumber: NamedTextStyle;
  readonly fonts: DocumentFrame["fonts"];
  /** By level, the id of the heading style that is Word's own: the one that most parts use. */
  readonly builtIn: ReadonlyMap<HeadingLevel, string>;
};

/** The styles that one part uses; of the document's own text styles the name alone. */
export type PartStyles = Styles<string | NamedTextStyle>;

export const textStyleId = ({ name }: NamedTextStyle): string => `text-${name}`;
export const headingStyleId = ({ name }: NamedTextStyle, level: HeadingLevel): string =>
  `Heading${level}-${name}`;
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
  readonly heading: (style: NamedTextStyle, level: HeadingLevel) => string;
  readonly table: (style: NamedTableStyle) => string;
  readonly contents: (contents: NonNullable<UsedStyles["contents"]>) => void;
  readonly soFar: () => PartStyles;
};

/** None is used yet. */
export function trackStyles({ styles }: DocumentFrame): StyleUse {
  const own = new Map(styles.map((style) => [style.name, style]));
  const text = new Map<string, NamedTextStyle>();
  const headings = new Map<string, UsedStyles["headings"][number]>();
  const tables = new Map<string, NamedTableStyle>();
  let contents: UsedStyles["contents"];
  const short = (style: NamedTextStyle) => (own.get(style.name) === style ? style.name : style);
  return {
    text: (style) => {
      text.set(style.name, style);
      return textStyleId(style);
    },
    heading: (style, level) => {
      const id = headingStyleId(style, level);
      headings.set(id, { style, level });
      return id;
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
      headings: [...headings.values()].map(({ style, level }) => ({ style: short(style), level })),
      tables: [...tables.values()],
      contents,
    }),
  };
}

/** The document's own styles and those that its parts use beside them. */
export function joinStyles(
  { styles, pageNumberStyle, fonts }: DocumentFrame,
  parts: readonly PartStyles[],
): UsedStyles {
  const text = new Map(styles.map((style) => [style.name, style]));
  const headings = new Map<string, UsedStyles["headings"][number]>();
  const uses = new Map<string, number>();
  const tables = new Map<string, NamedTableStyle>();
  const whole = (style: string | NamedTextStyle): NamedTextStyle => {
    const found = typeof style === "string" ? text.get(style) : style;
    if (found === undefined) throw new Error(`a part names a style "${style}" that the document has not`);
    return found;
  };
  for (const part of parts) {
    for (const style of part.text) if (typeof style !== "string") text.set(style.name, style);
    for (const { style, level } of part.headings) {
      const named = whole(style);
      const id = headingStyleId(named, level);
      headings.set(id, { style: named, level });
      uses.set(id, (uses.get(id) ?? 0) + 1);
    }
    for (const style of part.tables) tables.set(style.name, style);
  }
  const contents = parts.find((part) => part.contents !== undefined)?.contents;
  return {
    text: [...text.values()],
    headings: [...headings.values()],
    builtIn: mostUsed(headings, uses),
    tables: [...tables.values()],
    contents,
    pageNumber: pageNumberStyle,
    fonts,
  };
}

function mostUsed(
  headings: ReadonlyMap<string, UsedStyles["headings"][number]>,
  uses: ReadonlyMap<string, number>,
): UsedStyles["builtIn"] {
  const most = new Map<HeadingLevel, string>();
  for (const [id, { level }] of headings) {
    const known = most.get(level);
    if (known === undefined || (uses.get(id) ?? 0) > (uses.get(known) ?? 0)) most.set(level, id);
  }
  return most;
}
