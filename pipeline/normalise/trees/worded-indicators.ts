/** Indicators that JSON says in words (`"数量指标": "培训人数≥100人"`, `"绩效指标": ["产出指标-数量指标-培训人数：≥100人"]`) → lists of objects, one an indicator. */
import type { JsonPlace, Report } from "../../diagnostics/index.ts";
import type { ObjectNode, RawEntry, RawNode } from "../../read/index.ts";
import { type FieldName, groupBy, perText, rankOfLevel, rowOf } from "../../records/index.ts";
import {
  type KindName,
  labelsOfKind,
  namedKind,
  namesIndicators,
  ownMeasureOf,
} from "../headers/indicator-kinds.ts";
import { levelledMeasuresIn } from "../headers/levelled-measures.ts";
import { matchHeader, type Vocabulary } from "../headers/match-header.ts";
import { namesMeasure, partsOf } from "../headers/named-measures.ts";
import { isHollow } from "../headers/source-text.ts";
import { isHorizon } from "./level-tree.ts";
import { replaceEntries, replaceItems, replaceValue } from "./replace-parts.ts";

type TextNode = Extract<RawNode, { kind: "text" }>;
/** What is above a text: the names of its levels, as far as they are said. */
type Levels = { readonly level1?: string; readonly level2?: string };
/** What was understood of the whole document, to be told once. */
type Found = {
  /** Kinds whose level 1 is the usual one, each with the first place. */
  readonly kinds: Map<string, JsonPlace>;
  readonly unclear: TextNode[];
};
type Tools = {
  readonly vocabulary: Vocabulary;
  readonly found: Found;
  /** Whether a key may be above indicators in words: a list has few keys, each in all of its records. */
  readonly mayHold: (key: string) => boolean;
  /** Whether a name that says that indicators are below is above, so that 中期 alone says whose they are. */
  readonly below: boolean;
};

/** The key of the indicators that are made of words. */
const listName = "绩效指标";

/** The node itself if nothing in it is said in words. */
export function withWordedIndicators(
  node: RawNode,
  { vocabulary, report }: { readonly vocabulary: Vocabulary; readonly report: Report },
): RawNode {
  const found: Found = { kinds: new Map(), unclear: [] };
  const mayHold = perText((key) => namesIndicators(key) || isHorizon(key) || isLevelKey(key));
  const result = withLists(node, { vocabulary, found, mayHold, below: false });
  const [first, ...others] = found.kinds.values();
  if (first !== undefined) {
    const also = others.length === 0 ? undefined : others;
    report({ code: "kinds-as-columns", at: first, also, args: { kinds: [...found.kinds.keys()] } });
  }
  const [unclear, ...furthers] = found.unclear;
  if (unclear !== undefined) {
    const also = furthers.length === 0 ? undefined : furthers.map(({ at }) => at);
    const args = { cells: found.unclear.length };
    report({ code: "kind-cell-unclear", at: unclear.at, also, found: unclear.text, args });
  }
  return result;
}

function withLists(node: RawNode, tools: Tools): RawNode {
  if (node.kind === "list")
    return replaceItems(
      node,
      node.items.map((item) => withLists(item, tools)),
    );
  if (node.kind !== "object") return node;
  const isNone = node.entries.every(({ key }) => !tools.mayHold(key));
  const worded = isNone ? [] : wordedEntries(node, tools);
  if (worded.length === 0)
    return replaceEntries(
      node,
      node.entries.map((entry) => walked(entry, tools)),
    );
  const measures = new Set<RawEntry>();
  const lists = [...groupBy(worded, listOf)].flatMap(([key, entries]): readonly RawEntry[] => {
    const items = entries.flatMap((entry) => indicatorsOf(node, entry, { ...tools, measures }));
    const at = entries[0]?.at ?? node.at;
    return items.length === 0 ? [] : [{ key, at, value: { kind: "list", items, at } }];
  });
  const others = node.entries.filter((entry) => !worded.includes(entry) && !measures.has(entry));
  return { ...node, entries: [...others.map((entry) => walked(entry, tools)), ...lists] };
}

/** The key that the indicators of an entry get: its own, if that says of which horizon they are. */
function listOf({ key }: RawEntry): string {
  return isHorizon(key) ? key : listName;
}

