/** A laid part → its pages for the viewer, as columns of JSON: each box with its lines and the values that it prints. */
import type { LaidCell, LaidLine, LaidPart, LaidTable, PageItem } from "../../layout/index.ts";
import type { PartColumns } from "./page-data.ts";

export type WrittenReviewPart = {
  /** JSON, for `joinReview` alone. */
  readonly about: string;
  /** The columns in the order of `columnNames`, each a line of JSON. */
  readonly bytes: Uint8Array;
};

export type AboutReviewPart = {
  readonly sheets: number;
  /** Each font's characters, by its key. */
  readonly characters: Readonly<Record<string, string>>;
};

export const columnNames = [
  ...(["looks", "counts", "boxes", "widths", "heights", "cells", "leads", "sources"] as const),
  ...(["baselines", "runLooks", "lefts", "texts", "spacings"] as const),
] satisfies readonly (keyof PartColumns)[];

/** Equal parts give equal bytes in any document. */
export function openReviewParts(): (part: LaidPart) => WrittenReviewPart {
  return ({ pages }) => {
    const looks = openLooks();
    const columns = openColumns(looks);
    for (const { items } of pages) writePage(items, columns);
    const lines = columnNames.map((name) => JSON.stringify(columns[name]));
    const about: AboutReviewPart = { sheets: pages.length, characters: looks.characters() };
    return { about: JSON.stringify(about), bytes: Buffer.from(lines.join("\n")) };
  };
}

/** Fonts and sizes by number, and what each font has to draw. */
type Looks = {
  readonly list: [font: string, size: number][];
  readonly of: (run: LaidLine["runs"][number]) => number;
  readonly characters: () => AboutReviewPart["characters"];
};

function openLooks(): Looks {
  const list: [font: string, size: number][] = [];
  const drawn = new Map<string, Set<string>>();
  return {
    list,
    of: ({ font, size, text }) => {
      const characters = drawn.get(font) ?? new Set<string>();
      drawn.set(font, characters);
      for (const character of text) characters.add(character);
      const pt = hundredths(size);
      const known = list.findIndex(([other, points]) => other === font && points === pt);
      return known >= 0 ? known : list.push([font, pt]) - 1;
    },
    characters: () =>
      Object.fromEntries([...drawn].map(([font, characters]) => [font, [...characters].join("")])),
  };
}

type Growing<List> = List extends readonly (infer Item)[] ? Item[] : never;
type Columns = { readonly [Name in keyof PartColumns]: Growing<PartColumns[Name]> } & {
  readonly lookOf: Looks["of"];
};

function openColumns({ list, of }: Looks): Columns {
  return {
    ...{ lookOf: of, looks: list, counts: [], boxes: [], widths: [], heights: [], cells: [], leads: [] },
    ...{ sources: [], baselines: [], runLooks: [], lefts: [], texts: [], spacings: [] },
  };
}

function writePage(items: readonly PageItem[], columns: Columns): void {
  const at = columns.counts.push(0) - 1;
  let written = 0;
  for (const item of items) written += writeItem(item, columns);
  columns.counts[at] = written;
}

/** Returns how many items of the page it is. */
function writeItem(item: PageItem, columns: Columns): number {
  switch (item.kind) {
    case "text":
      return writeText(item.part.lines, columns, { sources: item.part.first ? item.source.sources : [] });
    case "contents-entry":
      return writeText(item.lines, columns, { to: item.entry.id });
    case "table": {
      const title = writeText(item.title?.lines ?? [], columns, {});
      writeTable(item, columns);
      return title + 1;
    }
  }
}

type Leads = { readonly sources?: readonly string[]; readonly to?: string };

/** None where nothing is written. */
function writeText(lines: readonly LaidLine[], columns: Columns, { sources = [], to }: Leads): 0 | 1 {
  const runs = lines.flatMap((line) => line.runs);
  const [first, last] = [lines[0], lines.at(-1)];
  if (runs.length === 0 || first === undefined || last === undefined) return 0;
  const [x, y] = [Math.min(...runs.map((run) => run.x)), first.top];
  const right = Math.max(...runs.map((run) => run.x + run.width));
  const corner = { x: hundredths(x), y: hundredths(y) };
  columns.counts.push(-1);
  columns.boxes.push(corner.x, corner.y, hundredths(right - x), hundredths(last.top + last.height - y));
  columns.leads.push(to ?? 0);
  writeSources(sources, columns);
  writeLines(lines, columns, corner);
  return 1;
}

function writeTable({ x, y, widths, heights, style, cells }: LaidTable, columns: Columns): void {
  const [lefts, tops] = [edges(x, widths), edges(y, heights)];
  columns.counts.push(cells.length);
  columns.boxes.push(hundredths(x), hundredths(y), hundredths(style.border));
  columns.widths.push(widths.map(hundredths));
  columns.heights.push(heights.map(hundredths));
  for (const cell of cells) writeCell(cell, columns, { x: lefts[cell.column] ?? 0, y: tops[cell.row] ?? 0 });
}

type Corner = { readonly x: number; readonly y: number };

function writeCell(
  { row, column, rowSpan, colSpan, paragraphs, cell }: LaidCell,
  columns: Columns,
  corner: Corner,
): void {
  columns.cells.push(row, column, rowSpan, colSpan);
  writeSources(cell.sources, columns);
  writeLines(
    paragraphs.length === 1 ? (paragraphs[0]?.lines ?? []) : paragraphs.flatMap(({ lines }) => lines),
    columns,
    corner,
  );
}

function writeSources(sources: readonly string[], columns: Columns): void {
  columns.counts.push(sources.length);
  columns.sources.push(...sources);
}

/** Loops, and no list for what is between: a report of a thousand projects has half a million lines. */
function writeLines(lines: readonly LaidLine[], columns: Columns, { x, y }: Corner): void {
  const at = columns.counts.push(0) - 1;
  let [written, before] = [0, y];
  for (const { baseline, runs } of lines) {
    const count = writeRuns(runs, columns, x);
    if (count === 0) continue;
    const place = hundredths(baseline);
    columns.counts.push(count);
    columns.baselines.push(place - before);
    before = place;
    written += 1;
  }
  columns.counts[at] = written;
}

/** Returns how many are seen. */
function writeRuns(runs: LaidLine["runs"], columns: Columns, left: number): number {
  let [written, before] = [0, left];
  for (const run of runs) {
    if (run.text.trim() === "") continue;
    const place = hundredths(run.x);
    columns.runLooks.push(columns.lookOf(run));
    columns.lefts.push(place - before);
    columns.texts.push(run.text);
    columns.spacings.push(hundredths(run.spacing));
    before = place;
    written += 1;
  }
  return written;
}

/** Where each of these begins, in the sums that the viewer makes as well. */
function edges(start: number, sizes: readonly number[]): readonly number[] {
  let edge = hundredths(start);
  return sizes.map((size) => {
    const begins = edge;
    edge += hundredths(size);
    return begins;
  });
}

export function hundredths(points: number): number {
  return Math.round(100 * points);
}
