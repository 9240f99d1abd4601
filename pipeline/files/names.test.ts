/** Titles that no file system would take, and the order of numbered files. */
import { expect, test } from "vitest";
import { compareNames, fileNameOf } from "./names.ts";

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
  ["葛\u{E0100}城", "葛城"],
])("%j → %s", (title, expected) => {
  expect(fileNameOf(title)).toBe(expected);
});

test("a long title is cut between characters, well below 255 bytes", () => {
  const name = fileNameOf("𠀀".repeat(200));
  expect(name).toBe("𠀀".repeat(45));
});

test("numbered files stand in the order of their numbers", () => {
  const names = ["10.csv", "项目2.csv", "2.csv", "1.csv", "项目10.csv", "a.csv", "02.csv", "项目.csv"];
  expect(names.toSorted(compareNames)).toEqual([
    "1.csv",
    "02.csv",
    "2.csv",
    "10.csv",
    "a.csv",
    "项目.csv",
    "项目2.csv",
    "项目10.csv",
  ]);
});
