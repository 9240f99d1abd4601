/** The grammar of formulas, what does not fit a form's fields, and what formulas come to: exactly, or not at all if a cell is blank. */
import { describe, expect, test } from "vitest";
import { roundExact } from "../records/index.ts";
import { amount, department, indicator, project, trialSpec, value } from "../testing/trial-form.ts";
import {
  checkExpression,
  checkTypes,
  evaluate,
  FormulaFault,
  parseCheck,
  parseFormula,
  testClaim,
} from "./index.ts";

const own = (type: string) => ({ label: type, type });
const spec = trialSpec({
  fields: {
    "project.name": { label: "项目名称" },
    "budget.total": { label: "预算数" },
    "project.own.spent": own("money"),
    "project.own.rate": own("percent"),
    "project.own.score": own("number"),
    "project.own.begun": own("date"),
    "project.own.region": own("text"),
    "indicator.level3": { label: "三级指标" },
    "indicator.weight": { label: "分值" },
    "indicator.own.score": own("number"),
    "indicator.own.reason": own("text"),
    "tasks.name": own("text"),
    "tasks.amount": own("money"),
  },
  lists: { tasks: { label: "年度主要任务" } },
});

function faultOf(source: string, read: (source: string) => unknown): unknown {
  try {
    return read(source);
  } catch (error) {
    if (!(error instanceof FormulaFault)) throw error;
    const { at, found, expected, nearest } = error;
    return { at, found, expected, ...(nearest !== "" && { nearest }) };
  }
}

test.each([
  ["a = b = c", { at: 6, found: "=", expected: "one-comparison" }],
  ["budget.total =", { at: 14, found: "", expected: "operand" }],
  ["min(1, 2 = 3", { at: 12, found: "", expected: "closing-bracket" }],
  ["sum indicator.weight = 1", { at: 4, found: "indicator.weight", expected: "opening-bracket" }],
  ["where 1 < 2 required budget.total", { at: 12, found: "required", expected: "word-then" }],
  ["1 < 2 3", { at: 6, found: "3", expected: "end" }],
  ["1 ≥ 2", { at: 2, found: "≥", expected: "sign", nearest: ">=" }],
  ["（1 < 2）", { at: 0, found: "（", expected: "sign", nearest: "(" }],
  ["1 < 2 且 2 < 3", { at: 6, found: "且", expected: "end", nearest: "and" }],
  ["5万 < 6万元", { at: 1, found: "万", expected: "end", nearest: "万元" }],
  ["1 < #", { at: 4, found: "#", expected: "sign" }],
  ["required 3", { at: 9, found: "3", expected: "field" }],
  ["1 < and", { at: 4, found: "and", expected: "operand" }],
  ["budget.total == 1", { at: 13, found: "==", expected: "sign", nearest: "=" }],
  ["1 < 2 AND 2 < 3", { at: 6, found: "AND", expected: "end", nearest: "and" }],
  ["1 = Sum(indicator.weight)", { at: 4, found: "Sum", expected: "function", nearest: "sum" }],
  ["1 = sum(a where )", { at: 16, found: ")", expected: "operand" }],
  ["1 = sum(a where b < 2", { at: 21, found: "", expected: "closing-bracket" }],
  ["1 = sum(a if b < 2)", { at: 10, found: "if", expected: "closing-bracket", nearest: "where" }],
  ["1 = min(a, b where b < 2)", { at: 13, found: "where", expected: "closing-bracket" }],
])("%s is no formula", (source, fault) => {
  expect(faultOf(source, parseCheck)).toEqual(fault);
});

test("a formula has an end, however it is made long", () => {
  const long = [
    `${"(".repeat(9000)}1${")".repeat(9000)} > 0`,
    `0 < ${"-".repeat(9000)}1`,
    `0 < ${"1 + ".repeat(9000)}1`,
    `0 < ${"min(".repeat(9000)}1${")".repeat(9000)}`,
  ];
  for (const one of long) expect(faultOf(one, parseCheck)).toMatchObject({ expected: "fewer-parts" });
  expect(faultOf(`0 < ${"1 + ".repeat(200)}1`, parseCheck)).toMatchObject({ that: { kind: "comparison" } });
});

