/** Exact decimals for money and shares: text in, text out, so that no amount ever passes through a binary float. */
import Big from "big.js";

/** An exact decimal in plain notation, for example `3600.00` or `-0.5`. */
export type Decimal = string;

/** Of a number: what has more is a text, with which nothing can be computed in a time that anybody waits. */
export const mostDigits = 100;

const plain = /^[+-]?(?:\d+(?:\.\d+)?|\.\d+)$/u;

/** Plain decimal text → the same number without a plus sign; trailing zeros stay. Undefined if it is no number, or has more digits than `mostDigits`, sign and point aside. */
export function parseDecimal(text: string): Decimal | undefined {
  const trimmed = text.trim();
  if (trimmed.length > mostDigits + 2 || !plain.test(trimmed)) return undefined;
  const unsigned = trimmed.startsWith("+") ? trimmed.slice(1) : trimmed;
  return unsigned.replace(/^(-?)\./u, "$10.");
}

/** Moves the decimal point: `shiftDecimal("3600", -4)` is `0.36`. Exact, which a division is not always. */
export function shiftDecimal(value: Decimal, places: number): Decimal {
  return new Big(value).times(new Big(`1e${places}`)).toFixed();
}

/** Rounds half up (away from zero) and prints with exactly `places` places. */
export function roundDecimal(value: Decimal, places: number): Decimal {
  return new Big(value).toFixed(places, Big.roundHalfUp);
}

/** A share in per cent, half up, with as many places as are asked for: 0.2 with one is 20.0%. */
export function percentOf(share: Decimal, places: number): string {
  return `${roundDecimal(shiftDecimal(share, 2), places)}%`;
}

export function compareDecimals(left: Decimal, right: Decimal): -1 | 0 | 1 {
  return new Big(left).cmp(new Big(right));
}

export function sumDecimals(values: readonly Decimal[]): Decimal {
  return values.reduce((sum, value) => sum.plus(value), new Big(0)).toFixed();
}

export function subtractDecimals(from: Decimal, value: Decimal): Decimal {
  return new Big(from).minus(value).toFixed();
}

/** How many digits are written after the point. */
export function placesOf(value: Decimal): number {
  return value.split(".")[1]?.length ?? 0;
}

/** Two places as officers write 万元; more where the exact sum has them, as a summary must not round. */
export function withTwoPlaces(value: Decimal): Decimal {
  return roundDecimal(value, Math.max(2, placesOf(value)));
}
