/** Turns a list of JSON objects of one level into a grid: their keys are the headers. */
import type { JsonPlace, Place } from "../diagnostics/index.ts";
import type { RawEntry, RawNode } from "../read/index.ts";
import { kindOf } from "../records/index.ts";
import type { Context } from "./context.ts";
import { type FieldColumn, type Grid, type Header, hasIndicators, type RowKind } from "./grid.ts";
import { guardShape } from "./guard-shape.ts";
import { matchColumns } from "./match-columns.ts";
import { matchHeader } from "./match-header.ts";
import type { Sheet } from "./sheet.ts";
import { projectGrid, sortRows } from "./sort-rows.ts";
import { amountSource, nodeSource } from "./source-text.ts";

/** `amount`: the source if its column holds money. */
type Square = { readonly source: string; readonly amount: string; readonly at: JsonPlace };
export type ObjectNode = Extract<RawNode, { kind: "object" }>;

export function listGrid(
  file: string,
  objects: readonly ObjectNode[],
  context: Context & { readonly kind: RowKind },
): Grid {
  const headers = new Map<string, Header>();
  const rows = objects.map((object) => {
    const row: (Square | undefined)[] = [];
    for (const entry of object.entries) {
      const header = headers.get(entry.key) ?? headerOf(entry, headers.size);
      headers.set(entry.key, header);
      const source = nodeSource(entry.value, context.report);
      row[header.index] = { source, amount: amountSource(entry.value, source), at: entry.value.at };
    }
    return row;
  });
  const source = (row: number, column: number): string => rows[row]?.[column]?.source ?? "";
  const rowPlace = (row: number): Place => objects[row]?.at ?? { kind: "file", file };
  const place = (row: number, column: number): Place => rows[row]?.[column]?.at ?? rowPlace(row);
  const sheet: Sheet = {
    columns: [...headers.values()].map(({ text }) => ({
      header: text,
      field: matchHeader(text, context.vocabulary)?.field,
    })),
    rows: rows.map((_, row) => Array.from({ length: headers.size }, (__, column) => source(row, column))),
    repeats: () => undefined,
    isKept: (row, name) => context.keeps({ file, row: row + 1, name }),
  };
  const verdicts = context.kind === "rows" ? sortRows(sheet, { place, rowPlace }, context.report) : undefined;
  const kept = rows.flatMap((_, row) => ((verdicts?.[row]?.kind ?? "project") === "project" ? [row] : []));
  const matched = matchColumns(
    { headers: [...headers.values()], values: (index) => kept.map((row) => source(row, index)) },
    context,
  );
  noteBlanks(rows, matched.columns, context);
  const money = new Set(
    matched.columns.flatMap(({ field, index }) => (kindOf(field) === "money" ? index : [])),
  );
  const all: Grid = {
    file,
    ...matched,
    rowCount: rows.length,
    source: (row, column) => (money.has(column) ? (rows[row]?.[column]?.amount ?? "") : source(row, column)),
    place,
    rowPlace,
  };
  if (verdicts === undefined) return all;
  const grid = projectGrid(all, { sheet, verdicts, kept }, context);
  if (!hasIndicators(grid.columns)) guardShape(grid, [...headers.values()], context);
  return grid;
}

function noteBlanks(
  rows: readonly (readonly (Square | undefined)[])[],
  columns: readonly FieldColumn[],
  { noteBlank }: Context,
): void {
  for (const row of rows) {
    for (const { index, field } of columns) {
      const square = row[index];
      if (square?.source.trim() === "") noteBlank({ field, at: square.at });
    }
  }
}

function headerOf({ key, at }: RawEntry, index: number): Header {
  return { index, text: key, meaning: key, at };
}
