/** Of several columns for one field, reads the one with the most trusted spelling and lists the others. */
import type { SidedColumn } from "./assign-sides.ts";
import type { Context } from "./context.ts";
import type { Column } from "./grid.ts";
import { type HeaderRow, onceKey } from "./header-row.ts";

export function settleDuplicates(
  columns: readonly SidedColumn[],
  row: HeaderRow,
  context: Context,
): Column[] {
  const chosen = new Map<string, SidedColumn>();
  const key = (column: SidedColumn): string => `${column.field} ${column.side ?? ""}`;
  for (const column of columns) {
    const rival = chosen.get(key(column));
    if (rival === undefined || column.rank < rival.rank) chosen.set(key(column), column);
  }
  for (const column of columns) {
    const winner = chosen.get(key(column));
    if (winner === undefined || winner === column || sameValues(winner, column, row)) continue;
    context.reportOnce(`duplicate ${onceKey(column.header)}`, {
      code: "column-repeated",
      at: column.header.at,
      also: [winner.header.at],
      args: { header: column.header.text.trim() },
    });
  }
  return [...chosen.values()].map(({ header, field, side, unit }) => ({
    index: header.index,
    header: header.text,
    field,
    ...(side === undefined ? {} : { side }),
    ...(unit === undefined ? {} : { unit }),
  }));
}

/** Two columns that say the same in every row leave nothing unread. */
function sameValues(left: SidedColumn, right: SidedColumn, row: HeaderRow): boolean {
  const others = row.values(right.header.index)[Symbol.iterator]();
  for (const value of row.values(left.header.index)) if (value !== others.next().value) return false;
  return true;
}
