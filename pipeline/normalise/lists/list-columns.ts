/** The headers of a table of a list → the columns that are read, and those that are not: these are reported. */
import { columnKey } from "../../diagnostics/index.ts";
import { cellPlace, type RawRow } from "../../read/index.ts";
import { nearestName } from "../../records/index.ts";
import type { Context } from "../drafts/context.ts";
import { type ListColumn, namesList } from "../headers/declared-lists.ts";
import { headerKey, type StatedUnit } from "../headers/header-key.ts";
import { flatten } from "../tables/row-words.ts";
import { columnsCalled, isOrdinal, type ListTable } from "./lists-in-table.ts";

/** A column of the list, and the header in the table that names it. */
export type PlacedColumn = {
  readonly column: ListColumn;
  readonly row: number;
  readonly index: number;
  readonly text: string;
  readonly stated: StatedUnit | undefined;
};

/** What of a table is read: a column for each of the list's, the first. */
export function columnsOfTable({ declared, headers }: ListTable): readonly PlacedColumn[] {
  const chosen = new Map<string, PlacedColumn>();
  for (const [index, column] of columnsCalled(headers, declared).entries()) {
    const header = headers[index];
    if (column === undefined || header === undefined || chosen.has(column.name)) continue;
    const { row, text, meaning } = header;
    chosen.set(column.name, { column, row, index, text: text.trim(), stated: headerKey(meaning).unit });
  }
  return [...chosen.values()];
}

/** Columns that are not read and hold something in one of the list's rows. */
export function reportUnread(
  { table, declared, headers }: ListTable,
  { columns, rows }: { readonly columns: readonly PlacedColumn[]; readonly rows: readonly RawRow[] },
  { report, reportOnce }: Context,
): void {
  const called = columnsCalled(headers, declared);
  for (const [index, { row: headerRow, text: written, meaning }] of headers.entries()) {
    const text = written.trim();
    const at = cellPlace(table, headerRow, index, text);
    const first = columns.find(({ column }) => column === called[index]);
    const values = rows.map((row) => textIn(row, index)).filter(isFilled);
    // The report numbers the rows itself.
    const mayCount = isSerial(text) || namesList(meaning, declared);
    if (first?.index === index || values.length === 0 || (mayCount && values.every(isOrdinal))) continue;
    if (first === undefined) {
      const labels = declared.columns.map(({ label }) => label);
      reportOnce(`unknown ${declared.list} ${text === "" ? columnKey(at) : text}`, () => ({
        code: "column-unknown",
        at,
        args: { header: text, nearest: text === "" ? "" : nearestName(text, labels) },
      }));
    } else if (rows.some((row) => textIn(row, index) !== textIn(row, first.index)))
      report({
        code: "column-repeated",
        at,
        also: [cellPlace(table, first.row, first.index, first.text)],
        args: { header: text },
      });
  }
}

function isSerial(header: string): boolean {
  return /^(?:序号|编号|序|行次|No\.?)$/iu.test(flatten(header));
}

export function textIn({ cells }: RawRow, index: number): string {
  return (cells[index] ?? "").trim();
}

export function isFilled(cell: string): boolean {
  return cell.trim() !== "";
}
