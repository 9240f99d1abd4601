/** Fills down the unit that a merged cell left blank on all but the first of its projects, and reports which. */
import type { Report } from "../../diagnostics/index.ts";
import type { FieldName } from "../../records/index.ts";
import { type FieldColumn, type Grid, identityColumns } from "./grid.ts";

const unitFields: ReadonlySet<FieldName> = new Set([
  "project.unit",
  "project.unitCode",
  "project.department",
]);

/** The grid as if its unit cells had not been merged. A table that repeats a unit merges none, so its blanks stay blank. */
export function fillUnits(grid: Grid, report: Report): Grid {
  const filled = new Map<number, readonly number[]>();
  for (const column of grid.columns) {
    if (!unitFields.has(column.field) || grid.shared?.has(column.field)) continue;
    if (grid.merged?.has(column.index)) continue;
    const rows = rowsAbove(grid, column);
    if (rows !== undefined) filled.set(column.index, rows);
  }
  if (filled.size === 0) return grid;
  const from = (row: number, column: number): number => filled.get(column)?.[row] ?? row;
  for (const [column, rows] of filled) reportFilled(grid, { column, rows }, report);
  return {
    ...grid,
    source: (row, column) => grid.source(from(row, column), column),
    place: (row, column) => grid.place(from(row, column), column),
  };
}

/** For each row the one whose unit it shares; undefined if nothing speaks for merged cells. */
function rowsAbove(grid: Grid, column: FieldColumn): number[] | undefined {
  const isStart = starts(grid);
  const rows: number[] = [];
  let last: number | undefined;
  let merged = false;
  for (let row = 0; row < grid.rowCount; row += 1) {
    const unit = grid.source(row, column.index).trim();
    if (unit === "" && isStart(row)) {
      if (last === undefined) return undefined;
      merged = true;
    }
    if (unit !== "" && isStart(row)) {
      if (last !== undefined && grid.source(last, column.index).trim() === unit) return undefined;
      last = row;
    }
    rows.push(unit === "" && last !== undefined && isNamed(grid, row) ? last : row);
  }
  return merged ? rows : undefined;
}

/** Whether another project begins in a row. */
function starts(grid: Grid): (row: number) => boolean {
  const name = (row: number): string => identityCells(grid, row).join("\t");
  return (row) => isNamed(grid, row) && (row === 0 || name(row) !== name(row - 1));
}

function isNamed(grid: Grid, row: number): boolean {
  return identityCells(grid, row).some((cell) => cell !== "");
}

function identityCells(grid: Grid, row: number): string[] {
  return identityColumns(grid).map(({ index }) => grid.source(row, index).trim());
}

function reportFilled(
  grid: Grid,
  { column, rows }: { column: number; rows: readonly number[] },
  report: Report,
): void {
  const blanks = rows.flatMap((from, row) => (from === row ? [] : [row]));
  const [first, ...others] = blanks;
  if (first === undefined) return;
  const at = grid.place(first, column);
  const also = others.map((row) => grid.place(row, column));
  const unit = grid.source(rows[first] ?? first, column).trim();
  report({
    code: "unit-filled-down",
    at,
    also: also.length > 0 ? also : undefined,
    args: { unit, rows: blanks.length },
  });
}
