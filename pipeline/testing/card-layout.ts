/** A form as a person draws it, with the columns and rows that each cell covers → rows of text, and where the merged cells are. */
/** A cell with the columns and rows that it covers. */
export type Cell = readonly [text: string, columns?: number, rows?: number];
export type CardLayout = readonly (readonly Cell[])[];

/** Rows of text as they are saved, and where merged cells were: places from 0. */
export type CardGrid = {
  readonly rows: readonly (readonly string[])[];
  readonly merges: readonly {
    readonly row: number;
    readonly column: number;
    readonly rows: number;
    readonly columns: number;
  }[];
};

export function gridOf(layout: CardLayout): CardGrid {
  const rows: string[][] = layout.map(() => []);
  const taken = layout.map(() => new Set<number>());
  const merges: CardGrid["merges"][number][] = [];
  for (const [row, cells] of layout.entries()) {
    let column = 0;
    for (const [text, columns = 1, height = 1] of cells) {
      while (taken[row]?.has(column)) column += 1;
      if (columns > 1 || height > 1) merges.push({ row, column, rows: height, columns });
      for (let at = row; at < row + height; at += 1)
        for (let to = column; to < column + columns; to += 1) {
          taken[at]?.add(to);
          const line = rows[at];
          if (line !== undefined) line[to] = at === row && to === column ? text : "";
        }
      column += columns;
    }
  }
  const width = Math.max(...rows.map((cells) => cells.length));
  return {
    rows: rows.map((cells) => Array.from({ length: width }, (_, column) => cells[column] ?? "")),
    merges,
  };
}
