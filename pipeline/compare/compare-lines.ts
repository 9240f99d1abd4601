/** Two lists of lines or paragraphs → those that were added, removed and reworded. */
import type { LineChange, LinesChange } from "../contracts/index.ts";
import { isReordered, type Numbered, type Pair, type Pairing, pair, type Way } from "./pair.ts";

/** From here a line is the other one reworded, and not another line. */
const reworded = 0.4;

const ways: readonly Way<string>[] = [
  { by: "key", keyOf: (line) => line },
  { by: "likeness", groupOf: () => "", textOf: (line) => line, least: reworded },
];

/** Undefined if both say the same in the same order. */
export function compareLines(
  before: readonly string[] = [],
  after: readonly string[] = [],
): LinesChange | undefined {
  const { pairs, removed, added } = withRewritten(pair(before, after, ways));
  const changed = pairs.flatMap((one): readonly LineChange[] =>
    one.before.item === one.after.item
      ? []
      : [
          {
            kind: "changed",
            number: one.after.index + 1,
            before: one.before.item,
            after: one.after.item,
          },
        ],
  );
  const lines = [
    ...changed,
    ...removed.map(({ item, index }): LineChange => ({ kind: "removed", number: index + 1, before: item })),
    ...added.map(({ item, index }): LineChange => ({ kind: "added", number: index + 1, after: item })),
  ].sort((one, other) => one.number - other.number);
  const reordered = isReordered(pairs);
  return lines.length === 0 && !reordered ? undefined : { lines, reordered };
}

/** As many old lines as new ones are left between the same two neighbours: each was rewritten from beginning to end. */
function withRewritten({ pairs, removed, added }: Pairing<string>): Pairing<string> {
  if (removed.length === 0 || added.length === 0 || isReordered(pairs)) return { pairs, removed, added };
  const oldGaps = byGap(
    removed,
    pairs.map(({ before }) => before),
  );
  const newGaps = byGap(
    added,
    pairs.map(({ after }) => after),
  );
  const rewritten = [...oldGaps].flatMap(([gap, old]) => {
    const now = newGaps.get(gap) ?? [];
    return now.length === old.length ? zip(old, now) : [];
  });
  const taken = new Set(rewritten.flatMap(({ before, after }) => [before, after]));
  return {
    pairs: [...pairs, ...rewritten].sort((one, other) => one.after.index - other.after.index),
    removed: removed.filter((one) => !taken.has(one)),
    added: added.filter((one) => !taken.has(one)),
  };
}

/** Lines by how many of the `kept` ones, which are in order, come before them. */
function byGap(
  lines: readonly Numbered<string>[],
  kept: readonly Numbered<string>[],
): ReadonlyMap<number, readonly Numbered<string>[]> {
  const gaps = new Map<number, Numbered<string>[]>();
  let passed = 0;
  for (const line of lines) {
    while ((kept[passed]?.index ?? Number.POSITIVE_INFINITY) < line.index) passed += 1;
    const gap = gaps.get(passed);
    if (gap === undefined) gaps.set(passed, [line]);
    else gap.push(line);
  }
  return gaps;
}

function zip<Item>(
  before: readonly Numbered<Item>[],
  after: readonly Numbered<Item>[],
): readonly Pair<Item>[] {
  return before.flatMap((old, at) => {
    const now = after[at];
    return now === undefined ? [] : [{ before: old, after: now }];
  });
}
