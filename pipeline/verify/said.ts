/** What a report says, as its reader is told it: the same of a composed document, a DOCX and a PDF. */

/** What a reviewer is told of a value, beside the text that prints it. */
export type SaidComment = { readonly author: string; readonly text: string };

type Commented = {
  /** Of what was read back, undefined where the file does not say. */
  readonly comments?: readonly SaidComment[] | undefined;
};

/** Line breaks within a paragraph are "\n". */
export type SaidCell = Commented & {
  /** First row and column of the grid, from 0. */
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  /** One entry a paragraph. */
  readonly paragraphs: readonly string[];
  /** Of one whose first paragraph is a heading as well. */
  readonly level?: number | undefined;
  /** Whether it heads others; undefined where the file does not say. */
  readonly header?: boolean | undefined;
  /** Of a cell that was read back, the page it begins on, counted from 0; undefined where the file does not say. */
  readonly page?: number | undefined;
};

export type SaidTable = {
  readonly kind: "table";
  readonly caption: string;
  readonly rows: number;
  readonly columns: number;
  /** Row by row, from left to right. */
  readonly cells: readonly SaidCell[];
};

export type SaidEntry = {
  readonly level: number;
  readonly text: string;
  /** As it is printed. */
  readonly page: string;
};

export type SaidBlock =
  | ({ readonly kind: "heading"; readonly level: number; readonly text: string } & Commented)
  | ({ readonly kind: "paragraph"; readonly text: string } & Commented)
  | { readonly kind: "contents"; readonly entries: readonly SaidEntry[] }
  | SaidTable;

/** What a block is to say, before a format makes something of it: plain data, which goes to other threads. */
export type NeutralBlock =
  | Exclude<SaidBlock, SaidTable>
  | (SaidTable & {
      readonly style: string;
      /** Rows that are repeated on every page. */
      readonly header: number;
      /** Some cell heads others. */
      readonly isHeaded: boolean;
    });

export type SaidPart = readonly NeutralBlock[];

/** A block of a file that was read back. */
export type FoundBlock = {
  readonly kind: SaidBlock["kind"];
  /** Of a heading, which page it is on, counted from 0; undefined where the file does not say. */
  readonly page?: number | undefined;
  /** What it says, read when it is asked for. */
  readonly read: () => SaidBlock;
};
