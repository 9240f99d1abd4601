/** Tables in which a form was filled in for one project at a time (a card) → the cards, and what is only half of one. */
import type { CellPlace } from "../../diagnostics/index.ts";
import { cellPlace, type RawRow, type RawTable, rowPlace } from "../../read/index.ts";
import { groupBy, rankOfLevel } from "../../records/index.ts";
import { horizonOf, type StatedUnit } from "../headers/header-key.ts";
import { matchHeader, type Vocabulary } from "../headers/match-header.ts";
import { fillMerges } from "../tables/fill-merges.ts";
import { findHeaderRow, type HeadedTable, mostBanners } from "../tables/find-header-row.ts";
import { flatten, isNote, isSignature } from "../tables/row-words.ts";
import { spreadColumns } from "../tables/spread-columns.ts";
import { blocksOf } from "./card-blocks.ts";
import { type CardFields, readCardFields } from "./card-fields.ts";
import { type LabelReader, labelReader, withoutContinued } from "./card-labels.ts";
import { type CardLine, linesOf } from "./card-lines.ts";
import { isMatrixRow, matrixFields } from "./card-matrix.ts";
import { type CardField, labelledPlace } from "./card-slots.ts";
import {
  type CardLines,
  type CardTools,
  isAnchor,
  isIndicatorHeader,
  isListHeader,
  splitCards,
} from "./split-cards.ts";

/** One project as a form has it. */
export type Card = {
  readonly table: RawTable;
  readonly fields: readonly CardField[];
  /** Of its table of indicators. */
  readonly columns: readonly CardColumn[];
  readonly rows: readonly CardRow[];
  readonly titles: readonly CardLine[];
  readonly notes: readonly CardLine[];
  readonly unread: readonly CellPlace[];
  readonly unit?: StatedUnit;
};

export type CardColumn = {
  readonly text: string;
  readonly meaning: string;
  readonly under?: string;
  readonly at: CellPlace;
  /** Its cells are merged across rows, as the container says. */
  readonly isMerged: boolean;
};

export type CardRow = {
  /** By column of the card. */
  readonly cells: readonly string[];
  readonly places: readonly CellPlace[];
  readonly at: CellPlace;
};

/** Labels of which the one that says which project they are of, or the indicators, are not found. */
export type HalfCard = {
  readonly at: CellPlace;
  readonly labels: readonly string[];
  readonly missing: "name" | "indicators";
  /** Nobody filled in a project: units send the empty form along with their own. */
  readonly isEmpty: boolean;
};

export type Cards = {
  readonly cards: readonly Card[];
  readonly halves: readonly HalfCard[];
  /** What stands above the first card and is none of it, such as a list of the same projects. */
  readonly rest: readonly RawTable[];
  /** What a report says in parts behind its cards. */
  readonly partsBehind: readonly PartBehind[];
};

/** A heading, and where the tables below it begin. */
export type PartBehind = { readonly heading: string; readonly tables: readonly CellPlace[] };

/** A table without a label in so many rows is no card. */
const searchedLines = 60;

/** No form has so many cells in a row; to look for labels among the million of a wide list takes a gigabyte. */
const mostCells = 200;

/**
 * A grid is taken for a card by what it says: a value beside the label 项目名称 or 项目编码 in the same row, where a list has
 * another header, and below it a table of indicators that does not say which project its rows are of; or labels and
 * values alone, with nothing else between them. The tables are one sheet, or all of one Word file, where a form is several.
 */
