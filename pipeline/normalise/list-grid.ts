/** Turns a list of JSON objects of one level into a grid: their keys are the headers. */
import type { JsonPlace, Place } from "../diagnostics/index.ts";
import type { RawEntry, RawNode } from "../read/index.ts";
import { kindOf } from "../records/index.ts";
import type { Context } from "./context.ts";
import type { FieldColumn, Grid, Header, RowKind } from "./grid.ts";
import { matchColumns } from "./match-columns.ts";
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
  const matched = matchColumns(
    { headers: [...headers.values()], values: (index) => rows.map((_, row) => source(row, index)) },
    context,
  );
  noteBlanks(rows, matched.columns, context);
  const money = new Set(
    matched.columns.flatMap(({ field, index }) => (kindOf(field) === "money" ? index : [])),
  );
  const rowPlace = (row: number): Place => objects[row]?.at ?? { kind: "file", file };
  return {
    file,
    ...matched,
    rowCount: rows.length,
    source: (row, column) => (money.has(column) ? (rows[row]?.[column]?.amount ?? "") : source(row, column)),
    place: (row, column) => rows[row]?.[column]?.at ?? rowPlace(row),
    rowPlace,
  };
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
