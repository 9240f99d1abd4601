/** Exact numbers that can be divided: a fraction of two decimals, rounded only when it is shown. */
import Big from "big.js";
import type { Decimal } from "./decimal.ts";

/** `over` is positive. */
export type Exact = { readonly of: Big; readonly over: Big };

/** What every whole decimal is over: the very one, so that most sums multiply nothing. */
const whole = new Big(1);

export function exact(value: Decimal): Exact {
  return { of: new Big(value), over: whole };
}

export function addExact(one: Exact, other: Exact): Exact {
  if (one.over === other.over) return { of: one.of.plus(other.of), over: one.over };
  return { of: one.of.times(other.over).plus(other.of.times(one.over)), over: one.over.times(other.over) };
}

export function negateExact({ of, over }: Exact): Exact {
  return { of: of.times(-1), over };
}

export function multiplyExact(one: Exact, other: Exact): Exact {
  const over = one.over === whole && other.over === whole ? whole : one.over.times(other.over);
  return { of: one.of.times(other.of), over };
}

/** Undefined if the divisor is 0. */
export function divideExact(one: Exact, { of, over }: Exact): Exact | undefined {
  if (of.eq(0)) return undefined;
  const sign = of.lt(0) ? -1 : 1;
  return { of: one.of.times(over).times(sign), over: one.over.times(of).times(sign) };
}

export function compareExact(one: Exact, other: Exact): -1 | 0 | 1 {
  if (one.over === other.over) return one.of.cmp(other.of);
  return one.of.times(other.over).cmp(other.of.times(one.over));
}

/** Half up, away from zero, with exactly `places` places; the division is carried to twenty. */
export function roundExact({ of, over }: Exact, places: number): Decimal {
  return of.div(over).toFixed(places, Big.roundHalfUp);
}

/** Half up, without the zeros that rounding puts behind. */
export function roundToAtMost(value: Exact, places: number): Decimal {
  const rounded = roundExact(value, places);
  return places === 0 ? rounded : rounded.replace(/\.?0+$/u, "");
}

/** As a decimal: exact where it is one, otherwise with twenty places. */
export function decimalOf({ of, over }: Exact): Decimal {
  return of.div(over).toFixed();
}
