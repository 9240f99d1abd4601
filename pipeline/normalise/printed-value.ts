/** Puts operator, value and unit of an indicator together as the one value that is printed. */
import type { Subject } from "../diagnostics/index.ts";
import { type FormSpec, type Indicator, operatorSign, type Text } from "../records/index.ts";
import type { Context } from "./context.ts";

type Normalisation = FormSpec["normalise"][number];
const changes: Readonly<Record<Normalisation, (text: string) => string>> = {
  "operator-signs": (text) => text.replaceAll(">=", "≥").replaceAll("<=", "≤"),
  "percent-word": (text) => text.replaceAll("百分比", "%"),
};

/** The indicator with its `printedValue`; none if operator, value and unit leave nothing to print. */
export function withPrintedValue(
  indicator: Indicator,
  { spec, subject }: { readonly spec: FormSpec; readonly subject: Subject },
  { report }: Context,
): Indicator {
  const { operator, horizon } = indicator;
  const isUnknown = operator !== undefined && operatorSign(operator.text) === undefined;
  if (isUnknown && spec.horizons.includes(horizon)) {
    report({ code: "operator-unknown", at: operator.at, subject, found: operator.text, args: {} });
  }
  const joined = joinValue(indicator);
  if (joined === undefined) return indicator;
  const text = spec.normalise.reduce((printed, name) => changes[name](printed), joined.text);
  if (text === joined.text) return { ...indicator, printedValue: joined };
  report({ code: "value-normalised", at: joined.at, found: joined.text, args: { printed: text } });
  return { ...indicator, printedValue: { ...joined, text, raw: joined.raw ?? joined.text } };
}

function joinValue({ operator, value, unit }: Indicator): Text | undefined {
  const first = value ?? operator ?? unit;
  if (first === undefined) return undefined;
  if (operator === undefined && unit === undefined) return first;
  // What is no operator would pass for a part of the value: 7 before 100%.
  const sign = operatorSign(operator?.text ?? "") ?? "";
  const text = `${sign}${value?.text ?? ""}${unit?.text ?? ""}`;
  return text === "" ? undefined : { text, at: first.at };
}
