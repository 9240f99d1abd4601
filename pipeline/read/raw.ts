/** What a reader makes of a file: text cells or a tree of values, nothing interpreted, every value placed. */
import type { CellPlace, Diagnostic, FilePlace, JsonPlace } from "../diagnostics/index.ts";
import type { EncodingVerdict } from "./encoding.ts";
import type { Container, Merge } from "./opened.ts";
import type { SeparatorVerdict } from "./separator.ts";

/** How a file was read, and on what evidence: a tree has no separator, and most containers no encoding. */
export type ReadAs = {
  readonly container?: Container;
  readonly encoding?: EncodingVerdict;
  readonly separator?: SeparatorVerdict;
};

/** Rows of text as the file has them; title rows, blank rows and header rows are still among them. */
export type RawTable = {
  readonly kind: "table";
  readonly file: string;
  /** The sheet of a workbook; absent if the file is one table. */
  readonly sheet?: string;
  readonly readAs: ReadAs;
  readonly rows: readonly RawRow[];
  /** Undefined if the container does not know of any: then blank cells are all that merged ones leave. */
  readonly merges?: readonly Merge[];
  /** The sheet is hidden: it is read only if it is named. */
  readonly hidden?: boolean;
  /** What is to be told of its cells if the table is used. */
  readonly remarks?: readonly Diagnostic[];
  /** It was turned: what are rows here, counted from 1, are columns in the file. */
  readonly turned?: TurnedFrom;
  /** Columns from this one on, from 0, are what cells of others hold: of which, in their order. */
  readonly opened?: { readonly from: number; readonly columns: readonly number[] };
};

/** Where the file has the first row of the table, and the column of its labels, from 1. */
export type TurnedFrom = { readonly top: number; readonly label: number };

export type RawRow = {
  /** The row Excel shows, from 1: quoted line breaks do not count. */
  readonly row: number;
  readonly cells: readonly string[];
};

/** A JSON document. Numbers keep their source text: 21 digits and `1500.00` survive. */
export type RawTree = {
  readonly kind: "tree";
  readonly file: string;
  readonly readAs: ReadAs;
  readonly root: RawNode;
};

export type RawNode =
  | { readonly kind: "text"; readonly text: string; readonly at: JsonPlace }
  | { readonly kind: "number"; readonly text: string; readonly at: JsonPlace }
  | { readonly kind: "boolean"; readonly value: boolean; readonly at: JsonPlace }
  | { readonly kind: "null"; readonly at: JsonPlace }
  | { readonly kind: "list"; readonly items: readonly RawNode[]; readonly at: JsonPlace }
  | { readonly kind: "object"; readonly entries: readonly RawEntry[]; readonly at: JsonPlace };

export type ObjectNode = Extract<RawNode, { kind: "object" }>;
export type ListNode = Extract<RawNode, { kind: "list" }>;

export type RawEntry = { readonly key: string; readonly at: JsonPlace; readonly value: RawNode };

export type RawFile = RawTable | RawTree;

/** One of the tables of a Word file, which may be a part of a form; or the paragraphs above one. */
export function isWordTable(
  file: RawFile,
): file is RawTable & { readonly readAs: { readonly container: "docx" } } {
  return file.kind === "table" && file.readAs.container === "docx";
}

type Table = Pick<RawTable, "file" | "sheet" | "turned" | "opened">;

/** Place of one square of a table; `column` counts from 0. A table has millions, so none is copied from another. */
export function cellPlace(
  { file, sheet, turned, opened }: Table,
  row: number,
  given: number,
  header?: string,
): CellPlace {
  const column = opened?.columns[given - opened.from] ?? given;
  if (turned !== undefined)
    return { kind: "cell", file, sheet, row: column + 1, column: row, header, labelColumn: turned.label };
  return sheet === undefined
    ? { kind: "cell", file, row, column: column + 1, header }
    : { kind: "cell", file, sheet, row, column: column + 1, header };
}

/** Place of a whole row; of one that is a column in the file, its first cell. */
export function rowPlace({ file, sheet, turned }: Table, row: number): CellPlace {
  if (turned !== undefined) return { kind: "cell", file, sheet, row: turned.top, column: row };
  return sheet === undefined ? { kind: "cell", file, row } : { kind: "cell", file, sheet, row };
}

/** Place of a whole table. */
export function tablePlace({ file, sheet }: Table): FilePlace {
  return sheet === undefined ? { kind: "file", file } : { kind: "file", file, sheet };
}
