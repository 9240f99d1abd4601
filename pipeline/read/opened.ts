/** What became of a container (a workbook, an HTML table) that was opened in a process of its own, before it is read as an export. */
import type { LimitName } from "../diagnostics/index.ts";
import type { EncodingVerdict } from "./encoding.ts";
import type { Position } from "./text-position.ts";

/** Told apart by content, whatever a file is called. */
export type Container = "xlsx" | "xls" | "ods" | "spreadsheet-ml" | "html" | "docx";

/** What is recognised, and not opened. */
export type UnreadContainer = "xlsb" | "xls95" | "doc" | "mht" | "office";

/**
 * What a file may at most hold, and its reading at most take. Of every file: its megabytes (`file`). Of a sheet: the
 * number of its last filled row and column (`rows`, `columns`), rows by columns (`cells`), merged cells (`merges`),
 * characters of a cell (`text`). Of JSON: the levels of it (`depth`), and names of values that differ (`keys`). Of a
 * department, from all of its files: `projects`. Of the container: its sheets (`sheets`), characters of all cells
 * (`characters`), megabytes of its parts once unpacked (`unpacked`), megabytes of memory (`memory`), seconds of
 * processor time (`seconds`), and seconds that it is waited for (`wait`), as other programs may need the processor.
 */
export type Limits = Readonly<Record<LimitName, number>>;

export type Opened =
  /** `workbook`: an `OpenedWorkbook` as JSON. Thousands of rows are held as bytes until they are wanted. */
  | { readonly kind: "sheets"; readonly workbook: Uint8Array }
  | { readonly kind: "unread"; readonly container: UnreadContainer }
  | { readonly kind: "encrypted" }
  | { readonly kind: "damaged"; readonly problem: ContainerDamage; readonly detail?: string }
  /** More of something than is allowed, in a text, too; `cell` or, in JSON, `position` is the first beyond the limit. */
  | {
      readonly kind: "exceeded";
      readonly limit: LimitName;
      readonly allowed: number;
      readonly cell?: OpenedCell;
      readonly position?: Position;
    }
  /** A quote of a text, which is not closed for so long that it is not read on to see where; `cell` begins with it. */
  | { readonly kind: "open-quote"; readonly cell: OpenedCell }
  /** The process that read it ended for no reason that is known. */
  | { readonly kind: "crashed"; readonly detail: string };

/** Rows and columns count from 1; a text has no sheet. */
export type OpenedCell = { readonly sheet?: string; readonly row: number; readonly column: number };

/**
 * `sizes`: its table of contents says other sizes than its parts have; `entities`: it declares entities, as no program
 * that writes workbooks does; `sheet`: a sheet that it lists cannot be read; `twice`: two of its parts have one name; `structure`: anything else.
 */
export type ContainerDamage = "sizes" | "entities" | "sheet" | "twice" | "structure";

export type OpenedWorkbook = {
  readonly container: Container;
  /** Of a text. */
  readonly encoding?: EncodingVerdict;
  /** A report that was printed, and no data of anybody. */
  readonly isReport?: boolean;
  /** Of a Word file one for each table, after one of the paragraphs above it. */
  readonly sheets: readonly OpenedSheet[];
  /** How a page begins that has no table. */
  readonly says?: string;
};

export type OpenedSheet = {
  readonly name: string;
  /** The sheet itself is hidden. */
  readonly hidden: boolean;
  /** Those with a filled cell, in order. Cells begin at column A, and end with the last filled one. */
  readonly rows: readonly OpenedRow[];
  readonly merges: readonly Merge[];
  /** Numbers of hidden columns that have a filled cell. */
  readonly hiddenColumns: readonly number[];
  readonly notes: readonly SheetNote[];
};

/** A merged cell: the place of its first cell, rows and columns from 1, and how many of each it covers. */
export type Merge = {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
};

export type OpenedRow = {
  readonly row: number;
  readonly cells: readonly string[];
  readonly hidden?: HiddenBy;
};

export type HiddenBy = "filter" | "hand";

/**
 * `rounded`: a number with more digits than its format shows; `digits-lost`: a number of more digits than a number
 * keeps; `error`: #N/A and the like; `no-value`: a formula without a stored result; `external`: a formula that takes its
 * value from another file; `covered`: a text below a merged cell, which nobody sees; `struck`: a text that is struck
 * out, or some of it; `cut-off`: a table without an end, whose last row is named.
 */
export type SheetNoteKind =
  | ("rounded" | "digits-lost" | "error" | "no-value" | "external" | "covered")
  | ("struck" | "cut-off");

/** What is noted of a column, once for all of its cells; of a whole sheet, what is struck out, as rows are. */
export type SheetNote = {
  readonly kind: SheetNoteKind;
  /** The first of them, at most a hundred. */
  readonly cells: readonly (readonly [row: number, column: number])[];
  /** All of them. */
  readonly count: number;
  /** Of the first: what Excel shows, and what the file holds. */
  readonly shown: string;
  readonly held: string;
};
