/** Finds in a JSON document its lists of projects and rows at any depth, and what it says of the department itself. */
import type { Report } from "../../diagnostics/index.ts";
import type { ObjectNode, RawEntry, RawNode, RawTree } from "../../read/index.ts";
import { departmentKeys, type FieldName, sectionKeys } from "../../records/index.ts";
import { headerKey } from "../headers/header-key.ts";
import { isIdentity, matchHeader, type Vocabulary } from "../headers/match-header.ts";
import { isHollow } from "../headers/source-text.ts";
import { type EnvelopeCount, type EnvelopeEnd, isEnvelopeKey, statedCount, statedEnd } from "./envelope.ts";
import { withJoinedFunds } from "./fund-objects.ts";
import { holdsIndicators } from "./level-tree.ts";
import { withoutNumberedKeys } from "./numbered-keys.ts";
import { plainTree } from "./plain-tree.ts";
import { withObjects } from "./value-rows.ts";
import { withWordedIndicators } from "./worded-indicators.ts";

/** Objects of one kind: projects with their indicators inside, or rows as a table has them. */
export type RecordList = {
  readonly kind: "projects" | "rows";
  readonly objects: readonly ObjectNode[];
  /** What is said once above the list and holds for each of its projects, the nearest first: its unit, its year. */
  readonly shared: readonly RawEntry[];
};

export type TreeParts = {
  readonly lists: readonly RecordList[];
  /** What is said of the department. */
  readonly facts: readonly RawEntry[];
  /** Everything else beside the lists, but for what says nothing, and what an answer says of itself. */
  readonly unused: readonly RawEntry[];
  /** How many records an answer says there are, with how many of them it has. */
  readonly counts: readonly EnvelopeCount[];
  /** Whether answers say that there is more. */
  readonly ends: readonly EnvelopeEnd[];
};

const projectKeys = new Set(["项目", "项目列表", "预算项目", "projects"]);
/** 分项绩效目标 is a list of things with names too. */
const factKeys = new Set<string>(["own", ...Object.entries(departmentKeys).flat()]);
const indicatorKeys = new Set(["indicators", ...sectionKeys.indicators]);

/** Fields of a project that a document gives once for all of them. */
const sharedFields: ReadonlySet<FieldName> = new Set([
  "project.unit",
  "project.unitCode",
  "project.department",
  "project.year",
]);
/** Outside a list these are the department's: 部门名称 is also a spelling of 主管部门, and 年度 holds for projects without one. */
const departmentsOwn: ReadonlySet<string> = new Set([
  "name",
  "year",
  departmentKeys.name,
  departmentKeys.year,
]);

const nothing: TreeParts = { lists: [], facts: [], unused: [], counts: [], ends: [] };

type Tools = { readonly vocabulary: Vocabulary; readonly report: Report };
/** Where a node is: what is said above it, and whether it is one of several that are alike. */
type Around = { readonly shared: readonly RawEntry[]; readonly inList: boolean };

export function splitTree({ root }: RawTree, tools: Tools): TreeParts {
  const plain = withJoinedFunds(withObjects(plainTree(root, tools.vocabulary), tools), tools);
  const node = withoutNumberedKeys(withWordedIndicators(plain, tools), tools.vocabulary);
  if (node.kind !== "list" && node.kind !== "object") {
    tools.report({ code: "json-shape-wrong", at: node.at, args: { expected: "object" } });
    return nothing;
  }
  if (node.kind === "object" && isProject(node, tools.vocabulary) && !isParent(node, tools.vocabulary))
    return { ...nothing, lists: [listOf([node], tools)] };
  const parts = node.kind === "list" ? partsOfList(node, top, tools) : partsOfObject(node, top, tools);
  if (parts.lists.length > 0) return parts;
  const [only, ...others] = loneProjects(node, tools.vocabulary);
  return only === undefined || others.length > 0 ? parts : { ...parts, lists: [listOf([only], tools)] };
}

const top: Around = { shared: [], inList: false };

