/** The sample departments, through reading, normalising and checking: what is in them, counted by hand. */
import { expect, test } from "vitest";
import { ruleCodes } from "../check/index.ts";
import { normaliseDepartment } from "../normalise/index.ts";
import { readSource } from "../read/index.ts";
import { sumDecimals } from "../records/index.ts";
import { type CaseResult, isOfRule, readSources, runSources } from "./run-case.ts";
import { readShippedForms } from "./shipped-forms.ts";

const data = new URL("../../data/", import.meta.url);
const forms = readShippedForms();

function run(folder: string): CaseResult {
  return runSources(readSources(new URL(`${folder}/`, data)), { folder, forms });
}

function summary({ normalised, diagnostics }: CaseResult): unknown {
  const projects = normalised?.department.projects ?? [];
  const count = (horizon: string): number =>
    projects.flatMap(({ indicators }) => indicators.filter((one) => one.horizon === horizon)).length;
  return {
    form: normalised?.form.id,
    name: normalised?.department.name.text,
    projects: projects.length,
    midTerm: count("midTerm"),
    annual: count("annual"),
    total: sumDecimals(projects.flatMap(({ budget }) => budget.total?.value ?? [])),
    units: [...new Set(projects.map(({ budget }) => budget.total?.unit))],
    findings: diagnostics.filter((finding) => !isOfRule(finding)).map(({ code }) => code),
  };
}

test("Beidaihe: two joined tables in 元, ordered by code", () => {
  const result = run("beidaihe");
  expect(summary(result)).toEqual({
    form: "hebei",
    name: "秦皇岛市北戴河区医疗保障局",
    projects: 11,
    midTerm: 0,
    annual: 99,
    total: "531600",
    units: ["元"],
    findings: [],
  });
  const projects = result.normalised?.department.projects ?? [];
  expect(projects.map(({ indicators }) => indicators.length)).toEqual(Array(11).fill(9));
  expect(projects[0]?.code?.text).toBe("130304210DV4UTG77YA3K");
  // If the value is blank the unit's dictionary word is alone, and both are printed as they are.
  const fifth = projects[4]?.indicators.map(({ printedValue }) => printedValue?.text);
  expect(fifth).toEqual(expect.arrayContaining(["≥90百分比", "百分比"]));
  expect(projects[1]?.own).toEqual({});
});

test("Suzhou: nested JSON with both horizons", () => {
  const result = run("suzhou");
  expect(summary(result)).toEqual({
    form: "anhui",
    name: "宿州市医疗保障局",
    projects: 6,
    midTerm: 122,
    annual: 122,
    total: "1151.65",
    units: ["万元"],
    findings: ["department-file-missing", "sub-goals-from-projects"],
  });
  const goals = result.normalised?.department.subGoals.map((subGoal) => subGoal.goals.length);
  expect(goals).toEqual([1, 3, 8, 3, 5, 4]);
});

test("Korla: one flat GB18030 table", () => {
  const result = run("korla");
  expect(summary(result)).toEqual({
    form: "xinjiang",
    name: "库尔勒市医疗保障局",
    projects: 3,
    midTerm: 0,
    annual: 31,
    total: "6140.73",
    units: ["万元"],
    findings: ["department-name-taken", "department-file-missing", "sub-goals-from-projects"],
  });
  const cut = result.normalised?.department.projects[0]?.indicators.filter(
    ({ level3 }) => level3?.text === "基本医疗保险参保",
  );
  expect(cut?.map(({ value }) => value?.text)).toEqual([">=48.10万人", ">=95%"]);
});

test("a hundred thousand rows are read", () => {
  const rows = Array.from({ length: 100_000 }, (_, row) => {
    const project = Math.floor(row / 25);
    return `${String(project).padStart(21, "0")},项目${project},甲局,3600,产出指标,数量指标,指标${row % 25},≥,${row},%`;
  });
  const header =
    "项目编码,项目名称,单位名称,预算数（元）,一级指标,二级指标,三级指标,指标符号,指标值,计量单位";
  const bytes = new TextEncoder().encode([header, ...rows].join("\n"));
  const ignore = (): void => {};
  const files = readSource({ name: "export.csv", bytes }, ignore);
  const choice = [...forms.specs].map(([id, spec]) => ({ id, spec }));
  const normalised = normaliseDepartment({ folder: "large", files, forms: choice, ruleCodes }, ignore);
  expect(normalised?.department.projects.length).toBe(4000);
});
