/** What Chinese editions of Excel, and WPS, show of numbers; formats as they write them. */
import { expect, test } from "vitest";
import { numberFormat } from "./number-format.ts";

const accounting = '_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* "-"??_ ;_ @_ ';

test.each<readonly [format: string, value: number, shown: string]>([
  ['0.00"万元"', 3, "3.00万元"],
  ['General"万元"', 35.5, "35.5万元"],
  ['G/通用格式"元"', 5, "5元"],
  ["G/通用格式", 5, "5"],
  ['"共"General"项"', 3, "共3项"],
  ['General"元";-General"元"', -3, "-3元"],
  ["0元", 5, "5元"],
  ["0!元", 5, "5元"],
  ["≥0", 90, "≥90"],
  ["0.00‰", 5, "5.00‰"],
  ["#,##0.00;[红色]-#,##0.00", -5, "-5.00"],
  ["0_);[Red]\\(0\\)", -5, "(5)"],
  ["[$-804]0", 120, "120"],
  ["[$¥-804]#,##0.00", 120, "¥120.00"],
  [accounting, 1234.5, "¥1,234.50"],
  [accounting, -1, "¥-1.00"],
  [accounting, 0, "¥-"],
  ["[DBNum2][$-804]0", 120, "120"],
  ["yyyy.m.d", 46388, "2027.1.1"],
  ["yyyy年m月d日", 46388, "2027年1月1日"],
  ['[$-804]yyyy"年"m"月";@', 46388, "2027年1月"],
  ['上午/下午h"时"', 0.7, "下午4时"],
  ["mm:ss.0", 0.5123, "17:42.7"],
])("%s shows %d as %s", (format, value, shown) => {
  expect(numberFormat(format).show(value, false).trim()).toBe(shown);
});

test.each(['"', "\\", "[", "0.00;", ""])("of %s nothing is shown, or thrown", (format) => {
  expect(numberFormat(format).show(-3, false)).toBe("");
});
