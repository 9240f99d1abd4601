/** How a document's tables are set → the relative widths of each table. */
import type { TableKind, TableSetting } from "../model/index.ts";

export type SharesOf = (kind: TableKind) => readonly number[];

export function settledShares({ widths }: TableSetting): SharesOf {
  const settled = new Map(widths.map(({ kind, columns }) => [keyOf(kind), columns]));
  return (kind) => (kind.ranges && settled.get(keyOf(kind))) ?? kind.columns;
}

function keyOf({ columns, ranges }: TableKind): string {
  return JSON.stringify([columns, ranges]);
}
