/** JSON with an object for each source of a project's money → an object for each project, as a list has a row for each. */
import type { Report } from "../../diagnostics/index.ts";
import type { ListNode, ObjectNode, RawEntry, RawNode } from "../../read/index.ts";
import { perText } from "../../records/index.ts";
import type { Vocabulary } from "../headers/match-header.ts";
import { type FundTable, fundTable, isSourceName, type JoinedFunds } from "../tables/fund-rows.ts";
import { replaceEntries, replaceItems, replaceValue } from "./replace-parts.ts";

type Given = { readonly vocabulary: Vocabulary; readonly report: Report };
type Tools = Given & { readonly isSource: (key: string) => boolean };

/** The node itself if no project in it has several objects that differ by their source and their amount alone. */
export function withJoinedFunds(node: RawNode, given: Given): RawNode {
  // Records say the same keys again.
  return withJoined(node, { ...given, isSource: perText(isSourceName) });
}

function withJoined(node: RawNode, tools: Tools): RawNode {
  const inner = (one: RawNode) => withJoined(one, tools);
  if (node.kind === "list") return joinedList(node, tools) ?? replaceItems(node, node.items.map(inner));
  if (node.kind !== "object") return node;
  return replaceEntries(
    node,
    node.entries.map((entry) => replaceValue(entry, inner(entry.value))),
  );
}

/** Undefined of a list of anything else, and of one that stays as it is. */
function joinedList(node: ListNode, { vocabulary, report, isSource }: Tools): ListNode | undefined {
  const objects = node.items.flatMap((item) => (item.kind === "object" ? [item] : []));
  const hasSources = objects.some(({ entries }) => entries.some(({ key }) => isSource(key)));
  if (!hasSources || objects.length < node.items.length) return undefined;
  const keys = [...new Set(objects.flatMap(({ entries }) => entries.map(({ key }) => key)))];
  const found = fundTable({ rows: rowsOf(objects, keys) }, vocabulary);
  if (found === undefined) return undefined;
  const key = keys[found.source] ?? "";
  const placeOf = (row: number) => {
    const object = objects[row - 1];
    const entry = object?.entries.find((one) => one.key === key);
    return entry?.value.at ?? object?.at ?? node.at;
  };
  if ("reason" in found) {
    const { row, reason } = found;
    const text = row.cells[found.source]?.trim() ?? "";
    report({ code: "fund-rows-apart", at: placeOf(row.row), found: text, args: { header: key, reason } });
    return undefined;
  }
  const split = found.owners.filter(({ rows }) => rows.length > 1);
  const [first, ...others] = split.flatMap(({ rows }) => rows.map(({ row }) => placeOf(row)));
  const args = { header: key, projects: split.length, sources: found.names };
  report({ code: "fund-rows-joined", at: first ?? node.at, also: others, args });
  return { ...node, items: found.owners.flatMap((owner) => joinedObject(owner, { objects, keys, found })) };
}

/** The keys as a header, then what each object says; what is no plain value counts by what is in it. */
function rowsOf(objects: readonly ObjectNode[], keys: readonly string[]) {
  const nested = new Set(
    objects.flatMap(({ entries }) => entries.flatMap(({ key, value }) => (isNested(value) ? [key] : []))),
  );
  const header = { row: 0, cells: keys.map((key) => (nested.has(key) ? "" : key)) };
  const rows = objects.map(({ entries }, index) => {
    const texts = new Map(entries.map(({ key, value }) => [key, contentOf(value)]));
    return { row: index + 1, cells: keys.map((key) => texts.get(key) ?? "") };
  });
  return [header, ...rows];
}

function isNested({ kind }: RawNode): boolean {
  return kind === "list" || kind === "object";
}

function contentOf(node: RawNode): string {
  if ("text" in node) return node.text;
  if (node.kind === "null") return "";
  if (node.kind === "boolean") return String(node.value);
  if (node.kind === "list") return JSON.stringify(node.items.map(contentOf));
  return JSON.stringify(node.entries.map(({ key, value }) => [key, contentOf(value)]));
}

type Joining = {
  readonly objects: readonly ObjectNode[];
  readonly keys: readonly string[];
  readonly found: FundTable;
};

/** The first of its objects, with the sum, and the amounts of its sources in place of the one source. */
function joinedObject({ rows, total, texts }: JoinedFunds, { objects, keys, found }: Joining): ObjectNode[] {
  const own = rows.flatMap(({ row }) => objects[row - 1] ?? []);
  const [first] = own;
  if (first === undefined) return [];
  const amounts = own.flatMap(({ entries }) => entries.find(({ key }) => key === keys[found.money]) ?? []);
  const sources = [...texts.keys()].flatMap((name): readonly RawEntry[] => {
    const index = own.findIndex(({ entries }) =>
      entries.some(({ key, value }) => key === keys[found.source] && contentOf(value).trim() === name),
    );
    const amount = own[index]?.entries.find(({ key }) => key === keys[found.money]);
    return amount === undefined ? [] : [{ ...amount, key: found.called(name) }];
  });
  const sum = amounts.find(({ value }) => "text" in value);
  return [
    {
      ...first,
      entries: first.entries.flatMap((entry): readonly RawEntry[] => {
        if (entry.key === keys[found.source]) return sources;
        if (entry.key !== keys[found.money]) return [entry];
        const value = total === undefined ? entry.value : textNode(sum?.value ?? entry.value, total);
        return [{ ...entry, key: found.total, value }];
      }),
    },
  ];
}

function textNode(node: RawNode, text: string): RawNode {
  return { kind: node.kind === "number" ? "number" : "text", text, at: node.at };
}
