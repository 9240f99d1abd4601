import { expect, test } from "vitest";
import { parseValue } from "./parse-value.ts";

/** One line for each reading: operator, number, unit. */
function read(written: string): string {
  const value = parseValue(written);
  switch (value.kind) {
    case "number":
      return [value.operator ?? "", value.number, value.unit ?? "", value.remark ?? ""].join(" ").trim();
    case "range":
      return `${value.from}..${value.to} ${value.unit ?? ""}`.trim();
    case "date":
    case "text":
      return [value.kind, value.operator ?? ""].join(" ").trim();
    default:
      return value.kind;
  }
}

test.each([
  ["≥90百分比", "≥ 90 百分比"],
  [">=48.10万人", "≥ 48.10 万人"],
  ["＝100％", "= 100 %"],
  ["=100.00(%)", "= 100.00 %"],
  ["不低于95%", "≥ 95 %"],
  ["不超过4,400元", "≤ 4400 元"],
  ["≈10.28万", "≈ 10.28 万"],
  ["985米", "985 米"],
  ["4.7万元/人、年", "4.7 万元/人、年"],
  ["≤197.36元/人/年", "≤ 197.36 元/人/年"],
  ["每年 ≥2次", "≥ 2 次"],
  ["每年13人", "13 人"],
  ["每年≥3", "≥ 3"],
  ["≥95%以上", "≥ 95 % 以上"],
  ["≤5例/10万人", "≤ 5 例/10万人"],
  ["≤1小时30分", "≤ 1 小时30分"],
  ["≥1次，每次2天", "≥ 1 次 ,每次2天"],
  ["≥500㎡", "≥ 500 ㎡"],
  ["3-5次", "3..5 次"],
  ["90%～95%", "90..95 %"],
  ["≤2023年12月31日", "date ≤"],
  ["12月底前", "date"],
  ["2022-2024年", "date"],
  ["2000.5元", "2000.5 元"],
  ["≥1:1.5", "text ≥"],
  ["80%≤覆盖率≤95%", "text"],
  ["≥上年水平", "text ≥"],
  ["显著提高", "text"],
  ["百分之九十", "text"],
  ["≥一百人次", "text ≥"],
  ["每年年底前完成", "text"],
  ["2次6批次", "text"],
  ["该指标本单位不适用", "not-applicable"],
  ["无", "not-applicable"],
])("%s", (written, expected) => {
  expect(read(written)).toBe(expected);
});

test.each(["≥", "≥≥90%", "=≥90", "≥2次6次", "1.2.3", "90%%", "1,23", "≥1,23", "≥九十%", "一百％"])(
  "%s is unclear",
  (written) => {
    expect(read(written)).toBe("unclear");
  },
);
