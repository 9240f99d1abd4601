/** The records of a JSON list → those that differ, and where each stands again: a system may write one a hundred thousand times. */
import type { ObjectNode, RawNode } from "../../read/index.ts";

export type DistinctObjects = {
  readonly distinct: readonly ObjectNode[];
  readonly copiesOf: (object: ObjectNode) => readonly ObjectNode[];
};

export function distinctObjects(objects: readonly ObjectNode[]): DistinctObjects {
  const first = new Map<string, ObjectNode>();
  const copies = new Map<ObjectNode, ObjectNode[]>();
  const distinct = objects.filter((object) => {
    const content = contentOf(object);
    const known = first.get(content);
    if (known === undefined) {
      first.set(content, object);
      return true;
    }
    const own = copies.get(known);
    if (own === undefined) copies.set(known, [object]);
    else own.push(object);
    return false;
  });
  return { distinct, copiesOf: (object) => copies.get(object) ?? [] };
}

/** What it says, wherever it stands. */
function contentOf(node: RawNode): string {
  switch (node.kind) {
    case "object":
      return `{${node.entries.map(({ key, value }) => `${JSON.stringify(key)}:${contentOf(value)}`).join()}}`;
    case "list":
      return `[${node.items.map(contentOf).join()}]`;
    case "text":
      return JSON.stringify(node.text);
    case "number":
      return node.text;
    case "boolean":
      return `${node.value}`;
    case "null":
      return "null";
  }
}
