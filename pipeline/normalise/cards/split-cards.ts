/** Lines of tables in which forms were filled in, one below the other → those of each card: where one ends and the next begins. */
import { isWordTable } from "../../read/index.ts";
import { rankOfLevel } from "../../records/index.ts";
import { isIdentity, matchHeader, type Vocabulary } from "../headers/match-header.ts";
import { hasIndicators } from "../tables/grid.ts";
import { kindsAmong } from "../tables/kind-columns.ts";
import { flatten, isNote, isSignature } from "../tables/row-words.ts";
import { type InlineLabel, isContinued, type LabelReader, unitInText } from "./card-labels.ts";
import type { CardCell, CardLine } from "./card-lines.ts";
import { isMatrixRow } from "./card-matrix.ts";

export type CardTools = { readonly reader: LabelReader; readonly vocabulary: Vocabulary };

/** Of one card. */
export type CardLines = {
  readonly labels: readonly CardLine[];
  /** From its headers on. */
  readonly indicators: readonly CardLine[];
  /** The part of a report behind the card, from its heading on. */
  readonly behind: readonly CardLine[];
  /** Whether it says which project it is of: somebody may have left that blank. */
  readonly isNamed: boolean;
};

/** A card begins with the titles and labels above the line that says which project it is of. */
export function splitCards(lines: readonly CardLine[], tools: CardTools): readonly CardLines[] {
  const { reader } = tools;
  const headers = placesOf(lines, (line) => isIndicatorHeader(line, reader));
  // A name that was left blank begins a card only between the indicators of one and those of another.
  const isBlank = (line: CardLine, index: number) =>
    isBlankAnchor(line, reader) && headers.last(index) !== undefined && headers.next(index) !== undefined;
  const anchors = placesOf(
    lines,
    (line, index) =>
      (isAnchor(line, reader) || isBlank(line, index)) &&
      !reachesInto(line, index, { lines, headers, reader }),
  );
  const starts = anchors.all.filter((anchor) => {
    const before = anchors.last(anchor);
    if (before === undefined) return true;
    const between = (headers.next(before) ?? anchor) < anchor;
    return between || sharesIdentity(lines.slice(before, anchor), lines[anchor], reader);
  });
  const begins = starts.map((start, order) => {
    const above = starts[order - 1] ?? -1;
    const header = headers.last(start) ?? -1;
    return firstOf(lines, { start, above, header: header > above ? header : undefined }, tools);
  });
  return begins.map((begin, order) => {
    const start = starts[order] ?? begin;
    const next = begins[order + 1] ?? lines.length;
    // What a report says of all projects in the part behind them is none of the last one's.
    const part = lines.slice(start + 1, next).findIndex(isPartHeading);
    const end = part < 0 ? next : start + 1 + part;
    const header = Math.min(headers.next(start) ?? end, end);
    return {
      labels: lines.slice(begin, header),
      indicators: lines.slice(header, end),
      behind: lines.slice(end, next),
      isNamed: lines
        .slice(start, next)
        .some((line, index) => anchors.has(start + index) && isNamedBy(line, reader)),
    };
  });
}

/** Lines of one kind, each looked up in the same time however many there are. */
type Places = {
  readonly all: readonly number[];
  readonly has: (index: number) => boolean;
  /** The last before a line, and the next behind it. */
  readonly last: (index: number) => number | undefined;
  readonly next: (index: number) => number | undefined;
};

function placesOf(lines: readonly CardLine[], isOne: (line: CardLine, index: number) => boolean): Places {
  const all = lines.flatMap((line, index) => (isOne(line, index) ? [index] : []));
  /** For each line, how many are before it. */
  const counts = new Uint32Array(lines.length + 1);
  for (const index of all) counts[index + 1] = 1;
  for (let index = 1; index <= lines.length; index += 1)
    counts[index] = (counts[index] ?? 0) + (counts[index - 1] ?? 0);
  const before = (index: number) => counts[index] ?? 0;
  return {
    all,
    has: (index) => before(index) < before(index + 1),
    last: (index) => all[before(index) - 1],
    next: (index) => all[before(index + 1)],
  };
}

function isNamedBy(line: CardLine | undefined, reader: LabelReader): boolean {
  return line !== undefined && isAnchor(line, reader);
}

/** A label for the project's name or code, with nothing beside it. */
function isBlankAnchor({ cells }: CardLine, reader: LabelReader): boolean {
  return cells.some(({ text, beforeBlank }) => beforeBlank && isIdentity(reader.labelOf(text)?.field));
}

/** 第三部分　自评结果汇总, above the tables of a Word file. */
function isPartHeading({ table, cells }: CardLine): boolean {
  const [only, ...others] = cells;
  return (
    isWordTable(table) &&
    others.length === 0 &&
    /^第[一二三四五六七八九十]+部分/u.test(only?.text.replace(/\s/gu, "") ?? "")
  );
}

/** A line that says which project the card is of: the value is beside the label, or behind its colon. */
export function isAnchor({ cells }: CardLine, reader: LabelReader): boolean {
  const known = cells.filter(({ text }) => reader.indicatorField(text) !== undefined);
  if (known.length > 1) return false;
  // 序号、单位名称、项目名称 side by side are the headers of a list, whatever banner stands to the right of them.
  const heads = cells.some(({ text, beforeBlank }, index) => {
    const next = reader.labelOf(cells[index + 1]?.text ?? "")?.field;
    const field = reader.labelOf(text)?.field;
    return !beforeBlank && isIdentity(next) && field !== undefined && besideNames.has(field);
  });
  if (heads) return false;
  return cells.some(({ text, beforeBlank }, index) => {
    const next = cells[index + 1];
    const field = reader.labelOf(text)?.field;
    const beside =
      isIdentity(field) && !beforeBlank && next !== undefined && reader.labelOf(next.text) === undefined;
    return beside || reader.inlinesOf(text).some(({ label }) => isIdentity(label.field));
  });
}