test.each([
  ["project.own.rate = project.own.spent", { at: 19, found: "project.own.spent", expected: "number" }],
  ["budget.total = 3", { at: 15, found: "3", expected: "money" }],
  ["project.own.rate < 80", { at: 19, found: "80", expected: "share" }],
  ["1 = count(100 >= project.own.rate)", { at: 10, found: "100", expected: "share" }],
  ["project.own.rate > -5", { at: 19, found: "-5", expected: "share" }],
  ["project.own.rate >= max(80, 90)", { at: 24, found: "80", expected: "share" }],
  ["project.own.rate <= 1.2", { at: 20, found: "1.2", expected: "share" }],
  ["project.own.rate + 5 > 90%", { at: 19, found: "5", expected: "share" }],
  ["min(project.own.rate, 100) > 90%", { at: 22, found: "100", expected: "share" }],
  ["project.own.score = 3元", { at: 20, found: "3元", expected: "number" }],
  ["project.own.score = 0元", { at: 20, found: "0元", expected: "number" }],
  ["project.own.begun + 1 > 2", { at: 0, found: "project.own.begun", expected: "number" }],
  ["project.own.begun < budget.total", { at: 20, found: "budget.total", expected: "date" }],
  [
    'project.region = "东"',
    { at: 0, found: "project.region", expected: "field-of-form", nearest: "project.own.region" },
  ],
  [
    "project.own.scoer = 1",
    { at: 0, found: "project.own.scoer", expected: "field-of-form", nearest: "project.own.score" },
  ],
  ["分值 < 1", { at: 0, found: "分值", expected: "field-of-form", nearest: "indicator.weight" }],
  ["toString = 1", { at: 0, found: "toString", expected: "field-of-form" }],
  ['project.own.region < "东"', { at: 0, found: "project.own.region", expected: "number" }],
  ["budget.total", { at: 0, found: "budget.total", expected: "comparison" }],
  ["(budget.total < 2元) < 3", { at: 0, found: "<", expected: "value" }],
  ["where required budget.total then 1 < 2", { at: 6, found: "required", expected: "comparison" }],
  [
    "sum(project.own.score) = sum(indicator.weight) and project.own.score > 1",
    { at: 4, found: "project.own.score", expected: "deeper" },
  ],
  ["tasks.amount = budget.total", { at: 0, found: "tasks.amount", expected: "sum" }],
  ["sum(indicator.weight, 3) = 1", { at: 22, found: "3", expected: "one-argument" }],
  [
    "sum(indicator.weight * budget.total) = project.own.score",
    { at: 39, found: "project.own.score", expected: "money" },
  ],
  ["project.own.region = 0", { at: 21, found: "0", expected: "text" }],
  ["budget.total * budget.total > 1", { at: 15, found: "budget.total", expected: "number" }],
  ["min(project.own.score) > 1", { at: 0, found: "min", expected: "more-arguments" }],
  ["distinct(indicator.weight < 3) = 1", { at: 9, found: "<", expected: "value" }],
  ["count(required indicator.own.reason) = 1", { at: 6, found: "required", expected: "value" }],
  [
    "1 = sum(indicator.weight where indicator.weight)",
    { at: 31, found: "indicator.weight", expected: "comparison" },
  ],
  ["1 = sum(indicator.weight where 1 < 2)", { at: 31, found: "<", expected: "field-somewhere" }],
  [
    "1 = sum(indicator.weight where required indicator.weight)",
    { at: 31, found: "required", expected: "comparison" },
  ],
  [
    "1 = sum(indicator.weight where indicator.level9 = 2)",
    { at: 31, found: "indicator.level9", expected: "field-of-form", nearest: "indicator.level3" },
  ],
  // The project's amount would be added once for each indicator.
  [
    "1元 = sum(budget.total where indicator.weight > 2)",
    { at: 28, found: "indicator.weight", expected: "sum" },
  ],
  [
    "project.own.score = sum(project.own.score where project.own.rate < 1)",
    { at: 24, found: "project.own.score", expected: "deeper" },
  ],
  ["1 < 2", { at: 0, found: "<", expected: "field-somewhere" }],
  ["where 1 < 2 then required budget.total", { at: 6, found: "<", expected: "field-somewhere" }],
  ["budget.total = ( budget.total )", { at: 15, found: "budget.total", expected: "other-side" }],
  ["project.own.score / 0 = 1", { at: 20, found: "0", expected: "not-nought" }],
  [
    "min(project.own.score, project.own.score) < 3",
    { at: 23, found: "project.own.score", expected: "other-value" },
  ],
  ["max(1, project.own.score, 1.0) < 3", { at: 26, found: "1.0", expected: "other-value" }],
  [
    "project.own.score - project.own.score = 1",
    { at: 20, found: "project.own.score", expected: "other-side" },
  ],
  ["sum(budget.total / budget.total) = 1", { at: 19, found: "budget.total", expected: "other-side" }],
  ["(budget.total else budget.total) > 0", { at: 19, found: "budget.total", expected: "other-side" }],
  [
    "budget.total + project.own.spent = project.own.spent + budget.total",
    { at: 35, found: "+", expected: "other-side" },
  ],
  [
    "given project.own.region and given project.own.region",
    { at: 29, found: "given", expected: "other-side" },
  ],
  ["project.own.score > 3 or 3 < project.own.score", { at: 25, found: "<", expected: "other-side" }],
  ["budget.total > 0 and 1 < 2", { at: 21, found: "<", expected: "field-somewhere" }],
])("%s does not fit the form", (source, fault) => {
  expect(faultOf(source, (text) => checkTypes(parseCheck(text), spec))).toEqual(fault);
});