export function readCards(tables: readonly RawTable[], vocabulary: Vocabulary): Cards {
  const reader = labelReader(vocabulary);
  const first = tables.flatMap((table) => linesOf({ ...table, rows: table.rows.slice(0, searchedLines) }));
  if (first.some(({ cells }) => cells.length > mostCells)) return none;
  const mayBe = first.some((line) => isAnchor(line, reader) || isIndicatorHeader(line, reader));
  if (!mayBe) return none;
  const lines = tables.flatMap(linesOf);
  const tools = { reader, vocabulary };
  const all = splitCards(lines, tools);
  if (all.length === 0) return { ...none, halves: withoutName(lines, tools) };
  const parts = all.filter(({ isNamed }) => isNamed);
  const nameless = all.filter(({ isNamed }) => !isNamed);
  const read = parts.map((part) => readCard(part, tools));
  const cards = read.flatMap((card) => card ?? []);
  // One that is no card is a list with an unusual header.
  const halves = cards.length === 0 ? [] : parts.filter((_, index) => read[index] === undefined);
  const [begin] = parts[0]?.labels ?? [];
  const above = cards.length === 0 || begin === undefined ? [] : lines.slice(0, lines.indexOf(begin));
  return {
    cards,
    halves: [
      ...halves.flatMap((part) => withoutIndicators(part, tools)),
      ...nameless.flatMap(({ labels, indicators }) => withoutName([...labels, ...indicators], tools)),
    ],
    rest: tablesOf(above),
    partsBehind: parts.flatMap(({ behind }) => partBehind(behind)),
  };
}

const none: Cards = { cards: [], halves: [], rest: [], partsBehind: [] };

function partBehind(lines: readonly CardLine[]): readonly PartBehind[] {
  const heading = lines[0]?.cells[0]?.text.trim() ?? "";
  const tables = tablesOf(lines).flatMap((table) => {
    const [row] = table.rows;
    return row === undefined ? [] : [rowPlace(table, row.row)];
  });
  return tables.length === 0 ? [] : [{ heading, tables }];
}

/** Those in which more stands than lines of text. */
function tablesOf(lines: readonly CardLine[]): readonly RawTable[] {
  const tables = [...groupBy(lines, ({ table }) => table)].filter(([, own]) =>
    own.some(({ cells }) => cells.length > 1),
  );
  return tables.map(([table, own]) => ({ ...table, rows: own.map(({ row }) => row) }));
}

function readCard({ labels, indicators }: CardLines, tools: CardTools): Card | undefined {
  const blocks = blocksOf(
    { labels, indicators },
    (line) => isIndicatorHeader(line, tools.reader),
    tools.vocabulary,
  );
  const [banner, upper] = bannerOf(labels.filter((line) => !blocks.titles.has(line)));
  const above = readCardFields(upper, tools);
  const [header] = indicators;
  const table = header?.table ?? labels[0]?.table;
  if (table === undefined) return undefined;
  const headed = header && findHeaderRow(partOf(table, [...banner, ...indicators]), tools.vocabulary);
  if (headed === undefined)
    return isWhole(above, tools.vocabulary) ? { table, ...above, columns: [], rows: [] } : undefined;
  const spread = spreadColumns(
    headed.headers.map((cell, index) => ({ ...cell, index, at: cellPlace(table, cell.row, index) })),
    tools.vocabulary,
  );
  const firstField = headed.headers.findIndex(
    ({ meaning }, index) =>
      matchHeader(meaning, tools.vocabulary) !== undefined || spread.columnOf(index) !== undefined,
  );
  const body = bodyOf(indicators, headed, tools.reader).filter((line) => !blocks.titles.has(line));
  const heads = { cells: header?.cells ?? [], group: undefined };
  const match = (text: string) => matchHeader(text, tools.vocabulary);
  const tail = body.findIndex(
    (line) => isTail(line, firstField, tools.reader) || isMatrixRow(line, heads, match),
  );
  const rows = tail < 0 ? body : body.slice(0, tail);
  const shown = headed.headers.flatMap((cell, index) =>
    index < firstField && isBlankBelow(rows, index) ? [] : [{ ...cell, index }],
  );
  const filled = filledRows(rows);
  const [sums, others] = partition(tail < 0 ? [] : body.slice(tail), (line) =>
    isMatrixRow(line, heads, match),
  );
  const totals = matrixFields(sums, heads, match);
  const below = readCardFields(others, tools);
  return {
    table,
    fields: [...above.fields, ...totals.fields, ...below.fields],
    titles: above.titles,
    notes: [...above.notes, ...blocks.unused, ...below.notes],
    unread: [...above.unread, ...totals.unread, ...below.unread],
    unit: above.unit,
    columns: [
      ...shown.map(({ text, meaning, under, row, index }) => ({
        ...{ text, meaning, under, isMerged: filled.merged.has(index) },
        at: labelledPlace(cellPlace(table, row, index), text, index),
      })),
      ...blocks.columns.map(({ header, at }) => ({ text: header, meaning: header, at, isMerged: true })),
    ],
    rows: filled.rows.map(({ line, row }) => {
      const from = line.table;
      const own = blocks.columns.map(({ valueFor }) => valueFor(line));
      return {
        cells: [
          ...shown.map(({ index }) => withoutContinued(row.cells[index] ?? "")),
          ...own.map((value) => value?.text ?? ""),
        ],
        places: [
          ...shown.map(({ index, text }) => labelledPlace(cellPlace(from, row.row, index), text, index)),
          ...own.map((value) => value?.at ?? rowPlace(from, row.row)),
        ],
        at: rowPlace(from, row.row),
      };
    }),
  };
}

