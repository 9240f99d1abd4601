import { expect, test } from "vitest";
import { plainNumber, shownText } from "./shown-text.ts";

test.each([
  ["001002", 1002],
  ["25%", 0.25],
  ["12.50%", 0.125],
  ["1,234,567.89", 1234567.89],
  ["¥1,234.50", 1234.5],
  ["-42", -42],
  ["(42.00)", -42],
  ["35万元", 35],
  ["第3期", 3],
  ["-", 0],
  ["¥-", 0],
  ["0.3", 0.1 + 0.2],
])("%s says %d to its last digit", (shown, held) => {
  expect(shownText(` ${shown} `, held)).toEqual({ text: shown });
});

test.each([
  ["1,234,567.89", 1234567.891, "1234567.891"],
  ["13%", 0.125, "0.125"],
  ["12.3", 123_000, "123000"],
  ["42", -42, "-42"],
  ["", 7, "7"],
  ["1.2E-07", 1.234e-7, "0.0000001234"],
  ["2/3", 0.667, "0.667"],
])("%s does not say %d, which is read instead", (shown, held, text) => {
  expect(shownText(shown, held)).toEqual({ text, note: { kind: "rounded", shown, held: text } });
});

test.each([
  [Number("130182202701000000001"), "130182202701000000000"],
  [Number("-123456789012345678"), "-123456789012346000"],
  [1e300, `1${"0".repeat(300)}`],
  [0.1 + 0.2, "0.3"],
  [1e-7, "0.0000001"],
])("%d is written as %s", (held, text) => {
  expect(plainNumber(held)).toBe(text);
});

test("of a number with more than 15 digits the last ones are lost, whatever is shown", () => {
  const text = "130000000000000000000";
  expect(shownText("1.3E+20", 130_000_000_000_000_000_000)).toEqual({
    text,
    note: { kind: "digits-lost", shown: "1.3E+20", held: text },
  });
});