test.each([
  ["project.own.score <= 100 or project.own.score > 100", "may-fail"],
  ["project.own.score < 60 or project.own.score >= 60 or given project.own.region", "may-fail"],
  ["budget.total < project.own.spent or project.own.spent <= budget.total", "may-fail"],
  ["count(indicator.own.score < 60) >= 0", "may-fail"],
  ["min(1, project.own.score) <= 1", "may-fail"],
  ["max(project.own.score, project.own.rate) >= project.own.rate", "may-fail"],
  ["project.own.score > 100 and project.own.score < 0", "may-hold"],
  ["budget.total > 20万元 and budget.total < 200000元", "may-hold"],
  ['project.own.region = "东" and project.own.region = "西"', "may-hold"],
  ["where project.own.score < 0 and project.own.score > 1 then required project.own.region", "may-hold"],
  ["count(indicator.own.score > 5 and indicator.own.score < 5) = 0", "may-hold"],
  ["sum(indicator.weight where indicator.own.score > 5 and indicator.own.score < 5) = 0", "may-hold"],
  ["where given project.own.region then required project.own.region", "may-fail-there"],
  ["where project.own.score < 60 then project.own.score < 80", "may-fail-there"],
  ["where blank project.own.region then blank project.own.region", "may-fail-there"],
  ["given project.own.region or blank project.own.region", "may-fail"],
  ["given project.own.region and blank project.own.region", "may-hold"],
  ["where project.own.score < 60 and given project.own.begun then 80 > project.own.score", "may-fail-there"],
])("%s comes out the same whatever is filled in", (source, expected) => {
  expect(faultOf(source, (text) => checkTypes(parseCheck(text), spec))).toMatchObject({ expected });
});

test.each([
  "project.own.score >= 0 and project.own.score <= 100",
  "project.own.score = 0 or project.own.score > 60",
  "where project.own.score < 80 then project.own.score < 60",
  "where project.own.score < 60 then project.own.rate < 0.6",
  "project.own.rate <= 1 and project.own.rate * 100 > 80 or project.own.rate > 1200%",
  "where project.own.score != 60 then project.own.score != 60 and given project.own.region",
  "min(1, project.own.score) < 1",
  "count(indicator.own.score < 60) > 0",
  'project.own.region = "东" or project.own.region = "西"',
  "project.own.score + project.own.score = 2",
  "sum(indicator.weight where indicator.own.score > 5) = sum(indicator.weight)",
])("%s may hold or fail", (source) => {
  expect(faultOf(source, (text) => checkTypes(parseCheck(text), spec))).toMatchObject({
    addsIndicators: expect.any(Boolean),
  });
});

