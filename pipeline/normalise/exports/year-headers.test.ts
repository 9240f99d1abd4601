/** A header that names the budget's year is what it is without it; one of another year is told, or is last year's value. */
import { expect, test } from "vitest";
import { runSources } from "../../testing/run-case.ts";
import { readShippedForms } from "../../testing/shipped-forms.ts";
import { vocabularyOf } from "../headers/match-header.ts";
import { yearSpellings } from "./year-headers.ts";

const forms = readShippedForms();

type Given = { readonly columns: Readonly<Record<string, string>> } & {
  readonly year?: number;
  readonly title?: string;
};

/** What a list gives its first project, and which of its headers are not known, or are told to be read as something. */
function read({ columns, year, title }: Given, as: "csv" | "json" = "csv") {
  const all = {
    项目名称: "甲项目",
    ...columns,
    一级指标: "产出指标",
    二级指标: "数量指标",
    三级指标: "次数",
  };
  const lines = [...(title === undefined ? [] : [[title]]), Object.keys(all), Object.values(all)];
  const csv = lines.map((cells) => cells.join(",")).join("\n");
  const files = {
    "department.json": JSON.stringify({ 部门名称: "青禾市民政局", 年度: year, 表式: "anhui" }),
    ...(as === "csv" ? { "a.csv": csv } : { "a.json": JSON.stringify([all]) }),
  };
  const sources = Object.entries(files).map(([name, text]) => ({
    name,
    bytes: new TextEncoder().encode(text),
  }));
  const { normalised, diagnostics } = runSources(sources, { folder: "青禾", forms });
  const project = normalised?.department.projects[0];
  const value = (horizon: "annual" | "midTerm") =>
    project?.indicators.find((one) => one.horizon === horizon)?.value?.text;
  return {
    budget: project?.budget.total?.text,
    values: [value("midTerm"), value("annual")],
    lastYear: project?.indicators.find((one) => one.horizon === "annual")?.lastYear?.text,
    told: diagnostics.flatMap(({ code, args }) =>
      code === "column-unknown" || code === "column-ambiguous"
        ? [`${code.slice(7)} ${"header" in args ? args.header : ""}`]
        : [],
    ),
  };
}

const columns = {
  "2026年预算数（万元）": "10",
  "2025年执行数（万元）": "9",
  "2025年预算数（万元）": "8",
  "2026年指标值": "≥12次",
  "2025年完成值": "11次",
};
const right = { budget: "10", values: [undefined, "≥12次"], lastYear: "11次" };
const others = ["unknown 2025年执行数（万元）", "unknown 2025年预算数（万元）"];

test("the year is department.json's, or a title's", () => {
  expect(read({ columns, year: 2026 })).toEqual({ ...right, told: others });
  expect(read({ columns, title: "青禾市民政局2026年度项目绩效目标表" })).toEqual({ ...right, told: others });
  expect(read({ columns, year: 2026 }, "json")).toMatchObject(right);
});

test("where nothing says the year it is the latest that is planned, and what is read so is told", () => {
  const told = ["ambiguous 2026年预算数（万元）", "ambiguous 2026年指标值"];
  const { told: all, ...rest } = read({ columns });
  expect(rest).toEqual(right);
  expect(all).toEqual(expect.arrayContaining([...told, ...others]));
});

test("money of another year alone is nobody's budget", () => {
  const { budget, told } = read({ columns: { "2025年预算数（万元）": "8" }, year: 2026 });
  expect([budget, told]).toEqual([undefined, ["unknown 2025年预算数（万元）"]]);
});

test.each([
  ["2026年预算金额(万元)", "10"],
  ["2026年度预算（万元）", "10"],
  ["预算数（2026年）（万元）", "10"],
  ["2026 年 预算 安排数（万元）", "10"],
])("%s", (header, amount) => {
  expect(read({ columns: { [header]: amount }, year: 2026 })).toMatchObject({ budget: amount, told: [] });
});

test("a span of years is the mid-term's", () => {
  const spans = { "实施期指标值（2026-2028）": "≥36次", "年度指标值（2026）": "≥12次" };
  expect(read({ columns: spans, year: 2026 })).toMatchObject({ values: ["≥36次", "≥12次"], told: [] });
});

test("a column without a year goes before one with it", () => {
  const both = { "预算数（万元）": "7", "2026年预算数（万元）": "10" };
  expect(read({ columns: both, year: 2026 }).budget).toBe("7");
});

test("as many records as there may be name their year", () => {
  const at = { kind: "json", file: "a.json", line: 1, column: 1, pointer: "/0" } as const;
  const entry = { key: "2026年指标值", at, value: { kind: "text", text: "3次", at } } as const;
  const root = { kind: "object", entries: Array(130_000).fill(entry), at } as const;
  const vocabulary = vocabularyOf([]);
  const spelled = yearSpellings(
    { files: [{ kind: "tree", file: "a.json", readAs: {}, root }] },
    vocabulary,
    () => {},
  );
  expect(new Set(spelled.map(({ field }) => field))).toEqual(new Set(["indicator.value"]));
});
