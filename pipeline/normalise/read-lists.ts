/** Where a department's files hold lists of its own → their rows, each value read as its column's type. */
import { columnKey } from "../diagnostics/index.ts";
import {
  cellPlace,
  type ObjectNode,
  type RawEntry,
  type RawRow,
  rowPlace,
  tablePlace,
} from "../read/index.ts";
import {
  type Amount,
  type BlankPlace,
  type DepartmentLists,
  type FormSpec,
  type ListRow,
  nearestName,
} from "../records/index.ts";
import type { Context } from "./context.ts";
import {
  columnCalled,
  type DeclaredList,
  declaredLists,
  type HeldLists,
  type ListColumn,
  type ListTable,
  listCalled,
  listInTable,
} from "./declared-lists.ts";
import type { DepartmentUnit } from "./department-facts.ts";
import { readOwnEntry, readOwnText } from "./department-own.ts";
import { fillMerges } from "./fill-merges.ts";
import { unitAbove } from "./find-header-row.ts";
import { headerKey, type StatedUnit } from "./header-key.ts";
import { withoutTotals } from "./list-totals.ts";
import { toText } from "./source-text.ts";

type Settings = { readonly spec: FormSpec; readonly unit: DepartmentUnit | undefined };

/** By list; undefined if there is no row. What only another form has a list for is reported. */
export function readLists(
  held: HeldLists,
  settings: Settings,
  context: Context,
): DepartmentLists | undefined {
  const declared = declaredLists(settings.spec);
  const tools = { ...settings, context };
  const lists = new Map<string, readonly ListRow[]>();
  const take = (list: DeclaredList, read: readonly ListRow[]): void => {
    const rows = withGroups(withoutTotals(read, list, tools), list);
    const [again] = rows;
    if (again === undefined) return;
    const first = lists.get(list.list)?.[0];
    if (first === undefined) lists.set(list.list, rows);
    else
      context.report({
        code: "list-given-twice",
        at: again.at,
        also: [first.at],
        args: { list: list.label },
      });
  };
  for (const entry of held.entries) {
    const list = listCalled(entry.key, declared);
    if (list === undefined)
      context.report({ code: "department-key-unknown", at: entry.at, args: { key: entry.key, nearest: "" } });
    else take(list, rowsOfEntry(entry, list, tools));
  }
  for (const table of held.tables) {
    const found = listInTable(table, declared, context.vocabulary);
    if (found === undefined) context.report({ code: "file-not-an-export", at: tablePlace(table), args: {} });
    else take(found.declared, rowsOfTable(found, tools));
  }
  return lists.size === 0 ? undefined : Object.fromEntries(lists);
}

type Tools = Settings & { readonly context: Context };

function rowsOfTable(found: ListTable, tools: Tools): readonly ListRow[] {
  const { table, declared, headers, body } = found;
  const { context } = tools;
  const columns = columnsOfTable(found, context);
  const { rows } = fillMerges(body, table.merges);
  return rows.flatMap(({ row, cells }): readonly ListRow[] => {
    const surplus = cells.findIndex((cell, index) => index >= headers.length && cell.trim() !== "");
    if (surplus >= 0) {
      const args = { cells: cells.length, headers: headers.length };
      context.report({ code: "ragged-row", at: { ...rowPlace(table, row), column: surplus + 1 }, args });
    }
    const blanks: BlankPlace[] = [];
    const values = columns.flatMap(({ column, index, text, stated }) => {
      const at = cellPlace(table, row, index, text);
      const given = toText(cells[index] ?? "", at, context.report);
      if (given !== undefined)
        return [[column.name, readOwnText(given, column, { ...tools, stated })] as const];
      blanks.push({ field: column.field, at });
      return [];
    });
    if (values.length === 0) return [];
    blanks.forEach(context.noteBlank);
    return [{ list: declared.list, values: Object.fromEntries(values), at: rowPlace(table, row) }];
  });
}

type TableColumn = {
  readonly column: ListColumn;
  readonly row: number;
  readonly index: number;
  readonly text: string;
  readonly stated: StatedUnit | undefined;
};

/** What of a table is read: a column for each of the list's, the first; whatever else holds something is reported. */
function columnsOfTable(
  { table, declared, headers, above, body }: ListTable,
  { report, reportOnce }: Context,
): readonly TableColumn[] {
  const lineUnit = unitAbove(above);
  const textIn = ({ cells }: RawRow, index: number) => (cells[index] ?? "").trim();
  const chosen = new Map<string, TableColumn>();
  for (const [index, { row: headerRow, text: written, meaning }] of headers.entries()) {
    const text = written.trim();
    const at = cellPlace(table, headerRow, index, text);
    const column = columnCalled(meaning, declared);
    const first = column && chosen.get(column.name);
    if (column === undefined) {
      if (!body.some((row) => textIn(row, index) !== "")) continue;
      const labels = declared.columns.map(({ label }) => label);
      const nearest = text === "" ? "" : nearestName(text, labels);
      reportOnce(`unknown ${declared.list} ${text === "" ? columnKey(at) : text}`, {
        code: "column-unknown",
        at,
        args: { header: text, nearest },
      });
    } else if (first === undefined)
      chosen.set(column.name, {
        column,
        row: headerRow,
        index,
        text,
        stated: headerKey(meaning).unit ?? lineUnit,
      });
    else if (body.some((row) => textIn(row, index) !== textIn(row, first.index)))
      report({
        code: "column-repeated",
        at,
        also: [cellPlace(table, first.row, first.index, first.text)],
        args: { header: text },
      });
  }
  return [...chosen.values()];
}

function rowsOfEntry({ key, value }: RawEntry, declared: DeclaredList, tools: Tools): readonly ListRow[] {
  const objects = value.kind === "list" ? value.items : value.kind === "null" ? [] : [value];
  return objects.flatMap((one): readonly ListRow[] => {
    if (one.kind === "object")
      return [{ list: declared.list, values: valuesIn(one, declared, tools), at: one.at }];
    const expected = `[{"${declared.columns[0]?.label ?? ""}": "…"}]`;
    const found = "text" in one ? one.text : "[ … ]";
    tools.context.report({ code: "department-value-wrong", at: one.at, found, args: { key, expected } });
    return [];
  });
}

function valuesIn({ entries }: ObjectNode, declared: DeclaredList, tools: Tools): ListRow["values"] {
  const { report } = tools.context;
  const values = new Map<string, Amount>();
  for (const entry of entries) {
    const { key, at } = entry;
    const column = columnCalled(key, declared);
    if (column === undefined) {
      const known = declared.columns.map(({ label }) => label);
      report({ code: "department-key-unknown", at, args: { key, nearest: nearestName(key, known) } });
      continue;
    }
    const value = readOwnEntry(entry, column, tools);
    if (value === undefined) continue;
    const first = values.get(column.name);
    if (first === undefined) values.set(column.name, value);
    else if (first.text !== value.text)
      report({ code: "department-key-twice", at, also: [first.at], args: { key } });
  }
  return Object.fromEntries(values);
}

/** A blank in a column of merged cells repeats what is above it, as long as what is outside of it does. */
function withGroups(rows: readonly ListRow[], { groups }: DeclaredList): readonly ListRow[] {
  let above: ListRow["values"] = {};
  return rows.map((row) => {
    const filled = { ...row.values };
    for (const name of groups) {
      const own = row.values[name];
      if (own !== undefined && own.text !== above[name]?.text) break;
      const repeated = above[name];
      if (own === undefined && repeated !== undefined) filled[name] = repeated;
    }
    above = filled;
    return { ...row, values: filled };
  });
}
