/** Terms that a form names itself, any number of them: told by a column, by codes, by keys of JSON, in the form's order. */
import { expect, test } from "vitest";
import { wordingOf } from "../../catalogue/index.ts";
import { FormSpec, type IndicatorTables } from "../../records/index.ts";
import { runSources } from "../../testing/run-case.ts";
import { readShippedForms, withForm } from "../../testing/shipped-forms.ts";

const spec = FormSpec.parse({
  name: { zh: "规划：分期绩效表", en: "Plan" },
  title: "{department}{year}年分期绩效表",
  horizons: ["midTerm", "annual"],
  groupBy: "indicator.own.term",
  groupOrder: [
    { name: "五年目标", aliases: ["十四五目标"], horizon: "midTerm" },
    { name: "三年目标", horizon: "midTerm" },
    "年度目标",
    { name: "一季度目标", aliases: ["第一季度"] },
  ],
  money: { print: "as-given", unit: "万元" },
  fields: {
    "project.name": { label: "项目名称" },
    "indicator.own.term": { label: "目标名称" },
    "indicator.level3": { label: "三级指标" },
    "indicator.value": { label: "指标值" },
  },
});
const forms = withForm(readShippedForms(), { id: "guihua", spec });

/** By table, the rows of each term, and what is found of horizons. */
function read(name: string, text: string, more: Readonly<Record<string, unknown>> = {}) {
  const departmentFile = { 部门名称: "云台县发改局", 年度: 2026, 表式: "guihua", ...more };
  const sources = Object.entries({ "department.json": JSON.stringify(departmentFile), [name]: text }).map(
    ([file, content]) => ({ name: file, bytes: new TextEncoder().encode(content) }),
  );
  const { normalised, diagnostics } = runSources(sources, { folder: "a", forms });
  const tables = normalised?.department.projects[0]?.tables;
  const rowsOf = (table: IndicatorTables["annual"] = []) =>
    table.map(({ outer, groups }) => {
      const rows = groups.flatMap((group) => group.rows);
      return [outer, ...rows.map(({ level3, value }) => `${level3?.text} ${value?.text}`)].join("|");
    });
  const ofHorizons = diagnostics.filter(({ code }) => /horizon|group/u.test(code));
  return {
    ...{ midTerm: rowsOf(tables?.midTerm), annual: rowsOf(tables?.annual) },
    codes: ofHorizons.map(({ code }) => code),
    says: ofHorizons.map((one) => wordingOf(one, "zh").says),
  };
}

const terms = ["第一季度", "年度目标", "十四五目标", "三年目标"] as const;
const rows = [
  ["开工数,1段", "招标数,1次"],
  ["修路里程,3公里"],
  ["修路里程,30公里"],
  ["修路里程,12公里", "通车率,100%"],
];
const right = {
  midTerm: ["十四五目标|修路里程 30公里", "三年目标|修路里程 12公里|通车率 100%"],
  annual: ["年度目标|修路里程 3公里", "第一季度|开工数 1段|招标数 1次"],
  codes: [],
  says: [],
};

/** As merged cells leave it: a term stands in its first row only. */
const csv = (header: string, names: readonly string[], blank = "") =>
  [
    `项目名称,${header},三级指标,指标值`,
    ...rows.flatMap((some, term) =>
      some.map(
        (row, index) => `${term + index === 0 ? "修路" : ""},${index === 0 ? names[term] : blank},${row}`,
      ),
    ),
  ].join("\n");

test("in a column of their own, and in that of the horizon", () => {
  expect(read("a.csv", csv("目标名称", terms))).toEqual(right);
  expect(read("a.csv", csv("目标类型", terms))).toEqual(right);
});

test("beside a column of the horizon whose merged cells are blank, the name of a goal counts", () => {
  const both = (horizons: readonly string[], names: readonly string[]) => {
    const cells = names.map((name, index) => `${horizons[index]},${name}`);
    return csv("目标类型,目标名称", cells, ",");
  };
  // 三年目标 says of itself that it is mid-term, though nothing behind 年度 does.
  expect(read("a.csv", both(["年度", "", "中期", ""], terms))).toEqual(right);
  expect(read("a.csv", both(["年度", "", "", ""], terms))).toEqual(right);
  expect(read("a.csv", both(["", "", "", ""], terms))).toEqual(right);
  // What the column does say counts.
  const stated = read("a.csv", both(["年度", "", "年度", ""], terms));
  expect(stated.annual.map((line) => line.split("|")[0])).toEqual(["十四五目标", "年度目标", "第一季度"]);
});

test("as codes that department.json explains", () => {
  const codes = { 1: "年度目标", 3: "三年目标", 5: "十四五目标", q1: "第一季度" };
  const coded = csv("目标类型", ["q1", "1", "5", "3"]);
  expect(read("a.csv", coded, { 取值: { 目标类型: codes } })).toEqual(right);
});

test("as keys of JSON, with blanks that no spelling has", () => {
  const indicators = rows.map((some, term) => [
    terms[term]?.split("").join(" "),
    some.map((row) => ({ 三级指标: row.split(",")[0], 指标值: row.split(",")[1] })),
  ]);
  const text = JSON.stringify([{ 项目名称: "修路", 绩效指标: Object.fromEntries(indicators) }]);
  const { midTerm, annual, ...found } = read("a.json", text);
  const plain = (lines: readonly string[]) =>
    lines.map((line) => line.replace(/^[^|]+/u, (term) => term.replaceAll(" ", "")));
  expect({ midTerm: plain(midTerm), annual: plain(annual), ...found }).toEqual(right);
});

test("one that the form does not name is said to be unknown, with those that it does", () => {
  const { codes, says } = read("a.csv", csv("目标类型", ["第一季度", "年度目标", "十四五目标", "远景"]));
  expect(codes).toEqual(["group-unknown"]);
  expect(says.join()).toContain("本表有五年目标、三年目标、年度目标、一季度目标");
});
