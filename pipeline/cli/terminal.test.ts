/** Columns line up although Han characters are twice as wide. */

import { expect, test } from "vitest";
import { alignTable, shorten, shortenStart, textWidth } from "./terminal.ts";

test.each([
  ["abc", 3],
  ["预算", 4],
  ["（1）", 5],
  ["预算数（万元）12.50", 19],
  ["“甲”…", 5],
  ["≥90%", 4],
  ["\u001B[31m红\u001B[39m", 2],
  ["e\u0301", 1],
  ["𠀀", 2],
  ["👨‍👩‍👧", 2],
  ["\u200b", 0],
])("%j takes %i columns", (text, width) => {
  expect(textWidth(text)).toBe(width);
});

test("a table", () => {
  const columns = [
    { title: "部门", align: "start" },
    { title: "项目", align: "end" },
    { title: "文件", align: "start" },
  ] as const;
  const lines = alignTable(columns, [
    ["北戴河", "11", "out"],
    ["ab", "3", "x"],
  ]);
  expect(lines).toEqual(["部门    项目  文件", "北戴河    11  out", "ab         3  x"]);
});

test("no wide character is halved", () => {
  expect(shorten("北戴河区", 6)).toBe("北戴…");
  expect(shorten("北戴河", 6)).toBe("北戴河");
  expect(shorten("ab北戴河", 6)).toBe("ab北…");
  expect(shortenStart("北戴河区", 6)).toBe("…河区");
  expect(shortenStart("北戴河ab", 6)).toBe("…河ab");
});
