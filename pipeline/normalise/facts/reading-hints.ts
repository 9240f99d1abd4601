/** Reads from department.json what must be known before its exports are: which files, how to read them, own names of columns. */
import type { JsonPlace, Place, Report } from "../../diagnostics/index.ts";
import type { Encoding, ForcedReading, HiddenCells, RawEntry, RawNode, RawTree } from "../../read/index.ts";
import {
  type DepartmentKey,
  departmentKeys,
  encodingNames,
  hiddenSettings,
  isFieldName,
  keptRowKeys,
  kindOf,
  nearestName,
  separatorCharacters,
  sourceKeys,
  type Text,
  withoutSelectors,
} from "../../records/index.ts";
import { headerKey } from "../headers/header-key.ts";
import { matchHeader, type OwnSpelling, spellingsOf, type Vocabulary } from "../headers/match-header.ts";
import { nodeLines, nodeSource } from "../headers/source-text.ts";
import { canonicalEntries } from "./department-facts.ts";

/** A file that the department wants read, how, and which of it: all, if it names neither paths nor sheets. */
export type ListedSource = {
  readonly name: Text;
  readonly forced: ForcedReading;
  readonly paths: readonly Text[];
  readonly sheets: readonly Text[];
};

/** What department.json says that the department is called, on one line. */
export function statedName(tree: RawTree): string | undefined {
  const value = entryValue(tree, "name");
  const lines = value === undefined ? [] : nodeLines(value, () => {});
  return lines.length === 0 ? undefined : lines.map(({ text }) => text).join("");
}

/** What department.json calls the department's form. */
export function statedForm(tree: RawTree): string | undefined {
  return entryText(tree, "form");
}

/** What department.json says is the year. */
export function statedYear(tree: RawTree | undefined): number | undefined {
  const value = tree && entryValue(tree, "year");
  const digits =
    value !== undefined && "text" in value ? /^\s*(20\d{2})\s*年?度?\s*$/u.exec(value.text)?.[1] : undefined;
  return digits === undefined ? undefined : Number(digits);
}

/** The files that department.json names as the ones to read; undefined if it leaves the choice open. */
export function listedSources(tree: RawTree): ListedSource[] | undefined {
  const value = entryValue(tree, "sources");
  if (value?.kind !== "list") return undefined;
  return value.items.flatMap((item): readonly ListedSource[] => {
    if (item.kind !== "object")
      return nodeLines(item, () => {}).map((name) => ({ name, forced: {}, paths: [], sheets: [] }));
    const entries = canonicalEntries(item.entries, sourceKeys, () => {});
    const [name] = linesOf(entries.get("name"));
    if (name === undefined) return [];
    const [paths, sheets] = [linesOf(entries.get("path")), linesOf(entries.get("sheet"))];
    return [{ name, forced: forcedBy(entries), paths, sheets }];
  });
}

/** The department's own names of columns; a field that nobody knows is reported. */
export function columnAliases(
  tree: RawTree | undefined,
  vocabulary: Vocabulary,
  report: Report,
): (OwnSpelling & { readonly at: Place })[] {
  const value = tree && entryValue(tree, "aliases");
  if (value?.kind !== "object") return [];
  const spelled = value.entries.flatMap((entry) => {
    const exact = isFieldName(entry.key);
    const match = matchHeader(entry.key, vocabulary);
    const field = isFieldName(entry.key) ? entry.key : match?.field;
    const kind = match?.field === field ? match?.kind : undefined;
    if (field !== undefined)
      return linesOf(entry).map(({ text, at }) => ({
        ...{ field, kind: kind ?? kindOf(field, {}), exact, at },
        ...{ spelling: text, key: entry.key },
      }));
    const nearest = nearestName(entry.key, spellingsOf(vocabulary));
    report({ code: "alias-field-unknown", at: entry.at, args: { field: entry.key, nearest } });
    return [];
  });
  for (const [index, { field, spelling, key, at }] of spelled.entries()) {
    const same = (one: (typeof spelled)[number]) => headerKey(one.spelling).key === headerKey(spelling).key;
    const first = spelled.slice(0, index).find((one) => same(one) && one.field !== field);
    if (first !== undefined)
      report({
        code: "alias-twice",
        at,
        also: [first.at],
        args: { spelling, first: first.key, second: key },
      });
  }
  return spelled;
}

/** What department.json says of rows and columns that were hidden by hand. */
export function hiddenCells(tree: RawTree): HiddenCells {
  return hiddenSettings.get(entryText(tree, "hidden") ?? "") ?? "undecided";
}

/** Whether department.json keeps a row as a project, whatever it looks like: by its name, or by file and row. */
export function keptRows(
  tree: RawTree | undefined,
): (row: { readonly file: string; readonly row: number; readonly name: string }) => boolean {
  const value = tree && entryValue(tree, "keptRows");
  const names = new Set<string>();
  const rows = new Set<string>();
  for (const item of value?.kind === "list" ? value.items : []) {
    if (item.kind === "text") names.add(withoutSelectors(item.text.trim()));
    if (item.kind !== "object") continue;
    const entries = canonicalEntries(item.entries, keptRowKeys, () => {});
    const [file] = linesOf(entries.get("file"));
    const [row] = linesOf(entries.get("row"));
    rows.add(`${file?.text} ${row?.text}`);
  }
  return ({ file, row, name }) => names.has(withoutSelectors(name)) || rows.has(`${file} ${row}`);
}

/** The columns that 取值 or 略去行 name, each with its codes and what they mean. */
export function mappedValues(
  tree: RawTree | undefined,
  key: "values" | "omittedRows",
): readonly {
  readonly name: string;
  readonly at: JsonPlace;
  readonly values: ReadonlyMap<string, string>;
}[] {
  const value = tree && entryValue(tree, key);
  if (value?.kind !== "object") return [];
  return value.entries.map((entry) => {
    const { key: name, at } = entry;
    if (entry.value.kind !== "object")
      return { name, at, values: new Map(linesOf(entry).map(({ text }) => [withoutSelectors(text), text])) };
    const meant = entry.value.entries.map((one) => [one.key, nodeSource(one.value, () => {})] as const);
    return { name, at, values: new Map(meant) };
  });
}

function forcedBy(entries: ReadonlyMap<string, RawEntry>): ForcedReading {
  const said = (key: string): string | undefined => {
    const value = entries.get(key)?.value;
    return value?.kind === "text" ? value.text : undefined;
  };
  const name = encodingNames.find((one) => one === said("encoding"));
  const separator = separatorCharacters.find((one) => one === said("separator"));
  return { encoding: name && encodingOf(name), separator };
}

function encodingOf(name: (typeof encodingNames)[number]): Encoding {
  return name === "GBK" || name === "GB2312" ? "GB18030" : name;
}

function entryValue({ root }: RawTree, key: DepartmentKey): RawNode | undefined {
  const entries = root.kind === "object" ? root.entries : [];
  return entries.find((entry) => entry.key === departmentKeys[key] || entry.key === key)?.value;
}

function entryText(tree: RawTree, key: DepartmentKey): string | undefined {
  const value = entryValue(tree, key);
  return value?.kind === "text" ? value.text : undefined;
}

function linesOf(entry: RawEntry | undefined): Text[] {
  return entry === undefined ? [] : nodeLines(entry.value, () => {});
}
