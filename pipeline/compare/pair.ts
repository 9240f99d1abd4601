/** Two lists → which of their items belong together, the same whichever list is called the old one. */
import { groupBy } from "../records/index.ts";
import { likenessOf, mostLikeness, profileOf } from "./likeness.ts";

export type Pairing<Item> = {
  /** In the order of the new list. */
  readonly pairs: readonly Pair<Item>[];
  readonly removed: readonly Numbered<Item>[];
  readonly added: readonly Numbered<Item>[];
};

export type Pair<Item> = { readonly before: Numbered<Item>; readonly after: Numbered<Item> };

/** An item with its place in its list, from 0. */
export type Numbered<Item> = { readonly item: Item; readonly index: number };

/** A way to find items that belong together; ways are tried in turn on what those before have left. */
export type Way<Item> =
  /** Items of equal keys, the first with the first; an item without a key waits for the next way. */
  | { readonly by: "key"; readonly keyOf: (item: Item) => string | undefined }
  /** As `key`, but only if exactly one old and one new item have it. */
  | { readonly by: "only"; readonly keyOf: (item: Item) => string | undefined }
  /** Items of one group whose texts are `least` alike, the most alike first. */
  | {
      readonly by: "likeness";
      readonly groupOf: (item: Item) => string | undefined;
      readonly textOf: (item: Item) => string;
      readonly least: number;
    };

// Every old item against every new one: a group in which more than this is left is not worth the time.
const mostComparisons = 40_000;

export function pair<Item>(
  before: readonly Item[],
  after: readonly Item[],
  ways: readonly Way<Item>[],
): Pairing<Item> {
  const { removed: old, added: now, pairs } = withoutCommonEnds(numbered(before), numbered(after));
  let [removed, added] = [old, now];
  for (const way of ways) {
    const found = tryWay({ removed, added }, way);
    pairs.push(...found);
    const taken = new Set(found.flatMap((one) => [one.before, one.after]));
    removed = removed.filter((one) => !taken.has(one));
    added = added.filter((one) => !taken.has(one));
  }
  return { pairs: pairs.sort((one, other) => one.after.index - other.after.index), removed, added };
}

/** Whether items that both lists have follow each other in another order. */
export function isReordered(pairs: readonly Pair<unknown>[]): boolean {
  return pairs.some((one, at) => one.before.index < (pairs[at - 1]?.before.index ?? -1));
}

/** Whether two values of plain JSON say the same, undefined being absent; far quicker than writing both out. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  return (
    Object.entries(one).every(([key, value]) => isSame(value, Reflect.get(other, key))) &&
    Object.entries(other).every(([key, value]) => value === undefined || Object.hasOwn(one, key))
  );
}

type Left<Item> = {
  readonly removed: readonly Numbered<Item>[];
  readonly added: readonly Numbered<Item>[];
};

function numbered<Item>(items: readonly Item[]): readonly Numbered<Item>[] {
  return items.map((item, index) => ({ item, index }));
}

/** Most of two editions is alike and in place: for that no key has to be made. */
function withoutCommonEnds<Item>(
  before: readonly Numbered<Item>[],
  after: readonly Numbered<Item>[],
): Left<Item> & { readonly pairs: Pair<Item>[] } {
  const most = Math.min(before.length, after.length);
  const isSameAt = (at: number) => isSame(before.at(at)?.item, after.at(at)?.item);
  let first = 0;
  while (first < most && isSameAt(first)) first += 1;
  let last = 0;
  while (last < most - first && isSameAt(-1 - last)) last += 1;
  const middle = (items: readonly Numbered<Item>[]) => items.slice(first, items.length - last);
  const ends = (items: readonly Numbered<Item>[]) => [
    ...items.slice(0, first),
    ...items.slice(items.length - last),
  ];
  const pairs = inOrder({ removed: ends(before), added: ends(after) });
  return { pairs: [...pairs], removed: middle(before), added: middle(after) };
}

function tryWay<Item>({ removed, added }: Left<Item>, way: Way<Item>): readonly Pair<Item>[] {
  const groupOfItem = way.by === "likeness" ? way.groupOf : way.keyOf;
  const groupOf = ({ item }: Numbered<Item>) => groupOfItem(item);
  const others = groupBy(added, groupOf);
  return [...groupBy(removed, groupOf)].flatMap(([key, group]) =>
    pairGroup({ removed: group, added: others.get(key) ?? [] }, way),
  );
}

function pairGroup<Item>(left: Left<Item>, way: Way<Item>): readonly Pair<Item>[] {
  switch (way.by) {
    case "key":
      return inOrder(left);
    case "only":
      return left.removed.length === 1 && left.added.length === 1 ? inOrder(left) : [];
    case "likeness":
      return mostAlike(left, way);
  }
}

function inOrder<Item>({ removed, added }: Left<Item>): readonly Pair<Item>[] {
  return removed.slice(0, added.length).flatMap((before, at) => {
    const after = added[at];
    return after === undefined ? [] : [{ before, after }];
  });
}

function mostAlike<Item>(
  { removed, added }: Left<Item>,
  { textOf, least }: Extract<Way<Item>, { by: "likeness" }>,
): readonly Pair<Item>[] {
  if (removed.length * added.length > mostComparisons) return [];
  const profiled = added.map((after) => ({ after, profile: profileOf(textOf(after.item)) }));
  const candidates = removed.flatMap((before) => {
    const own = profileOf(textOf(before.item));
    return profiled.flatMap(({ after, profile }) => {
      if (mostLikeness(own, profile) < least) return [];
      const alike = likenessOf(own, profile);
      return alike >= least ? [{ before, after, alike }] : [];
    });
  });
  const distance = ({ before, after }: Pair<Item>) => Math.abs(before.index - after.index);
  const height = ({ before, after }: Pair<Item>) => before.index + after.index;
  // Candidates that are still equal share no item, so their order is of no account.
  candidates.sort(
    (one, other) => other.alike - one.alike || distance(one) - distance(other) || height(one) - height(other),
  );
  const taken = new Set<Numbered<Item>>();
  return candidates.flatMap(({ before, after }) => {
    if (taken.has(before) || taken.has(after)) return [];
    taken.add(before).add(after);
    return [{ before, after }];
  });
}