// What is nearly equal is equal to `<=`, `>=` and `=`; `<` and `>` are taken as they stand.
test.each([
  ["project.own.score >= project.own.rate and project.own.score < project.own.rate", "0.1", undefined],
  ["project.own.score >= project.own.rate and project.own.score < project.own.rate", undefined, "may-hold"],
  ["project.own.score >= 80 and project.own.score < 80", "0.1", undefined],
  ["project.own.score >= 80 and project.own.score < 79.8", "0.1", "may-hold"],
  ["project.own.score = 80 and project.own.score = 81", "0.5", undefined],
  ["project.own.score = 80 and project.own.score = 81", "0.4", "may-hold"],
  ["project.own.score <= 80 or project.own.score > 80.1", "0.1", "may-fail"],
  ["project.own.score != 80 or project.own.score > 80", "0.1", undefined],
  // Of money it is in the form's unit: 1万元.
  ["budget.total >= 20万元 and budget.total < 190001元", "1", undefined],
  ["budget.total >= 20万元 and budget.total < 190000元", "1", "may-hold"],
  ['project.own.region = "东" and project.own.region = "西"', "1", "may-hold"],
  // It is the claim's alone, and not that of conditions.
  ["count(indicator.weight >= 5 and indicator.weight < 5) = 0", "1", "may-hold"],
  ["where indicator.weight >= 5 and indicator.weight < 5 then indicator.weight = 3", "1", "may-hold"],
  ["where project.own.score = 60 then project.own.score < 60.5", "1", "may-fail-there"],
  ["where project.own.score != 60 then project.own.score != 60", undefined, "may-fail-there"],
  ["where project.own.score != 60 then project.own.score != 60", "1", undefined],
])("%s, within %s", (source, within, expected) => {
  const found = faultOf(source, (text) => checkTypes(parseCheck(text), spec, within));
  expect((found as { readonly expected?: string }).expected).toBe(expected);
});

test.each([
  ["project.own.rate = project.own.spent / budget.total", "project"],
  ["indicator.own.score <= indicator.weight", "indicator"],
  ["project.own.spent + (budget.total else 0) >= 0", "project"],
  ["project.own.score = sum(indicator.own.score)", "project"],
  ["sum(budget.total) = department.budgetTotal", "department"],
  ["sum(tasks.amount) = sum(budget.total)", "department"],
  ["tasks.amount <= sum(budget.total)", "list tasks"],
  ["where given project.own.region then blank project.own.begun and blank project.own.rate", "project"],
  ["given project.own.region or given project.own.begun or given project.own.rate", "project"],
  ['sum(budget.total where project.own.region = "东") < 1万元', "department"],
  ["where project.own.score < 80 and given project.own.region then required project.own.begun", "project"],
])("%s fits, and is about the %s", (source, level) => {
  expect(checkTypes(parseCheck(source), spec).level).toBe(level);
});

const scored = [
  indicator("甲", { weight: value("50分"), own: { score: amount("48.5", { value: "48.5" }) } }),
  indicator("乙", { weight: value("40"), own: { score: amount("40", { value: "40" }) } }),
];
const one = project({
  // An amount that says no unit is unreadable, and not blank.
  budget: { total: amount("60", { value: "60", unit: "万元" }), other: amount("5", { value: "5" }), own: {} },
  own: {
    spent: amount("200000元", { value: "200000", unit: "元" }),
    score: amount("0.1", { value: "0.1" }),
    region: value("东湖"),
  },
  indicators: scored,
});
const subjects = { spec, department: department({ projects: [one] }), project: one };

