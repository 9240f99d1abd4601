/** Indicators below their levels, as trees of nodes with children or as objects keyed by level → one object an indicator. */
import type { ObjectNode, RawEntry, RawNode } from "../../read/index.ts";
import { rankOfLevel } from "../../records/index.ts";
import type { Context } from "../drafts/context.ts";
import { headerKey, horizonOf, namedHorizonOf } from "../headers/header-key.ts";
import { matchesOf, type Vocabulary } from "../headers/match-header.ts";

/** What is said above an indicator and holds for it: names of nodes, and labels that say which level they are. */
type Above = { readonly names: readonly RawEntry[]; readonly labels: readonly RawEntry[] };

const levelKeys = ["一级指标", "二级指标", "三级指标"] as const;

const nothing: Above = { names: [], labels: [] };
const nodeNames = new Set(["name", "名称", "label", "title", "text", "指标"]);
const childNames = new Set([
  "children",
  "childs",
  "child",
  "childlist",
  "nodes",
  "items",
  "subs",
  "下级",
  "子指标",
]);

/** The objects of a list of indicators; of a tree, those at its ends, each with the labels above it. */
export function indicatorObjects(node: RawNode, context: Context): readonly ObjectNode[] {
  return objectsBelow(node, nothing, context);
}

/** Whether a list or an object holds indicators, whatever its key is. */
export function holdsIndicators(node: RawNode, vocabulary: Vocabulary): boolean {
  if (node.kind === "list")
    return node.items.some((item) => item.kind === "object" && isIndicator(item, vocabulary));
  if (node.kind !== "object" || node.entries.length === 0) return false;
  return node.entries.every(
    ({ key, value }) =>
      (rankOfLevel(key) !== undefined || isHorizon(key)) && holdsIndicators(value, vocabulary),
  );
}

/** 年度, or one of several: 年度目标1. */
export function isHorizon(key: string): boolean {
  return horizonOf(key) !== undefined || namedHorizonOf(key) !== undefined;
}

function isIndicator(node: ObjectNode, vocabulary: Vocabulary): boolean {
  const children = childrenOf(node);
  if (children !== undefined)
    return children.items.some((item) => item.kind === "object" && isIndicator(item, vocabulary));
  const fields = new Set(
    node.entries.flatMap(({ key }) => {
      const field = matchesOf(key, vocabulary)[0]?.field;
      return nodeNames.has(headerKey(key).key)
        ? ["indicator.level3"]
        : field?.startsWith("indicator.")
          ? [field]
          : [];
    }),
  );
  return fields.has("indicator.level3") ? fields.size > 1 : fields.has("indicator.level1") && fields.size > 1;
}

function objectsBelow(node: RawNode, above: Above, context: Context): readonly ObjectNode[] {
  if (node.kind === "list") return node.items.flatMap((item) => objectsBelow(item, above, context));
  if (node.kind === "null") return [];
  if (node.kind !== "object") {
    context.report({ code: "json-shape-wrong", at: node.at, args: { expected: "object" } });
    return [];
  }
  if (
    node.entries.length > 0 &&
    node.entries.every(({ key, value }) => isBranch(value) && rankOfLevel(key) !== undefined)
  )
    return node.entries.flatMap((entry) => {
      const name: RawEntry = { ...entry, value: { kind: "text", text: entry.key, at: entry.at } };
      return objectsBelow(entry.value, { ...above, names: [...above.names, name] }, context);
    });
  const children = childrenOf(node);
  if (children === undefined) return [leaf(node, above, context)];
  if (children.items.length === 0) {
    // A level below which there is nothing is no indicator.
    const name = nameOf(node, context.indicatorVocabulary)?.value;
    const isLevel = name?.kind === "text" && rankOfLevel(name.text) !== undefined;
    return isLevel ? [] : [leaf(node, above, context)];
  }
  return objectsBelow(children, labelled(node, above, context), context);
}

function isBranch({ kind }: RawNode): boolean {
  return kind === "list" || kind === "object";
}

function childrenOf({ entries }: ObjectNode): Extract<RawNode, { kind: "list" }> | undefined {
  const found = entries.find(({ key, value }) => value.kind === "list" && childNames.has(headerKey(key).key));
  return found?.value.kind === "list" ? found.value : undefined;
}

/** The name of a node: under a key that only says so, or under that of level 3, as an indicator's own name is. */
function nameOf({ entries }: ObjectNode, vocabulary: Vocabulary): RawEntry | undefined {
  const named = entries.find(({ key, value }) => nodeNames.has(headerKey(key).key) && value.kind === "text");
  return named ?? entries.find(({ key }) => matchesOf(key, vocabulary)[0]?.field === "indicator.level3");
}

/** What a node says of the indicators below it; what else it says of them is reported. */
function labelled(node: ObjectNode, above: Above, context: Context): Above {
  const name = nameOf(node, context.indicatorVocabulary);
  const labels: RawEntry[] = [];
  for (const entry of node.entries) {
    if (entry === name || isBranch(entry.value)) continue;
    const field = matchesOf(entry.key, context.indicatorVocabulary)[0]?.field ?? "";
    if (/^indicator\.(?:level1|level2|horizon)$/u.test(field)) labels.push(entry);
    else if (field.startsWith("indicator.") && entry.value.kind !== "null")
      context.reportOnce(`branch ${entry.at.file} ${entry.key}`, () => ({
        code: "level-value-unused",
        at: entry.at,
        args: { key: entry.key },
      }));
  }
  return {
    names: name === undefined ? above.names : [...above.names, name],
    labels: [...above.labels, ...labels],
  };
}

/** An indicator with the labels above it, each under the name of its level. */
function leaf(node: ObjectNode, { names, labels }: Above, { indicatorVocabulary }: Context): ObjectNode {
  if (names.length === 0 && labels.length === 0) return node;
  const own = nameOf(node, indicatorVocabulary);
  const entries = node.entries.map((entry) => (entry === own ? { ...entry, key: levelKeys[2] } : entry));
  const ranks = ranksOf(names);
  const inherited = names.flatMap((entry, index) => {
    const rank = ranks[index];
    return rank === undefined ? [] : [{ ...entry, key: levelKeys[rank - 1] ?? levelKeys[2] }];
  });
  return {
    ...node,
    entries: [...inherited, ...labels, ...entries.filter(({ key }) => !childNames.has(headerKey(key).key))],
  };
}

/** The nearest two names above an indicator are its level 2 and level 1; a single one is what its words say. */
function ranksOf(names: readonly RawEntry[]): readonly (1 | 2 | undefined)[] {
  const said = names.map(({ value }) => (value.kind === "text" ? rankOfLevel(value.text) : undefined));
  if (names.length === 1) return [said[0] ?? 2];
  return names.map((_, index) => ([1, 2] as const)[index - names.length + 2]);
}
