/** Tables of indicators that have a title for each of their parts, below each other in one form. */
import { describe, expect, test } from "vitest";
import type { Source } from "../../read/index.ts";
import { runSources } from "../../testing/run-case.ts";
import { readShippedForms } from "../../testing/shipped-forms.ts";
import { writeTable } from "../../testing/write-table.ts";
import { workbookOfGrids } from "../../testing/write-workbook.ts";

type Rows = readonly (readonly string[])[];

const header = ["一级指标", "二级指标", "三级指标", "指标值", "绩效标准"];
const labels: Rows = [
  ["项目名称", "古籍修复", "项目代码", "42999926T000000000101", ""],
  ["项目主管部门", "文旅局", "项目执行单位", "图书馆", ""],
  ["年度绩效目标", "修复古籍。", "", "", ""],
];

function csvOf(rows: Rows): Source {
  return { name: "申报表.csv", bytes: new TextEncoder().encode(writeTable(rows, ",")) };
}

function read(form: string, source: Source) {
  const sources = [
    { name: "department.json", bytes: new TextEncoder().encode(JSON.stringify({ 年度: 2026, 表式: form })) },
    source,
  ];
  const { normalised, diagnostics } = runSources(sources, { folder: "x", forms: readShippedForms() });
  const [project] = normalised?.department.projects ?? [];
  return {
    indicators: project?.indicators.map(({ horizon, level3 }) => `${horizon} ${level3?.text}`),
    names: normalised?.department.projects.map(({ name }) => name?.text),
    goals: project?.indicators.map(({ own }) => own?.goal?.text),
    codes: diagnostics.map(({ code }) => code),
  };
}

const block = (name: string): Rows => [
  header,
  ["产出指标", "数量指标", `${name}册数`, "≥5册", ""],
  ["", "质量指标", `${name}合格率`, "≥95%", ""],
];

describe("a line alone above headers that come again", () => {
  test("says of which period the rows below are", () => {
    const rows = [...labels, ["中期绩效指标"], ...block("三年"), ["年度绩效指标"], ...block("全年")];
    expect(read("hebei", csvOf(rows)).indicators).toEqual([
      ...["midTerm 三年册数", "midTerm 三年合格率", "annual 全年册数", "annual 全年合格率"],
    ]);
  });

  test("and of which goal, if the form knows goals by name", () => {
    const rows = [...labels, ["年度目标1"], ...block("甲"), ["年度目标2"], ...block("乙")];
    const { indicators, goals } = read("hubei", csvOf(rows));
    expect(indicators).toEqual(["annual 甲册数", "annual 甲合格率", "annual 乙册数", "annual 乙合格率"]);
    expect(goals).toEqual(["年度目标1", "年度目标1", "年度目标2", "年度目标2"]);
  });

  test("is no row if it says neither, and is told", () => {
    const { indicators, codes } = read(
      "hebei",
      csvOf([...labels, ...block("甲"), ["续前表"], ...block("乙")]),
    );
    expect(indicators).toEqual(["annual 甲册数", "annual 甲合格率", "annual 乙册数", "annual 乙合格率"]);
    expect(codes).toContain("row-skipped");
  });

  test("headers that come again without one go on with the same rows", () => {
    const { indicators } = read(
      "hebei",
      csvOf([...labels, ["年度绩效指标"], ...block("甲"), ...block("乙")]),
    );
    expect(indicators).toEqual(["annual 甲册数", "annual 甲合格率", "annual 乙册数", "annual 乙合格率"]);
  });
});

describe("a list with two rows of headers is no form", () => {
  const heads: Rows = [
    ["序号", "单位名称", "项目名称", "经费来源", "年度绩效目标", "绩效指标", "", "", ""],
    ["", "", "", "", "", "一级指标", "二级指标", "三级指标", "指标值"],
  ];
  const rows: Rows = [
    ["1", "一院", "救护车购置", "财政", "配齐救护车。", "产出指标", "数量指标", "救护车数量", "3辆"],
    ["2", "二院", "急诊楼修缮", "财政", "修缮急诊楼。", "产出指标", "数量指标", "修缮面积", "800平方米"],
  ];
  const merges = [
    ...[0, 1, 2, 3, 4].map((column) => ({ row: 0, column, rows: 2, columns: 1 })),
    { row: 0, column: 5, rows: 1, columns: 4 },
  ];
  const sheet = workbookOfGrids([{ rows: [...heads, ...rows], merges }]);

  test.each([
    ["merged in a workbook", { name: "项目.xlsx", bytes: sheet }],
    ["not merged, as in a CSV", csvOf([...heads, ...rows])],
  ])("%s", (_what, source) => {
    const { names, indicators, codes } = read("anhui", source);
    expect(names).toEqual(["救护车购置", "急诊楼修缮"]);
    expect(indicators).toEqual(["annual 救护车数量"]);
    expect(codes).not.toContain("card-without-name");
  });
});

test("an indicator called like its kinds is a row, and no headers of kinds", () => {
  const rows = [
    ...labels,
    header,
    ["产出指标", "数量指标", "册数", "≥5册", ""],
    ["满意度指标", "服务对象满意度指标", "满意度", "≥90%", ""],
    ["成本指标", "经济成本指标", "成本指标", "≤5万元", ""],
  ];
  expect(read("hubei", csvOf(rows)).indicators).toEqual(["annual 册数", "annual 满意度", "annual 成本指标"]);
});
