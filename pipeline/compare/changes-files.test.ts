/** What `changes.md` says, whatever signs stand in the data. */
import { expect, test } from "vitest";
import type { Snapshot } from "../contracts/index.ts";
import { changesMarkdown } from "./changes-files.ts";
import { compareSnapshots } from "./compare-snapshots.ts";

const base: Snapshot = {
  schema: 1,
  department: {
    name: "局",
    overall: ["落实政策。"],
    subGoals: [{ name: "修路", goals: ["完工"] }],
    safeguards: [],
  },
  form: "hebei",
  labels: { "budget.fiscal": "其中：财政资金" },
  projects: [
    { ordinal: 1, code: "1", name: "甲", indicators: [] },
    { ordinal: 2, code: "2", name: "乙", indicators: [] },
    { ordinal: 3, code: "3", name: "丙", indicators: [] },
  ],
};
const [one, two, three] = base.projects;

/** The lines below the totals. */
function linesAfter(change: Partial<Snapshot>): readonly string[] {
  const markdown = changesMarkdown(compareSnapshots(base, { ...base, ...change }), { language: "zh" });
  return markdown
    .slice(markdown.indexOf("##"))
    .split("\n")
    .filter((line) => line !== "");
}

test("Part 1, item by item", () => {
  const department = {
    ...base.department,
    overall: ["落实政策。", "- 1. 开展 <b>培训</b> | [见](http://a.b) ~~旧~~ `x` $5$ &amp; \\ #"],
    subGoals: [
      { name: "养路", goals: ["完工"] },
      { name: "绿化", goals: ["种树"] },
    ],
  };
  expect(linesAfter({ department })).toEqual([
    "## 总体绩效目标",
    "- 新增第 2 段：- 1. 开展 \\<b\\>培训\\</b\\> \\| \\[见\\](http://a.b) \\~\\~旧\\~\\~ \\`x\\` \\$5\\$ \\&amp; \\\\ #",
    "## 分项绩效目标",
    "- 新增第 2 项：绿化 种树",
    "- 第 1 项“养路”：",
    "  - 名称：修路 → 养路",
  ]);
});

test("projects that came and went, and those whose numbers moved because of that", () => {
  const fresh = {
    ordinal: 1,
    code: "0",
    name: "新",
    unit: "局\n本级",
    budget: { total: { printed: "1", value: "12345.6", unit: "元" as const } },
    indicators: [],
  };
  const projects = [
    fresh,
    ...[one, two].map((project, at) => ({ indicators: [], ...project, ordinal: at + 2 })),
  ];
  expect(linesAfter({ projects })).toEqual([
    "## 新增项目（1 个）",
    "- 第 1 个：新（编码 0，局 ↵ 本级，预算数 1.23456 万元）",
    "## 删去项目（1 个）",
    "- 第 3 个：丙（编码 3）",
    "## 项目序号",
    "- 因其他项目增减或编码、单位变更，2 个项目的序号顺延，如“甲”由 1 变为 2",
  ]);
});

test("projects in another order", () => {
  const projects = [three, one, two].map((project, at) => ({ indicators: [], ...project, ordinal: at + 1 }));
  expect(linesAfter({ projects })).toEqual([
    "## 项目序号",
    "- 项目的先后次序有调整，3 个项目的序号不同",
    "  - 3 → 1 丙",
    "  - 1 → 2 甲",
    "  - 2 → 3 乙",
  ]);
});

test("fields and indicators of a project", () => {
  const indicator = {
    horizon: "midTerm" as const,
    level1: "产出指标",
    level3: "里程",
    printedValue: "5公里",
  };
  const changed = {
    ...one,
    ordinal: 1,
    budget: { fiscal: { printed: "待定" } },
    goals: { annual: ["完工", "通车"] },
    indicators: [indicator],
  };
  expect(linesAfter({ projects: [changed, ...base.projects.slice(1)] })).toEqual([
    "## 1. 甲（1）",
    "- 财政资金：（空白） → 待定",
    "- 年度绩效目标：",
    "  - 新增第 1 条：完工",
    "  - 新增第 2 条：通车",
    "- 新增指标：产出指标 / （空白） / 里程（中期），5公里",
  ]);
});
