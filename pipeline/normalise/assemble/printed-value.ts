/** Puts operator, value and unit of an indicator together as the one value that is printed. */
import type { Subject } from "../../diagnostics/index.ts";
import { type FormSpec, type Indicator, joinValue, operatorSign } from "../../records/index.ts";
import type { Context } from "../drafts/context.ts";

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