function partition(
  lines: readonly CardLine[],
  holds: (line: CardLine) => boolean,
): readonly [readonly CardLine[], readonly CardLine[]] {
  return [lines.filter(holds), lines.filter((line) => !holds(line))];
}

/** 中期 | 年度, or 产出指标 | 效益指标, above the headers. */
function bannerOf(
  labels: readonly CardLine[],
): readonly [banner: readonly CardLine[], upper: readonly CardLine[]] {
  const last = labels.at(-1);
  const isBanner =
    last !== undefined &&
    last.cells.length > 1 &&
    last.cells.some(
      ({ text }) =>
        /^(?:中期|年度|实施期|长期|当年|本年)(?:绩效)?(?:指标|目标)?(?:值)?$/u.test(flatten(text)) ||
        isLevel(text),
    ) &&
    last.cells.every(({ text }) => /(?:指标|目标|期|年度|值)$/u.test(flatten(text)));
  return isBanner ? [[last], labels.slice(0, -1)] : [[], labels];
}

function partOf(table: RawTable, lines: readonly CardLine[]): RawTable {
  return { ...table, rows: lines.filter((line) => line.table === table).map(({ row }) => row) };
}

/** The rows below the headers, without those that repeat them on the next page. */
function bodyOf(indicators: readonly CardLine[], { table, headerRows }: HeadedTable, reader: LabelReader) {
  const last = headerRows.at(-1)?.row ?? 0;
  return indicators.filter((line) => {
    const isBelow = line.table.sheet !== table.sheet || line.row.row > last;
    return isBelow && line.cells.length > 0 && !isIndicatorHeader(line, reader);
  });
}

/** Labels below the indicators: 备注, or what whoever examined the form has to say. */
function isTail({ cells }: CardLine, first: number, { labelOf, inlinesOf }: LabelReader): boolean {
  const [label, value, ...others] = cells;
  if (label === undefined || label.column > first || /产出|效益|满意|成本|指标/u.test(label.text))
    return false;
  // 年度 to the left of 产出指标 is the horizon of an indicator, whatever it is as a label.
  if (value !== undefined && horizonOf(label.text) !== undefined && isLevel(value.text)) return false;
  if (labelOf(label.text) !== undefined) return true;
  // 总分：98分 in one cell.
  if (value === undefined && inlinesOf(label.text).length > 0) return true;
  const isAlone = value !== undefined && others.length === 0;
  return isAlone && /(?:意见|备注|说明|问题|情况|依据)[:：]?$/u.test(flatten(label.text));
}

