/** The document and its styles: plain readonly data that knows no province, no file format and no place on paper. */

export type Inline =
  | { readonly kind: "text"; readonly text: string; readonly bold: boolean }
  | { readonly kind: "break" };

/** Paths of the values that were printed, in order; those that are blank too. No format has them. */
export type Sources = readonly string[];

export type Paragraph = {
  readonly kind: "paragraph";
  /** A key of `theme.text`. */
  readonly style: string;
  readonly content: readonly Inline[];
  readonly sources: Sources;
  readonly pageBreakBefore: boolean;
  readonly keepWithNext: boolean;
};

/** An entry of the outline, and of the table of contents. */
export type HeadingMark = {
  readonly level: 1 | 2 | 3;
  /** Unique in the document; stable from run to run. */
  readonly id: string;
};

export type Heading = HeadingMark & {
  readonly kind: "heading";
  readonly style: string;
  readonly content: readonly Inline[];
  readonly sources: Sources;
  readonly pageBreakBefore: boolean;
};

export type Cell = {
  readonly style: string;
  /** One entry a paragraph; a blank cell has one empty paragraph. */
  readonly paragraphs: readonly [readonly Inline[], ...(readonly Inline[])[]];
  readonly sources: Sources;
  readonly rowSpan: number;
  readonly colSpan: number;
  /** A group label: printed again with （续） if a page break cuts its rows. */
  readonly repeats: boolean;
  /** Says what other cells of its row or column are; a group label always does. */
  readonly header: boolean;
  /** Its first paragraph is a heading as well: that of the rows which it names. */
  readonly entry?: HeadingMark;
};

export type Row = {
  readonly cells: readonly Cell[];
  /** Least height, pt. */
  readonly minHeight: number;
};

/** How narrow and how wide a column may become, in the unit of the table's relative widths. */
export type ColumnRange = { readonly least: number; readonly most: number };

/** Tables with equal columns are of one kind: a document sets them alike. */
export type TableKind = {
  /** Relative widths, one a column. */
  readonly columns: readonly [number, ...number[]];
  /** One a column, if widths may follow from what the document's tables say. */
  readonly ranges?: readonly ColumnRange[];
};

export type Table = TableKind & {
  readonly kind: "table";
  /** A key of `theme.table`. */
  readonly style: string;
  /** Printed again at the top of each page the table runs on to. */
  readonly header: readonly Row[];
  readonly body: readonly [Row, ...Row[]];
  /** Stands right below the table before it and shares its border. */
  readonly attached: boolean;
  /** What the table is, for readers who cannot see it. */
  readonly caption: string;
};

/** The table of contents: listed headings with their page numbers. */
export type Contents = { readonly kind: "contents"; readonly entryStyles: readonly [string, string, string] };

export type Block = Paragraph | Heading | Table | Contents;

export type Section = {
  /** none: cover, which is counted all the same; roman: I, II from I; decimal: 1, 2 from 1. One that `continues` counts on. */
  readonly numbering: "none" | "roman" | "decimal";
  readonly continues: boolean;
  /** auto: landscape if upright columns would be too narrow to read. */
  readonly orientation: "portrait" | "landscape" | "auto";
  /** Blocks are centred on the page's height (cover). */
  readonly centred: boolean;
  readonly blocks: readonly Block[];
};

export type Document = {
  readonly title: string;
  /** What its files are called, if not by its title. */
  readonly fileTitle?: string;
  readonly author: string;
  readonly subject: string;
  readonly theme: Theme;
  /** 草稿: a watermark on every page, with the day it was made. */
  readonly watermark?: string;
  readonly sections: readonly [Section, ...Section[]];
};

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
  /** Printed on both sides: a count of pages begins on a right-hand page, even numbers are at the left. */
  readonly twoSided: boolean;
};

/** What the DOCX calls the font of each face, and that of Latin letters; the PDF embeds what it finds. */
export type FontNames = Readonly<Record<Face | "latin", string>>;

/** The house style as data, which the writers read resolved. */
export type Theme = {
  readonly page: PageStyle;
  readonly fonts: FontNames;
  /** The text styles in which Word's own headings of levels 1 to 3 are set. */
  readonly headings: readonly [string, string, string];
  /** By class name. */
  readonly text: Readonly<Record<string, TextStyle>>;
  readonly table: Readonly<Record<string, TableStyle>>;
};
