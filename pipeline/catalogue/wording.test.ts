/** The catalogue as a whole: each code in one room, both languages about the same facts, and holes filled. */
import { describe, expect, test } from "vitest";
import { rules } from "../check/index.ts";
import { type Sentence, type Sentences, stageRows } from "../diagnostics/index.ts";
import { describeFailure, describeStages, type Finding, wordingOf } from "./index.ts";

const rows: readonly (readonly [string, Sentences])[] = [
  ...Object.entries(stageRows),
  ...rules.map((rule) => [rule.code, rule] as const),
];
const at = { kind: "file", file: "a.csv" } as const;

test("each code is in one room", () => {
  const codes = rows.map(([code]) => code);
  expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
});

describe.each(rows)("%s", (_code, { says, todo }) => {
  const holesIn = (sentence: Sentence) =>
    typeof sentence === "string" ? new Set(sentence.match(/\{\w+(?::\w+)?\}/gu)) : undefined;

  test.each([
    ["what it says", says],
    ["what to do", todo],
  ])("%s has the same facts in both languages", (_sentence, { zh, en }) => {
    if (typeof zh === "string" && typeof en === "string") expect(holesIn(en)).toEqual(holesIn(zh));
  });
});

describe("a sentence", () => {
  const cases: readonly (readonly [finding: Finding, zh: string, en: string])[] = [
    [
      { code: "ragged-row", at, args: { cells: 3, headers: 4 } },
      "这一行有 3 格，表头有 4 格",
      "The row has 3 cells, but the header has 4",
    ],
    [
      { code: "department-years-differ", at, args: { years: ["2025", "2026"] } },
      "各项目的年度不同（2025、2026），部门年度没有采用",
      "The projects have different years (2025, 2026); none was used for the department",
    ],
    [
      { code: "part-one-section-missing", at, args: { sections: ["overall", "subGoals"] } },
      "第一部分没有：总体绩效目标、分项绩效目标，已略去",
      "Missing in Part 1 and left out: 总体绩效目标, 分项绩效目标",
    ],
    [
      { code: "goal-missing", at, args: { horizon: "midTerm" }, severity: "error" },
      "中期绩效目标没有填写",
      "The mid-term goal is blank",
    ],
    [
      { code: "column-unknown", at, args: { header: "", nearest: "" } },
      "这一列没有表头，没有用上",
      "A column without a header was not used",
    ],
    [
      { code: "placeholder-left", at, args: { placeholder: "{x}$&" }, severity: "warning" },
      "留有模板的占位文字“{x}$&”",
      "Template placeholder left in: “{x}$&”",
    ],
  ];

  test.each(cases)("$code", (finding, zh, en) => {
    expect(wordingOf(finding, "zh").says).toBe(zh);
    expect(wordingOf(finding, "en").says).toBe(en);
  });

  test("asks whether the nearest known name was meant, if there is one", () => {
    const todo = (nearest: string) =>
      wordingOf({ code: "rule-unknown", at, args: { rule: "weight-totl", nearest } }, "en").todo;
    expect(todo("weight-total")).toBe("Did you mean “weight-total”? huibian rules lists all rules.");
    expect(todo("")).toBe("huibian rules lists all rules.");
  });
});

test("what is found while data are read is described without facts", () => {
  for (const { code, zh, en } of describeStages())
    expect([zh.title, zh.todo, en.title, en.todo].join("\n"), code).not.toMatch(/undefined|\[object/u);
});

test("each failure can be explained without the facts of one", () => {
  const failures = Object.entries(stageRows).flatMap(([code, row]) =>
    row.severity === "failure" ? (describeFailure(code) ?? []) : [],
  );
  expect(failures.length).toBeGreaterThan(50);
  for (const { code, zh, en } of failures)
    for (const text of [zh.title, zh.todo, en.title, en.todo])
      expect(text, code).not.toMatch(/undefined|NaN|\[object|^\s*$|有 ，/u);
  expect(describeFailure("total-not-sum")).toBeUndefined();
});