function isLevel(text: string): boolean {
  return rankOfLevel(flatten(text)) !== undefined;
}

/** 绩效指标 to the left of all indicators names the table, and no row of it. */
function isBlankBelow(rows: readonly CardLine[], column: number): boolean {
  const own = rows.flatMap(({ cells }) => cells.filter((cell) => cell.column === column));
  return own.every(({ text }) => isNote(text) || isSignature(text));
}

type Filled = {
  readonly rows: readonly { readonly line: CardLine; readonly row: RawRow }[];
  readonly merged: ReadonlySet<number>;
};

function filledRows(lines: readonly CardLine[]): Filled {
  const filled = [...groupBy(lines, ({ table }) => table).entries()].map(([table, own]) => {
    const rows = own.map(({ row }) => row);
    return { own, ...fillMerges(rows, table.merges) };
  });
  return {
    rows: filled.flatMap(({ own, rows }) =>
      own.flatMap((line, index) => ({ line, row: rows[index] ?? line.row })),
    ),
    merged: new Set(filled.flatMap(({ merged }) => [...merged])),
  };
}

/** A form without indicators is told by its labels alone: nothing stands between them. */
function isWhole({ fields, unread }: CardFields, vocabulary: Vocabulary): boolean {
  const known = knownFields(fields, vocabulary);
  return unread.length === 0 && known.length >= 4 && new Set(known.map(({ at }) => at.row)).size >= 3;
}

function knownFields(fields: readonly CardField[], vocabulary: Vocabulary): readonly CardField[] {
  return fields.filter(
    ({ value, meaning }) => value !== "" && matchHeader(meaning, vocabulary) !== undefined,
  );
}

function withoutName(lines: readonly CardLine[], { reader, vocabulary }: CardTools): readonly HalfCard[] {
  const header = lines.findIndex((line) => isIndicatorHeader(line, reader));
  const place = lines[header]?.cells[0];
  const line = lines[header];
  if (line === undefined || place === undefined) return [];
  if (isListHeader(line, lines.slice(Math.max(0, header - mostBanners), header), reader)) return [];
  const { fields } = readCardFields(lines.slice(0, header), { reader, vocabulary });
  const isEmpty = fields.every(isPrefilled) && lines.slice(header + 1).every(isPrinted);
  const isKnown = ({ meaning }: CardField) => matchHeader(meaning, vocabulary) !== undefined;
  const known = isEmpty ? fields.filter(isKnown) : knownFields(fields, vocabulary);
  const labels = known.map(({ text }) => text);
  if (labels.length < 2) return [];
  const at = cellPlace(line.table, line.row.row, place.column);
  return [{ at, labels, missing: "name", isEmpty }];

  function isPrefilled({ value, meaning }: CardField): boolean {
    const field = matchHeader(meaning, vocabulary)?.field ?? "";
    return value === "" || /^project\.(?:unit|unitCode|department|year)$/u.test(field);
  }
}

/** What a form has below its headers before anybody fills it in: levels, and who is to sign it. */
function isPrinted({ cells }: CardLine): boolean {
  return cells.every(({ text }) => {
    const flat = flatten(text);
    const isNumber = /^(?:指标|目标)\d*[:：]?$|^[.…·]+$/u.test(flat);
    return flat === "" || isLevel(text) || isNumber || isNote(text) || isSignature(text);
  });
}

function withoutIndicators({ labels }: CardLines, { reader, vocabulary }: CardTools): readonly HalfCard[] {
  const anchor = labels.find((line) => isAnchor(line, reader));
  if (anchor === undefined) return [];
  const { fields } = readCardFields(labels, { reader, vocabulary });
  const known = knownFields(fields, vocabulary).map(({ text }) => text);
  const at = rowPlace(anchor.table, anchor.row.row);
  return [{ at, labels: known, missing: "indicators", isEmpty: false }];
}
