/** Findings by the row that they are about, to be met while records are gone through once. */
import type { Place } from "../diagnostics/index.ts";

/** By file, then by row of a table or object of a JSON file. */
export type ByRow<Item> = ReadonlyMap<string, ReadonlyMap<number | string, readonly Item[]>>;

/** Findings, or places of theirs. */
export function byRow<Item extends { readonly at: Place }>(items: readonly Item[]): ByRow<Item> {
  const files = new Map<string, Map<number | string, Item[]>>();
  for (const item of items) {
    const { at } = item;
    if (at.kind !== "cell" && at.kind !== "json") continue;
    const rows = files.get(at.file) ?? new Map<number | string, Item[]>();
    files.set(at.file, rows);
    const inRow = rows.get(rowIn(at));
    if (inRow === undefined) rows.set(rowIn(at), [item]);
    else inRow.push(item);
  }
  return files;
}

export function fileOf(at: Place): string {
  return "file" in at ? at.file : "";
}

/** A row of a table, or the object that a JSON value is in. */
export function rowIn(at: Place): number | string {
  if (at.kind === "cell") return at.row;
  return at.kind === "json" ? at.pointer.slice(0, at.pointer.lastIndexOf("/")) : "";
}

/** Within one row: the same column, or the same value. */
export function isSameCell(one: Place, other: Place): boolean {
  if (one.kind === "json") return other.kind === "json" && one.pointer === other.pointer;
  if (one.kind !== "cell" || other.kind !== "cell") return false;
  return one.column === other.column;
}
