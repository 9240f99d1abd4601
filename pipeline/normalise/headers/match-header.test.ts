import { expect, test } from "vitest";
import { trialSpec } from "../../testing/trial-form.ts";
import { matchHeader, nearestHeader, vocabularyOf } from "./match-header.ts";

const form = trialSpec({
  fields: {
    "indicator.operator": { label: "指标性质", aliases: ["性质"] },
    "budget.own.bond": { label: "专项债券" },
    "budget.own.bondKept": { label: "专项债券上年结转" },
  },
});
const vocabulary = vocabularyOf([form]);

test.each([
  ["* 项目\n名称：", { field: "project.name" }],
  ["PRO_CODE", { field: "project.code" }],
  ["预算数（万元）", { field: "budget.total", unit: "万元" }],
  ["其中：财政资金(元)", { field: "budget.fiscal", unit: "元" }],
  ["其他资金（千元）", { field: "budget.other", unit: "千元" }],
  ["部门（单位）名称", { field: "project.department" }],
  ["评（扣）分标准", { field: "indicator.scoringRule" }],
  ["中期财政拨款", { field: "midTermBudget.fiscal", horizon: "midTerm" }],
  ["中期绩效目标", { field: "goals.midTerm", horizon: "midTerm" }],
  ["中期指标值", { field: "indicator.value", horizon: "midTerm" }],
  ["指标值（年度）", { field: "indicator.value", horizon: "annual" }],
  ["1.项目编码", { field: "project.code" }],
  ["10.附件号", { field: "project.annex" }],
  ["（一）一级指标", { field: "indicator.level1" }],
  ["③ 指标值", { field: "indicator.value" }],
  ["【绩效目标】", { field: "goals.annual" }],
  ["三级指标（不超过40字）", { field: "indicator.level3" }],
  ["[必填]★项目编码", { field: "project.code" }],
  ["指标值 *必填*", { field: "indicator.value" }],
  ["资金总额（元，保留两位小数）", { field: "budget.total", unit: "元" }],
  ["计量单位\n请从列表中选择", { field: "indicator.unit" }],
  ["单位名称、项目名称", { field: "project.name" }],
  ["单位（项目）名称", { field: "project.name" }],
  ["部门/项目名称", { field: "project.name" }],
  ["性质", { field: "indicator.operator" }],
  ["专项债券（万元）", { field: "budget.own.bond", unit: "万元" }],
  ["budget.total", { field: "budget.total" }],
])("%j", (header, expected) => {
  const { field, unit, horizon } = matchHeader(header, vocabulary) ?? {};
  expect({ field, unit, horizon }).toEqual(expected);
});

test.each([
  "经办科室",
  "年度项目名称",
  "预算数（美丽）",
  "指标值（上年）",
  "财政资金（省级）",
  "项目名称、项目编码",
  "",
])("%j is unknown", (header) => {
  expect(matchHeader(header, vocabulary)).toBeUndefined();
});

test("a cell below another is near what the form calls the two the other way round", () => {
  expect(nearestHeader("上年结转（万元）/专项债券", vocabulary)).toBe("专项债券上年结转");
  expect(nearestHeader("上年结转/专项经费", vocabulary)).toBe("");
});
