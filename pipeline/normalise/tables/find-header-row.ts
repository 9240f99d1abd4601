/** Finds the rows of a raw table, at most three, that hold its headers: titles and a line with the unit of money may come before. */
import type { RawRow, RawTable } from "../../read/index.ts";
import { perObject, perRecord, perText } from "../../records/index.ts";
import { type StatedUnit, statedUnit } from "../headers/header-key.ts";
import { matchHeader, type ReadHeader, type Vocabulary } from "../headers/match-header.ts";
import { fillMerges } from "./fill-merges.ts";
import { type HeaderCell, joinHeaders } from "./join-headers.ts";
import { kindsAmong } from "./kind-columns.ts";
import { numberedAmong } from "./numbered-columns.ts";
import { unitOfTitle } from "./row-words.ts";

export type HeadedTable = {
  readonly table: RawTable;
  readonly headers: readonly HeaderCell[];
  /** One row, or up to two of banners and the row below them. */
  readonly headerRows: readonly RawRow[];
  /** Titles and lines above the headers. */
  readonly above: readonly RawRow[];
  readonly body: readonly RawRow[];
  /** Columns of the body whose cells are merged across rows, as the container says. */
  readonly merged: ReadonlySet<number>;
  /** From a line such as 单位：万元 above the headers. */
  readonly unit?: StatedUnit;
  /** The table in which the lines above stand, if this one was turned. */
  readonly inFile?: RawTable;
};

/** With its lines above in the table that has them. */
export function withLinesInFile<Headed extends HeadedTable>(headed: Headed): Headed {
  return headed.inFile === undefined ? headed : { ...headed, table: headed.inFile };
}

type Candidate = {
  readonly first: number;
  readonly rows: readonly RawRow[];
  readonly headers: readonly HeaderCell[];
  readonly known: number;
};

type Reading = { readonly vocabulary: Vocabulary; readonly match: ReadHeader };

const searchedRows = 30;
export const mostBanners = 2;

/**
 * By the cells of the first row, which a process that stays has again as long as they say what they said: thirty rows are
 * looked at as headers, and with those above them, and an edit is seldom in them.
 */
const candidatesKept = perObject((_: Vocabulary) =>
  perRecord<readonly string[], { readonly best: Candidate | undefined }>(),
);

/** Undefined if no row has two known headers: the table is no export. */
export function findHeaderRow(table: RawTable, vocabulary: Vocabulary): HeadedTable | undefined {
  const { merges } = table;
  const rows = table.rows.slice(0, searchedRows);
  const [first] = rows;
  if (first === undefined) return undefined;
  const kept = candidatesKept(vocabulary);
  const decides = [merges, ...rows.flatMap(({ row, cells }) => [row, cells])];
  const known =
    kept.find(first.cells, decides) ??
    kept.keep(first.cells, decides, { best: bestCandidate({ rows, merges }, vocabulary) });
  return known.best && headedBy(known.best, table);
}

function headedBy(best: Candidate, table: RawTable): HeadedTable {
  const { first, rows: headerRows, headers } = best;
  const above = table.rows.slice(0, first);
  const { rows: body, merged } = fillMerges(table.rows.slice(first + headerRows.length), table.merges);
  return { table, headers, headerRows, above, body, merged, unit: unitAbove(above) };
}

/** The row with the most known headers; with the rows above as its banners if they add something. */
function bestCandidate(
  { rows, merges }: Pick<RawTable, "rows" | "merges">,
  vocabulary: Vocabulary,
): Candidate | undefined {
  const reading = { vocabulary, match: perText((header) => matchHeader(header, vocabulary)) };
  let best: Candidate | undefined;
  for (const [index, row] of rows.entries()) {
    const single = candidate({ first: index, rows: [row], headers: singleHeaders(row) }, reading);
    if (single.known >= 2 && single.known > (best?.known ?? 0)) best = single;
    for (let first = index - 1; first >= Math.max(0, index - mostBanners); first -= 1) {
      const joined = joinHeaders({ banners: rows.slice(first, index), lower: row, merges }, reading.match);
      if (joined === undefined) break;
      const bannered = candidate({ first, rows: rows.slice(first, index + 1), ...joined }, reading);
      if (bannered.known < 2) continue;
      // A first row of data below a header knows no more than the header; a banner above one may only say whose it is.
      const says = best === single && bannered.known === single.known && joined.tells;
      if (bannered.known > (best?.known ?? 0) || says) best = bannered;
    }
  }
  return best;
}

function candidate(
  { first, rows, headers }: Pick<Candidate, "first" | "rows" | "headers">,
  { match, vocabulary }: Reading,
): Candidate {
  const known = headers.filter(
    ({ meaning, isOtherMoney }) => isOtherMoney === true || match(meaning) !== undefined,
  ).length;
  const spread = kindsAmong(rows.at(-1)?.cells ?? []).length + numberedAmong(headers, vocabulary);
  return { first, rows, headers, known: known + spread };
}

function singleHeaders({ row, cells }: RawRow): HeaderCell[] {
  return cells.map((text) => ({ row, text, meaning: text }));
}

/** The unit of money that lines above a table state for all of its amounts. */
export function unitAbove(rows: readonly RawRow[]): StatedUnit | undefined {
  for (const { cells } of rows) {
    for (const [index, cell] of cells.entries()) {
      const said = /单位\s*[:：]\s*([^\s,，;；)）]*)/u.exec(cell)?.[1];
      // 单位： and 万元 may be in two cells.
      const word = said === "" ? cells.slice(index + 1).find((next) => next.trim() !== "") : said;
      const unit = word === undefined ? unitOfTitle(cell) : statedUnit(word);
      if (unit !== undefined) return unit;
    }
  }
  return undefined;
}