/** A list of records, or one in whose items there are some, as in the pages of an answer or below each unit. */
function partsOfList(node: Extract<RawNode, { kind: "list" }>, around: Around, tools: Tools): TreeParts {
  const objects = node.items.flatMap((item) => (item.kind === "object" ? [item] : []));
  const isTop = around === top;
  const below = { ...around, inList: true };
  if (objects.some((object) => isRecord(object, tools.vocabulary))) {
    const seen = new Map<string, boolean>();
    const nested = objects.map((object) => projectsBelow(object, seen, tools.vocabulary));
    if (nested.every((list) => list === undefined))
      return {
        ...nothing,
        lists: [{ ...listOf(objectsOf(node, tools.report), tools), shared: around.shared }],
      };
    const own = objects.filter((_, index) => nested[index] === undefined);
    const parts = objects.map((object) => partsOfObject(object, below, tools));
    const alone = own.length > 0 ? [{ ...listOf(own, tools), shared: around.shared }] : [];
    return { ...joined(parts), lists: [...alone, ...joined(parts).lists] };
  }
  const parts = joined(node.items.map((item) => partsBelow(item, below, tools)));
  if (parts.lists.length > 0 || !isTop || node.items.length === 0) return parts;
  // A list that is the whole document is one of projects, whatever is wrong with them.
  const all = objectsOf(node, tools.report);
  return all.length === 0 ? parts : { ...nothing, lists: [listOf(all, tools)] };
}

function partsBelow(node: RawNode, around: Around, tools: Tools): TreeParts {
  if (node.kind === "list") return partsOfList(node, around, tools);
  return node.kind === "object" ? partsOfObject(node, around, tools) : nothing;
}

function partsOfObject(node: ObjectNode, around: Around, tools: Tools): TreeParts {
  const others: RawEntry[] = [];
  const held: RawEntry[] = [];
  const isNamed = listNamesIn(node, tools.vocabulary);
  for (const entry of node.entries) {
    const { key, value } = entry;
    const isFact = factKeys.has(key) && !around.inList;
    const named = isNamed(key);
    const holds = !isFact && (named || holdsRecords(value, tools.vocabulary));
    (holds && (value.kind === "list" || value.kind === "object") ? held : others).push(entry);
  }
  if (held.length === 0 && around === top) return { ...nothing, facts: others };
  if (held.length === 0) return { ...nothing, ...sortOthers(others, around, tools) };
  const { shared, ...facts } = sortOthers(others, around, tools);
  const inner = { ...around, shared: [...shared, ...around.shared] };
  const parts = held.map(({ key, value }): TreeParts => {
    const list =
      isNamed(key) && !holdsRecords(value, tools.vocabulary) ? objectsOf(value, tools.report) : undefined;
    if (list === undefined) return partsBelow(value, inner, tools);
    return list.length === 0
      ? nothing
      : { ...nothing, lists: [{ ...listOf(list, tools), shared: inner.shared }] };
  });
  const all = joined(parts);
  const count = statedCount(node, all.lists, tools.vocabulary);
  const end = all.lists.length === 0 ? undefined : statedEnd(node);
  return {
    ...all,
    facts: [...facts.facts, ...all.facts],
    unused: [...facts.unused, ...all.unused],
    counts: count === undefined ? all.counts : [count, ...all.counts],
    ends: end === undefined ? all.ends : [end, ...all.ends],
  };
}

/** Whether a key names a list of records; the indicators of a project above others are its own, and of none of those. */
function listNamesIn(node: ObjectNode, vocabulary: Vocabulary): (key: string) => boolean {
  const isAbove = node.entries.some(({ key }) => indicatorKeys.has(key)) && isParent(node, vocabulary);
  return (key) => projectKeys.has(key) || (indicatorKeys.has(key) && !isAbove);
}

function joined(parts: readonly TreeParts[]): TreeParts {
  return {
    lists: parts.flatMap(({ lists }) => lists),
    facts: parts.flatMap(({ facts }) => facts),
    unused: parts.flatMap(({ unused }) => unused),
    counts: parts.flatMap(({ counts }) => counts),
    ends: parts.flatMap(({ ends }) => ends),
  };
}

/** Whether a list, or a list somewhere below, has projects or rows among its objects. */
function holdsRecords(node: RawNode, vocabulary: Vocabulary): boolean {
  if (node.kind === "object") return node.entries.some(({ value }) => holdsRecords(value, vocabulary));
  if (node.kind !== "list") return false;
  return node.items.some(
    (item) => (item.kind === "object" && isRecord(item, vocabulary)) || holdsRecords(item, vocabulary),
  );
}

/**
 * The projects that a project has below it in place of indicators, as a tree of first- and second-level projects.
 * `seen` has what is known of a key from the objects before, as it says the same in all of them.
 */
function projectsBelow(
  { entries }: ObjectNode,
  seen: Map<string, boolean>,
  vocabulary: Vocabulary,
): RawEntry | undefined {
  return entries.find(({ key, value }) => {
    if (value.kind !== "list" || value.items.length === 0) return false;
    const known =
      seen.get(key) ??
      (!holdsIndicators(value, vocabulary) &&
        value.items.some((item) => item.kind === "object" && isProject(item, vocabulary)));
    seen.set(key, known);
    return known;
  });
}

