/** Turns a list of JSON objects of one level into a grid: their keys are the headers. */
import { columnKey, type JsonPlace, type Place } from "../../diagnostics/index.ts";
import type { ObjectNode, RawNode } from "../../read/index.ts";
import type { Context } from "../drafts/context.ts";
import { fieldCalled } from "../headers/match-header.ts";
import { amountSource, isHollow, nodeSource } from "../headers/source-text.ts";
import {
  type FieldColumn,
  type Grid,
  type Header,
  hasIndicators,
  type RowKind,
  withMeanings,
} from "./grid.ts";
import { guardShape } from "./guard-shape.ts";
import { matchColumns } from "./match-columns.ts";
import type { Sheet } from "./sheet.ts";
import { projectGrid, sortRows } from "./sort-rows.ts";

/** `amount`: the source if its column holds money. */
type Square = {
  readonly node: RawNode;
  readonly source: string;
  readonly amount: string;
  readonly at: JsonPlace;
};

export function listGrid(
  file: string,
  objects: readonly ObjectNode[],
  context: Context & { readonly kind: RowKind },
): Grid {
  const headers = new Map<string, Header>();
  const isColumn = columnsWanted(context);
  const rows = objects.map((object) => {
    const row: (Square | undefined)[] = [];
    for (const { key, at, value: node } of object.entries) {
      if (!headers.has(key) && !isColumn(key, at)) continue;
      const { hollow = true, ...header } = headers.get(key) ?? {
        index: headers.size,
        text: key,
        meaning: key,
        at,
      };
      headers.set(key, { ...header, hollow: hollow && isHollow(node) });
      // What cannot be read is reported below, and only in columns that are used.
      const source = nodeSource(node, () => {});
      row[header.index] = { node, source, amount: amountSource(node, source), at: node.at };
    }
    return row;
  });
  const source = (row: number, column: number): string => rows[row]?.[column]?.source ?? "";
  const rowPlace = (row: number): Place => objects[row]?.at ?? { kind: "file", file };
  const place = (row: number, column: number): Place => rows[row]?.[column]?.at ?? rowPlace(row);
  const sheet: Sheet = {
    columns: [...headers.values()].map(({ text }) => ({
      header: text,
      ...fieldCalled(text, context.vocabulary),
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
  inspectSquares(rows, matched.columns, context);
  const money = new Set(matched.columns.flatMap(({ kind, index }) => (kind === "money" ? index : [])));
  const all: Grid = {
    at: { kind: "file", file },
    ...matched,
    rowCount: rows.length,
    source: (row, column) => (money.has(column) ? (rows[row]?.[column]?.amount ?? "") : source(row, column)),
    place,
    rowPlace,
  };
  if (verdicts === undefined) return withMeanings(all);
  const grid = withMeanings(projectGrid(all, { sheet, verdicts, kept }, context));
  if (!hasIndicators(grid.columns)) guardShape(grid, [...headers.values()], context);
  return grid;
}

/** Of keys that are not known: where each record has its own, a table of them would have as many columns as rows. */
const mostUnknown = 200;

/** Whether a key that is met for the first time has a column; of one that has none it is told that it is not used. */
function columnsWanted({ vocabulary, reportOnce }: Context): (key: string, at: JsonPlace) => boolean {
  let unknown = 0;
  return (key, at) => {
    if (fieldCalled(key, vocabulary).field !== undefined) return true;
    unknown += 1;
    if (unknown <= mostUnknown) return true;
    reportOnce(`unknown ${columnKey(at)}`, () => ({
      code: "column-unknown",
      at,
      args: { header: key.trim(), nearest: "" },
    }));
    return false;
  };
}

/** Notes the blanks of columns that are used, and reports what is no single value. */
function inspectSquares(
  rows: readonly (readonly (Square | undefined)[])[],
  columns: readonly FieldColumn[],
  { noteBlank, report }: Context,
): void {
  for (const row of rows) {
    for (const { index, field } of columns) {
      const square = row[index];
      if (square === undefined) continue;
      if (square.source.trim() === "") noteBlank({ field, at: square.at });
      nodeSource(square.node, report);
    }
  }
}
