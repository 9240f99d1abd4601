/** Codes in a column → the words they stand for: those of a system's own fields, and those that department.json gives. */
import { type FieldName, rowOf } from "../records/index.ts";
import type { Grid, Meanings } from "./grid.ts";
import { headerKey } from "./header-key.ts";

/** What the codes of a column mean, by its header and its field. */
export function meaningsOf(header: string, field: FieldName): Meanings | undefined {
  const key = headerKey(header).bare;
  const codes = Object.entries(rowOf(field)?.codes ?? {}).find(([name]) => headerKey(name).key === key)?.[1];
  return codes && new Map(Object.entries(codes));
}

/** The grid with words in place of codes; what was written is kept beside them. */
export function withMeanings(grid: Grid): Grid {
  const coded = new Map(
    grid.columns.flatMap(({ index, meanings }) => (meanings === undefined ? [] : [[index, meanings]])),
  );
  if (coded.size === 0) return grid;
  const meant = (row: number, column: number): string | undefined =>
    coded.get(column)?.get(grid.source(row, column).trim());
  return {
    ...grid,
    source: (row, column) => meant(row, column) ?? grid.source(row, column),
    written: (row, column) => (meant(row, column) === undefined ? undefined : grid.source(row, column)),
  };
}
