/** The tables of one file → the lists of projects in them, and the forms filled in for one project. */
import type { CellPlace, Report } from "../../diagnostics/index.ts";
import { type RawRow, type RawTable, rowPlace } from "../../read/index.ts";
import { cardsBeside } from "../cards/cards-beside.ts";
import { type Card, type Cards, type HalfCard, readCards } from "../cards/read-cards.ts";
import { isIdentity, matchHeader, type Vocabulary } from "../headers/match-header.ts";
import { findHeaderRow, type HeadedTable, unitAbove } from "../tables/find-header-row.ts";
import { withFundColumns } from "../tables/fund-rows.ts";
import { withOpenCells } from "../tables/open-cells.ts";
import { isNote, isSignature } from "../tables/row-words.ts";
import { splitTables } from "../tables/split-tables.ts";
import { type Turned, turnTable } from "../tables/turn-table.ts";

export type FoundInTables = {
  readonly tables: readonly HeadedTable[];
  readonly cards: readonly Card[];
  readonly halves: readonly HalfCard[];
};

/** Of a sheet, or a text; undefined if it holds neither. */
export function findInSheet(
  given: RawTable,
  vocabulary: Vocabulary,
  report: Report,
): FoundInTables | undefined {
  const table = withFundColumns(withOpenCells(given, vocabulary), vocabulary);
  const turned = turnTable(table, vocabulary);
  if (turned !== undefined) {
    table.remarks?.forEach(report);
    return { cards: [], halves: [], tables: listsOfTurned(turned, vocabulary, report) };
  }
  const beside = cardsBeside(table, vocabulary).map((part) => readCards([part], vocabulary));
  const filledIn: Cards = {
    cards: beside.flatMap(({ cards }) => cards),
    halves: beside.flatMap(({ halves }) => halves),
    rest: beside.flatMap(({ rest }) => rest),
    partsBehind: beside.flatMap(({ partsBehind }) => partsBehind),
  };
  const tables = holdsCards(filledIn)
    ? listsAmong(filledIn.rest, vocabulary, report)
    : listsIn(table, vocabulary);
  if (tables.length === 0 && !holdsCards(filledIn)) return undefined;
  table.remarks?.forEach(report);
  return { ...filledIn, tables };
}

/** With the lists that stand below it; of anything else there it is told that it was not used. */
function listsOfTurned(
  { headed, below }: Turned,
  vocabulary: Vocabulary,
  report: Report,
): readonly HeadedTable[] {
  const lists = listsIn(below, vocabulary);
  for (const { row, cells } of lists.length > 0 ? [] : below.rows) {
    const found = cells.find((cell) => cell.trim() !== "");
    if (found === undefined) continue;
    const at = rowPlace(below, row);
    if (isNote(found) || isSignature(found))
      report({ code: "row-skipped", at, found, args: { reason: "note" } });
    else report({ code: "card-cell-unread", at, args: {} });
  }
  return [headed, ...lists];
}

/**
 * Of the sheets of a workbook, one of which has a project's labels and another its indicators, with no project named there;
 * undefined if each of them is read by itself.
 */
export function findFormOverSheets(
  sheets: readonly RawTable[],
  vocabulary: Vocabulary,
  report: Report,
): FoundInTables | undefined {
  if (sheets.length < 2 || sheets.length > mostSheets) return undefined;
  const alone = sheets.map((sheet) => listsIn(sheet, vocabulary));
  const hasLists = alone.flat().some((list) => namesProjects(list, vocabulary));
  if (hasLists || alone.flat().length === 0 || sheets.some((one) => holdsCards(readCards([one], vocabulary))))
    return undefined;
  const filledIn = readCards(sheets, vocabulary);
  const [card, ...others] = filledIn.cards;
  if (card === undefined || others.length > 0 || card.rows.length === 0) return undefined;
  for (const { remarks } of sheets) remarks?.forEach(report);
  return { ...filledIn, tables: [] };
}

/** A form has few parts. */
const mostSheets = 6;

