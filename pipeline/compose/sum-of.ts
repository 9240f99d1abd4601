/** The values of a field → what they come to, exactly, in the form's unit of money. */
import { type Amount, convertMoney, type FieldName, kindOf, sumDecimals } from "../records/index.ts";
import type { PrintedFields } from "./printing.ts";

/**
 * Undefined of texts and percentages, of which there is no sum; and if nothing is given, or something that is given
 * cannot be counted: a sum without it would be wrong.
 */
export function sumOf(
  values: readonly Amount[],
  field: FieldName,
  { fields, money }: PrintedFields,
): string | undefined {
  const kind = kindOf(field, fields);
  if (kind !== "money" && kind !== "number") return undefined;
  const counted = values.flatMap(({ value, unit }) => {
    if (value === undefined || kind === "number") return value ?? [];
    return unit === undefined ? [] : convertMoney(value, { from: unit, to: money.unit });
  });
  return values.length === 0 || counted.length < values.length ? undefined : sumDecimals(counted);
}
