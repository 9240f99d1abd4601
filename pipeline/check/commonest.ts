/** A list → its groups by a key, that of the key that most have first, and of two alike the one that appears first. */
import { groupBy } from "../records/index.ts";

export function commonestFirst<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): readonly (readonly Item[])[] {
  return [...groupBy(items, keyOf).values()].toSorted((one, other) => other.length - one.length);
}
