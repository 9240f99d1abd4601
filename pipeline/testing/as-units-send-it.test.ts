/** Lists and forms laid out as units lay them out: each project and indicator that is in them, and what is told of the rest. */
import { describe, expect, test } from "vitest";
import type { Source } from "../read/index.ts";
import { convertMoney, type Indicator, type Project } from "../records/index.ts";
import { type CardLayout, gridOf } from "./card-layout.ts";
import { runSources } from "./run-case.ts";
import { readShippedForms } from "./shipped-forms.ts";
import { writeTable } from "./write-table.ts";
import { workbookOfGrids } from "./write-workbook.ts";

const forms = readShippedForms();

type Files = Readonly<Record<string, string | Uint8Array>>;
/** `told`: the code of a finding that there must be, if any. */
type Sent = readonly [name: string, files: Files, projects: readonly string[], told: string];

/** Lines of cells between bars → the CSV that they are saved as. */
function csv(text: string): string {
  const rows = text.trim().split("\n");
  return writeTable(
    rows.map((row) => row.split("|").map((cell) => cell.trim())),
    ",",
  );
}

function read(files: Files, own: Readonly<Record<string, unknown>> = {}) {
  const department = JSON.stringify({ 部门名称: "示例局", 年度: 2026, ...own });
  const sources = Object.entries({ "department.json": department, ...files }).map(
    ([name, content]): Source => ({
      name,
      bytes: typeof content === "string" ? new TextEncoder().encode(content) : content,
    }),
  );
  const { normalised, diagnostics } = runSources(sources, { folder: "示例局", forms });
  return {
    projects: normalised?.department.projects.map(briefly) ?? [],
    told: new Set<string>(diagnostics.map(({ code }) => code)),
  };
}

/** `甲 100000 目标 | 产出/数量/人数 ≥1人`: money in 元. */
function briefly({ name, budget, goals, indicators }: Project): string {
  const amounts = [budget.total, budget.fiscal, budget.other].flatMap((amount) =>
    amount?.value === undefined ? [] : convertMoney(amount.value, { from: amount.unit ?? "元", to: "元" }),
  );
  const goal = [goals.midTerm, goals.annual].flatMap((one) => one?.lines.map(({ text }) => text) ?? []);
  return [[name?.text, ...amounts, ...goal].join(" "), ...indicators.map(indicatorBriefly)].join(" | ");
}

function indicatorBriefly({ horizon, level1, level2, level3, printedValue }: Indicator): string {
  const levels = [level1, level2, level3].map((text) => text?.text.replace(/指标$/u, "") ?? "").join("/");
  return `${horizon === "midTerm" ? "中期 " : ""}${levels} ${printedValue?.text ?? ""}`.trim();
}

function expectSent(files: Files, projects: readonly string[], told: string) {
  const actual = read(files);
  expect(actual.projects).toEqual(projects);
  expect(told === "" || actual.told.has(told)).toBe(true);
}

const lists: readonly Sent[] = [
  [
    "two lists beside each other without a blank column",
    {
      "a.csv": csv(`
项目编码|项目名称|预算数（万元）|项目编码|项目名称|预算数（万元）
A1|培训|10|A3|买车|30
A2|修路|20|A4|种树|40`),
    },
    ["培训 100000", "修路 200000", "买车 300000", "种树 400000"],
    "",
  ],
  [
    "the same headers again below another unit and another unit of money",
    {
      "a.csv": csv(`
填报单位：甲中心||单位：万元
项目名称|预算数|绩效目标
培训|10|办好。
合计|10|
填报单位：乙中心||单位：元
项目名称|预算数|绩效目标
修路|200000|修好。`),
    },
    ["培训 100000 办好。", "修路 200000 修好。"],
    "",
  ],
  [
    "the same headers again below another title, and on the next page of one",
    {
      "a.csv": csv(`
甲科项目绩效目标表||
项目名称|预算数（万元）|绩效目标
培训|10|办好。
乙科项目绩效目标表||
项目名称|预算数（万元）|绩效目标
修路|20|修好。
乙科项目绩效目标表||
项目名称|预算数（万元）|绩效目标
种树|30|种好。`),
    },
    ["培训 100000 办好。", "修路 200000 修好。", "种树 300000 种好。"],
    "",
  ],
  [
    "a table of Markdown",
    {
      "a.txt":
        "| 项目名称 | 预算数（万元） | 绩效目标 |\n|---|:---:|---|\n| 培训 | 10 | 办好。 |\n| 修路 | 20 | 修好。 |\n",
    },
    ["培训 100000 办好。", "修路 200000 修好。"],
    "row-skipped",
  ],
];

const indicators: CardLayout = [
  [["一级指标"], ["二级指标"], ["三级指标"], ["指标值"]],
  [["产出指标"], ["数量指标"], ["人数"], ["≥1人"]],
];
const card = (layout: CardLayout) => ({ "a.xlsx": workbookOfGrids([gridOf([...layout, ...indicators])]) });

const cards: readonly Sent[] = [
  [
    "two forms beside each other below one title",
    {
      "a.xlsx": workbookOfGrids([
        gridOf([
          [["项目绩效目标申报表（单位：万元）", 9]],
          [["项目名称"], ["培训", 3], [""], ["项目名称"], ["修路", 3]],
          [["预算数"], ["10", 3], [""], ["预算数"], ["20", 3]],
          [["绩效目标"], ["办好。", 3], [""], ["绩效目标"], ["修好。", 3]],
          ...indicators.map((row) => [...row, [""], ...row] as const),
        ]),
      ]),
    },
    ["培训 100000 办好。 | 产出/数量/人数 ≥1人", "修路 200000 修好。 | 产出/数量/人数 ≥1人"],
    "",
  ],
  [
    "a label that nobody knows below the name, which is no second line of it",
    card([
      [["项目名称"], ["培训", 3]],
      [["工作周期"], ["一年", 3]],
      [["绩效目标"], ["办好。", 3]],
    ]),
    ["培训 办好。 | 产出/数量/人数 ≥1人"],
    "column-unknown",
  ],
  [
    "labels and values in one cell, parts of the money too",
    card([
      [
        ["项目名称：培训", 2],
        ["实施单位：示例中心", 2],
      ],
      [
        ["资金总额：10万元", 2],
        ["其中：财政拨款：8万元", 2],
      ],
      [["年度目标：办好。", 4]],
    ]),
    ["培训 100000 80000 办好。 | 产出/数量/人数 ≥1人"],
    "",
  ],
  [
    "a sheet of levels to choose from beside the forms",
    {
      ...card([
        [["项目名称"], ["培训", 3]],
        [["绩效目标"], ["办好。", 3]],
      ]),
      "b.csv": csv("一级指标|二级指标\n产出指标|数量指标\n效益指标|社会效益指标"),
    },
    ["培训 办好。 | 产出/数量/人数 ≥1人"],
    "file-not-an-export",
  ],
];

describe("lists", () => {
  test.each(lists)("%s", (_, files, projects, told) => expectSent(files, projects, told));
});

describe("forms that were filled in", () => {
  test.each(cards)("%s", (_, files, projects, told) => expectSent(files, projects, told));
});
