/** Money as read: exact, with its unit, and with the text it was read from. */
import { type Decimal, shiftDecimal } from "./decimal.ts";
import type { Text } from "./text.ts";

export const moneyUnits = ["元", "万元", "亿元"] as const;
export type MoneyUnit = (typeof moneyUnits)[number];

/** Powers of ten in 元. */
const unitPower: Readonly<Record<MoneyUnit, number>> = { 元: 0, 万元: 4, 亿元: 8 };

/** The same money counted in another unit, exact. */
export function convertMoney(
  value: Decimal,
  units: { readonly from: MoneyUnit; readonly to: MoneyUnit },
): Decimal {
  return shiftDecimal(value, unitPower[units.from] - unitPower[units.to]);
}

/** Where the unit of an amount was said. `inherited`: on the total above it. */
export type UnitOrigin = "cell" | "header" | "file" | "department" | "inherited";

/**
 * An amount of money. `value` is an exact decimal in plain notation (`3600.00`), counted in `unit`.
 * `value` is absent where the text is no number; `unit` where nothing says it (both are findings).
 */
export type Amount = Text & {
  readonly value?: string;
  readonly unit?: MoneyUnit;
  readonly unitFrom?: UnitOrigin;
};

/** Total and sources of one horizon; a source that was left blank is absent. `own`: sources only this form has. */
export type Budget = {
  readonly total?: Amount;
  readonly fiscal?: Amount;
  readonly other?: Amount;
  readonly own: Readonly<Record<string, Amount>>;
};
