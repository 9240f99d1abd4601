import { expect, test } from "vitest";
import { FormSpec, type Indicator, type Text } from "../records/index.ts";
import { createContext } from "./context.ts";
import { withPrintedValue } from "./printed-value.ts";

const at = { kind: "file", file: "export.csv" } as const;
const text = (value: string): Text => ({ text: value, at });

function print(parts: { operator?: string; value?: string; unit?: string }, normalise: string[] = []) {
  const codes: string[] = [];
  const spec = FormSpec.parse({
    name: { zh: "某省", en: "Some province" },
    title: "某",
    horizons: ["annual"],
    money: { print: "as-given", unit: "万元" },
    fields: {},
    normalise,
  });
  const indicator: Indicator = {
    horizon: "annual",
    own: {},
    ...(parts.operator === undefined ? {} : { operator: text(parts.operator) }),
    ...(parts.value === undefined ? {} : { value: text(parts.value) }),
    ...(parts.unit === undefined ? {} : { unit: text(parts.unit) }),
  };
  const context = createContext(new Map(), ({ code }) => void codes.push(code));
  return [withPrintedValue(indicator, spec, context).printedValue?.text, ...codes];
}

test.each([
  [{ operator: "≥", value: "90", unit: "百分比" }, "≥90百分比"],
  [{ operator: "2", value: "3", unit: "次" }, "＞3次"],
  [{ operator: "6", value: "明显" }, "明显"],
  [{ operator: "定性", value: "明显" }, "明显"],
  [{ operator: "10" }, undefined],
  [{ operator: "大于", value: "3" }, "大于3"],
  [{ value: "无" }, "无"],
  [{ unit: "百分比" }, "百分比"],
  [{}, undefined],
])("%j", (parts, expected) => {
  expect(print(parts)).toEqual([expected]);
});

test("a form's normalisations change what is printed, and each change is listed", () => {
  expect(print({ value: ">=90", unit: "百分比" }, ["operator-signs", "percent-word"])).toEqual([
    "≥90%",
    "value-normalised",
  ]);
  expect(print({ value: "≥90" }, ["operator-signs"])).toEqual(["≥90"]);
});
