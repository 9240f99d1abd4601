/** Sheets that a workbook keeps beside its projects: empty forms, examples, those of other years. */
import { expect, test } from "vitest";
import { runSources } from "../../testing/run-case.ts";
import { readShippedForms } from "../../testing/shipped-forms.ts";
import { workbookOfSheets } from "../../testing/write-workbook.ts";

const forms = readShippedForms();
type Rows = readonly (readonly string[])[];

function run(sheets: readonly (readonly [name: string, rows: Rows])[], own: object = {}) {
  const file = JSON.stringify({ 部门名称: "甲局", 表式: "xinjiang", ...own });
  const { normalised, diagnostics } = runSources(
    [
      { name: "department.json", bytes: new TextEncoder().encode(file) },
      { name: "表.xlsx", bytes: workbookOfSheets(sheets) },
    ],
    { folder: "甲局", forms },
  );
  return {
    projects: normalised?.department.projects.map(({ name }) => name?.text),
    told: diagnostics.flatMap(({ code, args }) =>
      /^(?:sheet-|card-without)/u.test(code)
        ? [`${code} ${"why" in args && "sheet" in args ? `${args.sheet} ${args.why}` : ""}`.trim()]
        : [],
    ),
  };
}

const list = (name: string): Rows => [
  ["项目名称", "预算数（万元）", "一级指标", "二级指标", "三级指标", "指标值"],
  [name, "10", "产出指标", "数量指标", "人数", "≥100人"],
];
const form = (name: string, filled = name !== ""): Rows => [
  ["项目支出绩效目标表"],
  ["项目名称", name, "主管部门", "甲局"],
  ["年度资金总额（万元）", filled ? "10" : "", "财政拨款", filled ? "10" : ""],
  ["年度总体目标", filled ? "完成。" : ""],
  ["一级指标", "二级指标", "三级指标", "指标值"],
  ["产出指标", "数量指标", filled ? "人数" : "", filled ? "≥100人" : ""],
  ["", "质量指标", "", ""],
  ["填表人：", "", "联系电话："],
];

test("an empty form beside forms that were filled in is not used; one that only lacks its name stops the department", () => {
  const empty = run([
    ["甲项目", form("甲项目")],
    ["空表", form("")],
  ]);
  expect(empty).toEqual({ projects: ["甲项目"], told: ["sheet-not-used"] });
  const nameless = run([
    ["甲项目", form("甲项目")],
    ["乙", form("", true)],
  ]);
  expect(nameless).toEqual({ projects: undefined, told: ["card-without-name"] });
  expect(run([["空表", form("")]]).told).toEqual(["card-without-name"]);
});

test.each(["样表", "填写示例", "示例 (2)", "作废", "上年数据", "培训项目（不用）"])("%s", (name) => {
  expect(
    run([
      ["项目", list("甲项目")],
      [name, list("某项目")],
    ]).told,
  ).toEqual([`sheet-doubtful ${name} set-aside`]);
  expect(
    run([
      ["甲项目", form("甲项目")],
      [name, form("某项目")],
    ]).told,
  ).toEqual([`sheet-doubtful ${name} set-aside`]);
});

test.each(["示范区建设", "数据备份", "模板支撑加固", "旧城改造", "2025年续建项目"])(
  "a form in a sheet called %s is the project's",
  (name) => {
    expect(
      run([
        ["甲项目", form("甲项目")],
        [name, form(name)],
      ]).told,
    ).toEqual([]);
  },
);

test("of lists alike the one that names another year, or an older one", () => {
  const both = (one: string, other: string, own = {}) =>
    run(
      [
        [one, list("甲项目")],
        [other, list("旧项目")],
      ],
      own,
    ).told;
  expect(both("项目", "2025年")).toEqual(["sheet-doubtful 2025年 year"]);
  expect(both("2026年", "2025年")).toEqual(["sheet-doubtful 2025年 year"]);
  expect(both("2026年", "2025年", { 年度: 2026 })).toEqual(["sheet-doubtful 2025年 year"]);
  expect(both("2026年一院", "2026年二院", { 年度: 2026 })).toEqual([]);
  const joined = [
    ["项目名称", "绩效目标"],
    ["甲项目", "完成。"],
  ];
  expect(
    run([
      ["2026年项目", joined],
      ["绩效指标", list("甲项目")],
    ]).told,
  ).toEqual([]);
});

test("a sheet that department.json names is meant", () => {
  const sources = [{ 名称: "表.xlsx", 工作表: ["项目", "2025年"] }];
  const sheets = [
    ["项目", list("甲项目")],
    ["2025年", list("旧项目")],
  ] as const;
  expect(run(sheets, { 文件: sources })).toEqual({ projects: ["甲项目", "旧项目"], told: [] });
});

test("one whose title is of another year", () => {
  const titled = (year: string, name: string) => [[`${year}年项目绩效目标表`], ...list(name)];
  const sheets = [
    ["Sheet1", titled("2026", "甲")],
    ["Sheet2", titled("2025", "乙")],
  ] as const;
  expect(run(sheets, { 年度: 2026 }).told).toEqual(["sheet-doubtful Sheet2 year"]);
  expect(run(sheets).told).toEqual(["sheet-doubtful Sheet2 year"]);
});