/** Of all tables of a Word file. Any table may be in one: a list is one that names projects. */
export function findInWordFile(
  all: readonly RawTable[],
  vocabulary: Vocabulary,
  report: Report,
): FoundInTables {
  const turned = all.flatMap((table, order) => turnedBelow(table, all[order - 1], vocabulary, report) ?? []);
  const tables = all.filter((table) => !turned.some(({ from }) => from === table));
  const found = turned.flatMap(({ lists }) => lists);
  // The lines above a table that was turned are a table of their own.
  if (found.length > 0 && !tables.some(isWide)) return { cards: [], halves: [], tables: found };
  const others = findUpright(tables, vocabulary, report);
  return { ...others, tables: [...found, ...others.tables] };
}

function turnedBelow(table: RawTable, above: RawTable | undefined, vocabulary: Vocabulary, report: Report) {
  const turned = turnTable(table, vocabulary);
  if (turned === undefined) return undefined;
  const lines = turned.headed.above.length > 0 || above === undefined ? [] : above.rows;
  const headed =
    lines.length === 0
      ? turned.headed
      : { ...turned.headed, above: lines, inFile: above, unit: turned.headed.unit ?? unitAbove(lines) };
  return { from: table, lists: listsOfTurned({ ...turned, headed }, vocabulary, report) };
}

/** Anything but lines of text. */
function isWide({ rows }: RawTable): boolean {
  return rows.some(({ cells }) => cells.filter((cell) => cell.trim() !== "").length > 1);
}

function findUpright(tables: readonly RawTable[], vocabulary: Vocabulary, report: Report): FoundInTables {
  const filledIn = readCards(tables, vocabulary);
  if (holdsCards(filledIn)) {
    for (const { heading, tables: unread } of filledIn.partsBehind) reportPart(heading, unread, report);
    return { ...filledIn, tables: listsAmong(filledIn.rest, vocabulary, report) };
  }
  const headed = headedAmong(tables, vocabulary);
  const named = headed.filter((table) => namesProjects(table, vocabulary));
  const [first] = tables;
  if (first !== undefined && named.length === 0)
    report({ code: "word-file-not-used", at: { kind: "file", file: first.file }, args: {} });
  return { ...filledIn, tables: named };
}

function reportPart(heading: string, [first, ...others]: readonly CellPlace[], report: Report): void {
  if (first === undefined) return;
  const also = others.length === 0 ? undefined : others;
  report({ code: "part-not-read", at: first, also, args: { heading } });
}

/** A line such as 单位：万元 may be a table of its own, above the one whose amounts it is about. */
function headedAmong(tables: readonly RawTable[], vocabulary: Vocabulary): readonly HeadedTable[] {
  const found: HeadedTable[] = [];
  let above: RawRow[] = [];
  for (const table of tables) {
    const headed = findHeaderRow(table, vocabulary);
    if (headed === undefined) above.push(...table.rows);
    else {
      found.push({ ...headed, unit: headed.unit ?? unitAbove(above) });
      above = [];
    }
  }
  return found;
}

function holdsCards({ cards, halves }: Cards): boolean {
  return cards.length + halves.length > 0;
}

function listsIn(table: RawTable, vocabulary: Vocabulary): readonly HeadedTable[] {
  return splitTables(table, vocabulary)
    .flatMap((part) => findHeaderRow(part, vocabulary) ?? [])
    .filter((headed) => !isChoice(headed, vocabulary));
}

/** The levels to choose from when a form is filled in, with neither projects nor values. */
function isChoice({ headers }: HeadedTable, vocabulary: Vocabulary): boolean {
  const known = headers.flatMap(({ meaning }) => matchHeader(meaning, vocabulary)?.field ?? []);
  return known.length > 0 && known.every((field) => /^indicator\.level[123]$/u.test(field));
}

/** Lists above the forms of a table. What is none, is said to be left out. */
function listsAmong(
  tables: readonly RawTable[],
  vocabulary: Vocabulary,
  report: Report,
): readonly HeadedTable[] {
  return tables.flatMap((table) => {
    const named = listsIn(table, vocabulary).filter((one) => namesProjects(one, vocabulary));
    const first = table.rows.find(({ cells }) => cells.filter((cell) => cell.trim() !== "").length > 1);
    if (named.length === 0 && first !== undefined)
      report({ code: "card-cell-unread", at: rowPlace(table, first.row), args: {} });
    return named;
  });
}

export function namesProjects({ headers }: HeadedTable, vocabulary: Vocabulary): boolean {
  return headers.some(({ meaning }) => isIdentity(matchHeader(meaning, vocabulary)?.field));
}
