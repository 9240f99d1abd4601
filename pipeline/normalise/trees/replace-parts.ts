/** JSON nodes with other parts: the very same node if none of them is another, so that whoever asks can tell. */
import type { ListNode, ObjectNode, RawEntry, RawNode } from "../../read/index.ts";

export function replaceItems(node: ListNode, items: readonly RawNode[]): ListNode {
  return items.some((item, index) => item !== node.items[index]) ? { ...node, items } : node;
}

export function replaceEntries(node: ObjectNode, entries: readonly RawEntry[]): ObjectNode {
  return entries.some((entry, index) => entry !== node.entries[index]) ? { ...node, entries } : node;
}

export function replaceValue(entry: RawEntry, value: RawNode): RawEntry {
  return value === entry.value ? entry : { ...entry, value };
}
