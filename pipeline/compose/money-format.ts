/** An amount → what the form prints for it. */
import {
  type Amount,
  compareDecimals,
  convertMoney,
  type MoneyFormat,
  roundDecimal,
} from "../records/index.ts";

/** An amount whose number or unit is not known is printed as given: it is never guessed. */
export function formatMoney(amount: Amount, format: MoneyFormat): string {
  if (format.print === "as-given") return amount.text;
  if (amount.value === undefined || amount.unit === undefined) return amount.text;
  const value = convertMoney(amount.value, { from: amount.unit, to: format.unit });
  return compareDecimals(value, "0") === 0 ? format.zero : roundDecimal(value, format.places);
}
