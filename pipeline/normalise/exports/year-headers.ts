/** Headers that name a year (2026年预算数, 指标值（2026年）) → spellings of what they are without it, for the year of the budget. */
import { columnKey, type Place, type Report } from "../../diagnostics/index.ts";
import { cellPlace, type RawFile, type RawNode, type RawTable, type RawTree } from "../../read/index.ts";
import { isFieldName, perText } from "../../records/index.ts";
import { statedYear } from "../facts/reading-hints.ts";
import { yearAhead } from "../headers/header-key.ts";
import {
  type HeaderMatch,
  matchHeader,
  type OwnSpelling,
  trusted,
  type Vocabulary,
} from "../headers/match-header.ts";
import { isBanner, meaningOfYear } from "../tables/join-headers.ts";
import { readTitleLines } from "../tables/title-lines.ts";

type Named = { readonly header: string; readonly at: Place };

type Dated = Named & {
  /** Undefined of a span of years: it is the mid-term's, whichever years these are. */
  readonly year: number | undefined;
  readonly match: HeaderMatch;
  /** What was reached in the year, and not what is wanted of it. */
  readonly isReached: boolean;
};

type Input = { readonly files: readonly RawFile[]; readonly departmentFile?: RawTree | undefined };

/** Headers and labels are looked for in so many rows. */
const searchedRows = 60;
/** So many rows of banners stand above headers. */
const bannerRows = 2;
/** Titles stand above headers. */
const titleRows = 6;

/**
 * The year is department.json's, or a title's; if nothing says it, it is the latest that a header of money or target
 * values names, and what is read so is reported. A year before has its own field for what was reached; anything else of
 * another year is no field, as the header says.
 */
export function yearSpellings(
  { files, departmentFile }: Input,
  vocabulary: Vocabulary,
  report: Report,
): readonly OwnSpelling[] {
  // Each record of JSON says its keys again.
  const meaningsOf = perText((header) => datedOf(header, vocabulary));
  const dated = files
    .flatMap((file) => headersIn(file, vocabulary))
    .flatMap((named) => meaningsOf(named.header).map((meaning): Dated => ({ ...named, ...meaning })));
  if (dated.length === 0) return [];
  const stated = statedYear(departmentFile) ?? titleYear(files);
  const year = stated ?? latest(dated);
  const told = new Set<string>();
  return dated.flatMap(({ header, at, match, ...one }): readonly OwnSpelling[] => {
    const isOurs = (one.year === undefined || one.year === year) && !one.isReached;
    const isBefore = one.year !== undefined && year !== undefined && one.year === year - 1;
    const field = isOurs ? match.field : isBefore && one.isReached ? "indicator.lastYear" : undefined;
    if (field === undefined || !isFieldName(field)) return [];
    const column = columnKey(at) ?? header;
    if (stated === undefined && one.year !== undefined && !told.has(column)) {
      told.add(column);
      const readAs = header.replace(/\s+/gu, "").replace(/[（(]?20\d{2}年?度?[）)]?/u, "");
      report({ code: "column-ambiguous", at, args: { header, readAs } });
    }
    const kind = field === match.field ? match.kind : "text";
    return [{ field, kind, spelling: header, exact: false, rank: 60, trust: trusted.bare }];
  });
}

function headersIn(file: RawFile, vocabulary: Vocabulary): readonly Named[] {
  if (file.kind === "tree") return keysIn(file.root, vocabulary);
  return file.rows.slice(0, searchedRows).flatMap(({ row, cells }, above) =>
    cells.flatMap((cell, index) => {
      if (!mayBeDated(cell)) return [];
      const at = cellPlace(file, row, index, cell.trim());
      return [{ header: cell.trim(), at }, ...amountsBelow(file, { above, index }, vocabulary)];
    }),
  );
}

/** 合计 below 2026年资金（万元）, as the headers are joined. */
function amountsBelow(
  table: RawTable,
  { above, index }: { readonly above: number; readonly index: number },
  vocabulary: Vocabulary,
): readonly Named[] {
  const top = table.rows[above];
  const { cells = [] } = top ?? {};
  const banner = cells[index] ?? "";
  if (top === undefined || yearAhead(banner) === undefined || !isBanner(top)) return [];
  const next = cells.findIndex((cell, column) => column > index && cell.trim() !== "");
  return table.rows.slice(above + 1, above + 1 + bannerRows).flatMap(({ row, cells: below }) =>
    below.slice(index, next < 0 ? undefined : next).flatMap((cell, offset) => {
      const header = meaningOfYear(banner, cell.trim(), (text) => matchHeader(text, vocabulary));
      return header === undefined ? [] : [{ header, at: cellPlace(table, row, index + offset, cell.trim()) }];
    }),
  );
}

