/** An amount of a snapshot → 万元 as officers write them, exact. */
import type { SnapshotAmount } from "../contracts/index.ts";
import { convertMoney, type Decimal, roundDecimal } from "../records/index.ts";

/** Undefined where the number or its unit is not known. */
export function exactTenThousands({ value, unit }: SnapshotAmount): Decimal | undefined {
  return value === undefined || unit === undefined
    ? undefined
    : convertMoney(value, { from: unit, to: "万元" });
}

/** Two places, and more where the exact amount has more: a change below the second place is a change. */
export function twoPlaces(value: Decimal): string {
  const places = value.split(".")[1]?.length ?? 0;
  return roundDecimal(value, Math.max(2, places));
}
