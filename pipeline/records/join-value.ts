/** Operator, value and unit of an indicator → the one value that stands for them, as they are read beside each other. */
import { operatorSign } from "./operator.ts";
import type { Indicator } from "./project.ts";
import type { Text } from "./value.ts";

/** Undefined if they leave nothing to print. */
export function joinValue({
  operator,
  value,
  unit,
}: Pick<Indicator, "operator" | "value" | "unit">): Text | undefined {
  const first = value ?? operator ?? unit;
  if (first === undefined) return undefined;
  if (operator === undefined && unit === undefined) return first;
  // What is no operator would pass for a part of the value: 7 before 100%.
  const sign = operatorSign(operator?.text ?? "") ?? "";
  const text = `${sign}${value?.text ?? ""}${unit?.text ?? ""}`;
  return text === "" ? undefined : { text, at: first.at };
}
