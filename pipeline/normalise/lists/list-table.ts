/** A table of a list of the department's own → its rows. What stands around them (titles, signatures, notes) is left out and listed. */
import type { SkippedAs } from "../../diagnostics/index.ts";
import { cellPlace, type Merge, type RawRow, rowPlace } from "../../read/index.ts";
import { type Amount, type BlankPlace, type ListRow, perText } from "../../records/index.ts";
import type { Context } from "../drafts/context.ts";
import type { SheetCell } from "../drafts/kept-rows.ts";
import type { DepartmentUnit } from "../facts/department-facts.ts";
import { namingColumn } from "../headers/declared-lists.ts";
import type { StatedUnit } from "../headers/header-key.ts";
import { printableText, toText } from "../headers/source-text.ts";
import { unitAbove } from "../tables/find-header-row.ts";
import { outsideTable, rowBeginning } from "../tables/margin-rows.ts";
import { flatten, isFigure, isNumbered, totalIn, unitInLine } from "../tables/row-words.ts";
import { isMoney } from "../tables/sheet.ts";
import { readOwnText } from "./department-own.ts";
import { columnsOfTable, isFilled, type PlacedColumn, reportUnread, textIn } from "./list-columns.ts";
import { linesOfRows } from "./list-lines.ts";
import type { ListTable } from "./lists-in-table.ts";

type Tools = { readonly unit: DepartmentUnit | undefined; readonly context: Context };

/** In the order of the table, its rows of totals among them. */
export function rowsOfTable(found: ListTable, tools: Tools): readonly ListRow[] {
  const columns = columnsOfTable(found);
  const { rows, below } = sortRows(found, columns, tools.context);
  reportUnread(found, { columns, rows }, tools.context);
  const units = unitsOf(columns, below, found);
  return linesOfRows(rows, columns, found).flatMap(
    (lines) => rowOf(lines, { found, columns, units, tools }) ?? [],
  );
}

/** The rows of a table that are the list's, and those that stand around them, each of which is listed. */
function sortRows(
  { table, declared, headerRows, above, body }: ListTable,
  columns: readonly PlacedColumn[],
  { keeps, report }: Context,
): { readonly rows: readonly RawRow[]; readonly below: readonly RawRow[] } {
  const named = columns.find(({ column }) => column === namingColumn(declared));
  const nameOf = (row: RawRow) => (named === undefined ? "" : textIn(row, named.index));
  const numbered = body.filter((row) => isNumbered(nameOf(row)) && row.cells.filter(isFilled).length > 1);
  const byColumn = new Map(columns.map(({ index, column }) => [index, column]));
  const beginning = perText(rowBeginning);
  const titles = new Set(above.map(({ cells }) => signature(cells)).filter((row) => row !== ""));
  const headers = new Set(headerRows.map(({ cells }) => signature(cells)));
  const rows: RawRow[] = [];
  const below: RawRow[] = [];
  let before: SkippedAs | undefined;
  const reasonOf = (row: RawRow, cells: readonly SheetCell[]): SkippedAs | undefined => {
    const said = signature(row.cells);
    if (headers.has(said)) return "header";
    if (titles.has(said)) return "title";
    const outside = outsideTable(cells, { beginning, above: before });
    if (outside !== undefined) return outside;
    const [only, second] = cells;
    if (only === undefined || second !== undefined) return undefined;
    const isWide = reachOf(table.merges, row, only.column) > 1;
    const isSection = isNumbered(only.text) && numbered.length === 0 && only.column <= (named?.index ?? 0);
    return isWide || isSection ? "heading" : undefined;
  };
  for (const row of body) {
    const cells = row.cells.flatMap((source, column): readonly SheetCell[] => {
      const text = printableText(source);
      const { field, kind } = byColumn.get(column) ?? {};
      return text === "" ? [] : [{ column, text, field, kind }];
    });
    const [first] = cells;
    if (first === undefined) continue;
    const isKept = keeps({ file: table.file, row: row.row, name: nameOf(row) });
    before = isKept ? undefined : reasonOf(row, cells);
    if (before === undefined) rows.push(row);
    else {
      below.push(row);
      const found = before === "header" || before === "title" ? undefined : first.text;
      const args = { reason: before, list: declared.label };
      report({ code: "row-skipped", at: rowPlace(table, row.row), found, args });
    }
  }
  return { rows, below };
}

