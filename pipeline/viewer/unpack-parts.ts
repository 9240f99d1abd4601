/** Parts of a report as columns → the boxes of their pages, as they are drawn. */
import type { PartColumns, PartsGroup } from "../write/review/index.ts";

/**
 * Lengths are in hundredths of a point; inside a box they count from its top left corner. A run of one look at its place
 * on a line; spacing is what is added after every character.
 */
type RunData = readonly [look: number, x: number, text: string, spacing: number];
export type LineData = readonly [baseline: number, ...runs: RunData[]];

/** A paragraph; of an entry of the contents the id of the heading that it leads to. */
export type TextData = {
  readonly box: readonly [x: number, y: number, width: number, height: number];
  readonly lines: readonly LineData[];
  /** Paths of the values that it prints. */
  readonly sources: readonly string[];
  readonly to: string | undefined;
};

export type CellData = {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly lines: readonly LineData[];
  readonly sources: readonly string[];
};

export type TableData = {
  readonly x: number;
  readonly y: number;
  /** The width of its lines; 0 has none. */
  readonly border: number;
  readonly widths: readonly number[];
  readonly heights: readonly number[];
  readonly cells: readonly CellData[];
};

export type ItemData = TextData | TableData;

export type PartData = {
  readonly looks: PartColumns["looks"];
  readonly pages: readonly (readonly ItemData[])[];
};

export function unpackParts(group: PartsGroup): readonly PartData[] {
  return group.looks.map((looks, index) => ({ looks, pages: pagesOf(openColumns(group, index)) }));
}

type Reader<Value> = { readonly next: () => Value; readonly isDone: () => boolean };
type Columns = {
  readonly [Name in keyof PartColumns]: Reader<PartColumns[Name][number]>;
};

function openColumns(group: PartsGroup, index: number): Columns {
  const column = <Value>(lists: readonly (readonly Value[])[]) => reader(lists[index] ?? []);
  return {
    looks: column(group.looks),
    counts: column(group.counts),
    boxes: column(group.boxes),
    widths: column(group.widths),
    heights: column(group.heights),
    cells: column(group.cells),
    leads: column(group.leads),
    sources: column(group.sources),
    baselines: column(group.baselines),
    runLooks: column(group.runLooks),
    lefts: column(group.lefts),
    texts: column(group.texts),
    spacings: column(group.spacings),
  };
}

function reader<Value>(values: readonly Value[]): Reader<Value> {
  let at = 0;
  return {
    next: () => {
      const value = values[at];
      if (value === undefined) throw new Error("a column ends too early");
      at += 1;
      return value;
    },
    isDone: () => at >= values.length,
  };
}

function pagesOf(columns: Columns): PartData["pages"] {
  const pages: (readonly ItemData[])[] = [];
  while (!columns.counts.isDone()) pages.push(times(columns.counts.next(), () => itemOf(columns)));
  return pages;
}

function itemOf(columns: Columns): ItemData {
  const { counts, boxes, widths, heights, leads } = columns;
  const cells = counts.next();
  if (cells < 0) {
    const box = [boxes.next(), boxes.next(), boxes.next(), boxes.next()] as const;
    return { box, to: leads.next() || undefined, ...writtenIn(columns) };
  }
  const [x, y, border] = [boxes.next(), boxes.next(), boxes.next()];
  const table = { x, y, border, widths: widths.next(), heights: heights.next() };
  return { ...table, cells: times(cells, () => cellOf(columns)) };
}

function cellOf(columns: Columns): CellData {
  const { next } = columns.cells;
  const [row, column, rowSpan, colSpan] = [next(), next(), next(), next()];
  return { row, column, rowSpan, colSpan, ...writtenIn(columns) };
}

function writtenIn(columns: Columns): Pick<CellData, "lines" | "sources"> {
  const sources = times(columns.counts.next(), columns.sources.next);
  let baseline = 0;
  const lines = times(columns.counts.next(), (): LineData => {
    baseline += columns.baselines.next();
    return [baseline, ...runsOf(columns)];
  });
  return { sources, lines };
}

function runsOf({ counts, runLooks, lefts, texts, spacings }: Columns): readonly RunData[] {
  let left = 0;
  return times(counts.next(), () => {
    left += lefts.next();
    return [runLooks.next(), left, texts.next(), spacings.next()];
  });
}

function times<Value>(count: number, next: () => Value): readonly Value[] {
  return Array.from({ length: count }, next);
}
