/** A project's indicators in two editions → those added, removed and changed; a renamed one is a changed one. */
import type {
  ComparedIndicator,
  FieldChange,
  IndicatorsChange,
  SnapshotIndicator,
} from "../contracts/index.ts";
import { indicatorFields, withoutSelectors } from "../records/index.ts";
import { compareOwn, compareText } from "./compare-fields.ts";
import type { LabelOf } from "./field-labels.ts";
import { isReordered, isSame, type Pair, type Pairing, pair, type Way } from "./pair.ts";

const contentFields = [
  "printedValue",
  ...indicatorFields.filter((field) => !["level1", "level2", "level3"].includes(field)),
] as const;

/** From here a level-3 name is the other one reworded. */
const reworded = 0.5;

export function compareIndicators(
  before: readonly SnapshotIndicator[],
  after: readonly SnapshotIndicator[],
  labelOf: LabelOf,
): IndicatorsChange {
  const { pairs, removed, added } = pairIndicators(before, after);
  const changed = pairs.flatMap((one) => {
    const fields = compareOne(one, labelOf);
    return fields.length === 0 ? [] : [{ indicator: nameOf(one.after.item), fields }];
  });
  return {
    added: added.map(({ item }) => nameOf(item)),
    removed: removed.map(({ item }) => nameOf(item)),
    changed,
    // One that went to another group is elsewhere because of that.
    reordered: isReordered(
      pairs.filter(({ before: { item: old }, after: { item: now } }) => inOneGroup(old, now)),
    ),
  };
}

/** Which belong together, whatever they are called now. */
export function pairIndicators(
  before: readonly SnapshotIndicator[],
  after: readonly SnapshotIndicator[],
): Pairing<SnapshotIndicator> {
  return pair(before, after, ways);
}

const ways: readonly Way<SnapshotIndicator>[] = [
  { by: "only", keyOf: nameKey },
  // Of several with one name, those that say the same belong together, and the others are the most alike.
  { by: "key", keyOf: (one) => nameKey(one) + contentOf(one) },
  { by: "likeness", groupOf: nameKey, textOf: contentOf, least: 0 },
  // Another group, or the group under another name.
  { by: "only", keyOf: (one) => one.level3 && one.horizon + one.level3 + contentOf(one) },
  { by: "only", keyOf: ({ horizon, level3 }) => level3 && horizon + level3 },
  { by: "likeness", groupOf, textOf: ({ level3 = "" }) => level3, least: reworded },
  // Renamed from beginning to end: all the rest is as it was, and no other has all of it.
  { by: "only", keyOf: (one) => one.printedValue && groupOf(one) + contentOf(one) },
];

// No text holds this sign, so that no two keys of different parts are alike.
const between = "\u0000";

function inOneGroup(one: SnapshotIndicator, other: SnapshotIndicator): boolean {
  return one.horizon === other.horizon && one.level1 === other.level1 && one.level2 === other.level2;
}

function groupOf({ horizon, level1 = "", level2 = "" }: SnapshotIndicator): string {
  return horizon + between + level1 + between + level2;
}

function nameKey(one: SnapshotIndicator): string {
  return withoutSelectors(groupOf(one) + between + (one.level3 ?? ""));
}

/** Everything but the horizon and the levels. */
function contentOf(one: SnapshotIndicator): string {
  const texts = contentFields.map((field) => one[field] ?? "").join(between);
  return between + texts + (one.own === undefined ? "" : JSON.stringify(one.own));
}

function compareOne({ before, after }: Pair<SnapshotIndicator>, labelOf: LabelOf): readonly FieldChange[] {
  const [old, now] = [before.item, after.item];
  if (isSame(old, now)) return [];
  const value = compareText(labelOf("indicator.value"), {
    before: old.printedValue,
    after: now.printedValue,
  });
  // What is printed together is one change; its parts are listed only if they print the same.
  const told = (field: string) => value.length === 0 || !["operator", "value", "unit"].includes(field);
  return [
    ...indicatorFields.flatMap((field) => {
      if (field === "value" && value.length > 0) return value;
      return told(field)
        ? compareText(labelOf(`indicator.${field}`), { before: old[field], after: now[field] })
        : [];
    }),
    ...compareOwn((name) => labelOf(`indicator.own.${name}`), { before: old.own, after: now.own }),
  ];
}

function nameOf({ horizon, level1, level2, level3, printedValue }: SnapshotIndicator): ComparedIndicator {
  return { horizon, level1, level2, level3, value: printedValue };
}
