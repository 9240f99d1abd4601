/** JSON that keeps the names of its columns apart from its rows → the same as lists of objects. */
import type { JsonPlace, Report } from "../../diagnostics/index.ts";
import type { ListNode, ObjectNode, RawEntry, RawNode } from "../../read/index.ts";
import { departmentKeys } from "../../records/index.ts";
import { headerKey } from "../headers/header-key.ts";
import { matchHeader, type Vocabulary } from "../headers/match-header.ts";
import { unitInLine, unitOfTitle } from "../tables/row-words.ts";
import { factsIn } from "../tables/title-lines.ts";
import { replaceEntries, replaceItems, replaceValue } from "./replace-parts.ts";

type TextNode = Extract<RawNode, { kind: "text" }>;
type Tools = { readonly vocabulary: Vocabulary; readonly report: Report };
/** A column as people read it, and the key that its values have if rows are objects. */
type Column = { readonly title: string; readonly key: string | undefined; readonly at: JsonPlace };

const columnKeys = new Set(
  ["columns", "fields", "headers", "header", "heads", "thead", "titles", "cols", "columnNames"]
    .map((name) => name.toLowerCase())
    .concat(["列", "列名", "表头", "字段"]),
);
const titleKeys = ["title", "label", "caption", "header", "text", "comment", "标题", "名称", "列名", "name"];
const nameKeys = ["field", "dataindex", "prop", "key", "columncode", "code", "id", "name", "字段"];

/** The node itself if nothing in it is of that kind. */
export function withObjects(node: RawNode, tools: Tools): RawNode {
  if (node.kind === "list")
    return (
      listOfObjects(node, tools) ??
      belowHeaders(node, tools) ??
      replaceItems(
        node,
        node.items.map((item) => withObjects(item, tools)),
      )
    );
  return node.kind === "object" ? withEntries(node, tools) : node;
}

/** `[["项目名称", …], ["甲", …]]`: the first row names the columns. */
function listOfObjects({ items, at }: ListNode, tools: Tools): ListNode | undefined {
  const [first, ...rows] = items;
  if (first?.kind !== "list" || rows.length === 0 || !rows.every(({ kind }) => kind === "list"))
    return undefined;
  const columns = columnsOf(first);
  return columns === undefined ? undefined : rowsUnder(columns, { kind: "list", items: rows, at }, tools);
}

/**
 * A sheet whose first row was no header (`{"2026年项目表": "项目编码", "__EMPTY": "项目名称"}`): the first row that has
 * names of columns names them. What stands above it is said of all rows, or told.
 */
function belowHeaders({ items, at }: ListNode, tools: Tools): RawNode | undefined {
  const { vocabulary } = tools;
  const isSheet = items.some(
    (item) => item.kind === "object" && item.entries.some(({ key }) => isNameless(key)),
  );
  if (!isSheet) return undefined;
  const isHeader = (item: RawNode) =>
    item.kind === "object" &&
    item.entries.filter(
      ({ value }) => value.kind === "text" && matchHeader(value.text, vocabulary) !== undefined,
    ).length >= 2;
  const first = items.findIndex(isHeader);
  const header = items[first];
  if (header?.kind !== "object") return undefined;
  const titles = new Map(
    header.entries.map(({ key, value }) => [key, value.kind === "text" ? value.text : key]),
  );
  const { said, unit } = readAbove(linesAbove(items.slice(0, first), header), tools);
  const rows = items.slice(first + 1).map((item): RawNode => {
    if (item.kind !== "object") return item;
    const entries = item.entries.map((entry) => retitled(entry, titles.get(entry.key)));
    return { ...item, entries: unit === undefined ? entries : [...entries, unit] };
  });
  const list: ListNode = { kind: "list", items: rows, at };
  return said.length === 0
    ? list
    : { kind: "object", entries: [...said, { key: "data", at, value: list }], at };
}

/** As a library calls a column that has no name. */
function isNameless(key: string): boolean {
  return /^__EMPTY(?:_\d+)?$/u.test(key);
}

type Line = { readonly at: JsonPlace; readonly cells: readonly TextNode[] };

/** The lines above the headers: the names that were taken for those of columns, and the rows between. */
function linesAbove(rows: readonly RawNode[], header: ObjectNode): readonly Line[] {
  const named = [...rows, header].flatMap((row) => (row.kind === "object" ? row.entries : []));
  const names = new Map(
    named.flatMap(({ key, at }) =>
      isNameless(key) ? [] : [[key, { kind: "text", text: key, at }] as const],
    ),
  );
  const cellsOf = (row: RawNode): readonly TextNode[] =>
    row.kind === "object"
      ? row.entries.flatMap(({ value }) => ("text" in value ? { ...value, kind: "text" as const } : []))
      : [];
  return [...[...names.values()].map((cell) => [cell]), ...rows.map(cellsOf)].flatMap((cells) => {
    const [first] = cells;
    return first === undefined ? [] : [{ at: first.at, cells }];
  });
}

type Above = { readonly said: readonly RawEntry[]; readonly unit: RawEntry | undefined };

