/** How a document's tables are set → the relative widths of each table. */
import type { TableKind, TableSetting } from "../model/index.ts";

export type SharesOf = (kind: TableKind) => readonly number[];

export function settledShares({ widths }: TableSetting): SharesOf {
  const settled = new Map(widths.map(({ kind, columns }) => [keyOfKind(kind), columns]));
  return (kind) => (kind.ranges && settled.get(keyOfKind(kind))) ?? kind.columns;
}

/** Equal for tables of one kind. */
export function keyOfKind({ columns, ranges }: TableKind): string {
  return JSON.stringify([columns, ranges]);
}
