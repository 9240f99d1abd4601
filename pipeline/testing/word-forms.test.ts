/** Word files that units send: indicators in a table inside a cell, forms without a name, sections of one form. */
import { expect, test } from "vitest";
import { runSources } from "./run-case.ts";
import { readShippedForms } from "./shipped-forms.ts";
import { docxAround } from "./write-docx-tables.ts";

const forms = readShippedForms();
const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const row = (...cells: readonly string[]) =>
  `<w:tr>${cells.map((cell) => `<w:tc>${cell.startsWith("<") ? cell : paragraph(cell)}</w:tc>`).join("")}</w:tr>`;
const table = (...rows: readonly string[]) => `<w:tbl>${rows.join("")}</w:tbl>`;
const indicators = [
  row("一级指标", "二级指标", "三级指标", "指标值"),
  row("产出指标", "数量指标", "培训人数", "≥100人"),
  row("效益指标", "社会效益指标", "知晓率", "≥90%"),
];

function read(body: string) {
  const own = new TextEncoder().encode(JSON.stringify({ 部门名称: "甲局", 年度: 2026, 表式: "xinjiang" }));
  const sources = [
    { name: "department.json", bytes: own },
    { name: "申报表.docx", bytes: docxAround(body) },
  ];
  const { normalised, diagnostics } = runSources(sources, { folder: "甲局", forms });
  return {
    projects: normalised?.department.projects.map(({ name, goals, indicators: own }) => ({
      name: name?.text,
      goals: goals.annual?.lines.map(({ text }) => text),
      indicators: own.map(({ level1, level3, value }) =>
        [level1, level3, value].map((one) => one?.text).join(" "),
      ),
    })),
    told: diagnostics.flatMap(({ code }) => (/^(?:card|column|row)-/u.test(code) ? [code] : [])),
  };
}

const project = {
  name: "甲项目",
  goals: ["完成甲。"],
  indicators: ["产出指标 培训人数 ≥100人", "效益指标 知晓率 ≥90%"],
};

test("indicators in a table of their own, inside the form's last cell", () => {
  const inner = `${table(...indicators)}<w:p/>`;
  const form = table(
    row("项目名称", "甲项目", "项目负责人", "张三"),
    row("年度总体目标", "完成甲。"),
    row("绩效指标", inner),
  );
  expect(read(form)).toEqual({ projects: [project], told: [] });
});

test("sections of a form, each under its heading", () => {
  const parts = [
    paragraph("一、基本信息"),
    table(row("项目名称", "甲项目"), row("实施单位", "一院")),
    paragraph("二、绩效目标"),
    paragraph("完成甲。"),
    paragraph("三、绩效指标"),
    table(...indicators),
  ];
  expect(read(parts.join(""))).toEqual({ projects: [project], told: [] });
});

test("a form whose name was left blank is none of the one above it: the department fails", () => {
  const form = (name: string, goal: string) =>
    paragraph("项目支出绩效目标表") +
    table(
      row("项目名称", name, "项目编码", name === "" ? "" : `编码${name}`),
      row("主管部门", "甲局", "实施单位", "一院"),
      row("年度总体目标", goal),
      ...indicators,
    );
  const { projects, told } = read(
    form("甲项目", "完成甲。") + form("", "完成乙。") + form("丙项目", "完成丙。"),
  );
  expect(projects).toBeUndefined();
  expect(told).toContain("card-without-name");
  expect(read(form("甲项目", "完成甲。") + form("丙项目", "完成丙。")).projects?.length).toBe(2);
});
