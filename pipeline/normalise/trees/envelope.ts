/** What a system's answer says of itself around its data: status, pages, and how many records there are. */
import type { Report } from "../../diagnostics/index.ts";
import type { ObjectNode, RawEntry, RawNode } from "../../read/index.ts";
import { groupBy, parseDecimal, sumDecimals } from "../../records/index.ts";
import { headerKey } from "../headers/header-key.ts";
import { matchHeader, type Vocabulary } from "../headers/match-header.ts";
import { isHollow } from "../headers/source-text.ts";

/** A number of records as an answer states it, and how many there are in its list. */
export type EnvelopeCount = { readonly entry: RawEntry; readonly total: number; readonly there: number };

/** Whether more is to come after an answer, as it says itself. */
export type EnvelopeEnd = { readonly entry: RawEntry; readonly goesOn: boolean };

const statusKeys = [
  ...["code", "rscode", "status", "success", "ok", "msg", "message", "rsmsg", "error", "errmsg", "errcode"],
  ...["timestamp", "time", "requestid", "traceid", "version", "sign", "状态码", "提示"],
];
const messageKeys = ["msg", "message", "rsmsg", "errmsg", "error", "提示"];
const pageKeys = [
  ...[
    "size",
    "current",
    "currentpage",
    "page",
    "pages",
    "pagenum",
    "pageno",
    "pageindex",
    "pagesize",
    "limit",
  ],
  ...["offset", "start", "hitcount", "searchcount", "optimizecountsql", "orders", "first", "last", "empty"],
  ...["number", "numberofelements", "totalpages", "totalpage", "pagecount", "hasnext", "hasprevious"],
  ...["hasnextpage", "haspreviouspage", "isfirstpage", "islastpage", "prepage", "nextpage", "navigatepages"],
  ...["navigatefirstpage", "navigatelastpage", "startrow", "endrow", "hasmore", "页码", "每页条数", "总页数"],
  ...[
    "startcursor",
    "endcursor",
    "cursor",
    "nextlink",
    "__next",
    "__typename",
    "took",
    "timedout",
    "maxscore",
  ],
];
const countKeys = [
  ...["totalcount", "totalelements", "totalnum", "totalrecords", "totalrecord", "totalsize", "totalrows"],
  ...["@odata.count", "__count"],
  ...[
    "recordstotal",
    "recordstotalcount",
    "recordcount",
    "rowcount",
    "count",
    "总数",
    "总条数",
    "总记录数",
    "记录数",
  ],
];
/** Also what money is called. */
const totalKeys = ["total", "合计", "总计"];
const own = new Set([...statusKeys, ...pageKeys, ...countKeys, "total"]);

/** Objects in which some answers keep their pages, and what else they say of themselves. */
const pageObjects = new Set([
  ...["page", "pageinfo", "pagination", "pager", "paging", "pageable", "meta", "_meta", "total"],
]);
const linkObjects = new Set(["_links", "links", "__metadata", "_shards", "sort", "jsonapi"]);
/** Of what follows in another answer: a mark, or where it is found. */
const moreKeys = ["hasnext", "hasnextpage", "hasmore", "@odata.nextlink", "nextlink", "__next"];

/** Whether an entry speaks of the answer and not of its data. */
export function isEnvelopeKey({ key, value }: RawEntry): boolean {
  const name = headerKey(key).key;
  if (value.kind === "object")
    return linkObjects.has(name) || (pageObjects.has(name) && value.entries.every(isOfPage));
  return (own.has(name) || name.startsWith("@odata.")) && (value.kind !== "list" || value.items.length === 0);
}

function isOfPage(entry: RawEntry): boolean {
  return isEnvelopeKey(entry) || ["value", "relation", "next", "prev", "self"].includes(entry.key);
}

/** What an answer without data says in place of it: that nobody is logged in, that a query is wrong. */
export function messageOf(node: RawNode): Extract<RawNode, { kind: "text" }> | undefined {
  if (node.kind !== "object" || !node.entries.every((entry) => isEnvelopeKey(entry) || isHollow(entry.value)))
    return undefined;
  const texts = node.entries.flatMap(({ key, value }) =>
    messageKeys.includes(headerKey(key).key) && value.kind === "text" && value.text !== "" ? [value] : [],
  );
  return texts[0];
}

