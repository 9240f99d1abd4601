/** Columns of a table that open into several each: the first of them stands in its place, the others behind all columns. */
import type { RawRow, RawTable } from "../../read/index.ts";

/** What a column opens into. */
export type Opening = { readonly column: number; readonly names: readonly string[] };

type OpenedColumns = {
  /** As the table is to remember it. */
  readonly opened: NonNullable<RawTable["opened"]>;
  /** The row with what is said under each of the names, which are different ones. */
  readonly wide: (row: RawRow, textOf: (name: string) => string) => RawRow;
};

export function openColumns({ rows }: RawTable, openings: readonly Opening[]): OpenedColumns {
  const from = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const first = new Map(openings.map(({ column, names }) => [column, names[0] ?? ""]));
  const behind = openings.flatMap(({ column, names }) => names.slice(1).map((name) => ({ column, name })));
  return {
    opened: { from, columns: behind.map(({ column }) => column) },
    wide: ({ row, cells }, textOf) => ({
      row,
      cells: [
        ...Array.from({ length: from }, (_, index) => {
          const name = first.get(index);
          if (name === undefined) return cells[index] ?? "";
          return name === "" ? "" : textOf(name);
        }),
        ...behind.map(({ name }) => textOf(name)),
      ],
    }),
  };
}
