import { expect, test } from "vitest";
import { tickedIn } from "./ticks.ts";

test.each([
  ["☑延续项目 □新增项目", "延续项目"],
  ["□ 延续项目　√ 新增项目", "新增项目"],
  ["延续项目（√） 新增项目（ ）", "延续项目"],
  ["延续项目☑；新增项目□", "延续项目"],
  ["■新增 ■延续 □其他", "新增、延续"],
  ["□延续项目 □新增项目", ""],
])("%s: what is ticked is %s", (text, ticked) => {
  expect(tickedIn(text)).toBe(ticked);
});

test.each([
  "延续项目",
  "建设●改造",
  "见附件（ ）",
  "●加强管理，●提高效率的各项工作要求应当逐条落实到位，不得遗漏任何一个环节和部门",
  "√",
])("%s is no choice", (text) => {
  expect(tickedIn(text)).toBeUndefined();
});
