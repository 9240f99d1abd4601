/** Turns a list of JSON objects of one level into a grid: their keys are the headers. */
import type { Place } from "../diagnostics/index.ts";
import type { RawEntry, RawNode } from "../read/index.ts";
import type { Context } from "./context.ts";
import type { Grid } from "./grid.ts";
import type { Header, RowKind } from "./header-row.ts";
import { matchColumns } from "./match-columns.ts";
import { nodeSource } from "./node-text.ts";

type Square = { readonly source: string; readonly at: Place };
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
      row[header.index] = { source: nodeSource(entry.value, context.report), at: entry.value.at };
    }
    return row;
  });
  const source = (row: number, column: number): string => rows[row]?.[column]?.source ?? "";
  const matched = matchColumns(
    { headers: [...headers.values()], values: (index) => rows.map((_, row) => source(row, index)) },
    context,
  );
  const rowPlace = (row: number): Place => objects[row]?.at ?? { kind: "file", file };
  return {
    file,
    ...matched,
    rowCount: rows.length,
    source,
    place: (row, column) => rows[row]?.[column]?.at ?? rowPlace(row),
    rowPlace,
  };
}

function headerOf({ key, at }: RawEntry, index: number): Header {
  return { index, text: key, meaning: key, at };
}
