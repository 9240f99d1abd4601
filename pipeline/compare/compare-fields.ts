/** The same thing in two editions → its fields that differ, each with its old and new value. */
import type { FieldChange, SnapshotAmount, SnapshotOwn } from "../contracts/index.ts";
import { convertMoney, type Decimal, withTwoPlaces } from "../records/index.ts";
import { compareLines } from "./compare-lines.ts";
import type { Named } from "./field-labels.ts";

export type TwoValues<Value> = { readonly before: Value | undefined; readonly after: Value | undefined };

export function compareText(named: Named, { before, after }: TwoValues<string>): readonly FieldChange[] {
  if (before === after) return [];
  return [{ ...named, before, after }];
}

/** The same amount written differently is a change only if the report prints it differently. */
export function compareAmount(
  named: Named,
  { before, after }: TwoValues<SnapshotAmount>,
): readonly FieldChange[] {
  const exact = { before: exactText(before), after: exactText(after) };
  if (exact.before === exact.after && before?.printed === after?.printed) return [];
  const isExact = (side: "before" | "after", amount: SnapshotAmount | undefined) =>
    amount === undefined || exact[side] !== undefined;
  if (exact.before !== exact.after && isExact("before", before) && isExact("after", after))
    return [{ ...named, ...exact, unit: "万元" }];
  // One of them is no number, or both are the same number: what is printed tells them apart.
  const printed = { before: before?.printed, after: after?.printed };
  if (printed.before !== printed.after) return [{ ...named, ...printed }];
  return [{ ...named, before: withUnit(before), after: withUnit(after) }];
}

/** What two editions say in a form's own fields of one record, by the names that form.json gives them. */
export function compareOwn(
  namedOf: (name: string) => Named,
  { before, after }: TwoValues<SnapshotOwn>,
): readonly FieldChange[] {
  return namesOf({ before, after }).flatMap((name) => {
    const [old, now] = [before?.[name], after?.[name]];
    // The same cell is an amount in one edition and a text in the other if it was no number, or had another type.
    return typeof old === "string" || typeof now === "string"
      ? compareText(namedOf(name), { before: printedOf(old), after: printedOf(now) })
      : compareAmount(namedOf(name), { before: old, after: now });
  });
}

/** The names of a form's own fields that either edition has. */
export function namesOf({
  before = {},
  after = {},
}: TwoValues<Readonly<Record<string, unknown>>>): readonly string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
}

/** What a report prints of a form's own field. */
export function printedOf(value: SnapshotAmount | string | undefined): string | undefined {
  return typeof value === "string" ? value : value?.printed;
}

export function compareTextLines(
  named: Named,
  { before, after }: TwoValues<readonly string[]>,
): readonly FieldChange[] {
  const lines = compareLines(before, after);
  if (lines === undefined) return [];
  return [{ ...named, before: before?.join("\n"), after: after?.join("\n"), lines }];
}

/** An amount in 万元; undefined if its number or its unit is not known. */
export function exactTenThousands({ value, unit }: SnapshotAmount): Decimal | undefined {
  return value === undefined || unit === undefined
    ? undefined
    : convertMoney(value, { from: unit, to: "万元" });
}

function exactText(amount: SnapshotAmount | undefined): string | undefined {
  const exact = amount && exactTenThousands(amount);
  // A change below the second place is a change.
  return exact === undefined ? undefined : withTwoPlaces(exact);
}

/** Tells apart amounts that are printed alike and differ in unit or value, as when only one of them states its unit. */
function withUnit(amount: SnapshotAmount | undefined): string | undefined {
  return amount && [amount.value ?? amount.printed, amount.unit ?? ""].join(" ").trim();
}
