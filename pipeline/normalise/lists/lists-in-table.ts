/** A table → the lists of the department's own in it, each with its headers and its rows. */
import type { RawRow, RawTable } from "../../read/index.ts";
import { perText } from "../../records/index.ts";
import {
  columnCalled,
  type DeclaredList,
  type ListColumn,
  namesList,
  namingColumn,
} from "../headers/declared-lists.ts";
import { partOneCalled } from "../headers/department-labels.ts";
import { headerKey } from "../headers/header-key.ts";
import { isIdentity, matchHeader, type Vocabulary } from "../headers/match-header.ts";
import { mostBanners } from "../tables/find-header-row.ts";
import { type HeaderCell, joinHeaders } from "../tables/join-headers.ts";
import { columnNumber, flatten, isFigure, totalIn } from "../tables/row-words.ts";

/** What each header of a table names. Where none names what a row is known by, the list's own name does: 年度主要任务. */
export function columnsCalled(
  headers: readonly HeaderCell[],
  declared: DeclaredList,
): readonly (ListColumn | undefined)[] {
  const columns = headers.map(({ meaning }) => columnCalled(meaning, declared));
  const known = namingColumn(declared);
  if (known === undefined || columns.includes(known)) return columns;
  const named = headers.findIndex(({ meaning }) => namesList(meaning, declared));
  return columns.map((column, index) => column ?? (index === named ? known : undefined));
}

/** A table of a list, with the rows around its headers. */
export type ListTable = {
  readonly table: RawTable;
  readonly declared: DeclaredList;
  readonly above: readonly RawRow[];
  /** One for each column, whether they stand in one row or below banners. */
  readonly headers: readonly HeaderCell[];
  readonly headerRows: readonly RawRow[];
  readonly body: readonly RawRow[];
  /** Rows below it that are of no list: what else a form for the whole department asks. */
  readonly behind: readonly RawRow[];
};

const searchedRows = 15;

/** The lists of a table, one below the other: a form for the whole department holds several, and other things between. */
export function listsInTable(
  table: RawTable,
  lists: readonly DeclaredList[],
  vocabulary: Vocabulary,
): readonly ListTable[] {
  const found = listInTable(table, lists, vocabulary);
  if (found === undefined) return [];
  const listsBut = (taken: readonly ListTable[]) =>
    lists.filter((one) => !taken.some(({ declared }) => declared === one));
  // One with fewer columns may stand above the one that is known best.
  const before = listsInTable({ ...table, rows: found.above }, listsBut([found]), vocabulary);
  const others = listsBut([...before, found]);
  const isKnown = perText((cell) => others.some((one) => columnCalled(cell, one) !== undefined));
  const next = found.body.findIndex(({ cells }) => cells.filter((cell) => isKnown(cell)).length > 1);
  const rest = next < 0 ? [] : listsInTable({ ...table, rows: found.body.slice(next) }, others, vocabulary);
  const [first] = rest.flatMap(({ headerRows }) => headerRows);
  const until = first === undefined ? found.body.length : found.body.indexOf(first);
  const end = endOfBlock(found, found.body.slice(0, until));
  const above = before.at(-1)?.behind ?? found.above;
  return [
    ...before,
    { ...found, above, body: found.body.slice(0, end), behind: found.body.slice(end, until) },
    ...rest,
  ].map((one) => ({ ...one, table }));
}

/**
 * Where a row speaks of the department itself: 年度总体目标. Beside a list whose name is in a column of its own, as in a form,
 * any other label there begins another block.
 */
function endOfBlock({ headers, declared }: ListTable, body: readonly RawRow[]): number {
  const fact = body.findIndex(({ cells }) => {
    const [label = ""] = (cells.find((cell) => cell.trim() !== "") ?? "").split(/[:：]/u);
    return partOneCalled(label) !== undefined && !namesList(label, declared);
  });
  return endOfLabelled({ headers, declared }, fact < 0 ? body : body.slice(0, fact));
}

function endOfLabelled(
  { headers, declared }: Pick<ListTable, "headers" | "declared">,
  body: readonly RawRow[],
): number {
  const called = columnsCalled(headers, declared);
  const labels = headers.findIndex(
    ({ meaning }, index) => called[index] === undefined && namesList(meaning, declared),
  );
  const other = body.findIndex(({ cells }) => {
    const text = (cells[labels] ?? "").trim();
    return text !== "" && !isOrdinal(text) && !namesList(text, declared);
  });
  // From the first row on it is a column that says something of each row.
  return labels < 0 || other <= 0 ? body.length : other;
}

/** 3, （三）, 任务3, or the word of a total below them. */
export function isOrdinal(text: string): boolean {
  const isNumber =
    columnNumber(text) !== undefined ||
    /^\p{Script=Han}{0,4}?\(?(?:\d{1,3}|[一二三四五六七八九十]{1,3})\)?[.、]?$/u.test(flatten(text));
  return isNumber || totalIn(text) !== undefined;
}

