/** Two lists → which of their items belong together, the same whichever list is called the old one. */

export type Pairing<Item> = {
  /** In the order of the new list. */
  readonly pairs: readonly Pair<Item>[];
  readonly removed: readonly Numbered<Item>[];
  readonly added: readonly Numbered<Item>[];
};

export type Pair<Item> = { readonly before: Numbered<Item>; readonly after: Numbered<Item> };

/** An item with its place in its list, from 0. */
export type Numbered<Item> = { readonly item: Item; readonly index: number };

/** One way to tell that items belong together; ways are tried in turn on what those before have left. */
export type Way<Item> =
  /** Items of equal keys, the first with the first; an item without a key waits for the next way. */
  | { readonly by: "key"; readonly keyOf: (item: Item) => string | undefined }
  /** As `key`, but only where one old and one new item have it. */
  | { readonly by: "only"; readonly keyOf: (item: Item) => string | undefined }
  /** Items of one group, the most alike first. */
  | {
      readonly by: "likeness";
      readonly groupOf: (item: Item) => string | undefined;
      /** 0: not at all. Symmetric. */
      readonly likeness: (before: Item, after: Item) => number;
    };

// Every old item against every new one: a group in which more than this is left is not worth the time.
const mostComparisons = 40_000;

export function pair<Item>(
  before: readonly Item[],
  after: readonly Item[],
  ways: readonly Way<Item>[],
): Pairing<Item> {
  const pairs: Pair<Item>[] = [];
  let removed: readonly Numbered<Item>[] = before.map((item, index) => ({ item, index }));
  let added: readonly Numbered<Item>[] = after.map((item, index) => ({ item, index }));
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

type Left<Item> = {
  readonly removed: readonly Numbered<Item>[];
  readonly added: readonly Numbered<Item>[];
};

function tryWay<Item>({ removed, added }: Left<Item>, way: Way<Item>): readonly Pair<Item>[] {
  const groupOf = way.by === "likeness" ? way.groupOf : way.keyOf;
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
      return mostAlike(left, way.likeness);
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
  likeness: (before: Item, after: Item) => number,
): readonly Pair<Item>[] {
  if (removed.length * added.length > mostComparisons) return [];
  const candidates = removed.flatMap((before) =>
    added.flatMap((after) => {
      const alike = likeness(before.item, after.item);
      return alike > 0 ? [{ before, after, alike }] : [];
    }),
  );
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

function groupBy<Item>(
  items: readonly Numbered<Item>[],
  groupOf: (item: Item) => string | undefined,
): ReadonlyMap<string, readonly Numbered<Item>[]> {
  const groups = new Map<string, Numbered<Item>[]>();
  for (const one of items) {
    const key = groupOf(one.item);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return groups;
}