const besideNames: ReadonlySet<string> = new Set([
  ...["project.code", "project.name", "project.order", "project.unit", "project.department"],
]);

/** 项目名称 merged down into the headers of indicators is a header itself: the list has two rows of them. */
function reachesInto(
  { table, row, cells }: CardLine,
  index: number,
  {
    lines,
    headers,
    reader,
  }: { readonly lines: readonly CardLine[]; readonly headers: Places; readonly reader: LabelReader },
): boolean {
  const header = lines[headers.next(index) ?? -1];
  if (header?.table !== table) return false;
  return cells.some(
    ({ text, reach }) =>
      header.row.row < row.row + (reach?.rows ?? 1) && isIdentity(reader.labelOf(text)?.field),
  );
}

/** Whether a name of projects stands in the rows above headers of indicators, with nothing below it in theirs. */
export function isListHeader(
  header: CardLine,
  above: readonly CardLine[],
  { labelOf }: LabelReader,
): boolean {
  const filled = new Set(header.cells.map(({ column }) => column));
  const names = above.flatMap(({ cells }) => cells.filter(({ text }) => isIdentity(labelOf(text)?.field)));
  return names.some(({ column }) => !filled.has(column));
}

/** The headers of indicators, which do not say whose they are. */
export function isIndicatorHeader({ cells }: CardLine, { indicatorField, labelOf }: LabelReader): boolean {
  if (headsKinds(cells, indicatorField)) return true;
  const fields = new Set(cells.flatMap(({ text }) => indicatorField(text) ?? []));
  const measured = hasIndicators([...fields].map((field) => ({ field })));
  if (!measured || fields.size < 2 || fields.size * 5 < new Set(cells.map(({ text }) => text)).size * 2)
    return false;
  return !cells.some(({ text }) => isIdentity(labelOf(text)?.field) && flatten(text) !== "名称");
}

/** 数量指标, 质量指标 … side by side, each alone or with 指标值 beside it, and no name of an indicator between them. */
function headsKinds(cells: readonly CardCell[], indicatorField: LabelReader["indicatorField"]): boolean {
  const kinds = kindsAmong(cells.map(({ text }) => text));
  const isOther = (text: string) =>
    indicatorField(text) !== undefined || rankOfLevel(text) === 1 || text === "绩效指标";
  return kinds.length > 0 && cells.every(({ text }) => kinds.includes(text) || isOther(text));
}

function sharesIdentity(
  above: readonly CardLine[],
  line: CardLine | undefined,
  { labelOf }: LabelReader,
): boolean {
  const identities = (one: CardLine | undefined) =>
    (one?.cells ?? []).flatMap(({ text }) => {
      const field = labelOf(text)?.field;
      return isIdentity(field) && !isContinued(text) ? [field] : [];
    });
  const own = identities(line);
  return above.some((one) => identities(one).some((field) => own.includes(field)));
}

/** The first line that belongs to the card whose project is named in a line: the rows above it are the last one's indicators. */
function firstOf(
  lines: readonly CardLine[],
  {
    start,
    above,
    header,
  }: { readonly start: number; readonly above: number; readonly header: number | undefined },
  { reader, vocabulary }: CardTools,
): number {
  const heads = { cells: lines[header ?? -1]?.cells ?? [], group: undefined };
  // 总分 below the indicators, with figures in their columns, ends the card above.
  const isSum = (line: CardLine) => isMatrixRow(line, heads, (text) => matchHeader(text, vocabulary));
  // Labels below those of a project without indicators are still its own.
  const mayBegin = (line: CardLine) =>
    (isTitle(line) && !isProse(line, reader)) ||
    ((header !== undefined || above < 0) &&
      isLabelLine(line, reader) &&
      !isProse(line, reader) &&
      !isSum(line));
  const lowest = (header ?? above) + 1;
  return lowest + lines.slice(lowest, start).findLastIndex((line) => !mayBegin(line)) + 1;
}

/** 绩效目标：… above the tables of a Word file is what somebody wrote of the department. */
function isProse({ table, cells }: CardLine, { inlinesOf }: LabelReader): boolean {
  const isGoal = ({ label }: InlineLabel) => label.field.startsWith("goals.");
  return isWordTable(table) && cells.length === 1 && cells.some(({ text }) => inlinesOf(text).some(isGoal));
}

/** A line alone, or one beside the unit of money. */
function isTitle({ cells }: CardLine): boolean {
  const [only, ...others] = cells.filter(({ text }) => unitInText(text) === undefined);
  if (only === undefined) return true;
  return (
    others.length === 0 && only.text.length <= longestTitle && !isNote(only.text) && !isSignature(only.text)
  );
}

const longestTitle = 60;

/** Labels of a project, and no signature that looks like some. */
function isLabelLine({ cells }: CardLine, { labelOf, inlinesOf }: LabelReader): boolean {
  if (cells.some(({ text }) => isSignature(text))) return false;
  return cells.some(({ text }) => labelOf(text) !== undefined || inlinesOf(text).length > 0);
}
