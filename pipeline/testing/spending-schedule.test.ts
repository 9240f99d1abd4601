/** What one form alone asks for, Hebei's shares of the budget by month, is read, checked and settled by its form.json. */
import { expect, test } from "vitest";
import { wordingOf } from "../catalogue/index.ts";
import { formatPlace } from "../diagnostics/index.ts";
import { runSources } from "./run-case.ts";
import { readShippedForms } from "./shipped-forms.ts";

/** What the form's own checks find in projects with these shares, from row 2 on. */
function found(rows: readonly string[], rules: object = {}): readonly (readonly string[])[] {
  const table = rows.map((shares, index) => `项目${index + 1},100,${shares}`);
  const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });
  const { diagnostics } = runSources(
    [
      file("a.csv", ["项目名称,预算数（万元）,3月底,6月底,10月底,12月底", ...table].join("\n")),
      file("department.json", JSON.stringify({ 部门名称: "甲局", 表式: "hebei", 规则: rules })),
    ],
    { folder: "甲局", forms: readShippedForms() },
  );
  return diagnostics
    .filter(({ code }) => code.startsWith("hebei/schedule") || code === "own-value-unreadable")
    .map((one) => {
      const places = [one.at, ...(one.also ?? [])].map((at) => formatPlace(at).replace("a.csv:", ""));
      return [one.code.replace("hebei/schedule-", ""), wordingOf(one, "zh").says, ...places];
    });
}

test.each([
  ["blank in one of two", ["25%,50%,75%,100%", ",,,"], ["blank", "资金支出计划全部空白", "3:C「3月底」"]],
  [
    "above 100%",
    ["25%,50%,120%,120%"],
    ["not-a-share", "资金支出计划“10月底”不是 0 到 100% 之间的比例", "2:E「10月底」"],
    ["not-a-share", "资金支出计划“12月底”不是 0 到 100% 之间的比例", "2:F「12月底」"],
  ],
  [
    "no number",
    ["四分之一,50%,75%,100%"],
    ["own-value-unreadable", "“3月底”应为百分比，照原文印出，没有参加核对", "2:C「3月底」"],
  ],
  [
    "falling",
    ["25%,60%,50%,100%"],
    ["decreasing", "资金支出计划“10月底”小于前一时点的 60%", "2:E「10月底」", "2:D「6月底」"],
  ],
  [
    "falling over a blank",
    ["60%,,50%,100%"],
    ["decreasing", "资金支出计划“10月底”小于前一时点的 60%", "2:E「10月底」", "2:C「3月底」"],
  ],
  [
    "not ending at 100%",
    ["25%,50%,75%,90%"],
    ["not-complete", "资金支出计划到 12 月底没有达到 100%", "2:F「12月底」"],
  ],
  [
    "not ending at all",
    ["25%,,,"],
    ["not-complete", "资金支出计划到 12 月底没有达到 100%", "2:F「12月底」", "2:C「3月底」"],
  ],
  [
    "the same in all",
    Array.from({ length: 3 }, () => "25%,50%,75%,100%"),
    [
      "identical",
      "3 个项目的资金支出计划完全相同：25%、50%、75%、100%",
      "2:C「3月底」",
      "3:C「3月底」",
      "4:C「3月底」",
    ],
  ],
])("%s", (_, rows, ...expected) => {
  expect(found(rows)).toEqual(expected);
});

test.each([
  [["0,50,75,100.00", "0.25,0.5,0.75,1"]],
  [["25%,25%,25%,100%", "9%,10%,75%,100%"]],
  [[",,,100%"]],
  [["25%,50%,75%,100%", "25%,50%,75%,100%"]],
])("nothing is found in %j", (rows) => {
  expect(found(rows)).toEqual([]);
});

test("a department sets a check of its form by either name", () => {
  expect(found(["25%,50%,75%,90%"], { "schedule-not-complete": "off" })).toEqual([]);
  expect(found(["25%,50%,75%,90%"], { "hebei/schedule-not-complete": "off" })).toEqual([]);
});

test.each([
  ["three that plan alike", ["25%,50%,75%,100%", "0.25,0.5,0.75,1", "25%,50%,75%,100%"], 3],
  ["three that plan alike beside a blank one", ["25%,50%,75%,100%", ",,,", ...alike(2)], 3],
  ["two", alike(2), 0],
  ["three that say nothing after March", ["25%,,,", "25%,,,", "25%,,,"], 0],
  ["three that plan alike beside one that says no more than March", [...alike(3), "25%,,,"], 0],
  ["three of which one differs in June", [...alike(2), "25%,60%,75%,100%"], 0],
])("schedules are identical only if they are whole: %s", (_, rows, count) => {
  const identical = found(rows).filter(([code]) => code === "identical");
  expect(identical).toHaveLength(count === 0 ? 0 : 1);
  if (count > 0) expect(identical[0]?.slice(2)).toHaveLength(count);
});

function alike(count: number): readonly string[] {
  return Array.from({ length: count }, () => "25%,50%,75%,100%");
}
