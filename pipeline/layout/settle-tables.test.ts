import { expect, test } from "vitest";
import type { BlockExtent, TableExtent, TableKind } from "../model/index.ts";
import { houseStyle } from "../testing/build-document.ts";
import { settleTables } from "./settle-tables.ts";

const room = { width: 442, height: 637 };

/** Rows of cells that are so many em long. */
function table(kind: TableKind, rows: readonly (readonly number[])[], word = 0): TableExtent {
  const cells = rows.flatMap((row, index) =>
    row.map((ems, column) => ({
      row: index,
      column,
      rowSpan: 1,
      colSpan: 1,
      style: "cell",
      ems: [ems],
      word,
    })),
  );
  return { kind: "table", style: "grid", columns: kind, headerRows: 0, minHeights: rows.map(() => 0), cells };
}

const settle = (...projects: readonly BlockExtent[][]) => settleTables(projects, { theme: houseStyle, room });
const times = <Value>(count: number, value: Value): readonly Value[] => new Array<Value>(count).fill(value);

const flexible = (most: number): TableKind => ({
  columns: [50, 50, 56],
  ranges: [
    { least: 30, most },
    { least: 30, most },
    { least: 56, most: 56 },
  ],
});

test("a column takes width from one that does not need it, as far as both may go", () => {
  const text = Array.from({ length: 30 }, (_, row) => [20 + row, 4, 4]);
  const wide = settle([table({ ...flexible(90), columns: [50, 51, 56] }, text)]).widths[0]?.columns ?? [];
  expect(wide[0]).toBeGreaterThan(58);
  expect(wide[1]).toBeGreaterThanOrEqual(30);
  expect(wide[2]).toBe(56);
  expect(wide.reduce((sum, column) => sum + column, 0)).toBeCloseTo(157, 6);
  const narrow = settle([table({ ...flexible(54), columns: [50, 51, 56] }, text)]).widths[0]?.columns ?? [];
  expect(narrow[0]).toBeCloseTo(50 + (10.5 * 157) / 442, 6);
});

test("columns that are designed alike stay alike, and without a range or a gain all stay as they are", () => {
  expect(settle([table(flexible(90), times(10, [40, 4, 4]))]).widths).toEqual([]);
  expect(settle([table({ columns: [50, 51, 56] }, times(10, [40, 4, 4]))]).widths).toEqual([]);
  expect(settle([table({ ...flexible(90), columns: [50, 51, 56] }, times(10, [4, 4, 4]))]).widths).toEqual(
    [],
  );
});

test("a column is made as wide as its longest number", () => {
  const kind: TableKind = {
    columns: [20, 80, 56],
    ranges: [
      { least: 20, most: 40 },
      { least: 60, most: 80 },
      { least: 56, most: 56 },
    ],
  };
  const numbers = table(kind, times(4, [6, 6, 6]), 6);
  const widths = settle([numbers]).widths[0]?.columns ?? [];
  expect((widths[0] ?? 0) * (442 / 156) - 6.5).toBeGreaterThanOrEqual(6 * 10.5);
});

/** One column of rows of a line each. */
const lines = (count: number) => [table({ columns: [1] }, times(count, [10]))];

test("type stays as designed where that takes a page at most more than smaller type for some", () => {
  expect(settle(lines(20), lines(25)).smaller).toBe(0);
  expect(settle(lines(20), lines(38)).smaller).toBe(0);
});

test("where many projects spill, all tables get the largest size that costs little", () => {
  // As designed 29 rows fit a page; with the least padding and pitch it is 40, half a point smaller 41, a point smaller 44.
  expect(settle(...times(20, lines(39))).smaller).toBe(0);
  expect(settle(...times(20, lines(43))).smaller).toBe(2);
  // Alone among many it is no reason.
  expect(settle(...times(20, lines(20)), lines(43)).smaller).toBe(0);
});
