/** A laid part → its pages for the viewer, as JSON: each box with its lines and the values that it prints. */
import type { LaidCell, LaidLine, LaidPart, LaidTable, PageItem } from "../../layout/index.ts";
import type { CellData, ItemData, LineData, PartData, RunData, TableData, TextData } from "./page-data.ts";

export type WrittenReviewPart = {
  /** JSON, for `joinReview` alone. */
  readonly about: string;
  readonly bytes: Uint8Array;
};

export type AboutReviewPart = {
  readonly sheets: number;
  /** Each font's characters, by its key. */
  readonly characters: Readonly<Record<string, string>>;
};

/** Equal parts give equal bytes in any document. */
export function openReviewParts(): (part: LaidPart) => WrittenReviewPart {
  return ({ pages }) => {
    const looks = openLooks();
    const data: PartData = {
      pages: pages.map(({ items }) => items.flatMap((item) => itemData(item, looks))),
      looks: looks.list,
    };
    const about: AboutReviewPart = { sheets: pages.length, characters: looks.characters() };
    return { about: JSON.stringify(about), bytes: Buffer.from(JSON.stringify(data)) };
  };
}

/** Fonts and sizes by number, and what each font has to draw. */
type Looks = {
  readonly list: PartData["looks"];
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

function itemData(item: PageItem, looks: Looks): readonly ItemData[] {
  switch (item.kind) {
    case "text":
      return textData(item.part.lines, looks, { sources: item.part.first ? item.source.sources : [] });
    case "contents-entry":
      return textData(item.lines, looks, { to: item.entry.id });
    case "table":
      return [...textData(item.title?.lines ?? [], looks, {}), tableData(item, looks)];
  }
}

type Leads = { readonly sources?: readonly string[]; readonly to?: string };

/** None where nothing is written. */
function textData(
  lines: readonly LaidLine[],
  looks: Looks,
  { sources = [], to }: Leads,
): readonly TextData[] {
  const runs = lines.flatMap((line) => line.runs);
  const [first, last] = [lines[0], lines.at(-1)];
  if (runs.length === 0 || first === undefined || last === undefined) return [];
  const [x, y] = [Math.min(...runs.map((run) => run.x)), first.top];
  const right = Math.max(...runs.map((run) => run.x + run.width));
  const box = [x, y, right - x, last.top + last.height - y].map(hundredths);
  const [left = 0, top = 0, width = 0, height = 0] = box;
  return [
    {
      box: [left, top, width, height],
      lines: lineData(lines, looks, { x: left, y: top }),
      ...(sources.length > 0 && { sources }),
      ...(to !== undefined && { to }),
    },
  ];
}

function tableData(table: LaidTable, looks: Looks): TableData {
  const { x, y, widths, heights, style, cells } = table;
  const [lefts, tops] = [edges(x, widths), edges(y, heights)];
  return {
    x: hundredths(x),
    y: hundredths(y),
    border: hundredths(style.border),
    widths: widths.map(hundredths),
    heights: heights.map(hundredths),
    cells: cells.map((cell) => cellData(cell, looks, { x: lefts[cell.column] ?? 0, y: tops[cell.row] ?? 0 })),
  };
}

type Corner = { readonly x: number; readonly y: number };

function cellData(
  { row, column, rowSpan, colSpan, paragraphs, cell }: LaidCell,
  looks: Looks,
  corner: Corner,
): CellData {
  const lines = paragraphs.flatMap((paragraph) => lineData(paragraph.lines, looks, corner));
  return [row, column, rowSpan, colSpan, lines, ...cell.sources];
}

/** Loops, and no list for what is between: a report of a thousand projects has half a million lines. */
function lineData(lines: readonly LaidLine[], looks: Looks, { x, y }: Corner): readonly LineData[] {
  const written: LineData[] = [];
  for (const { baseline, runs } of lines) {
    const line: [number, ...RunData[]] = [hundredths(baseline) - y];
    for (const run of runs) if (run.text.trim() !== "") line.push(runData(run, looks, x));
    if (line.length > 1) written.push(line);
  }
  return written;
}

function runData(run: LaidLine["runs"][number], looks: Looks, left: number): RunData {
  const place = [looks.of(run), hundredths(run.x) - left, run.text] as const;
  return run.spacing === 0 ? place : [...place, hundredths(run.spacing)];
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
