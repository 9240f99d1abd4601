/** A header that nobody spells is read if its table leaves it one meaning, and never without being named. */
import { expect, test } from "vitest";
import { formatPlace } from "../../diagnostics/index.ts";
import { runSources } from "../../testing/run-case.ts";
import { readShippedForms } from "../../testing/shipped-forms.ts";

const forms = readShippedForms();
const department = '{"部门名称":"青禾市民政局","年度":2026,"表式":"hebei"}';

/** What a table gives its first project, and what is said of its headers. */
function read(columns: Readonly<Record<string, string>>) {
  const all = { 项目名称: "甲项目", ...columns, 一级指标: "产出指标", 三级指标: "次数", 指标值: "≥12次" };
  const csv = [Object.keys(all), Object.values(all)].map((cells) => cells.join(",")).join("\n");
  const sources = Object.entries({ "department.json": department, "a.csv": csv }).map(([name, text]) => ({
    name,
    bytes: new TextEncoder().encode(text),
  }));
  const { normalised, diagnostics } = runSources(sources, { folder: "青禾", forms });
  const project = normalised?.department.projects[0];
  const { total } = project?.budget ?? {};
  return {
    budget: total && `${total.text}${total.unit ?? ""}`,
    goals: project?.goals.annual?.lines.map(({ text }) => text).join(),
    said: diagnostics.flatMap(({ code, at, args }) =>
      /^column-(?:ambiguous|unknown)$/u.test(code)
        ? [`${formatPlace(at)} ${code.slice(7)} ${"readAs" in args ? args.readAs : ""}`.trim()]
        : [],
    ),
  };
}

test.each([
  ["金额（万元）", "总体目标"],
  ["本年预算（万元）", "绩效总目标"],
  ["项目资金规模（万元）", "工作目标"],
  ["批复数（万元）", "项目绩效目标"],
])("%s, %s", (money, goals) => {
  expect(read({ [money]: "1.5", [goals]: "保障运转" })).toEqual({
    budget: "1.5万元",
    goals: "保障运转",
    said: [`a.csv:1:B「${money}」 ambiguous 预算数`, `a.csv:1:C「${goals}」 ambiguous 绩效目标`],
  });
});

test.each<[why: string, columns: Readonly<Record<string, string>>]>([
  ["one that is spelled is there", { 预算数: "35", 批复金额: "36" }],
  ["some money is there, if not the whole", { 财政资金: "35", 金额: "36" }],
  ["there are two of them", { 申报金额: "35", 批复金额: "36" }],
  ["its cells are no amounts", { 预算: "见附件" }],
  ["its cells are no goals", { 目标: "12" }],
  ["it is another year's, or what was spent", { 上年预算: "35", 执行金额: "36" }],
  ["its brackets say of what", { "金额（其中省级）": "35" }],
])("nothing is guessed if %s", (_, columns) => {
  expect(read(columns).said.filter((line) => line.includes("ambiguous"))).toEqual([]);
  expect(read(columns).said).not.toEqual([]);
});