/** Of the first records of each list. */
function keysIn(node: RawNode, vocabulary: Vocabulary): readonly Named[] {
  if (node.kind === "list")
    return node.items.slice(0, searchedRows).flatMap((item) => keysIn(item, vocabulary));
  if (node.kind !== "object") return [];
  return node.entries.flatMap(({ key, at, value }) => {
    const below = value.kind === "object" && yearAhead(key) !== undefined ? value.entries : [];
    const amounts = below.flatMap((one): readonly Named[] => {
      const header = meaningOfYear(key, one.key, (text) => matchHeader(text, vocabulary));
      return header === undefined ? [] : [{ header, at: one.at }];
    });
    return [...(mayBeDated(key) ? [{ header: key, at }] : []), ...amounts, ...keysIn(value, vocabulary)];
  });
}

/** A header is short, and no sentence that tells of a year. */
function mayBeDated(text: string): boolean {
  return text.length <= 40 && /20\d{2}/u.test(text) && !/[。；;]/u.test(text);
}

const before = /^(20\d{2})年度?(?=\D)(.+)$/u;
const behind = /^(.+?)\((20\d{2})年?度?\)(.*)$/u;
const span = /^(.+?)\(20\d{2}年?度?[-—–~至到]20\d{2}年?度?\)(.*)$/u;
const reached = /^(?:年度)?(?:实际)?(?:完成|达到|实现)(?:值|数|情况|水平)?$|^实际值$/u;
/** What the money of a year is called beside what fields of money are called anyway. */
const money = /^(?:部门|年初|项目)?预算(?:安排|批复)?(?:数额?|额)?(?=\(|$)/u;

function datedOf(header: string, vocabulary: Vocabulary): readonly Omit<Dated, keyof Named>[] {
  const flat = header.normalize("NFKC").replace(/[\s*]+/gu, "");
  const ofSpan = span.exec(flat);
  if (ofSpan !== null) {
    const match = matchHeader(`${ofSpan[1]}${ofSpan[2]}`, vocabulary);
    return match?.horizon === "midTerm" || match?.field.startsWith("midTerm") === true
      ? [{ year: undefined, match, isReached: false }]
      : [];
  }
  const [, year, rest = ""] = before.exec(flat) ?? swapped(behind.exec(flat)) ?? [];
  if (year === undefined || matchHeader(header, vocabulary) !== undefined) return [];
  if (reached.test(rest)) {
    const match = matchHeader("上年完成值", vocabulary);
    return match === undefined ? [] : [{ year: Number(year), match, isReached: true }];
  }
  const match = [rest, `年度${rest}`, rest.replace(money, "预算数")]
    .map((text) => matchHeader(text, vocabulary))
    .find((one) => one !== undefined);
  return match === undefined ? [] : [{ year: Number(year), match, isReached: false }];
}

function swapped(found: RegExpExecArray | null): readonly string[] | undefined {
  return found === null ? undefined : [found[0], found[2] ?? "", `${found[1]}${found[3]}`];
}

/** A row that names several years has headers. */
function titleYear(files: readonly RawFile[]): number | undefined {
  for (const table of files) {
    if (table.kind !== "table") continue;
    for (const row of table.rows.slice(0, titleRows)) {
      const { years } = readTitleLines([{ table, above: [row] }]);
      const [year, ...others] = new Set(years.map(({ text }) => text));
      if (year !== undefined && others.length === 0) return Number(year);
    }
  }
  return undefined;
}

/** Of what is planned. */
function latest(dated: readonly Dated[]): number | undefined {
  const years = dated.flatMap(({ year, match: { kind, field }, isReached }) =>
    year !== undefined && !isReached && (kind === "money" || field === "indicator.value") ? [year] : [],
  );
  return years.length === 0 ? undefined : Math.max(...new Set(years));
}
