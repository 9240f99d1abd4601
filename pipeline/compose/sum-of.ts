/** The values of a field → their sum, exact and in the form's unit of money, printed as each of them is. */
import {
  type Amount,
  convertMoney,
  type Decimal,
  type FieldName,
  kindOf,
  placesOf,
  roundDecimal,
  sumDecimals,
} from "../records/index.ts";
import { formatValue, type PrintedFields } from "./printing.ts";

/** With as many places as that of its parts which is written with the most; blank if there is no sum. */
export function printSum(values: readonly Amount[], field: FieldName, spec: PrintedFields): string {
  const counted = countedOf(values, field, spec);
  if (counted === undefined) return "";
  const sum = sumDecimals(counted);
  const text = roundDecimal(sum, Math.max(placesOf(sum), ...counted.map(placesOf)));
  return formatValue({ text, value: sum, unit: spec.money.unit }, field, spec);
}

/**
 * Undefined of texts and percentages, of which there is no sum; and if nothing is given, or something that is given
 * cannot be counted: a sum without it would be wrong.
 */
function countedOf(
  values: readonly Amount[],
  field: FieldName,
  { fields, money }: PrintedFields,
): readonly Decimal[] | undefined {
  const kind = kindOf(field, fields);
  if (kind !== "money" && kind !== "number") return undefined;
  const counted = values.flatMap(({ value, unit }) => {
    if (value === undefined || kind === "number") return value ?? [];
    if (unit === undefined) return [];
    // 100.00 stays as it is written, where its unit is the form's.
    return unit === money.unit ? value : convertMoney(value, { from: unit, to: money.unit });
  });
  return values.length === 0 || counted.length < values.length ? undefined : counted;
}
