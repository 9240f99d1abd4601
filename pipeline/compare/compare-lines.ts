/** Two lists of lines or paragraphs → those that were added, removed and reworded. */
import type { LineChange, LinesChange } from "../records/index.ts";
import { likeness } from "./likeness.ts";
import { isReordered, type Pairing, pair, type Way } from "./pair.ts";

/** From here a line is the other one reworded, and not another line. */
const reworded = 0.4;

const ways: readonly Way<string>[] = [
  { by: "key", keyOf: (line) => line },
  {
    by: "likeness",
    groupOf: () => "",
    likeness: (before, after) => {
      const alike = likeness(before, after);
      return alike >= reworded ? alike : 0;
    },
  },
];

/** Undefined where both say the same in the same order. */
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

/** As many old lines as new ones are left: each was rewritten from beginning to end. */
function withRewritten({ pairs, removed, added }: Pairing<string>): Pairing<string> {
  if (removed.length === 0 || removed.length !== added.length) return { pairs, removed, added };
  const rewritten = removed.flatMap((before, at) => {
    const after = added[at];
    return after === undefined ? [] : [{ before, after }];
  });
  const all = [...pairs, ...rewritten].sort((one, other) => one.after.index - other.after.index);
  return { pairs: all, removed: [], added: [] };
}
