/** A laid document → the named styles it uses, and the ids the paragraphs and tables refer to them by. */
import type { LaidDocument } from "../../layout/index.ts";
import type { NamedTextStyle, ResolvedContents, ResolvedTable } from "../../resolve/index.ts";

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

/** Gathers the styles, those that layout made narrower included. */
export function collectStyles({ document, pages }: LaidDocument): UsedStyles {
  const text = new Map<string, NamedTextStyle>(document.styles.map((style) => [style.name, style]));
  const headings = new Map<string, UsedStyles["headings"][number]>();
  const tables = new Map<string, NamedTableStyle>();
  for (const item of pages.flatMap(({ items }) => items)) {
    if (item.kind === "contents-entry") continue;
    if (item.kind === "text") {
      const { style } = item.part;
      text.set(style.name, style);
      const level = item.source.heading?.level;
      if (level !== undefined) headings.set(headingStyleId(style, level), { style, level });
      continue;
    }
    tables.set(item.source.style.name, item.source.style);
    for (const { style } of item.cells.flatMap(({ paragraphs }) => paragraphs)) text.set(style.name, style);
  }
  const contents = findContents(document.sections);
  return {
    text: [...text.values()],
    headings: [...headings.values()],
    tables: [...tables.values()],
    ...(contents === undefined ? {} : { contents }),
    pageNumber: document.pageNumberStyle,
  };
}

function findContents(sections: LaidDocument["document"]["sections"]): UsedStyles["contents"] {
  for (const { blocks, page } of sections)
    for (const block of blocks)
      if (block.kind === "contents")
        return { styles: block.styles, width: page.width - page.left - page.right };
  return undefined;
}
