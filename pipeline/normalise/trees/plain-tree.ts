/** JSON as frameworks wrap it (edges and nodes, references, choices of a code and a name, maps in place of lists) → the same lists and values without. */
import type { ListNode, ObjectNode, RawEntry, RawNode } from "../../read/index.ts";
import { headerKey, statedUnit } from "../headers/header-key.ts";
import { isIdentity, matchHeader, type Vocabulary } from "../headers/match-header.ts";
import { withReferences } from "./json-api.ts";
import { objectOfPairs, textOfPieces } from "./named-values.ts";
import { replaceEntries, replaceItems, replaceValue } from "./replace-parts.ts";

/** The node itself if nothing in it is wrapped. */
export function plainTree(node: RawNode, vocabulary: Vocabulary): RawNode {
  if (node.kind === "list") {
    const listed = objectOfPairs(node, vocabulary);
    return listed === undefined ? plainList(node, vocabulary) : plainObject(listed, vocabulary);
  }
  if (node.kind !== "object") return node;
  const joined = withReferences(node);
  if (joined !== undefined) return plainObject(joined, vocabulary);
  const listed = listOfMap(node, vocabulary) ?? listOfColumns(node, vocabulary);
  return listed === undefined ? plainObject(node, vocabulary) : plainList(listed, vocabulary);
}

function plainList(node: ListNode, vocabulary: Vocabulary): ListNode {
  const items = node.items.map((item) => plainTree(withOnly(recordIn(item), vocabulary), vocabulary));
  return replaceItems(node, items);
}

function plainObject(node: ObjectNode, vocabulary: Vocabulary): ObjectNode {
  const given = withWords(node.entries, vocabulary);
  const entries = given.map((entry) => {
    const value = valueIn(entry, vocabulary) ?? plainTree(collectionIn(entry.value), vocabulary);
    return replaceValue(entry, value);
  });
  return replaceEntries(node, entries);
}

/** `[{"item": [{…}, {…}]}]`, as a converter writes an XML element around elements of one name: what is in it. */
function collectionIn(node: RawNode): RawNode {
  const [around, ...others] = node.kind === "list" ? node.items : [];
  if (around?.kind !== "object" || others.length > 0) return node;
  const [inner, ...besides] = around.entries;
  const isAround = besides.length === 0 && inner?.value.kind === "list" && inner.value.items.every(isObject);
  return isAround ? inner.value : node;
}

function isObject({ kind }: RawNode): boolean {
  return kind === "object";
}

const wordsEnding = "_dictText";

/** `{"yjzb": "1", "yjzb_dictText": "产出指标"}`, as JeecgBoot answers: the words; those beside a unit's code are its name. */
function withWords(entries: readonly RawEntry[], vocabulary: Vocabulary): readonly RawEntry[] {
  if (!entries.some(({ key }) => key.endsWith(wordsEnding))) return entries;
  const keys = new Set(entries.map(({ key }) => key));
  const codeOf = ({ key }: RawEntry): string | undefined => {
    const code = key.endsWith(wordsEnding) ? key.slice(0, -wordsEnding.length) : undefined;
    return code !== undefined && keys.has(code) ? code : undefined;
  };
  const words = new Map(
    entries.flatMap((entry) => {
      const says = "text" in entry.value && entry.value.text.trim() !== "";
      return says ? [[codeOf(entry), entry] as const] : [];
    }),
  );
  return entries.flatMap((entry): readonly RawEntry[] => {
    if (codeOf(entry) !== undefined) return [];
    const said = words.get(entry.key);
    if (said === undefined) return [entry];
    const isUnit = matchHeader(entry.key, vocabulary)?.field === "project.unitCode";
    return isUnit ? [entry, { ...said, key: "单位名称" }] : [{ ...entry, value: said.value }];
  });
}

/** The key below which an item of a list has its record, and what stands beside it: GraphQL, Elasticsearch, JSON:API without references, tables that people keep together. */
const recordKeys: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["node", new Set(["cursor", "__typename"])],
  ["_source", new Set(["_index", "_type", "_id", "_score", "sort"])],
  ["attributes", new Set(["type", "id", "links"])],
  [
    "fields",
    new Set([
      ...["id", "record_id", "recordId", "record_url", "shared_url", "created_time", "createdTime"],
      ...["created_by", "createdBy", "last_modified_time", "lastModifiedTime", "last_modified_by"],
    ]),
  ],
]);

function recordIn(item: RawNode): RawNode {
  if (item.kind !== "object") return item;
  const record = item.entries.find(({ key, value }) => value.kind === "object" && recordKeys.has(key));
  const beside = record && recordKeys.get(record.key);
  const isAlone = item.entries.every((entry) => entry === record || beside?.has(entry.key) === true);
  return record !== undefined && isAlone ? record.value : item;
}

/** `{"一级指标": ["产出指标"]}`: a record of a system in which a field may have several values. */
function withOnly(item: RawNode, vocabulary: Vocabulary): RawNode {
  if (item.kind !== "object") return item;
  const entries = item.entries.map((entry) => {
    const [only, ...others] = entry.value.kind === "list" ? entry.value.items : [];
    const isOnly = only !== undefined && others.length === 0 && isPlain(only);
    return isOnly && matchHeader(entry.key, vocabulary) !== undefined ? { ...entry, value: only } : entry;
  });
  return entries.some((entry, index) => entry !== item.entries[index]) ? { ...item, entries } : item;
}

const position = /^\d{1,7}$/u;

