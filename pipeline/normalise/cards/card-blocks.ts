/** Titles between the parts of a form's table of indicators (年度绩效指标, 长期目标1) → the columns that they stand for. */
import type { CellPlace } from "../../diagnostics/index.ts";
import { cellPlace } from "../../read/index.ts";
import { horizonAhead } from "../headers/header-key.ts";
import { matchHeader, type Vocabulary } from "../headers/match-header.ts";
import type { CardLine } from "./card-lines.ts";

export type TitleColumn = {
  readonly header: string;
  readonly at: CellPlace;
  readonly valueFor: (line: CardLine) => { readonly text: string; readonly at: CellPlace } | undefined;
};

export type CardBlocks = {
  readonly columns: readonly TitleColumn[];
  /** Lines that are titles, and no rows. */
  readonly titles: ReadonlySet<CardLine>;
  /** Those of them that say neither of which period nor of which goal the rows below are. */
  readonly unused: readonly CardLine[];
};

/**
 * A line alone above headers that come again is a title. Without one, there are no blocks: what stands above the first
 * headers counts only beside others.
 */
export function blocksOf(
  { labels, indicators }: { readonly labels: readonly CardLine[]; readonly indicators: readonly CardLine[] },
  isHeader: (line: CardLine) => boolean,
  vocabulary: Vocabulary,
): CardBlocks {
  const titlesOf = new Map<CardLine, readonly CardLine[]>();
  const titles = new Set<CardLine>();
  const aboveAll = titlesAtEnd(labels);
  let open = aboveAll;
  for (const [index, line] of indicators.entries()) {
    if (isHeader(line)) {
      const above = titlesAtEnd(indicators.slice(0, index));
      for (const title of above) titles.add(title);
      // Headers without a title begin another page of the same block.
      open = above.length > 0 ? above : open;
    }
    titlesOf.set(line, open);
  }
  if (titles.size === 0) return { columns: [], titles, unused: [] };
  const says = (line: CardLine) => readings.some(({ read }) => read(textOf(line)) !== undefined);
  for (const title of aboveAll) if (says(title)) titles.add(title);
  const columns = readings.flatMap(({ header, read }): readonly TitleColumn[] => {
    if (matchHeader(header, vocabulary) === undefined) return [];
    const valueFor = (line: CardLine) => {
      for (const title of (titlesOf.get(line) ?? []).toReversed()) {
        const text = read(textOf(title));
        if (text !== undefined) return { text, at: placeOf(title) };
      }
      return undefined;
    };
    const first = indicators.flatMap((line) => valueFor(line) ?? [])[0];
    return first === undefined ? [] : [{ header, at: { ...first.at, header }, valueFor }];
  });
  return { columns, titles, unused: [...titles].filter((line) => !says(line)) };
}

const readings = [
  {
    header: "目标类型",
    read: (text: string) => {
      const horizon = text.startsWith("总体") ? "midTerm" : horizonAhead(text)?.horizon;
      return horizon && { midTerm: "中期", annual: "年度" }[horizon];
    },
  },
  { header: "目标名称", read: (text: string) => (/目标[^表]{0,12}$/u.test(text) ? text : undefined) },
];

/** At most two: the title of a table, and that of its first part. */
function titlesAtEnd(lines: readonly CardLine[]): readonly CardLine[] {
  const last = lines.slice(-2);
  return last.slice(last.findLastIndex((line) => !isAlone(line)) + 1);
}

function isAlone({ cells }: CardLine): boolean {
  const [only, ...others] = cells;
  return only !== undefined && others.length === 0 && only.text.length <= longestTitle;
}

const longestTitle = 40;

function textOf({ cells }: CardLine): string {
  return cells[0]?.text ?? "";
}

function placeOf({ table, row, cells }: CardLine): CellPlace {
  return cellPlace(table, row.row, cells[0]?.column ?? 0);
}
