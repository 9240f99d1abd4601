/** Named styles → the ids that paragraphs and tables refer to them by, and which of them a body has used. */
import type {
  NamedTextStyle,
  ResolvedContents,
  ResolvedDocument,
  ResolvedTable,
} from "../../resolve/index.ts";

export type HeadingLevel = 1 | 2 | 3;
export type NamedTableStyle = ResolvedTable["style"];

export type UsedStyles = {
  readonly text: readonly NamedTextStyle[];
  /** Each text style that stands for a heading, with its level: one paragraph style a pair. */
  readonly headings: readonly { readonly style: NamedTextStyle; readonly level: HeadingLevel }[];
  readonly tables: readonly NamedTableStyle[];
  /** The contents' entries, with the width their page numbers are set to. */
  readonly contents?: { readonly styles: ResolvedContents["styles"]; readonly width: number };
  readonly pageNumber: NamedTextStyle;
};

export const textStyleId = ({ name }: NamedTextStyle): string => `text-${name}`;
export const headingStyleId = ({ name }: NamedTextStyle, level: HeadingLevel): string =>
  `Heading${level}-${name}`;
export const tableStyleId = ({ name }: NamedTableStyle): string => `table-${name}`;
/** The same table standing right below another, whose bottom border is its top border. */
export const attachedTableStyleId = ({ name }: NamedTableStyle): string => `table-${name}-attached`;
export const contentsStyleId = (level: HeadingLevel): string => `TOC${level}`;
export const pageNumberStyleId = (side: "odd" | "even"): string => `page-number-${side}`;
/** A paragraph of one point that parts what Word would join, or carries a break. */
export const spacerStyleId = "spacer";
export const headerStyleId = "Header";

/** Hands out the ids of styles to the writers of one body, and remembers which were asked for. */
export type StyleUse = {
  readonly text: (style: NamedTextStyle) => string;
  readonly heading: (style: NamedTextStyle, level: HeadingLevel) => string;
  /** `attached`: right below another table. */
  readonly table: (style: NamedTableStyle, attached: boolean) => string;
  /** The document's own styles and what layout made of them, a narrower one for example. */
  readonly soFar: () => UsedStyles;
};

/** None is used yet. */
export function trackStyles({ styles, sections, pageNumberStyle }: ResolvedDocument): StyleUse {
  const text = new Map(styles.map((style) => [style.name, style]));
  const headings = new Map<string, UsedStyles["headings"][number]>();
  const tables = new Map<string, NamedTableStyle>();
  const contents = findContents(sections);
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
    table: (style, attached) => {
      tables.set(style.name, style);
      return attached ? attachedTableStyleId(style) : tableStyleId(style);
    },
    soFar: () => ({
      text: [...text.values()],
      headings: [...headings.values()],
      tables: [...tables.values()],
      ...(contents === undefined ? {} : { contents }),
      pageNumber: pageNumberStyle,
    }),
  };
}

function findContents(sections: ResolvedDocument["sections"]): UsedStyles["contents"] {
  for (const { blocks, page } of sections)
    for (const block of blocks)
      if (block.kind === "contents")
        return { styles: block.styles, width: page.width - page.left - page.right };
  return undefined;
}
