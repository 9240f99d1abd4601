/** A column of a table that opens into several: the first of them stands in its place, the others behind all columns. */
import type { RawRow, RawTable } from "../../read/index.ts";

type OpenedColumn = {
  /** As the table is to remember it. */
  readonly opened: NonNullable<RawTable["opened"]>;
  /** The row with what is said under each of the names. */
  readonly wide: (row: RawRow, textOf: (name: string) => string) => RawRow;
};

export function openColumn({ rows }: RawTable, column: number, names: readonly string[]): OpenedColumn {
  const from = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  return {
    opened: { from, column },
    wide: ({ row, cells }, textOf) => ({
      row,
      cells: Array.from({ length: from + names.length - 1 }, (_, index) => {
        if (index !== column && index < from) return cells[index] ?? "";
        const name = names[index === column ? 0 : index - from + 1];
        return name === undefined ? "" : textOf(name);
      }),
    }),
  };
}
