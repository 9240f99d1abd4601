/** An amount → what the form prints for it. */
import {
  type Amount,
  compareDecimals,
  convertMoney,
  type MoneyFormat,
  type MoneyUnit,
  roundDecimal,
} from "../records/index.ts";

/**
 * An amount whose number or unit is not known is printed as given: it is never guessed. So is one that the form
 * prints as given; where only a header states another unit than the form's, that unit is printed with it, or
 * 75000 元 would stand as 75000 in a table of 万元.
 */
export function formatMoney(amount: Amount, format: MoneyFormat): string {
  if (format.print === "as-given") return withOtherUnit(amount, format.unit);
  if (amount.value === undefined || amount.unit === undefined) return amount.text;
  const exact = convertMoney(amount.value, { from: amount.unit, to: format.unit });
  const printed = roundDecimal(exact, format.places);
  if (compareDecimals(exact, "0") === 0) return format.zero;
  // -0.001 has no sign left once it is rounded.
  return compareDecimals(printed, "0") === 0 ? printed.replace("-", "") : printed;
}

function withOtherUnit({ text, value, unit, unitFrom }: Amount, printed: MoneyUnit): string {
  if (value === undefined || unit === undefined || unit === printed || unitFrom === "cell") return text;
  return compareDecimals(value, "0") === 0 ? text : `${text}${unit}`;
}
