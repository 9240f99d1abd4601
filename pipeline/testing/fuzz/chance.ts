/** A seed → numbers and choices that follow from it alone, so that whatever was tried can be tried again. */
export type Chance = {
  /** From 0, below `end`. */
  readonly below: (end: number) => number;
  readonly isOneIn: (count: number) => boolean;
  /** @throws of an empty list. */
  readonly of: <Item>(items: readonly Item[]) => Item;
};

/** Mulberry32. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end: number) => Math.floor(next() * end);
  return {
    below,
    isOneIn: (count) => below(count) === 0,
    of: (items) => {
      const item = items[below(items.length)];
      if (item === undefined) throw new Error("nothing to choose from");
      return item;
    },
  };
}
