/** Rows of a table of a list, some of whose cells are merged → the rows of the list, each of one line or more. */
import type { RawRow } from "../../read/index.ts";
import { type DeclaredList, isNumeric, namingColumn } from "../headers/declared-lists.ts";
import { fillMerges } from "../tables/fill-merges.ts";
import { isFilled, type PlacedColumn, textIn } from "./list-columns.ts";
import type { ListTable } from "./lists-in-table.ts";

/**
 * What is in further lines of a merged name is text of that row. An amount is not spread: a cell merged over several
 * rows is one amount.
 */
export function linesOfRows(
  body: readonly RawRow[],
  columns: readonly PlacedColumn[],
  { table, declared }: ListTable,
): readonly (readonly RawRow[])[] {
  const { rows, merged } = fillMerges(body, table.merges);
  const naming = namingColumn(declared);
  const amounts = columns.flatMap(({ index, column }) =>
    merged.has(index) && isNumeric(column) ? index : [],
  );
  const lined = columns.filter(({ column }) => column.kind === "lines" && column !== naming);
  const spread: RawRow[][] = [];
  let label: RawRow | undefined;
  for (const [index, full] of rows.entries()) {
    const own = body[index] ?? full;
    const row = {
      ...full,
      cells: full.cells.map((cell, at) => (amounts.includes(at) ? (own.cells[at] ?? "") : cell)),
    };
    const filled = columns.filter((one) => textIn(own, one.index) !== "");
    const isLine = filled.length > 0 && filled.every((one) => lined.includes(one));
    const above = spread.at(-1);
    if (isLabel(filled, body[index + 1], { columns, declared })) label = row;
    else if (isLine && above !== undefined && label === undefined) above.push(row);
    else {
      spread.push([labelled(row, label)]);
      label = undefined;
    }
  }
  return spread;
}

/** Whether a row only names a group that the row below it belongs to. */
function isLabel(
  filled: readonly PlacedColumn[],
  below: RawRow | undefined,
  { columns, declared }: { readonly columns: readonly PlacedColumn[]; readonly declared: DeclaredList },
): boolean {
  const outer = filled.at(-1);
  if (outer === undefined || below === undefined) return false;
  if (!filled.every(({ column }) => declared.groups.includes(column.name))) return false;
  const inner = columns.filter(({ index }) => index > outer.index);
  return textIn(below, outer.index) === "" && inner.some(({ index }) => textIn(below, index) !== "");
}

/** With the label of its group, which stands alone above it. */
function labelled(row: RawRow, label: RawRow | undefined): RawRow {
  return { ...row, cells: row.cells.map((cell, at) => (isFilled(cell) ? cell : (label?.cells[at] ?? ""))) };
}
