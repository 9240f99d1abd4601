/** The tables of a page → their border lines: every edge once, neighbours joined into the longest stretches. */
import type { LaidCell, LaidTable } from "../../layout/index.ts";

/** One line from (x1, y1) to (x2, y2), upright or level, pt. */
export type BorderLine = {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
};

/** The grid of a laid table, without the content of its cells. */
export type RuledTable = Pick<LaidTable, "x" | "y" | "widths" | "heights"> & {
  readonly style: Pick<LaidTable["style"], "border">;
  readonly cells: readonly Pick<LaidCell, "row" | "column" | "rowSpan" | "colSpan">[];
};

/** By line width; a table without borders has none. Tables that touch share the edge between them. */
export function tableRules(tables: readonly RuledTable[]): ReadonlyMap<number, readonly BorderLine[]> {
  const bordered = tables.filter((table) => table.style.border > 0);
  const byWidth = groupBy(bordered, (table) => table.style.border);
  return new Map(
    [...byWidth].map(([width, ruled]) => {
      const edges = ruled.map(edgesOf);
      const level = joinEdges(edges.flatMap((one) => one.level));
      const upright = joinEdges(edges.flatMap((one) => one.upright));
      return [
        width,
        [
          ...level.map(({ at, from, to }): BorderLine => ({ x1: from, y1: at, x2: to, y2: at })),
          ...upright.map(({ at, from, to }): BorderLine => ({ x1: at, y1: from, x2: at, y2: to })),
        ],
      ];
    }),
  );
}

/** A stretch of a grid line: the line's place, and the stretch's two ends on it. */
type Edge = { readonly at: number; readonly from: number; readonly to: number };

/** Along a grid line, an edge lies wherever the squares on either side belong to different cells. */
function edgesOf(table: RuledTable): { readonly level: readonly Edge[]; readonly upright: readonly Edge[] } {
  const [xs, ys] = [boundaries(table.x, table.widths), boundaries(table.y, table.heights)];
  const owner = ownersOf(table);
  return {
    level: ys.flatMap((at, row) =>
      stretches(at, xs, (column) => owner(row - 1, column) !== owner(row, column)),
    ),
    upright: xs.flatMap((at, column) =>
      stretches(at, ys, (row) => owner(row, column - 1) !== owner(row, column)),
    ),
  };
}

/** The longest stretches of a grid line between two of the lines that cross it. */
function stretches(
  at: number,
  crossings: readonly number[],
  isEdge: (between: number) => boolean,
): readonly Edge[] {
  const found: Edge[] = [];
  let from: number | undefined;
  for (const [index, crossing] of crossings.entries()) {
    const goesOn = index < crossings.length - 1 && isEdge(index);
    if (goesOn) from ??= crossing;
    else if (from !== undefined) {
      found.push({ at, from, to: crossing });
      from = undefined;
    }
  }
  return found;
}

/** Which cell a square belongs to; around the table lie squares that belong to none. */
function ownersOf({ widths, heights, cells }: RuledTable): (row: number, column: number) => number {
  const across = widths.length + 2;
  const owners = new Int32Array(across * (heights.length + 2)).fill(-1);
  const at = (row: number, column: number) => (row + 1) * across + column + 1;
  for (const [index, { row, column, rowSpan, colSpan }] of cells.entries())
    for (let r = row; r < row + rowSpan; r++) owners.fill(index, at(r, column), at(r, column + colSpan));
  return (row, column) => owners[at(row, column)] ?? -1;
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
