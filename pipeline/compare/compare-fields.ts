/** The same thing in two editions → the fields of it that differ, each with what it said and says. */
import type { FieldChange, Label, SnapshotAmount } from "../contracts/index.ts";
import { compareLines } from "./compare-lines.ts";
import { exactTenThousands, twoPlaces } from "./money-text.ts";

/** A field's name with its label. */
export type Named = { readonly field: string; readonly label: Label };

export type TwoValues<Value> = { readonly before: Value | undefined; readonly after: Value | undefined };

export function compareText(named: Named, { before, after }: TwoValues<string>): readonly FieldChange[] {
  if (before === after) return [];
  return [{ ...named, ...sides({ before, after }) }];
}

/** The same amount written otherwise is a change only where the report prints it otherwise. */
export function compareAmount(
  named: Named,
  { before, after }: TwoValues<SnapshotAmount>,
): readonly FieldChange[] {
  const exact = { before: exactText(before), after: exactText(after) };
  if (exact.before === exact.after && before?.printed === after?.printed) return [];
  const isExact = (side: "before" | "after", amount: SnapshotAmount | undefined) =>
    amount === undefined || exact[side] !== undefined;
  if (exact.before !== exact.after && isExact("before", before) && isExact("after", after))
    return [{ ...named, ...sides(exact), unit: "万元" }];
  // One of them is no number, or both are the same number: what is printed tells them apart.
  const printed = { before: before?.printed, after: after?.printed };
  const told =
    printed.before === printed.after ? { before: withUnit(before), after: withUnit(after) } : printed;
  return [{ ...named, ...sides(told) }];
}

export function compareTextLines(
  named: Named,
  { before, after }: TwoValues<readonly string[]>,
): readonly FieldChange[] {
  const lines = compareLines(before, after);
  if (lines === undefined) return [];
  return [{ ...named, ...sides({ before: before?.join("\n"), after: after?.join("\n") }), lines }];
}

function exactText(amount: SnapshotAmount | undefined): string | undefined {
  const exact = amount && exactTenThousands(amount);
  return exact === undefined ? undefined : twoPlaces(exact);
}

/** Printed alike, and yet of another unit or value, as where only one of them says its unit. */
function withUnit(amount: SnapshotAmount | undefined): string | undefined {
  return amount === undefined
    ? undefined
    : [amount.value ?? amount.printed, amount.unit ?? ""].join(" ").trim();
}

function sides({ before, after }: TwoValues<string>): { before?: string; after?: string } {
  return { ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
}