/** `{"0": {…}, "2": {…}}`, as PHP writes a list with gaps; or projects by whatever they are known by. */
function listOfMap({ entries, at }: ObjectNode, vocabulary: Vocabulary): ListNode | undefined {
  const objects = entries.flatMap(({ value }) => (value.kind === "object" ? [value] : []));
  if (objects.length === 0 || objects.length < entries.length) return undefined;
  if (entries.every(({ key }) => position.test(key))) return { kind: "list", items: objects, at };
  if (objects.length < 2 || !objects.every((object) => isProject(object, vocabulary))) return undefined;
  const items = entries.flatMap(({ key, value, at: keyAt }) =>
    value.kind === "object" ? [withKey(value, { kind: "text", text: key, at: keyAt }, vocabulary)] : [],
  );
  return { kind: "list", items, at };
}

/** A long number above a project that has no code is its code; any other key is said to be unknown, unless the project says it too. */
function withKey(
  project: ObjectNode,
  key: Extract<RawNode, { kind: "text" }>,
  vocabulary: Vocabulary,
): ObjectNode {
  const isSaid = project.entries.some(
    ({ value }) => "text" in value && value.text.trim() === key.text.trim(),
  );
  if (isSaid) return project;
  const hasCode = project.entries.some((one) => matchHeader(one.key, vocabulary)?.field === "project.code");
  const called = !hasCode && /^[\dA-Z]{10,}$/u.test(key.text) ? "项目编码" : "键";
  return { ...project, entries: [{ key: called, at: key.at, value: key }, ...project.entries] };
}

function isProject({ entries }: ObjectNode, vocabulary: Vocabulary): boolean {
  return entries.some(({ key, value }) => isPlain(value) && isIdentity(matchHeader(key, vocabulary)?.field));
}

/** `{"项目名称": {"0": …, "1": …}, …}`: a table column by column, as pandas writes it. */
function listOfColumns({ entries, at }: ObjectNode, vocabulary: Vocabulary): ListNode | undefined {
  const isColumn = ({ value }: RawEntry) =>
    value.kind === "object" &&
    value.entries.length > 0 &&
    value.entries.every((cell) => position.test(cell.key) && isPlain(cell.value));
  if (entries.length < 2 || !entries.every(isColumn)) return undefined;
  if (!entries.some(({ key }) => isIdentity(matchHeader(key, vocabulary)?.field))) return undefined;
  const rows = new Map<string, RawEntry[]>();
  for (const { key, value } of entries) {
    for (const cell of value.kind === "object" ? value.entries : [])
      rows.set(cell.key, [...(rows.get(cell.key) ?? []), { ...cell, key }]);
  }
  return {
    kind: "list",
    items: [...rows.values()].map((cells) => ({ kind: "object", entries: cells, at })),
    at,
  };
}

/** What converters of XML call the text of an element. */
const elementTexts = new Set(["#text", "$t", "_", "__text", "#cdata-section"]);

const choiceKeys = new Set(["code", "id", "key", "value", "编码", "代码"]);
const choiceNames = ["name", "label", "text", "title", "名称"];
const amountKeys = ["amount", "value", "money", "金额", "数值", "#text"];
const unitKeys = ["unit", "moneyunit", "单位", "金额单位", "@unit", "@单位"];

/** What is meant by an object that stands where a known field has one value; undefined if that cannot be told. */
function valueIn({ key, value }: RawEntry, vocabulary: Vocabulary): RawNode | undefined {
  if (value.kind === "list")
    return matchHeader(key, vocabulary) === undefined ? undefined : textOfPieces(value);
  if (value.kind !== "object" || value.entries.length === 0) return undefined;
  const [only, ...others] = value.entries;
  if (only !== undefined && others.length === 0 && elementTexts.has(only.key) && isPlain(only.value))
    return only.value;
  // MongoDB keeps the type beside a number.
  if (only !== undefined && others.length === 0 && /^\$number/u.test(only.key)) return asNumber(only.value);
  if (!value.entries.every((entry) => isPlain(entry.value))) return undefined;
  const date = dateOf(value);
  if (date !== undefined) return date;
  const match = matchHeader(key, vocabulary);
  if (match === undefined) return undefined;
  if (match.kind === "money") return amountOf(value);
  const name = entryCalled(value, choiceNames);
  const isChoice = value.entries.every((entry) => entry === name || choiceKeys.has(headerKey(entry.key).key));
  return isChoice ? name?.value : undefined;
}

function asNumber(node: RawNode): RawNode {
  return node.kind === "text" ? { ...node, kind: "number" } : node;
}

/** A date of Java: years from 1900, months from 0. */
function dateOf(object: ObjectNode): RawNode | undefined {
  const [year, month, date] = ["year", "month", "date"].map((name) => {
    const node = object.entries.find(({ key }) => key === name)?.value;
    return node?.kind === "number" ? Number(node.text) : undefined;
  });
  const isDate = object.entries.some(({ key }) => key === "time");
  if (!isDate || year === undefined || month === undefined || date === undefined) return undefined;
  return { kind: "text", text: `${year + 1900}年${month + 1}月${date}日`, at: object.at };
}

/** `{"amount": 12.5, "unit": "万元"}`. */
function amountOf(object: ObjectNode): RawNode | undefined {
  const amount = entryCalled(object, amountKeys)?.value;
  const unit = entryCalled(object, unitKeys)?.value;
  const isWhole = object.entries.length === 2 && amount !== undefined && "text" in amount;
  if (!isWhole || unit?.kind !== "text" || statedUnit(unit.text) === undefined) return undefined;
  return { kind: "text", text: `${amount.text}${unit.text.trim()}`, at: amount.at };
}

function entryCalled({ entries }: ObjectNode, names: readonly string[]): RawEntry | undefined {
  return entries.find(({ key }) => names.includes(headerKey(key).key));
}

function isPlain({ kind }: RawNode): boolean {
  return kind !== "list" && kind !== "object";
}
