import { expect, test } from "vitest";
import type { MoneyFormat } from "../records/index.ts";
import { amount } from "../testing/trial-form.ts";
import { formatMoney, formatValue } from "./printing.ts";

const fixed = { print: "fixed", unit: "万元", places: 2, zero: "0" } satisfies MoneyFormat;
const asGiven = { print: "as-given", unit: "万元" } satisfies MoneyFormat;

test.each([
  ["3,600.00", { value: "3600.00", unit: "元" }, "0.36"],
  ["35000", { value: "35000", unit: "元" }, "3.50"],
  ["1,050", { value: "1050", unit: "元" }, "0.11"],
  ["1,049.99", { value: "1049.99", unit: "元" }, "0.10"],
  ["0.00", { value: "0.00", unit: "元" }, "0"],
  ["40", { value: "40", unit: "元" }, "0.00"],
  ["1.2", { value: "1.2", unit: "亿元" }, "12000.00"],
  ["90071992547409.93", { value: "90071992547409.93", unit: "万元" }, "90071992547409.93"],
  ["约3万", {}, "约3万"],
  ["3600", { value: "3600" }, "3600"],
] as const)("%s is printed with two places of 万元", (text, more, expected) => {
  expect(formatMoney(amount(text, more), fixed)).toBe(expected);
});

test("as given means as written, unit and all", () => {
  expect(formatMoney(amount("61.1万", { value: "61.1", unit: "万元" }), asGiven)).toBe("61.1万");
});

test.each([
  ["75000", "元", "header", "75000元"],
  ["7.5", "万元", "header", "7.5"],
  ["0", "元", "header", "0"],
  ["7.5万", "万元", "cell", "7.5万"],
  ["75000元", "元", "cell", "75000元"],
] as const)("as given: %s, %s by the %s, prints %s in a table of 万元", (text, unit, unitFrom, printed) => {
  const value = text.replace(/[^\d.]/gu, "");
  const amount = { text, at: { kind: "file", file: "a" }, value, unit, unitFrom } as const;
  expect(formatMoney(amount, { print: "as-given", unit: "万元" })).toBe(printed);
});

test.each([
  ["-0.001", "0.00"],
  ["-150", "-0.02"],
  ["0.000", "0"],
])("%s 元 prints %s 万元", (value, printed) => {
  const amount = {
    text: value,
    at: { kind: "file", file: "a" },
    value,
    unit: "元",
    unitFrom: "header",
  } as const;
  expect(formatMoney(amount, { print: "fixed", unit: "万元", places: 2, zero: "0" })).toBe(printed);
});

test.each([
  ["project.own.rate", { value: "0.98765" }, "98.8%"],
  ["project.own.score", { value: "9.85" }, "9.9"],
  ["project.own.spent", { value: "793050", unit: "元" }, "79.3050"],
  ["project.own.spent", { value: "0", unit: "元" }, "0.0000"],
  ["project.own.score", {}, "as given"],
  ["project.own.remark", {}, "as given"],
] as const)("%s is rounded as the form has it", (field, more, expected) => {
  const own = {
    "project.own.rate": { type: "percent", places: 1 },
    "project.own.score": { type: "number", places: 1 },
    "project.own.spent": { type: "money", places: 4 },
    "project.own.remark": {},
  } as const;
  const fields = Object.fromEntries(
    Object.entries(own).map(([name, settings]) => [
      name,
      { label: name, required: false, aliases: [], ...settings },
    ]),
  );
  expect(formatValue(amount("as given", more), field, { fields, money: asGiven })).toBe(expected);
});
