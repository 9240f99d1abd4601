/** What a source says, with the one place that says it: a text, or an amount of money with its unit. */
import type { Place } from "../diagnostics/index.ts";
import { type Decimal, shiftDecimal } from "./decimal.ts";
import type { MoneyField } from "./fields.ts";

/**
 * A text that is never blank: an empty cell is an absent field.
 * `raw` is the source's own text, if normalising changed it (control characters, `="0130"`).
 */
export type Text = {
  readonly text: string;
  readonly at: Place;
  readonly raw?: string;
};

export const moneyUnits = ["元", "千元", "万元", "亿元"] as const;
export type MoneyUnit = (typeof moneyUnits)[number];

/** Powers of ten in 元. */
const unitPower: Readonly<Record<MoneyUnit, number>> = { 元: 0, 千元: 3, 万元: 4, 亿元: 8 };

/** The same money counted in another unit, exact. */
export function convertMoney(
  value: Decimal,
  units: { readonly from: MoneyUnit; readonly to: MoneyUnit },
): Decimal {
  return shiftDecimal(value, unitPower[units.from] - unitPower[units.to]);
}

/** What stated the unit of an amount. `inherited`: the total above it. */
export type UnitOrigin = "cell" | "header" | "file" | "department" | "inherited";

/**
 * An amount of money. `value` is an exact decimal in plain notation (`3600.00`), counted in `unit`.
 * `value` is absent if the text is no number, `unit` if nothing states it (both are findings).
 */
export type Amount = Text & {
  readonly derived?: Derived;
  readonly value?: string;
  readonly unit?: MoneyUnit;
  readonly unitFrom?: UnitOrigin;
};

/** Of a blank that was filled in by a formula of the form. */
type Derived = {
  /** What the form calls its field. */
  readonly label: string;
  readonly formula: string;
  /** What it was computed from, which may have been computed itself. */
  readonly from: readonly Amount[];
};

/** Amounts with all that they were computed from, each once; a computed one stands before its parts. */
export function withParts(amounts: readonly Amount[]): readonly Amount[] {
  const parts = new Set<Amount>();
  const add = (amount: Amount): void => {
    if (parts.has(amount)) return;
    parts.add(amount);
    amount.derived?.from.forEach(add);
  };
  amounts.forEach(add);
  return [...parts];
}

/** The cells that amounts are made of in the end: what somebody wrote. */
export function givenParts(amounts: readonly Amount[]): readonly Amount[] {
  return withParts(amounts).filter(({ derived }) => derived === undefined);
}

/** Total and sources for one horizon; a blank source is absent. `own`: sources that only this form has. */
export type Budget = { readonly [Name in MoneyField]?: Amount } & {
  readonly own: Readonly<Record<string, Amount>>;
};
