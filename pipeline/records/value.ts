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
  /** Of a blank that was filled in by a formula of the form: the formula, and what it was computed from. */
  readonly derived?: { readonly formula: string; readonly from: readonly Amount[] };
  readonly value?: string;
  readonly unit?: MoneyUnit;
  readonly unitFrom?: UnitOrigin;
};

/** Total and sources for one horizon; a blank source is absent. `own`: sources that only this form has. */
export type Budget = { readonly [Name in MoneyField]?: Amount } & {
  readonly own: Readonly<Record<string, Amount>>;
};
