import { expect, test } from "vitest";
import { parseMoney } from "./read-money.ts";

test.each([
  ["3,600.00", { value: "3600.00" }],
  ["１，２３４．５", { value: "1234.5" }],
  ["183.3万", { value: "183.3", unit: "万元" }],
  ["4400 元", { value: "4400", unit: "元" }],
  ["¥1.5亿元", { value: "1.5", unit: "亿元" }],
  ["-0.50", { value: "-0.50" }],
  ["12千元", { value: "12", unit: "千元" }],
  ["12百元", { value: "12", unit: "unknown" }],
  [" - ", { value: "0" }],
  ["￥ -", { value: "0" }],
  ["—", { value: "0" }],
  ["(124,000.00)", { value: "-124000.00" }],
  ["（12.4）", { value: "-12.4" }],
  ["(¥2,000.00)", { value: "-2000.00" }],
  ["-¥2,000.00", { value: "-2000.00" }],
  ["¥-2,000.00", { value: "-2000.00" }],
  ["−42", { value: "-42" }],
  ["1,23", {}],
  ["1.2.3", {}],
  ["1.3E+20", {}],
  ["约3万", {}],
  ["3人", {}],
])("%s", (text, expected) => {
  expect(parseMoney(text)).toEqual(expected);
});