/**
 * A table is the list most of whose columns a row of it has, with the banners above it if they add something: what its
 * rows are known by and two thirds of what is required; up to there no project is named.
 */
function listInTable(
  table: RawTable,
  lists: readonly DeclaredList[],
  vocabulary: Vocabulary,
): ListTable | undefined {
  if (lists.length === 0) return undefined;
  const namesProject = perText((cell) => {
    // In a form that was filled in, label and value may be in one cell.
    return isIdentity(matchHeader(cell.split(/[:：]/u)[0] ?? "", vocabulary)?.field);
  });
  const rows = table.rows.slice(0, searchedRows);
  const end = rows.findIndex(({ cells }) => cells.some((cell) => namesProject(cell)));
  const searched = end < 0 ? rows : rows.slice(0, end);
  let best: HeadedList | undefined;
  for (const declared of lists)
    for (const headed of headedBy(searched, declared, table.merges)) {
      const known = headed.known - (best?.known ?? 0);
      // Headers that come again on a later page know no more; banners may only say the unit of what is below them.
      const saysMore = best?.declared === declared && headed.first <= best.last && headed.units > best.units;
      if (known > 0 || (known === 0 && saysMore)) best = headed;
    }
  if (best === undefined) return undefined;
  const { declared, headers, first, last } = withHeadersBelow(best, table);
  return {
    ...{ table, declared, headers },
    above: table.rows.slice(0, first),
    headerRows: table.rows.slice(first, last + 1),
    body: table.rows.slice(last + 1),
    behind: [],
  };
}

/** Rows of a table, from 0, that head a list. */
type HeadedList = {
  readonly declared: DeclaredList;
  readonly headers: readonly HeaderCell[];
  readonly first: number;
  readonly last: number;
  /** How many columns of the list it has. */
  readonly known: number;
  /** Of how many of them it states the unit of money. */
  readonly units: number;
};

/**
 * With a further row of headers that none of the list's columns is called by: 中央, 省级 below 预算金额. It names no row and
 * holds no figure, and only below amounts or below nothing.
 */
function withHeadersBelow(headed: HeadedList, { rows, merges }: RawTable): HeadedList {
  const { declared, headers, first, last } = headed;
  const lower = rows[last + 1];
  if (lower === undefined) return headed;
  const called = columnsCalled(headers, declared);
  const filled = lower.cells.flatMap((cell, index) => (cell.trim() === "" ? [] : [{ cell, index }]));
  const divides = filled.some(({ index }) => called[index]?.kind === "money");
  const isHeaders = filled.every(({ cell, index }) => {
    const column = called[index];
    const isBelow =
      column === undefined ? (headers[index]?.text ?? "").trim() === "" : column.kind === "money";
    return isBelow && !isFigure(cell);
  });
  if (!divides || !isHeaders) return headed;
  const joined = joinHeaders({ banners: rows.slice(first, last + 1), lower, merges }, meaningIn(declared));
  return joined === undefined ? headed : { ...headed, headers: joined.headers, last: last + 1 };
}

/** What a header of a list means, as far as it decides what a banner above adds to it. */
function meaningIn(declared: DeclaredList) {
  return (text: string) => {
    const column = columnCalled(text, declared);
    return column && { field: column.field, kind: column.kind, unit: headerKey(text).unit };
  };
}

function headedBy(
  rows: readonly RawRow[],
  declared: DeclaredList,
  merges: RawTable["merges"],
): readonly HeadedList[] {
  const required = declared.columns.filter((column) => column.required);
  const naming = namingColumn(declared);
  return rows.flatMap((lower, last) =>
    Array.from({ length: Math.min(last, mostBanners) + 1 }, (_, banners) => last - banners).flatMap(
      (first) => {
        const headers =
          first === last
            ? lower.cells.map((text) => ({ row: lower.row, text, meaning: text }))
            : joinHeaders({ banners: rows.slice(first, last), lower, merges }, meaningIn(declared))?.headers;
        if (headers === undefined) return [];
        const called = columnsCalled(headers, declared);
        const matched = new Set(called.filter((one) => one !== undefined));
        const units = headers.filter(
          ({ meaning }, index) => called[index] !== undefined && headerKey(meaning).unit !== undefined,
        ).length;
        const isList =
          matched.size >= Math.min(2, declared.columns.length) &&
          naming !== undefined &&
          matched.has(naming) &&
          required.filter((column) => matched.has(column)).length * 3 >= required.length * 2;
        return isList ? [{ declared, headers, first, last, known: matched.size, units }] : [];
      },
    ),
  );
}
