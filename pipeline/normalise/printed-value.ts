/** Puts operator, value and unit of an indicator together as the one value that is printed. */
import type { FormSpec, Indicator, Text } from "../records/index.ts";
import type { Context } from "./context.ts";

/** The codes of the systems' dictionary and its words that are no sign: 定性, 定量（其他） and 不适用 print nothing. */
const operatorSigns: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "1": "≥",
    "2": "＞",
    "3": "＝",
    "4": "＜",
    "5": "≤",
    "6": "",
    "9": "",
    "10": "",
    定性: "",
    "定量（其他）": "",
    "定量(其他)": "",
    不适用: "",
  }),
);

type Normalisation = FormSpec["normalise"][number];
const changes: Readonly<Record<Normalisation, (text: string) => string>> = {
  "operator-signs": (text) => text.replaceAll(">=", "≥").replaceAll("<=", "≤"),
  "percent-word": (text) => text.replaceAll("百分比", "%"),
};

/** The indicator with its `printedValue`; none if operator, value and unit leave nothing to print. */
export function withPrintedValue(indicator: Indicator, spec: FormSpec, { report }: Context): Indicator {
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
  const sign = operator === undefined ? "" : (operatorSigns.get(operator.text) ?? operator.text);
  const text = `${sign}${value?.text ?? ""}${unit?.text ?? ""}`;
  return text === "" ? undefined : { text, at: first.at };
}