function walked(entry: RawEntry, tools: Tools): RawEntry {
  const value = withLists(entry.value, { ...tools, below: namesIndicators(entry.key) });
  if (value === entry.value) return entry;
  // A horizon holds for the list right below its key.
  const [only, ...others] = value.kind === "object" && isHorizon(entry.key) ? value.entries : [];
  const isList = only?.key === listName && others.length === 0;
  return replaceValue(entry, isList ? only.value : value);
}

/** The entries of an object that say indicators in words: a list of them, or at least two kinds. */
function wordedEntries({ entries }: ObjectNode, { vocabulary, below }: Tools): readonly RawEntry[] {
  const isList = (key: string) => namesIndicators(key) || (isHorizon(key) && (below || key.includes("指标")));
  const lists = entries.filter(
    ({ key, value }) => isList(key) && isWorded(value, vocabulary) && saysMeasure(value),
  );
  const named = entries.filter(
    ({ key, value }) =>
      isLevelKey(key) && matchHeader(key, vocabulary) === undefined && isWorded(value, vocabulary),
  );
  const isSure = named.length > 1 || named.some(({ value }) => value.kind === "object");
  const kinds = isSure && named.some(({ value }) => !isHollow(value)) ? named : [];
  return [...lists, ...kinds];
}

function isLevelKey(key: string): boolean {
  return namedKind(key) !== undefined || (/指标$/u.test(key) && rankOfLevel(key) !== undefined);
}

/** Texts, lists of texts, and objects of those by kind, with what is said of them beside. */
function isWorded(node: RawNode, vocabulary: Vocabulary): boolean {
  if (node.kind === "text" || node.kind === "null") return true;
  if (node.kind === "list") return node.items.every((item) => item.kind === "text");
  if (node.kind !== "object" || node.entries.length === 0) return false;
  const measures = measuresAmong(node, vocabulary);
  return node.entries.every(
    (entry) => measures.has(entry) || (isLevelKey(entry.key) && isWorded(entry.value, vocabulary)),
  );
}

/** The entries that say something of the kinds among the others. */
function measuresAmong(node: ObjectNode, vocabulary: Vocabulary): ReadonlySet<RawEntry> {
  const kinds = node.entries.flatMap(({ key }) => namedKind(key) ?? []);
  return new Set(kinds.flatMap((kind) => measuresOf(node, kind, vocabulary).map(({ entry }) => entry)));
}

function saysMeasure(node: RawNode): boolean {
  return textsIn(node).some(
    ({ text }) => namesMeasure(text) || levelledMeasuresIn(text).some(({ level1 }) => level1 !== undefined),
  );
}

function textsIn(node: RawNode): readonly TextNode[] {
  if (node.kind === "text") return node.text.trim() === "" ? [] : [node];
  if (node.kind === "list") return node.items.flatMap(textsIn);
  return node.kind === "object" ? node.entries.flatMap(({ value }) => textsIn(value)) : [];
}

type Taking = Tools & { readonly measures: Set<RawEntry> };

function indicatorsOf(
  owner: ObjectNode,
  entry: RawEntry,
  tools: Taking,
  above: Levels = {},
): readonly ObjectNode[] {
  const kind = namedKind(entry.key);
  const levels = levelsOf(entry, above, kind, tools.found);
  const { value } = entry;
  if (value.kind === "object") return indicatorsBelow(value, tools, levels);
  const texts = textsIn(value);
  const names = namesIn(texts);
  const beside = kind === undefined ? [] : measuresOf(owner, kind, tools.vocabulary);
  const measures = beside.flatMap(({ entry: one, field }): readonly Measure[] => {
    const said = textsBeside(one.value, names.length);
    if (said.length === names.length || said.every(isBlank)) tools.measures.add(one);
    return said.length === names.length && !said.every(isBlank) ? [{ field, at: one.at, said }] : [];
  });
  if (measures.length === 0) return texts.flatMap((node) => indicatorsIn(node, levels, tools.found));
  return names.map((node, index) => {
    const own = measures.flatMap(({ field, at, said }) => entryOf(field, at, said[index]));
    return objectOf(node, { ...levels, name: node.text }, own);
  });
}

