/** A project's indicators in two editions → those added, removed and changed; a renamed one is a changed one. */
import {
  type ComparedIndicator,
  type FieldChange,
  type IndicatorsChange,
  indicatorFields,
  type SnapshotIndicator,
} from "../records/index.ts";
import { compareText } from "./compare-fields.ts";
import type { LabelOf } from "./compare-snapshots.ts";
import { likeness } from "./likeness.ts";
import { isReordered, type Pair, pair, type Way } from "./pair.ts";

/** From here a level-3 name is the other one reworded. */
const reworded = 0.5;

export function compareIndicators(
  before: readonly SnapshotIndicator[],
  after: readonly SnapshotIndicator[],
  labelOf: LabelOf,
): IndicatorsChange {
  const { pairs, removed, added } = pair(before, after, ways);
  const changed = pairs.flatMap((one) => {
    const fields = compareOne(one, labelOf);
    return fields.length === 0 ? [] : [{ indicator: nameOf(one.after.item), fields }];
  });
  return {
    added: added.map(({ item }) => nameOf(item)),
    removed: removed.map(({ item }) => nameOf(item)),
    changed,
    // One that went to another group stands elsewhere because of that.
    reordered: isReordered(pairs.filter((one) => groupOf(one.before.item) === groupOf(one.after.item))),
  };
}

const ways: readonly Way<SnapshotIndicator>[] = [
  // Of several with one name, those that say the same belong together, and the others are the most alike.
  { by: "key", keyOf: (one) => JSON.stringify([nameKey(one), contentOf(one)]) },
  { by: "likeness", groupOf: nameKey, likeness: contentLikeness },
  // Another group, or the group under another name.
  { by: "only", keyOf: (one) => one.level3 && JSON.stringify([one.horizon, one.level3, contentOf(one)]) },
  { by: "only", keyOf: (one) => one.level3 && JSON.stringify([one.horizon, one.level3]) },
  { by: "likeness", groupOf, likeness: nameLikeness },
  // Renamed from beginning to end: all the rest is as it was, and no other has all of it.
  {
    by: "only",
    keyOf: (one) => (one.printedValue ? JSON.stringify([groupOf(one), contentOf(one)]) : undefined),
  },
];

function groupOf({ horizon, level1, level2 }: SnapshotIndicator): string {
  return JSON.stringify([horizon, level1 ?? "", level2 ?? ""]);
}

function nameKey(one: SnapshotIndicator): string {
  return JSON.stringify([groupOf(one), one.level3 ?? ""]);
}

/** Everything but the three levels. */
function contentOf({
  level1: _1,
  level2: _2,
  level3: _3,
  horizon: _4,
  ...content
}: SnapshotIndicator): string {
  return JSON.stringify(content);
}

/** Never 0: having one name is enough where no other is more alike. */
function contentLikeness(before: SnapshotIndicator, after: SnapshotIndicator): number {
  return 0.1 + likeness(contentOf(before), contentOf(after));
}

function nameLikeness(before: SnapshotIndicator, after: SnapshotIndicator): number {
  const alike = likeness(before.level3 ?? "", after.level3 ?? "");
  return alike >= reworded ? alike : 0;
}

function compareOne({ before, after }: Pair<SnapshotIndicator>, labelOf: LabelOf): readonly FieldChange[] {
  const [old, now] = [before.item, after.item];
  const value = compareText(labelOf("indicator.value"), {
    before: old.printedValue,
    after: now.printedValue,
  });
  // What is printed together is told together; its parts are told where they print the same.
  const told = (field: string) => value.length === 0 || !["operator", "value", "unit"].includes(field);
  const own = new Set([...Object.keys(old.own ?? {}), ...Object.keys(now.own ?? {})]);
  return [
    ...indicatorFields.flatMap((field) => {
      if (field === "value" && value.length > 0) return value;
      return told(field)
        ? compareText(labelOf(`indicator.${field}`), { before: old[field], after: now[field] })
        : [];
    }),
    ...[...own].sort().flatMap((name) =>
      compareText(labelOf(`indicator.own.${name}`), {
        before: old.own?.[name],
        after: now.own?.[name],
      }),
    ),
  ];
}

function nameOf({ horizon, level1, level2, level3, printedValue }: SnapshotIndicator): ComparedIndicator {
  return {
    horizon,
    ...(level1 !== undefined && { level1 }),
    ...(level2 !== undefined && { level2 }),
    ...(level3 !== undefined && { level3 }),
    ...(printedValue !== undefined && { value: printedValue }),
  };
}
