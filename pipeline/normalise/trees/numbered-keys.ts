/** Objects with numbered keys (指标1, 指标值1, 指标2 …) → an object for each indicator, as a table has a row for each. */
import type { ObjectNode, RawEntry, RawNode } from "../../read/index.ts";
import { perText } from "../../records/index.ts";
import type { Vocabulary } from "../headers/match-header.ts";
import { measuresIn } from "../headers/named-measures.ts";
import { isNumberedName, type NumberedGroup, numberedIn } from "../headers/numbered.ts";
import { isHollow } from "../headers/source-text.ts";
import { replaceEntries, replaceItems, replaceValue } from "./replace-parts.ts";

/** The node itself if no keys in it are numbered. */
export function withoutNumberedKeys(node: RawNode, vocabulary: Vocabulary): RawNode {
  // Records say the same keys again, and where each has one of its own, each key is looked at once.
  const isNumbered = perText((key) => isNumberedName(key, vocabulary));
  return withoutNumbers(node, { vocabulary, isNumbered });
}

type Tools = { readonly vocabulary: Vocabulary; readonly isNumbered: (key: string) => boolean };

function withoutNumbers(node: RawNode, tools: Tools): RawNode {
  if (node.kind === "list") {
    const items = node.items.flatMap((item) => {
      const { rest, indicators } = (item.kind === "object" ? takenApart(item, tools) : undefined) ?? {};
      if (rest === undefined || indicators === undefined) return [withoutNumbers(item, tools)];
      return indicators.length === 0
        ? [rest]
        : indicators.map(({ entries }) => ({ ...rest, entries: [...rest.entries, ...entries] }));
    });
    return replaceItems(node, items);
  }
  if (node.kind !== "object") return node;
  const alone = takenApart(node, tools);
  if (alone !== undefined) return withList(alone);
  return replaceEntries(
    node,
    node.entries.map((entry) => replaceValue(entry, withoutNumbers(entry.value, tools))),
  );
}

type Apart = { readonly rest: ObjectNode; readonly indicators: readonly ObjectNode[] };

/** A project that is in no list. */
function withList({ rest, indicators }: Apart): ObjectNode {
  const [first] = indicators;
  if (first === undefined) return rest;
  const { at } = first;
  const list = { key: "绩效指标", at, value: { kind: "list", items: indicators, at } } as const;
  return { ...rest, entries: [...rest.entries, list] };
}

function takenApart(node: ObjectNode, { vocabulary, isNumbered }: Tools): Apart | undefined {
  const { entries } = node;
  if (!entries.some(({ key }) => isNumbered(key))) return undefined;
  const numbered = numberedIn(
    entries.map((owner) => ({ text: owner.key, owner })),
    vocabulary,
  );
  if (numbered.kind !== "groups") return undefined;
  const taken = new Set(numbered.groups.flatMap((group) => [...group.values()].map(({ owner }) => owner)));
  return {
    rest: { ...node, entries: entries.filter((entry) => !taken.has(entry)) },
    indicators: numbered.groups.flatMap((group) => indicatorOf(group) ?? []),
  };
}

function indicatorOf(group: NumberedGroup<RawEntry>): ObjectNode | undefined {
  const entries = [...group].flatMap(([key, { owner }]) => (isBlank(owner.value) ? [] : [{ ...owner, key }]));
  const [first] = entries;
  if (first === undefined) return undefined;
  return {
    kind: "object",
    entries: group.size > 1 ? entries : entries.flatMap(namedAndMeasured),
    at: first.at,
  };
}

/** 指标1: 培训人数≥100人 */
function namedAndMeasured(entry: RawEntry): readonly RawEntry[] {
  const { value } = entry;
  const [measure, ...others] = value.kind === "text" ? measuresIn(value.text) : [];
  if (value.kind !== "text" || measure === undefined || others.length > 0 || measure.value === "")
    return [entry];
  return [
    { ...entry, value: { ...value, text: measure.name } },
    { ...entry, key: "指标值", value: { ...value, text: measure.value } },
  ];
}

function isBlank(node: RawNode): boolean {
  return isHollow(node) || (node.kind === "text" && node.text.trim() === "");
}
