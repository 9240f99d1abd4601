/** A row that says 其中 and those behind it → which of them only say of what the amounts above consist. */
import { addExact, compareExact, type Exact } from "../../records/index.ts";
import { flatten } from "./row-words.ts";

/** By column; a column without an amount is not there. */
export type ColumnSums<Column> = ReadonlyMap<Column, Exact>;

/** 其中：财政拨款. */
export function saysPart(text: string): boolean {
  return /^其中/u.test(flatten(text));
}

/** One that exceeds what it is to be a part of is none. */
export function isNoMore<Column>(part: ColumnSums<Column>, whole: ColumnSums<Column>): boolean {
  return [...part].every(([column, value]) => {
    const most = whole.get(column);
    return most === undefined || compareExact(value, most) <= 0;
  });
}

/**
 * The rows directly behind a part that make up the whole together with it, each in a column that the part divides; none if
 * they do not come to it. `behind` ends before the first row that cannot be a part.
 */
export function restOfParts<Row, Column>(
  part: ColumnSums<Column>,
  whole: ColumnSums<Column>,
  { behind, sumsIn }: { readonly behind: Iterable<Row>; readonly sumsIn: (row: Row) => ColumnSums<Column> },
): readonly Row[] {
  const divided = [...part.keys()].filter((column) => whole.has(column));
  if (divided.length === 0 || isSame(part, whole)) return [];
  const rest: Row[] = [];
  let sums = part;
  for (const row of behind) {
    const own = sumsIn(row);
    sums = added(sums, own);
    if (!divided.some((column) => own.has(column)) || !isNoMore(sums, whole)) return [];
    rest.push(row);
    if (isSame(sums, whole)) return rest;
  }
  return [];
}

function added<Column>(one: ColumnSums<Column>, other: ColumnSums<Column>): ColumnSums<Column> {
  const sums = new Map(one);
  for (const [column, value] of other) {
    const before = sums.get(column);
    sums.set(column, before === undefined ? value : addExact(before, value));
  }
  return sums;
}

function isSame<Column>(parts: ColumnSums<Column>, whole: ColumnSums<Column>): boolean {
  const both = [...whole].flatMap(([column, all]) => {
    const sum = parts.get(column);
    return sum === undefined ? [] : [compareExact(sum, all)];
  });
  return both.length > 0 && both.every((difference) => difference === 0);
}
