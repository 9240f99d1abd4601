import { expect, test } from "vitest";
import { FormSpec } from "../records/index.ts";
import { matchHeader, vocabularyOf } from "./match-header.ts";

const form = FormSpec.parse({
  name: { zh: "某省", en: "Some province" },
  title: "某",
  horizons: ["annual"],
  money: { print: "as-given", unit: "万元" },
  fields: {
    "indicator.operator": { label: "指标性质", aliases: ["性质"] },
    "budget.own.bond": { label: "专项债券" },
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
  ["中期财政拨款", { field: "midTermBudget.fiscal" }],
  ["中期绩效目标", { field: "goals.midTerm" }],
  ["中期指标值", { field: "indicator.value", horizon: "midTerm" }],
  ["指标值（年度）", { field: "indicator.value", horizon: "annual" }],
  ["性质", { field: "indicator.operator" }],
  ["专项债券（万元）", { field: "budget.own.bond", unit: "万元" }],
  ["budget.total", { field: "budget.total" }],
])("%j", (header, expected) => {
  const { rank: _, ...match } = matchHeader(header, vocabulary) ?? { rank: 0 };
  expect(match).toEqual(expected);
});

test.each(["经办科室", "年度项目名称", "预算数（美丽）", ""])("%j is unknown", (header) => {
  expect(matchHeader(header, vocabulary)).toBeUndefined();
});
