/** Rows under columns whose fields are known, before it is known which of them are projects. */
import type { RowSign, SkippedAs } from "../../diagnostics/index.ts";
import type { FieldKind, FieldName } from "../../records/index.ts";
import { type KeptRows, type ReadRow, type SheetCell, signatureOf } from "../drafts/kept-rows.ts";
import { printableText } from "../headers/source-text.ts";
import { flatten, type TotalWord } from "./row-words.ts";

/** Rows of cells as written, before the columns' values decide what an ambiguous header means. */
export type Sheet = {
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly string[])[];
  /** A row of headers or a title that comes again. */
  readonly repeats: (row: number) => SkippedAs | undefined;
  /** Rows that department.json keeps as projects, whatever they look like. */
  readonly isKept: (row: number, name: string) => boolean;
  /** What was made of rows before, if it is of a process that stays. */
  readonly keptRows?: KeptRows["row"] | undefined;
};
export type SheetColumn = {
  readonly header: string;
  readonly field: FieldName | undefined;
  readonly kind: FieldKind | undefined;
};

export type Verdict =
  /** `start`: another project begins. */
  | { readonly kind: "project"; readonly start: boolean }
  | {
      readonly kind: "skipped";
      readonly reason: SkippedAs;
      readonly cell: number;
      readonly total?: TotalWord;
    }
  | {
      readonly kind: "doubtful";
      readonly cell: number;
      readonly total: readonly RowSign[];
      readonly project: readonly RowSign[];
    }
  /** Before any project, and without a name or a code. */
  | { readonly kind: "orphan" };

export type SheetRow = ReadRow & { readonly index: number };

export function rowReader({ columns, rows, keptRows }: Sheet): (index: number) => SheetRow {
  const decides = keptRows === undefined ? [] : [signatureOf(columns)];
  return (index) => {
    const cells = rows[index] ?? [];
    const known = keptRows?.find(cells, decides);
    const row = known ?? readRow(cells, columns);
    if (known === undefined) keptRows?.keep(cells, decides, row);
    return { index, cells: row.cells, code: row.code, name: row.name };
  };
}

function readRow(row: readonly string[], columns: readonly SheetColumn[]): ReadRow {
  const cells: SheetCell[] = [];
  for (const [column, source] of row.entries()) {
    const text = printableText(source);
    if (text !== "") cells.push({ column, text, field: columns[column]?.field, kind: columns[column]?.kind });
  }
  const textOf = (field: FieldName) => cells.find((cell) => cell.field === field)?.text.trim() ?? "";
  return { cells, code: textOf("project.code"), name: textOf("project.name") };
}

export function isIdentified({ code, name }: SheetRow): boolean {
  return code !== "" || name !== "";
}

/** The units that rows with a name or a code of their own say they belong to. */
export function unitNames(rows: readonly SheetRow[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const row of rows) {
    if (isIdentified(row)) for (const { field, text } of row.cells) if (isUnit(field)) names.add(text);
  }
  return new Set([...names].map(flatten));
}

export function isUnit(field: FieldName | undefined): boolean {
  return field === "project.unit" || field === "project.department";
}

export function isMoney({ kind }: { readonly kind: FieldKind | undefined }): boolean {
  return kind === "money";
}

export function isMeasured({ field }: SheetCell): boolean {
  return /^indicator\.(?:level[123]|value)$/u.test(field ?? "");
}

export function hasIndicator({ cells }: SheetRow): boolean {
  return cells.some(({ field }) => field?.startsWith("indicator."));
}

/** Prose that only a project has: a purpose, a goal. */
export function isText({ field, kind }: SheetCell): boolean {
  return (
    field !== undefined &&
    (kind === "text" || kind === "lines") &&
    !/^(?:indicator\..*|project\.(?:order|code|name|unit|unitCode|department|year))$/u.test(field)
  );
}

export function isProjectTable({ columns }: Sheet): boolean {
  return !columns.some(({ field }) => field?.startsWith("indicator."));
}
