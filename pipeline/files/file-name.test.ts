/** Titles that no file system would take. */
import { expect, test } from "vitest";
import { fileNameOf } from "./file-name.ts";

test.each([
  ["北戴河区医疗保障局2023年部门预算绩效文本", "北戴河区医疗保障局2023年部门预算绩效文本"],
  ['甲/乙\\丙:丁*"戊"?<己>|', "甲／乙＼丙：丁＊”戊”？＜己＞｜"],
  ["../../etc/passwd", "／..／etc／passwd"],
  ["一\n二\t三\u0000\u202e", "一 二 三"],
  ["报告. . ", "报告"],
  [".hidden", "hidden"],
  ["CON", "_CON"],
  ["com1.2023", "_com1.2023"],
  [" \u200b", "报告"],
])("%j → %s", (title, expected) => {
  expect(fileNameOf(title)).toBe(expected);
});

test("a long title is cut between characters, well below 255 bytes", () => {
  const name = fileNameOf("𠀀".repeat(200));
  expect(name).toBe("𠀀".repeat(45));
});
