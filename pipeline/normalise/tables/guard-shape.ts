/** A table none of whose indicator columns is known → a failure that names those which look like them. */
import type { Place } from "../../diagnostics/index.ts";
import type { Context } from "../drafts/context.ts";
import { type Grid, type Header, identityColumns } from "./grid.ts";

type Column = { readonly header: Header; readonly values: readonly string[] };

/** Rows of one project that differ only in unknown columns would become as many projects with as much money. */
export function guardShape(grid: Grid, headers: readonly Header[], { report }: Context): void {
  const known = new Set(grid.columns.map(({ index }) => index));
  const identity = identityColumns(grid);
  const unknown = headers.filter(({ index }) => !known.has(index) && index !== grid.unitColumn);
  if (grid.rowCount < 2 || identity.length === 0 || unknown.length < 2) return;
  const rows = repeatedRows(
    grid,
    identity.map(({ index }) => index),
  );
  const textAt = (row: number, { index }: Header) => grid.source(row, index).trim();
  const differing = unknown
    .filter((header) => rows.some((row) => textAt(row, header) !== textAt(row - 1, header)))
    .map(
      (header): Column => ({
        header,
        values: [...new Set(rows.flatMap((row) => [row - 1, row]))].map((row) => textAt(row, header)),
      }),
    );
  const measures = differing.filter(({ values }) => most(values, isMeasure));
  const named = differing.filter(({ values }) =>
    most(values, (value) => !isMeasure(value) && value.length > 1),
  );
  const value = measures.toSorted(byVariety)[0];
  const level3 = named.toSorted(byVariety)[0];
  const first = rows[0];
  if (value === undefined || level3 === undefined || first === undefined) return;
  const at: Place = level3.header.at;
  report({
    code: "indicator-columns-unknown",
    at,
    also: [value.header.at, grid.rowPlace(first)],
    args: { level3: oneLine(level3.header), value: oneLine(value.header) },
  });
}

/** The rows that say nothing new in the known columns: those of the project above, or blank there. */
function repeatedRows(grid: Grid, identity: readonly number[]): number[] {
  const knownCells = (row: number) => grid.columns.map(({ index }) => grid.source(row, index).trim());
  const rows: number[] = [];
  for (let row = 1; row < grid.rowCount; row += 1) {
    const cells = knownCells(row);
    const above = knownCells(row - 1);
    const blank = identity.every((column) => grid.source(row, column).trim() === "");
    const same = cells.every((cell, index) => cell === above[index] || (blank && cell === ""));
    if (same) rows.push(row);
  }
  return rows;
}

function most(values: readonly string[], holds: (value: string) => boolean): boolean {
  const filled = values.filter((value) => value !== "");
  return filled.length > 0 && filled.filter(holds).length * 2 > filled.length;
}

/** A number, with a sign before it or a unit behind it. */
function isMeasure(value: string): boolean {
  return /^[≥≤＞＜＝><=]{0,2}\s*\d/u.test(value);
}

/** The first of the most varied. */
function byVariety(left: Column, right: Column): number {
  return new Set(right.values).size - new Set(left.values).size;
}

function oneLine({ text }: Header): string {
  return text.replace(/\s+/gu, "");
}