/** How many records an object says it has, beside the lists below it. */
export function statedCount(
  { entries }: ObjectNode,
  lists: readonly { readonly objects: readonly ObjectNode[] }[],
  vocabulary: Vocabulary,
): EnvelopeCount | undefined {
  const [list, ...others] = lists;
  if (list === undefined || others.length > 0) return undefined;
  const said = withPages(entries);
  const keyed = (keys: readonly string[]) => said.find(({ key }) => keys.includes(headerKey(key).key));
  const entry = keyed(countKeys) ?? keyed(totalKeys);
  const total = entry === undefined ? undefined : wholeNumber(entry.value);
  if (entry === undefined || total === undefined) return undefined;
  if (keyed(countKeys) === undefined && isSum(entry.value, list.objects, vocabulary)) return undefined;
  return { entry, total, there: list.objects.length };
}

/** What an answer says of its pages, also in an object of its own: `total` is one in Elasticsearch, with its `value`. */
function withPages(entries: readonly RawEntry[]): readonly RawEntry[] {
  return entries.flatMap((entry) => {
    const { key, value } = entry;
    if (value.kind !== "object" || !isEnvelopeKey(entry)) return [entry];
    return totalKeys.includes(key) ? value.entries.map((one) => ({ ...one, key })) : value.entries;
  });
}

/** Undefined of an answer that does not say whether it is the last. */
export function statedEnd({ entries }: ObjectNode): EnvelopeEnd | undefined {
  const entry = withPages(entries).find(({ key }) => moreKeys.includes(headerKey(key).key));
  if (entry === undefined) return undefined;
  const { value } = entry;
  const goesOn =
    value.kind === "boolean"
      ? value.value
      : "text" in value && /[:/?]|^(?:true|1|y(?:es)?|是)$/iu.test(value.text);
  return { entry, goesOn };
}

/** Answers that go on where no other is the last. */
export function reportUnended(ends: readonly EnvelopeEnd[], report: Report): void {
  for (const group of groupBy(ends, placeInAnswer).values()) {
    const [last, ...others] = group.toReversed();
    if (last === undefined || group.some(({ goesOn }) => !goesOn)) continue;
    const also = others.map(({ entry }) => entry.at);
    const args = { key: last.entry.key };
    report({ code: "export-goes-on", at: last.entry.at, also: also.length > 0 ? also : undefined, args });
  }
}

/** The same in all files, and in all pages of one. */
function placeInAnswer({ entry }: { readonly entry: RawEntry }): string {
  return entry.at.pointer.replace(/\/\d+(?=\/|$)/gu, "/#");
}

/** Lists that are shorter than their number says, those of several files or pages together. */
export function reportShortfalls(counts: readonly EnvelopeCount[], report: Report): void {
  const groups = groupBy(counts, (count) => `${count.total} ${placeInAnswer(count)}`);
  for (const group of groups.values()) {
    const [first, ...others] = group;
    const there = group.reduce((sum, count) => sum + count.there, 0);
    if (first === undefined || there >= first.total) continue;
    const also = others.map(({ entry }) => entry.at);
    report({
      code: "export-incomplete",
      at: first.entry.at,
      also: also.length > 0 ? also : undefined,
      found: `${first.total}`,
      args: { key: first.entry.key, total: first.total, there },
    });
  }
}

function wholeNumber(node: RawNode): number | undefined {
  const text = node.kind === "number" || node.kind === "text" ? node.text.trim() : "";
  return /^\d{1,9}$/u.test(text) ? Number(text) : undefined;
}

/** Whether a total is the sum of the projects' money and no number of records. */
function isSum(node: RawNode, objects: readonly ObjectNode[], vocabulary: Vocabulary): boolean {
  const amounts = objects.flatMap(({ entries }) => {
    const money = entries.find(({ key }) => matchHeader(key, vocabulary)?.field === "budget.total")?.value;
    const amount = money?.kind === "number" || money?.kind === "text" ? parseDecimal(money.text) : undefined;
    return amount === undefined ? [] : [amount];
  });
  const total = node.kind === "number" || node.kind === "text" ? parseDecimal(node.text) : undefined;
  return total !== undefined && amounts.length > 0 && sumDecimals(amounts) === sumDecimals([total]);
}
