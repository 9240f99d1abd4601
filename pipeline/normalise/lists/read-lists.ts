/** Where a department's files hold lists of its own → their rows, each value read as its column's type. */
import { isWordTable, type ObjectNode, type RawEntry, tablePlace } from "../../read/index.ts";
import {
  type Amount,
  type DepartmentLists,
  type FormSpec,
  type ListRow,
  nearestName,
} from "../../records/index.ts";
import type { Context } from "../drafts/context.ts";
import type { DepartmentUnit } from "../facts/department-facts.ts";
import { columnCalled, type DeclaredList, declaredLists, listCalled } from "../headers/declared-lists.ts";
import { aroundLists, type SaidOfDepartment } from "./around-lists.ts";
import { readOwnEntry, reportUnknownKey } from "./department-own.ts";
import type { HeldLists } from "./hold-lists.ts";
import { withoutParts } from "./list-parts.ts";
import { rowsOfTable } from "./list-table.ts";
import { withoutTotals } from "./list-totals.ts";
import { listsInTable } from "./lists-in-table.ts";

type Settings = { readonly spec: FormSpec; readonly unit: DepartmentUnit | undefined };

/** The lists by name, undefined if there is no row; and what their sheets say of the department itself. */
export type ReadLists = {
  readonly lists: DepartmentLists | undefined;
  readonly said: readonly SaidOfDepartment[];
};

/** What only another form has a list for is reported. */
export function readLists(held: HeldLists, settings: Settings, context: Context): ReadLists {
  const declared = declaredLists(settings.spec);
  const tools = { ...settings, context };
  const lists = new Map<string, readonly ListRow[]>();
  const said: SaidOfDepartment[] = [];
  const take = (list: DeclaredList, read: readonly ListRow[]): void => {
    const rows = withGroups(withoutTotals(withoutParts(read, list, tools), list, tools), list);
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
    if (list === undefined) reportUnknownKey(entry, settings.spec, context.report);
    else take(list, rowsOfEntry(entry, list, tools));
  }
  const tables = held.tables.map((table) => ({
    table,
    found: listsInTable(table, declared, context.vocabulary),
  }));
  const used = new Set(tables.flatMap(({ table, found }) => (found.length === 0 ? [] : table.file)));
  for (const { table, found } of tables) {
    // Of a form in Word each table is one, and some say only what is around the lists.
    if (found.length === 0 && !(isWordTable(table) && used.has(table.file))) {
      context.report({ code: "file-not-an-export", at: tablePlace(table), args: {} });
      continue;
    }
    table.remarks?.forEach(context.report);
    const around = aroundLists({ table, found }, settings.spec, context);
    said.push(around.said);
    for (const one of around.lists) take(one.declared, rowsOfTable(one, tools));
  }
  return { lists: lists.size === 0 ? undefined : Object.fromEntries(lists), said };
}

type Tools = Settings & { readonly context: Context };

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
      const args = { list: declared.label, key, nearest: nearestName(key, known), known };
      report({ code: "list-key-unknown", at, args });
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
