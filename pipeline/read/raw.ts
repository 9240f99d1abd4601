/** What a reader makes of a file: text cells or a tree of values, nothing interpreted, every value placed. */
import type { CellPlace, JsonPlace } from "../diagnostics/index.ts";
import type { EncodingVerdict } from "./encoding.ts";
import type { SeparatorVerdict } from "./separator.ts";

/** How a file was read, and on what evidence. A tree has no separator. */
export type ReadAs = { readonly encoding: EncodingVerdict; readonly separator?: SeparatorVerdict };

/** Rows of text as the file has them; title rows, blank rows and header rows are still among them. */
export type RawTable = {
  readonly kind: "table";
  readonly file: string;
  readonly readAs: ReadAs;
  readonly rows: readonly RawRow[];
};

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

export type RawEntry = { readonly key: string; readonly at: JsonPlace; readonly value: RawNode };

export type RawFile = RawTable | RawTree;

/** Place of one square of a table; `column` counts from 0. */
export function cellPlace(table: RawTable, row: number, column: number, header?: string): CellPlace {
  return { kind: "cell", file: table.file, row, column: column + 1, header };
}