function signature(cells: readonly string[]): string {
  return cells.map(flatten).join("\t").trim();
}

/** How many columns the cell of a row covers. */
function reachOf(merges: readonly Merge[] = [], { row }: RawRow, column: number): number {
  const merge = merges.find((one) => one.row === row && one.column === column + 1);
  return merge?.columns ?? 1;
}

/**
 * By the index of a column of money: what states the unit of its amounts. Its own header, or else the only unit that the
 * other headers state, or a line above or below the table.
 */
function unitsOf(
  columns: readonly PlacedColumn[],
  below: readonly RawRow[],
  { above }: ListTable,
): ReadonlyMap<number, StatedUnit | undefined> {
  const stated = new Set(columns.flatMap((one) => (isMoney(one.column) ? (one.stated ?? []) : [])));
  const [only] = stated.size === 1 ? stated : [];
  const lines = below.flatMap(({ cells }) => cells.flatMap((cell) => unitInLine(cell) ?? []));
  const shared = only ?? unitAbove(above) ?? lines[0];
  return new Map(columns.map(({ index, stated: own }) => [index, own ?? shared]));
}

/** Undefined if no column of the list holds anything in it. */
function rowOf(
  lines: readonly RawRow[],
  {
    found,
    columns,
    units,
    tools,
  }: {
    readonly found: ListTable;
    readonly columns: readonly PlacedColumn[];
    readonly units: ReadonlyMap<number, StatedUnit | undefined>;
    readonly tools: Tools;
  },
): ListRow | undefined {
  const { context } = tools;
  const { table, declared, headers } = found;
  const [first, ...others] = lines;
  if (first === undefined) return undefined;
  for (const { row, cells } of lines) {
    const surplus = cells.findIndex((cell, index) => index >= headers.length && isFilled(cell));
    if (surplus < 0) continue;
    const args = { cells: cells.length, headers: headers.length };
    context.report({ code: "ragged-row", at: { ...rowPlace(table, row), column: surplus + 1 }, args });
  }
  const total = namedOutside(first, columns, found);
  const blanks: BlankPlace[] = [];
  const values = columns.flatMap(({ column, index, text }): readonly (readonly [string, Amount])[] => {
    if (total?.column === column)
      return [[column.name, { text: total.word, at: cellPlace(table, first.row, total.index, text) }]];
    const at = cellPlace(table, first.row, index, text);
    const further = column.kind === "lines" ? others.map((row) => textIn(row, index)) : [];
    const source = [first.cells[index] ?? "", ...further].filter(isFilled).join("\n");
    const given = toText(source, at, context.report);
    if (given !== undefined)
      return [[column.name, readOwnText(given, column, { ...tools, stated: units.get(index) })]];
    blanks.push({ field: column.field, at });
    return [];
  });
  if (values.length === 0) return undefined;
  blanks.forEach(context.noteBlank);
  return { list: declared.list, values: Object.fromEntries(values), at: rowPlace(table, first.row) };
}

/** 合计 below the row's number, in a row that nothing else names. */
function namedOutside({ cells }: RawRow, columns: readonly PlacedColumn[], { declared }: ListTable) {
  const column = namingColumn(declared);
  const isRead = (index: number) => columns.some((one) => one.index === index);
  const texts = cells.flatMap((cell, index) =>
    isFilled(cell) && !isFigure(cell) ? [{ word: cell.trim(), index }] : [],
  );
  const [only, second] = texts;
  if (column === undefined || only === undefined || second !== undefined || isRead(only.index))
    return undefined;
  return totalIn(only.word) === undefined ? undefined : { column, ...only };
}
