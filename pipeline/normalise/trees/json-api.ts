/** An answer in the manner of JSON:API (`attributes`, `relationships`, `included`) → the same with each record whole, and those it refers to inside. */
import type { ObjectNode, RawEntry, RawNode } from "../../read/index.ts";

/** An object with a type and an id, by which others refer to it. */
type Resource = { readonly node: ObjectNode; readonly type: string; readonly name: string };

/** Undefined of an object that is no such answer. */
export function withReferences(answer: ObjectNode): ObjectNode | undefined {
  const data = entryOf(answer, "data");
  const items = itemsOf(data?.value);
  const [first] = items;
  const main = items.flatMap((item) => resourceOf(item) ?? []);
  if (data === undefined || first === undefined || main.length < items.length) return undefined;
  const included = entryOf(answer, "included");
  const others = itemsOf(included?.value).flatMap((item) => resourceOf(item) ?? []);
  if (included === undefined && !main.some(({ node }) => entryOf(node, "relationships"))) return undefined;
  const { recordOf, isInside } = joiner(main, others);
  const records = main.filter((one) => !isInside(one)).map(recordOf);
  const rest = others.filter((one) => !isInside(one)).map(recordOf);
  const list = (nodes: readonly RawNode[], at = data.at): RawNode => ({ kind: "list", items: nodes, at });
  return {
    ...answer,
    entries: answer.entries.flatMap((entry): readonly RawEntry[] => {
      if (entry === data) return [{ ...entry, value: list(records) }];
      if (entry !== included) return [entry];
      return rest.length === 0 ? [] : [{ ...entry, value: list(rest, entry.at) }];
    }),
  };
}

/** Which records are inside others, and what a record is with those that are inside it. */
function joiner(main: readonly Resource[], others: readonly Resource[]) {
  const all = new Map([...main, ...others].map((one) => [one.name, one]));
  const type = main[0]?.type;
  const isMain = ({ name }: Resource) => mainNames.has(name);
  const mainNames = new Set(main.filter((one) => one.type === type).map(({ name }) => name));
  /** By the record that is referred to, those that refer to it and to which it does not refer itself. */
  const pointing = new Map<string, Resource[]>();
  const referredTo = new Set([...all.values()].flatMap(({ node }) => namesIn(node)));
  const inside = new Set<Resource>();
  for (const one of all.values()) {
    if (isMain(one)) continue;
    const above = namesIn(one.node).find((name) => mainNames.has(name));
    if (referredTo.has(one.name)) inside.add(one);
    else if (above !== undefined) {
      inside.add(one);
      pointing.set(above, [...(pointing.get(above) ?? []), one]);
    }
  }
  // Records that refer to each other in rings would be inside one another without end.
  let left = 1000 + all.size * 20;
  const wholeOf = ({ node, name }: Resource, around: ReadonlySet<string>): ObjectNode => {
    const within = new Set([...around, name]);
    const wholes = (names: readonly string[]) =>
      names.flatMap((one): readonly ObjectNode[] => {
        const resource = all.get(one);
        if (resource === undefined || isMain(resource) || within.has(one) || left === 0) return [];
        left -= 1;
        return [wholeOf(resource, within)];
      });
    const related = relationsOf(node).flatMap((entry): readonly RawEntry[] => {
      const data = entryOf(entry.value, "data")?.value;
      const references = itemsOf(data);
      if (references.length === 0) return [];
      const names = namesOf(entry.value);
      const items = wholes(names);
      const [only] = items;
      const reference = { ...entry, value: data ?? entry.value };
      const isKnown = names.some((one) => all.has(one));
      if (only === undefined) return isKnown && left > 0 ? [] : [reference];
      if (data?.kind !== "list") return [{ ...entry, value: only }];
      // What the answer does not hold stays, to be told.
      const lost = references.filter((one) => !all.has(nameOf(one)?.name ?? ""));
      return [{ ...entry, value: { kind: "list", items: [...items, ...lost], at: entry.at } }];
    });
    const named = pointing.get(name) ?? [];
    const [pointer] = named;
    const below = pointer === undefined ? [] : wholes(named.map((one) => one.name));
    const attributes = entryOf(node, "attributes")?.value;
    return {
      ...node,
      entries: [
        ...(attributes?.kind === "object" ? attributes.entries : []),
        ...related,
        ...(pointer === undefined || below.length === 0
          ? []
          : [
              {
                key: pointer.type,
                at: pointer.node.at,
                value: { kind: "list" as const, items: below, at: pointer.node.at },
              },
            ]),
      ],
    };
  };
  return {
    recordOf: (one: Resource) => wholeOf(one, new Set()),
    isInside: (one: Resource) => inside.has(one),
  };
}

function itemsOf(node: RawNode | undefined): readonly RawNode[] {
  if (node?.kind === "list") return node.items;
  return node?.kind === "object" ? [node] : [];
}

function entryOf(node: RawNode, key: string): RawEntry | undefined {
  return node.kind === "object" ? node.entries.find((entry) => entry.key === key) : undefined;
}

/** What says its type and holds its values, and nothing that JSON:API does not know. */
function resourceOf(node: RawNode): Resource | undefined {
  const name = nameOf(node);
  const holds = entryOf(node, "attributes")?.value.kind === "object";
  if (node.kind !== "object" || name === undefined || !holds) return undefined;
  return node.entries.every(({ key }) => members.has(key)) ? { node, ...name } : undefined;
}

const members = new Set(["type", "id", "lid", "attributes", "relationships", "links", "meta"]);

function nameOf(node: RawNode): Omit<Resource, "node"> | undefined {
  const [type, id] = [entryOf(node, "type")?.value, entryOf(node, "id")?.value];
  if (type?.kind !== "text" || id === undefined || !("text" in id)) return undefined;
  return { type: type.text, name: `${type.text}\n${id.text}` };
}

function relationsOf(node: RawNode): readonly RawEntry[] {
  const relations = entryOf(node, "relationships")?.value;
  return relations?.kind === "object" ? relations.entries : [];
}

/** The records that one relationship names. */
function namesOf(relation: RawNode): readonly string[] {
  return itemsOf(entryOf(relation, "data")?.value).flatMap((item) => nameOf(item)?.name ?? []);
}

function namesIn(node: RawNode): readonly string[] {
  return relationsOf(node).flatMap(({ value }) => namesOf(value));
}
