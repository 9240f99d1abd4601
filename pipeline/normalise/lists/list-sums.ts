/** Amounts of a list added up exactly, and compared. */
import {
  type Amount,
  addExact,
  compareExact,
  convertMoney,
  type Exact,
  exact,
  type MoneyUnit,
} from "../../records/index.ts";

/** Sums that are not known are equal to none. */
export function areEqual(one: Exact | undefined, other: Exact | undefined): boolean {
  return one !== undefined && other !== undefined && compareExact(one, other) === 0;
}

/** Of money in a unit, or of plain numbers; undefined if one of them is none. */
export function sumOf(amounts: readonly Amount[], to: MoneyUnit | undefined): Exact | undefined {
  const known = amounts.flatMap(({ value, unit }) => {
    if (value === undefined) return [];
    if (to === undefined) return [exact(value)];
    return unit === undefined ? [] : [exact(convertMoney(value, { from: unit, to }))];
  });
  return known.length < amounts.length ? undefined : known.reduce(addExact, exact("0"));
}