describe("a formula", () => {
  test.each([
    ["1 + 2 * 3 - 4 / 2", "5.0000"],
    ["(1 + 2) * 3", "9.0000"],
    ["-(1 - 3)", "2.0000"],
    ["10%", "0.1000"],
    ["20万元 + 5000元 - 0.5千元", "20.4500"],
    ["budget.total / 20万元", "3.0000"],
    ["project.own.score + 0.2", "0.3000"],
    ["project.own.spent / budget.total", "0.3333"],
    ["project.own.spent / budget.total * 3", "1.0000"],
    ["min(1, budget.total / project.own.spent)", "1.0000"],
    ["max(1, 2, 3)", "3.0000"],
    ["sum(indicator.weight) - sum(indicator.own.score)", "1.5000"],
    ["count(indicator.own.reason)", "0.0000"],
    ["count(indicator.weight > 45 and indicator.own.score < 50)", "1.0000"],
    ["count(given indicator.own.reason)", "0.0000"],
    ["count(blank indicator.own.reason and given indicator.own.score)", "2.0000"],
    ['count(indicator.own.reason = "无")', undefined],
    ["budget.total / 20 万元 + 10 %", "3.1000"],
    ["distinct(indicator.own.score)", "2.0000"],
    ["distinct(indicator.own.score * 0)", "1.0000"],
    ["distinct(indicator.own.reason)", "0.0000"],
    ["project.own.rate else 0.5", "0.5000"],
    ["budget.other else 0", undefined],
    ["budget.total - (budget.other else 0)", undefined],
    ["project.own.rate + 1", undefined],
    ["1 / 0", undefined],
    ["sum(indicator.own.score) / count(indicator.own.reason)", undefined],
    ['sum(indicator.own.score where indicator.level3 = "甲")', "48.5000"],
    ['sum(indicator.own.score * 2 where indicator.level3 != "甲" and indicator.weight < 50)', "80.0000"],
    // None is meant, or it cannot be said which.
    ['sum(indicator.own.score where indicator.level3 = "丙")', "0.0000"],
    ['sum(indicator.own.score where indicator.own.reason = "丙")', undefined],
    ["sum(indicator.own.score where given indicator.own.reason)", "0.0000"],
    ["count(indicator.own.score where indicator.weight > 45)", "1.0000"],
    ["count(indicator.own.score > 45 where indicator.weight > 30)", "1.0000"],
    ["distinct(indicator.own.score * 0 where indicator.weight > 30)", "1.0000"],
    ["sum(tasks.amount where tasks.amount > 1元)", undefined],
  ])("%s is %s", (source, expected) => {
    const formula = parseFormula(source);
    const made = evaluate(formula, subjects)?.value;
    expect(typeof made === "object" ? roundExact(made, 4) : made).toBe(expected);
  });

  test("is made of the cells that are added up, and of those that say which", () => {
    const formula = parseFormula('sum(indicator.own.score where indicator.level3 = "甲")');
    expect(evaluate(formula, subjects)?.from.map(({ text }) => text)).toEqual(["48.5", "甲"]);
  });

  test("is checked before it is evaluated", () => {
    expect(checkExpression(parseFormula("sum(budget.total)"), spec).level).toBe("department");
  });
});

describe("a claim", () => {
  test.each([
    ["project.own.spent = budget.total / 3", "holds"],
    ["project.own.score = 0.1", "holds"],
    ["budget.total <= 600000元", "holds"],
    ["budget.total > 0.006亿元", "fails"],
    ["project.own.score = 0.3 - 0.2", "holds"],
    ["project.own.score != 0.1", "fails"],
    ['project.own.region = "东湖"', "holds"],
    ['project.own.region != "东湖"', "fails"],
    ["project.own.rate = 1", "blank"],
    ["project.own.rate = 1 and project.own.score > 1", "fails"],
    ["project.own.rate = 1 or project.own.score < 1", "holds"],
    ["required project.own.region", "holds"],
    ["required project.own.begun", "fails"],
    ["blank project.own.begun and blank project.own.rate", "holds"],
    ["blank project.own.begun and blank project.own.region", "fails"],
  ])("%s: %s", (source, kind) => {
    expect(testClaim(parseCheck(source).that, subjects).kind).toBe(kind);
  });

  test("may require the total that the department states", () => {
    const claim = parseCheck("required department.budgetTotal").that;
    const stated = { ...subjects.department, budgetTotal: amount("30", { unit: "万元" }) };
    expect(testClaim(claim, subjects).kind).toBe("fails");
    expect(testClaim(claim, { ...subjects, department: stated }).kind).toBe("holds");
  });
});