/** A project that has others below it. */
function isParent(node: ObjectNode, vocabulary: Vocabulary): boolean {
  return isProject(node, vocabulary) && projectsBelow(node, new Map(), vocabulary) !== undefined;
}

/** A project that is no item of a list; a filter that an answer repeats looks like one, so it counts only by itself. */
function loneProjects(node: RawNode, vocabulary: Vocabulary): readonly ObjectNode[] {
  if (node.kind !== "object") return [];
  if (isProject(node, vocabulary)) return [node];
  return node.entries.flatMap(({ key, value }) => (factKeys.has(key) ? [] : loneProjects(value, vocabulary)));
}

function listOf(objects: readonly ObjectNode[], { vocabulary }: Tools): RecordList {
  const flat = objects.some((object) => isRow(object, vocabulary));
  if (!flat) return { kind: "projects", objects, shared: [] };
  return { kind: "rows", objects: objects.map((object) => withOwner(object, vocabulary)), shared: [] };
}

/** `{"三级指标": …, "project": {"code": …, "name": …}}`: a row that holds the project it is of, with what that says. */
function withOwner(object: ObjectNode, vocabulary: Vocabulary): ObjectNode {
  const entries = object.entries.flatMap((entry): readonly RawEntry[] => {
    if (entry.value.kind !== "object") return [entry];
    const owner = entry.value.entries.map((one) => {
      const full = `${entry.key}${one.key}`;
      const isNamed = isBareName(one.key) && isIdentity(matchHeader(full, vocabulary)?.field);
      return isNamed ? { ...one, key: full } : one;
    });
    return isProject({ ...entry.value, entries: owner }, vocabulary) ? owner : [entry];
  });
  return entries.length === object.entries.length ? object : { ...object, entries };
}

function sortOthers(
  entries: readonly RawEntry[],
  { inList }: Around,
  { vocabulary }: Tools,
): Pick<TreeParts, "facts" | "unused"> & { readonly shared: readonly RawEntry[] } {
  const isFact = ({ key }: RawEntry) => factKeys.has(key) && !inList;
  const isShared = (entry: RawEntry) => {
    const { key, value } = entry;
    const field = matchHeader(key, vocabulary)?.field;
    const single = value.kind === "text" || value.kind === "number";
    const isOwn = departmentsOwn.has(key) && !inList;
    return single && field !== undefined && sharedFields.has(field) && !isOwn;
  };
  return {
    facts: entries.filter(isFact),
    shared: entries.filter(isShared),
    unused: entries.filter(
      (entry) => !isFact(entry) && !isShared(entry) && !isHollow(entry.value) && !isEnvelopeKey(entry),
    ),
  };
}

/** The objects of a list; an object alone is a list of one. */
export function objectsOf(node: RawNode, report: Report): ObjectNode[] {
  if (node.kind === "null") return [];
  if (node.kind === "object") return [node];
  if (node.kind === "list") {
    return node.items.flatMap((item) => {
      if (item.kind === "object") return [item];
      report({ code: "json-shape-wrong", at: item.at, args: { expected: "object" } });
      return [];
    });
  }
  report({ code: "json-shape-wrong", at: node.at, args: { expected: "list" } });
  return [];
}

/** A project or a row, also one that keeps in an object of its own which project it is. */
function isRecord(object: ObjectNode, vocabulary: Vocabulary): boolean {
  const parts = object.entries.flatMap(({ value }) => (value.kind === "object" ? [value] : []));
  if ([object, ...parts].some((part) => isProject(part, vocabulary))) return true;
  return hasNameAlone(object) && object.entries.some(({ value }) => holdsIndicators(value, vocabulary));
}

function isProject({ entries }: ObjectNode, vocabulary: Vocabulary): boolean {
  return entries.some(({ key, value }) => {
    if (value.kind === "list" || value.kind === "object") return false;
    // A name alone is also what a department or a form calls itself.
    return !isBareName(key) && isIdentity(matchHeader(key, vocabulary)?.field);
  });
}

function hasNameAlone({ entries }: ObjectNode): boolean {
  return entries.some(({ key, value }) => isBareName(key) && value.kind === "text");
}

function isBareName(key: string): boolean {
  return ["name", "code", "名称"].includes(headerKey(key).key);
}

function isRow({ entries }: ObjectNode, vocabulary: Vocabulary): boolean {
  return entries.some(({ key, value }) => {
    const field = matchHeader(key, vocabulary)?.field;
    const plain = value.kind !== "list" && value.kind !== "object";
    return plain && (field === "indicator.level3" || field === "indicator.level1");
  });
}
