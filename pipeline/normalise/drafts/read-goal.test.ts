import { expect, test } from "vitest";
import { readGoal } from "./read-goal.ts";

test.each([
  ["1.畅通\n2.及时", ["1.畅通", "2.及时"]],
  ["1. 畅通，\n保障网络\n2. 及时", ["1. 畅通，保障网络", "2. 及时"]],
  ["目标1：参保15.60万人。目标2：宣传", ["目标1：参保15.60万人。", "目标2：宣传"]],
  ["（一）参保；（二）宣传", ["（一）参保；", "（二）宣传"]],
  ["①参保 ②宣传", ["①参保", "②宣传"]],
  ["①参保②宣传，见②", ["①参保", "②宣传，见②"]],
  // Real lists have gaps and repeats at line starts; inside a line only a number that goes on counts.
  ["8.系统；\n8.问题；\n10.软件", ["8.系统；", "8.问题；", "10.软件"]],
  ["1.培训3次；15.60万人参保", ["1.培训3次；15.60万人参保"]],
  ["总体如下：\n1.参保", ["总体如下：", "1.参保"]],
  ["保障运转。\n完成任务。", ["保障运转。", "完成任务。"]],
  ["2022年任务", ["2022年任务"]],
])("%j", (text, items) => {
  const at = { kind: "file", file: "export.csv" } as const;
  expect(readGoal({ text: { text, at } }).items.map((item) => item.text)).toEqual(items);
});
