/** The tables of a page → their border lines: every edge once, neighbours joined into the longest stretches. */
import type { LaidCell, LaidTable } from "../../layout/index.ts";

/** One line from (x1, y1) to (x2, y2), upright or level, pt. */
export type Rule = { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number };

/** The grid of a laid table; what its cells say does not matter here. */
export type RuledTable = Pick<LaidTable, "x" | "y" | "widths" | "heights"> & {
  readonly style: Pick<LaidTable["style"], "border">;
  readonly cells: readonly Pick<LaidCell, "row" | "column" | "rowSpan" | "colSpan">[];
};

/** By line width; a table without borders has none. Tables that touch share the edge between them. */
export function tableRules(tables: readonly RuledTable[]): ReadonlyMap<number, readonly Rule[]> {
  const bordered = tables.filter((table) => table.style.border > 0);
  const byWidth = groupBy(bordered, (table) => table.style.border);
  return new Map(
    [...byWidth].map(([width, ruled]) => {
      const level = joinEdges(ruled.flatMap(levelEdges));
      const upright = joinEdges(ruled.flatMap(uprightEdges));
      return [
        width,
        [
          ...level.map(({ at, from, to }): Rule => ({ x1: from, y1: at, x2: to, y2: at })),
          ...upright.map(({ at, from, to }): Rule => ({ x1: at, y1: from, x2: at, y2: to })),
        ],
      ];
    }),
  );
}

/** A stretch of a grid line: the line's place, and where on it the stretch begins and ends. */
type Edge = { readonly at: number; readonly from: number; readonly to: number };

function levelEdges(table: RuledTable): readonly Edge[] {
  const { owner, xs, ys } = gridOf(table);
  return ys.flatMap((at, row) =>
    table.widths.flatMap((_, column): Edge[] =>
      owner(row - 1, column) === owner(row, column)
        ? []
        : [{ at, from: xs[column] ?? 0, to: xs[column + 1] ?? 0 }],
    ),
  );
}

function uprightEdges(table: RuledTable): readonly Edge[] {
  const { owner, xs, ys } = gridOf(table);
  return xs.flatMap((at, column) =>
    table.heights.flatMap((_, row): Edge[] =>
      owner(row, column - 1) === owner(row, column) ? [] : [{ at, from: ys[row] ?? 0, to: ys[row + 1] ?? 0 }],
    ),
  );
}

function gridOf({ x, y, widths, heights, cells }: RuledTable) {
  const owners = new Map<number, number>();
  for (const [index, { row, column, rowSpan, colSpan }] of cells.entries())
    for (let r = row; r < row + rowSpan; r++)
      for (let c = column; c < column + colSpan; c++) owners.set(r * widths.length + c, index);
  return {
    /** The cell on a grid square; none outside the table. */
    owner: (row: number, column: number): number | undefined =>
      column < 0 || column >= widths.length ? undefined : owners.get(row * widths.length + column),
    xs: boundaries(x, widths),
    ys: boundaries(y, heights),
  };
}

function boundaries(start: number, sizes: readonly number[]): readonly number[] {
  const result = [start];
  let end = start;
  for (const size of sizes) {
    end += size;
    result.push(end);
  }
  return result;
}

/** Edges this close are one: sums of the same sizes in another order differ by less. */
const tolerance = 0.001;

function joinEdges(edges: readonly Edge[]): readonly Edge[] {
  const lines = groupBy(edges, ({ at }) => Math.round(at / tolerance));
  return [...lines.values()].flatMap((line) => {
    const joined: Edge[] = [];
    for (const edge of [...line].sort((a, b) => a.from - b.from)) {
      const last = joined.at(-1);
      if (last !== undefined && edge.from <= last.to + tolerance)
        joined[joined.length - 1] = { ...last, to: Math.max(last.to, edge.to) };
      else joined.push(edge);
    }
    return joined;
  });
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => number): Map<number, Item[]> {
  const groups = new Map<number, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
