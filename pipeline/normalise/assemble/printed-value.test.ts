import { expect, test } from "vitest";
import type { Indicator, Text } from "../../records/index.ts";
import { trialSpec } from "../../testing/trial-form.ts";
import { createContext } from "../drafts/context.ts";
import { withPrintedValue } from "./printed-value.ts";

const at = { kind: "file", file: "export.csv" } as const;
const text = (value: string): Text => ({ text: value, at });

function print(parts: { operator?: string; value?: string; unit?: string }, normalise: string[] = []) {
  const codes: string[] = [];
  const spec = trialSpec({ normalise });
  const indicator: Indicator = {
    horizon: "annual",
    own: {},
    ...(parts.operator === undefined ? {} : { operator: text(parts.operator) }),
    ...(parts.value === undefined ? {} : { value: text(parts.value) }),
    ...(parts.unit === undefined ? {} : { unit: text(parts.unit) }),
  };
  const context = createContext(new Map(), ({ code }) => void codes.push(code));
  return [withPrintedValue(indicator, { spec, subject: {} }, context).printedValue?.text, ...codes];
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
  [{ operator: "01", value: "3", unit: "次" }, "≥3次"],
  [{ operator: "5.0", value: "3", unit: "次" }, "≤3次"],
  [{ operator: "１", value: "3", unit: "次" }, "≥3次"],
  [{ operator: "＞＝", value: "3", unit: "次" }, "＞＝3次"],
  [{ operator: "≧", value: "3", unit: "次" }, "≧3次"],
  [{ operator: "大于等于", value: "3", unit: "次" }, "大于等于3次"],
  [{ operator: "—", value: "良好" }, "良好"],
  [{}, undefined],
])("%j", (parts, expected) => {
  expect(print(parts)).toEqual([expected]);
});

test.each([
  "7",
  "11",
  "95",
  "1.5",
  "-1",
  "x",
  "*",
  "?",
  "？",
  "正向",
  "是",
  "其他",
  "NULL",
  "&ge;",
  "#N/A",
  "≥≤",
  "3月5日",
])("%s is no operator and is not printed", (operator) => {
  expect(print({ operator, value: "95", unit: "%" })).toEqual(["95%", "operator-unknown"]);
});

test("a form's normalisations change what is printed, and each change is listed", () => {
  expect(print({ value: ">=90", unit: "百分比" }, ["operator-signs", "percent-word"])).toEqual([
    "≥90%",
    "value-normalised",
  ]);
  expect(print({ value: "≥90" }, ["operator-signs"])).toEqual(["≥90"]);
});