/** Of an object of kinds. What stands beside the names of a kind and does not fit them is told, as nothing else reads it. */
function indicatorsBelow(owner: ObjectNode, tools: Taking, levels: Levels): readonly ObjectNode[] {
  const measures = measuresAmong(owner, tools.vocabulary);
  const named = owner.entries.filter((entry) => !measures.has(entry));
  const read = named.flatMap((entry) => indicatorsOf(owner, entry, tools, levels));
  const unused = [...measures].filter((entry) => !tools.measures.has(entry) && !isBlank(entry.value));
  for (const { value } of unused) {
    const said = (value.kind === "list" ? value.items : [value]).flatMap((one) =>
      "text" in one ? [one.text] : [],
    );
    tools.found.unclear.push({ kind: "text", text: said.join("；"), at: value.at });
  }
  return read;
}

/** What is said of each of the indicators of a kind, in their order. */
type Measure = { readonly field: FieldName; readonly at: JsonPlace; readonly said: readonly RawNode[] };

/** The names in texts that have their values beside them: as in a cell, the only one is the whole text. */
function namesIn(texts: readonly TextNode[]): readonly TextNode[] {
  const names = texts.flatMap((node) => partsOf(node.text).map((text) => ({ ...node, text })));
  return names.length > 1 ? names : texts;
}

function isBlank(node: RawNode): boolean {
  return isHollow(node) || (node.kind === "text" && node.text.trim() === "");
}

/** One for each of so many names, if it is as many: a list, or a text in parts. */
function textsBeside(node: RawNode, count: number): readonly RawNode[] {
  if (node.kind === "list") return node.items;
  if (count < 2 || node.kind !== "text") return [node];
  return partsOf(node.text).map((text) => ({ ...node, text }));
}

/** Called as in indicators that say all in one text: of two names of a field one would be left out. */
function entryOf(field: FieldName, at: JsonPlace, value: RawNode | undefined): readonly RawEntry[] {
  const key = rowOf(field)?.spellings[0] ?? field;
  return value === undefined || isBlank(value) ? [] : [{ key, at, value }];
}

/** What the name of a key adds to the levels above it; a level 1 that nothing says is told. */
function levelsOf(
  { key, at, value }: RawEntry,
  above: Levels,
  kind: KindName | undefined,
  found: Found,
): Levels {
  if (rankOfLevel(key) === 1 && (kind === undefined || value.kind === "object")) return { level1: key };
  if (kind === undefined) return above;
  const { level1, level2 } = labelsOfKind(kind.bare);
  if (above.level1 !== undefined) return { ...above, level2 };
  const said = `${level1}/${level2}`;
  if (!found.kinds.has(said)) found.kinds.set(said, at);
  return { level1, level2 };
}

/** `"数量指标值1"` beside `"数量指标1"`: a text, a number, or a list of those. */
function measuresOf({ entries }: ObjectNode, kind: KindName, vocabulary: Vocabulary) {
  return entries.flatMap((entry) => {
    const { key, value } = entry;
    const isPlain = "text" in value || (value.kind === "list" && value.items.every((one) => "text" in one));
    const field = isPlain ? ownMeasureOf(key, kind, vocabulary) : undefined;
    return field === undefined ? [] : [{ entry, field }];
  });
}

function indicatorsIn(node: TextNode, above: Levels, found: Found): readonly ObjectNode[] {
  return levelledMeasuresIn(node.text).map(({ unclear, ...said }) => {
    if (unclear) found.unclear.push(node);
    return objectOf(node, { ...above, ...said }, []);
  });
}

function objectOf(
  { at }: TextNode,
  { level1, level2, name, value = "" }: Levels & { readonly name: string; readonly value?: string },
  measures: readonly RawEntry[],
): ObjectNode {
  const entry = (key: string, text = ""): readonly RawEntry[] =>
    text === "" ? [] : [{ key, at, value: { kind: "text", text, at } }];
  const said = [
    ...entry("一级指标", level1),
    ...entry("二级指标", level2),
    ...entry("三级指标", name),
    ...entry("指标值", value),
  ];
  return { kind: "object", entries: [...said, ...measures], at };
}
