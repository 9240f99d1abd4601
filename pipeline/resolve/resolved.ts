/** Resolved blocks: styles applied, spans placed in a grid, widths in points. No page is known yet. */
import type { FontNames, HeadingMark, Inline, Sources, TableStyle, TextStyle } from "../model/index.ts";

/** A text style with the name the DOCX writer gives it. */
export type NamedTextStyle = TextStyle & { readonly name: string };

export type ResolvedParagraph = {
  readonly kind: "paragraph";
  readonly style: NamedTextStyle;
  readonly content: readonly Inline[];
  readonly sources: Sources;
  readonly pageBreakBefore: boolean;
  readonly keepWithNext: boolean;
  readonly heading?: HeadingMark;
};

export type ResolvedCell = {
  /** First grid row and column, from 0; the header's rows come first. */
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly style: NamedTextStyle;
  readonly paragraphs: readonly [readonly Inline[], ...(readonly Inline[])[]];
  readonly sources: Sources;
  readonly repeats: boolean;
  /** Of a header cell: whether it says what the cells of its row are, or those below it. */
  readonly heads?: "row" | "column";
  /** Its first paragraph is a heading. */
  readonly heading?: HeadingMark;
};

export type ResolvedTable = {
  readonly kind: "table";
  readonly style: TableStyle & { readonly name: string };
  /** One a column, pt; their sum is the text width. */
  readonly widths: readonly number[];
  /** One a row, pt. */
  readonly minHeights: readonly number[];
  readonly headerRows: number;
  /** Row by row, left to right; every grid square belongs to exactly one cell. */
  readonly cells: readonly ResolvedCell[];
  readonly attached: boolean;
  readonly caption: string;
};

export type ContentsEntry = { readonly level: 1 | 2 | 3; readonly id: string; readonly text: string };

export type ResolvedContents = {
  readonly kind: "contents";
  readonly entries: readonly ContentsEntry[];
  readonly styles: readonly [NamedTextStyle, NamedTextStyle, NamedTextStyle];
};

export type ResolvedBlock = ResolvedParagraph | ResolvedTable | ResolvedContents;

/** All pt, from the sheet's edges. */
export type PageGeometry = {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
};

/** A section without its blocks. */
export type SectionFrame = {
  readonly numbering: "none" | "roman" | "decimal";
  readonly continues: boolean;
  readonly centred: boolean;
  readonly orientation: "portrait" | "landscape";
  readonly page: PageGeometry;
};

export type HeadingStyles = readonly [NamedTextStyle, NamedTextStyle, NamedTextStyle];

/** A document without the blocks of its sections: what its parts need to be laid out one by one. */
export type DocumentFrame = {
  readonly title: string;
  /** What its files are called, if not by its title. */
  readonly fileTitle?: string;
  readonly author: string;
  readonly subject: string;
  readonly watermark?: string;
  readonly pageNumberStyle: NamedTextStyle;
  readonly twoSided: boolean;
  readonly fonts: FontNames;
  /** What Word's own headings of levels 1 to 3 look like. */
  readonly headingStyles: HeadingStyles;
  /** Every text style of the theme, for the DOCX's style sheet. */
  readonly styles: readonly NamedTextStyle[];
  readonly sections: readonly SectionFrame[];
};