/** The department, its year, the unit of the rows and that of their money; cells that say none of it are told. */
function readAbove(lines: readonly Line[], { report }: Tools): Above {
  const said: RawEntry[] = [];
  const unused: { readonly at: JsonPlace; readonly text: string }[] = [];
  let unit: RawEntry | undefined;
  for (const { cells } of lines) {
    const texts = cells.map(({ text }) => text);
    const facts = cells.flatMap((cell, index) =>
      factsIn(cell.text, texts.slice(index + 1)).map((fact) => ({ ...fact, at: cell.at })),
    );
    for (const { fact, isUnit, text, at: place } of facts)
      said.push({
        key: isUnit === true ? "填报单位" : factKeys[fact],
        at: place,
        value: { kind: "text", text, at: place },
      });
    const measured = cells.find(({ text }) => (unitInLine(text) ?? unitOfTitle(text)) !== undefined);
    const money = measured && (unitInLine(measured.text) ?? unitOfTitle(measured.text));
    if (measured !== undefined && money !== undefined)
      unit ??= { key: "金额单位", at: measured.at, value: { ...measured, text: money } };
    const others = cells.filter((cell, index) => cell !== measured && !isUsed(texts, index));
    const [first] = others;
    if (first !== undefined) unused.push({ at: first.at, text: others.map(({ text }) => text).join(" ") });
  }
  const [first, ...others] = unused;
  if (first !== undefined) {
    const also = others.length === 0 ? undefined : others.map(({ at }) => at);
    report({
      code: "export-keys-unused",
      at: first.at,
      also,
      args: { keys: unused.map(({ text }) => text) },
    });
  }
  return { said, unit };
}

/** A blank says nothing; the value of a label is used by the label. */
function isUsed(texts: readonly string[], index: number): boolean {
  const text = texts[index] ?? "";
  if (text.trim() === "" || factsIn(text, texts.slice(index + 1)).length > 0) return true;
  const before = texts.slice(0, index).findLast((one) => one.trim() !== "");
  return before !== undefined && factsIn(before, [text]).length > factsIn(before, []).length;
}

const factKeys = {
  names: departmentKeys.name,
  years: departmentKeys.year,
  forms: departmentKeys.form,
} as const;

/** `{"columns": […], "data": [[…], …]}`, and rows that are objects whose keys only the columns explain. */
function withEntries(node: ObjectNode, tools: Tools): ObjectNode {
  const named = node.entries.find(
    ({ key, value }) => value.kind === "list" && columnKeys.has(headerKey(key).key),
  );
  const columns = named?.value.kind === "list" ? columnsOf(named.value) : undefined;
  const keyed = columns?.some(({ key }) => key !== undefined);
  let used = false;
  const entries = node.entries.map((entry) => {
    const { value } = entry;
    const first = value.kind === "list" ? value.items[0] : undefined;
    if (columns !== undefined && entry !== named && value.kind === "list") {
      const fits = first?.kind === "list" || (first?.kind === "object" && keyed === true);
      used ||= fits;
      if (fits) return { ...entry, value: rowsUnder(columns, value, tools) };
    }
    return replaceValue(entry, withObjects(value, tools));
  });
  return used
    ? { ...node, entries: entries.filter(({ key }) => key !== named?.key) }
    : replaceEntries(node, entries);
}

/** Undefined if these are no names of columns: texts, or objects that each have a title or a key. */
function columnsOf({ items }: ListNode): readonly Column[] | undefined {
  const columns = items.flatMap((item): readonly Column[] => {
    if (item.kind === "text") return [{ title: item.text, key: undefined, at: item.at }];
    if (item.kind !== "object") return [];
    const below = item.entries.find(({ key, value }) => key === "children" && value.kind === "list");
    if (below?.value.kind === "list") return columnsOf(below.value) ?? [];
    const key = textUnder(item, nameKeys);
    const title = textUnder(item, titleKeys) ?? key;
    return title === undefined ? [] : [{ title: title.text, key: key?.text, at: title.at }];
  });
  return columns.length >= 2 && columns.length >= items.length ? columns : undefined;
}

function textUnder({ entries }: ObjectNode, keys: readonly string[]) {
  for (const key of keys) {
    const value = entries.find((entry) => headerKey(entry.key).key === key)?.value;
    if (value?.kind === "text" && value.text.trim() !== "") return value;
  }
  return undefined;
}

function rowsUnder(columns: readonly Column[], { items, at }: ListNode, tools: Tools): ListNode {
  const titles = new Map(columns.map((column) => [column.key, titleOf(column, tools)]));
  const named = items.map((item): RawNode => {
    if (item.kind === "object")
      return { ...item, entries: item.entries.map((entry) => retitled(entry, titles.get(entry.key))) };
    if (item.kind !== "list") return item;
    const [cells, headers] = [item.items.length, columns.length];
    if (cells !== headers) tools.report({ code: "ragged-row", at: item.at, args: { cells, headers } });
    const entries = columns.flatMap((column, index): RawEntry[] => {
      const value = item.items[index];
      if (value === undefined) return [];
      const key = titleOf(column, tools);
      const header = { header: key };
      return [{ key, at: { ...column.at, ...header }, value: { ...value, at: { ...value.at, ...header } } }];
    });
    return { kind: "object", entries, at: item.at };
  });
  return { kind: "list", items: named, at };
}

/** The title, unless only the key is a name that is known. */
function titleOf({ title, key }: Column, { vocabulary }: Tools): string {
  const known = (name: string) => matchHeader(name, vocabulary) !== undefined;
  return key !== undefined && known(key) && !known(title) ? key : title;
}

function retitled(entry: RawEntry, title: string | undefined): RawEntry {
  return title === undefined ? entry : { ...entry, key: title };
}
