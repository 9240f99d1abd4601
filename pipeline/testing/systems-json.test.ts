/** One department as systems export it, in JSON of many shapes: the records and findings that its CSV gives. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { type CaseResult, runSources } from "./run-case.ts";
import { readShippedForms } from "./shipped-forms.ts";
import { substanceOf } from "./substance.ts";
import { writeTable } from "./write-table.ts";

const forms = readShippedForms();

type Cells = Readonly<Record<string, string>>;
type Row = { readonly horizon: "中期" | "年度"; readonly cells: Cells };
type ProjectData = { readonly cells: Cells; readonly goals: Readonly<Record<"中期" | "年度", string>> } & {
  readonly rows: readonly Row[];
};

const row = (horizon: Row["horizon"], levels: string, value: readonly [string, string, string]): Row => {
  const [level1 = "", level2 = "", level3 = ""] = levels.split("/");
  const [sign, number, unit] = value;
  return {
    horizon,
    cells: {
      ...{ 一级指标: level1, 二级指标: level2, 三级指标: level3 },
      ...{ 指标符号: sign, 指标值: number, 计量单位: unit, 绩效标准: "计划标准" },
    },
  };
};

const projects: readonly ProjectData[] = [
  {
    cells: {
      ...{ 项目编码: "341300260000000000A01", 项目名称: "政策宣传", 预算单位: "清溪市医保局本级" },
      ...{ 项目属性: "延续项目", 项目期: "2026年-2028年", "预算数（元）": "35000.00" },
    },
    goals: { 中期: "三年内全面宣传。", 年度: "保证宣传正常开展。" },
    rows: [
      row("中期", "产出指标/数量指标/宣传次数", ["1", "36", "次"]),
      row("中期", "效益指标/社会效益指标/政策知晓率", ["1", "95", "%"]),
      row("年度", "产出指标/数量指标/宣传次数", ["1", "12", "次"]),
      row("年度", "产出指标/数量指标/印制手册", ["3", "500", "册"]),
      row("年度", "产出指标/时效指标/完成时间", ["5", "12", "月"]),
      row("年度", "效益指标/社会效益指标/政策知晓率", ["1", "90", "%"]),
      row("年度", "满意度指标/服务对象满意度指标/群众满意度", ["1", "90", "%"]),
    ],
  },
  {
    cells: {
      ...{ 项目编码: "341300260000000000A02", 项目名称: "网络租赁", 预算单位: "清溪市医保中心" },
      ...{ 项目属性: "新增项目", 项目期: "2026年", "预算数（元）": "4280.50" },
    },
    goals: { 中期: "网络长期畅通。", 年度: "网络畅通。" },
    rows: [
      row("中期", "产出指标/数量指标/线路数", ["1", "3", "条"]),
      row("年度", "产出指标/数量指标/线路数", ["1", "3", "条"]),
      row("年度", "效益指标/社会效益指标/业务正常办理率", ["1", "99", "%"]),
    ],
  },
];

const departmentFile = {
  ...{ 部门名称: "清溪市医疗保障局", 年度: 2026, 表式: "anhui", 总体绩效目标: "保障待遇。" },
  工作保障措施: "加强领导。",
};

/** The project's cells with its goals, as one row. */
const whole = ({ cells, goals }: ProjectData): Cells => ({
  ...cells,
  ...{ 中期目标: goals.中期, 年度目标: goals.年度 },
});
const flat: readonly Cells[] = projects.flatMap((project) =>
  project.rows.map(({ horizon, cells }) => ({ ...whole(project), 期限: horizon, ...cells })),
);
type NestedProject = Readonly<Record<string, unknown>> & { readonly 绩效指标: readonly object[] };
const nested: readonly NestedProject[] = projects.map((project) => ({
  ...whole(project),
  绩效指标: project.rows.map(({ horizon, cells }) => ({ 期限: horizon, ...cells })),
}));
const projectRows = projects.map(whole);
const indicatorRows = projects.flatMap(({ cells, rows }) =>
  rows.map((one) => ({ 项目编码: cells.项目编码 ?? "", 期限: one.horizon, ...one.cells })),
);

const header = Object.keys(flat[0] ?? {});
const csv = writeTable([header, ...flat.map((one) => Object.values(one))], ",");

/** Field names of the national data standard. */
const standard: Readonly<Record<string, string>> = {
  ...{ 项目编码: "pro_code", 项目名称: "pro_name", 预算单位: "agency_name" },
  ...{ 中期目标: "zqgoal", 年度目标: "ndgoal", "预算数（元）": "预算数（元）" },
  ...{ 期限: "yearflag", 一级指标: "lv1_perf_ind_name", 二级指标: "lv2_perf_ind_name" },
  ...{ 三级指标: "lv3_perf_ind_name", 指标符号: "computesign", 指标值: "kpi_val", 计量单位: "meterunit" },
};
const older: Readonly<Record<string, string>> = {
  ...standard,
  ...{ 一级指标: "findexname", 二级指标: "sindexname", 三级指标: "tindexname", 指标值: "indexval" },
};
const chinese: Readonly<Record<string, string>> = {
  ...{ 项目编码: "项目代码", 一级指标: "一级绩效指标名称", 二级指标: "二级绩效指标名称" },
  ...{ 三级指标: "三级绩效指标名称", 指标值: "绩效指标值", 指标符号: "计算符号" },
};
const letters: Readonly<Record<string, string>> = {
  ...{ 项目编码: "xmbm", 项目名称: "xmmc", 预算单位: "dwmc", 中期目标: "zqmb", 年度目标: "ndjxmb" },
  ...{
    一级指标: "yjzb",
    二级指标: "ejzb",
    三级指标: "sjzb",
    指标符号: "zbfh",
    指标值: "zbz",
    计量单位: "jldw",
  },
  项目属性: "xmsx",
};
const flags: Readonly<Record<string, string>> = { 中期: "1", 年度: "0" };

type Names = Readonly<Record<string, string>>;
const renamed = (cells: Cells, names: Names, spell = (name: string) => name): Cells =>
  Object.fromEntries(
    Object.entries(cells).map(([key, value]) => {
      const name = names[key] ?? key;
      const coded = name === "yearflag" ? flags[value] : undefined;
      return [/^[a-z_\d]+$/u.test(name) ? spell(name) : name, coded ?? value];
    }),
  );
const camel = (name: string) => name.replace(/_(\w)/gu, (_, letter: string) => letter.toUpperCase());
const table = (rows: readonly Cells[]) => ({
  columns: Object.keys(rows[0] ?? {}),
  data: rows.map((one) => Object.values(one)),
});

/** A tree of levels, each level with its children. */
const tree = (rows: readonly Row[], name = "name") => {
  const levels = (of: readonly Row[], [level, ...deeper]: readonly string[]): unknown[] => {
    const values = [...new Set(of.map(({ cells }) => cells[level ?? ""] ?? ""))];
    return values.map((value) => {
      const within = of.filter(({ cells }) => cells[level ?? ""] === value);
      const { 一级指标: _, 二级指标: __, 三级指标: ___, ...leaf } = within[0]?.cells ?? {};
      return deeper.length === 0
        ? { [name]: value, ...leaf }
        : { [name]: value, children: levels(within, deeper) };
    });
  };
  return levels(rows, ["一级指标", "二级指标", "三级指标"]);
};
const half = ({ rows }: ProjectData, horizon: Row["horizon"]) =>
  rows.filter((one) => one.horizon === horizon);

const json = (value: unknown) => JSON.stringify(value, null, 1);
const lines = (values: readonly unknown[]) => values.map((one) => `${JSON.stringify(one)}\n`).join("");

const shapes: Readonly<Record<string, string>> = {
  "a list of rows": json(flat),
  "a list of projects": json(nested),
  "one row a line": lines(flat),
  "one project a line": lines(nested),
  "an envelope of two levels": json({ code: 0, msg: "ok", data: { records: flat, total: flat.length } }),
  "an envelope of projects": json({ rscode: "200", data: { list: nested, total: 2, pageNum: 1 } }),
  "an envelope of four levels": json({ success: true, data: { result: { page: { rows: nested } } } }),
  "two lists in an envelope": json({ data: { projects: projectRows, indicators: indicatorRows } }),
  "two lists under names of the system's own": json({
    data: { pmProjectInfo: projectRows, pmPerfIndicator: indicatorRows },
  }),
  "columns and rows of values": json(table(flat)),
  "columns and rows of values in an envelope": json({ code: 0, data: table(flat) }),
  "columns with titles, and rows of values": json({
    columns: header.map((title, index) => ({ title, dataIndex: `c${index}` })),
    rows: flat.map((one) => Object.values(one)),
  }),
  "columns with titles, and rows by their names": json({
    columns: header.map((title, index) => ({ title, field: `c${index}` })),
    rows: flat.map((one) =>
      Object.fromEntries(Object.values(one).map((value, index) => [`c${index}`, value])),
    ),
  }),
  "a list of lists with a row of headers": json([header, ...flat.map((one) => Object.values(one))]),
  "JSON in a text": json({ code: 0, data: json({ list: nested }) }),
  "indicators in a text": json(
    nested.map(({ 绩效指标, ...project }) => ({ ...project, 绩效指标: json(绩效指标) })),
  ),
  "indicators under a name of the system's own": json(
    nested.map(({ 绩效指标, ...project }) => ({ ...project, indexList: 绩效指标 })),
  ),
  "indicators in an object of the project": json(
    nested.map(({ 绩效指标, ...project }) => ({ ...project, perf: { total: 3, list: 绩效指标 } })),
  ),
  "a list for each horizon": json(
    projects.map((project) => ({
      ...whole(project),
      ...{ 中期指标: half(project, "中期").map(({ cells }) => cells) },
      年度指标: half(project, "年度").map(({ cells }) => cells),
    })),
  ),
  "parts of a project in objects": json(
    projects.map((project) => ({
      baseInfo: project.cells,
      goalInfo: { 中期目标: project.goals.中期, 年度目标: project.goals.年度 },
      indexInfo: { list: project.rows.map(({ horizon, cells }) => ({ 期限: horizon, ...cells })) },
    })),
  ),
  "trees of levels": json(
    projects.map((project) => ({
      ...whole(project),
      绩效指标: { 中期: tree(half(project, "中期")), 年度: tree(half(project, "年度"), "label") },
    })),
  ),
  "levels as keys": json(
    projects.map((project) => ({
      ...whole(project),
      绩效指标: Object.fromEntries(
        (["中期", "年度"] as const).map((horizon) => [horizon, byLevels(half(project, horizon))]),
      ),
    })),
  ),
  "edges and nodes": json({
    data: { projects: { ...edges(nested.map(withEdges)), totalCount: 2, pageInfo: { hasNextPage: false } } },
  }),
  "resources with links": json({
    _embedded: {
      projects: nested.map(({ 绩效指标, ...project }) => ({
        ...{ ...project, _links: { self: { href: "/projects/1" } } },
        _embedded: { indicators: 绩效指标 },
      })),
    },
    _links: { self: { href: "/projects" } },
    page: { size: 20, totalElements: 2, totalPages: 1, number: 0 },
  }),
  "answers of OData": json({
    "@odata.context": "$metadata#projects",
    "@odata.count": 2,
    value: nested.map(({ 绩效指标, ...project }) => ({ ...project, 绩效指标: { results: 绩效指标 } })),
  }),
  "hits of a search": json({
    ...{ took: 3, timed_out: false },
    hits: {
      total: { value: 2, relation: "eq" },
      hits: nested.map((_source, at) => ({ _index: "p", _id: `${at}`, _score: 1, _source })),
    },
  }),
  "resources that others refer to": json({
    data: nested.map(({ 绩效指标, ...attributes }, at) => ({
      ...{ type: "projects", id: `${at}`, attributes, links: { self: `/projects/${at}` } },
      relationships: { indicators: { data: 绩效指标.map((_, order) => indicatorName(at, order)) } },
    })),
    included: resources((project) => ({ project: { data: { type: "projects", id: `${project}` } } })),
    ...{ jsonapi: { version: "1.0" }, links: { self: "/projects" }, meta: { total: 2 } },
  }),
  "resources that refer to theirs": json({
    data: nested.map(({ 绩效指标: _, ...attributes }, id) => ({ type: "projects", id, attributes })),
    included: resources((id) => ({ project: { data: { type: "projects", id } } })),
  }),
  "resources that are indicators and refer to their project": json({
    data: resources((id) => ({ project: { data: { type: "projects", id: `${id}` } } })),
    included: nested.map(({ 绩效指标: _, ...attributes }, id) => ({
      ...{ type: "projects", id: `${id}`, attributes },
    })),
  }),
  "a call of a function with JSON": `/**/ typeof back === 'function' && back(${json({ data: nested })});\n`,
  "a script that names JSON": `\uFEFF// 导出\r\nvar exported = ${json(flat)};\r\n`,
  "JSON behind a guard": `)]}',\n${json({ data: { list: nested } })}`,
  "maps in place of lists": json({
    projects: mapped(nested.map(({ 绩效指标, ...one }) => ({ ...one, 绩效指标: mapped(绩效指标) }))),
  }),
  "projects by their codes": json({
    projects: Object.fromEntries(nested.map(({ 项目编码, ...project }) => [`${项目编码}`, project])),
  }),
  "a table column by column": json(
    Object.fromEntries(header.map((key) => [key, mapped(flat.map((one) => one[key]))])),
  ),
  "choices of a code and a name": json(
    flat.map(({ 一级指标: name, 计量单位: label, 预算单位: text, ...row }) => ({
      ...{ ...row, 一级指标: { code: "01", name }, 计量单位: { value: "7", label } },
      预算单位: { id: 12, text },
    })),
  ),
  "words beside codes": json({
    result: {
      records: flat.map(({ 一级指标, ...row }) => ({ ...row, yjzb: "1", yjzb_dictText: 一级指标 })),
      total: flat.length,
    },
  }),
  "first letters of the pinyin": json({ data: flat.map((one) => renamed(one, letters)) }),
  "projects below their units": json({
    data: nested.map(({ 预算单位, ...project }) => ({ 预算单位, children: [project] })),
  }),
  "names of the data standard": json({ data: flat.map((one) => renamed(one, standard)) }),
  "names of the data standard in capitals": json(
    flat.map((one) => renamed(one, standard, (name) => name.toUpperCase())),
  ),
  "names of the data standard in camel case": json(flat.map((one) => renamed(one, standard, camel))),
  "older names of systems": json(flat.map((one) => renamed(one, older))),
  "Chinese names of the data standard": json(flat.map((one) => renamed(one, chinese))),
  "goals of each horizon as records": json({
    ...{ projects: projects.map(({ cells }) => renamed(cells, standard)) },
    goals: projects.flatMap(({ cells, goals }) =>
      (["中期", "年度"] as const).map((horizon) => ({
        ...{ pro_code: cells.项目编码, yearflag: flags[horizon], kpi_target: goals[horizon] },
      })),
    ),
    indicators: indicatorRows.map((one) => renamed(one, standard)),
  }),
};

function indicatorName(project: number, order: number): object {
  return { type: "indicators", id: `${project}-${order}` };
}

function resources(relationsOf: (project: number) => object): readonly object[] {
  return nested.flatMap(({ 绩效指标 }, project) =>
    绩效指标.map((attributes, order) => ({
      ...{ ...indicatorName(project, order), attributes },
      relationships: relationsOf(project),
    })),
  );
}

function withEdges({ 绩效指标, ...project }: NestedProject): object {
  return { ...project, 绩效指标: edges(绩效指标) };
}

function edges(items: readonly unknown[]): object {
  return { edges: items.map((node, at) => ({ cursor: `${at}`, node })) };
}

/** As PHP and pandas write a list. */
function mapped(items: readonly unknown[]): object {
  return Object.fromEntries(items.map((item, at) => [`${at}`, item]));
}

function byLevels(rows: readonly Row[]): unknown {
  const groups: Record<string, Record<string, unknown[]>> = {};
  for (const { cells } of rows) {
    const { 一级指标: level1 = "", 二级指标: level2 = "", ...others } = cells;
    groups[level1] ??= {};
    const group = groups[level1];
    group[level2] = [...(group[level2] ?? []), others];
  }
  return groups;
}

function run(files: Readonly<Record<string, string>>, more: object = {}): CaseResult {
  const all = { ...files, "department.json": JSON.stringify({ ...departmentFile, ...more }) };
  const sources = Object.entries(all).map(([name, text]) => ({
    name,
    bytes: new TextEncoder().encode(text),
  }));
  return runSources(sources, { folder: "清溪市", forms });
}

function findingsOf({ diagnostics }: CaseResult): string[] {
  return diagnostics
    .map(({ code, found, args }) => `${code} ${found ?? ""} ${JSON.stringify(args)}`)
    .toSorted();
}

const expected = run({ "导出.csv": csv });

test("the CSV has records in both horizons, and findings", () => {
  expect(expected.normalised?.department.projects.map(({ indicators }) => indicators.length)).toEqual([7, 3]);
  expect(findingsOf(expected).length).toBeGreaterThan(2);
});

const schema = z.fromJSONSchema(
  JSON.parse(readFileSync(new URL("../../docs/schemas/project-export.schema.json", import.meta.url), "utf8")),
);

/** Undefined of several values, one a line, of which editors know no schema. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

describe.each(Object.entries(shapes))("%s", (_, text) => {
  const actual = run({ "导出.json": text });

  test("gives the same records", () => {
    if (actual.normalised === undefined) throw new Error(findingsOf(actual).join("\n"));
    expect(substanceOf(actual.normalised.department)).toEqual(substanceOf(expected.normalised?.department));
  });

  test("is what the published schema of an export accepts", () => {
    const value = jsonOf(text);
    if (value !== undefined) expect(schema.safeParse(value).error?.issues).toBeUndefined();
  });

  test("gives the same findings", () => expect(findingsOf(actual)).toEqual(findingsOf(expected)));
});

describe("answers that are one page of several", () => {
  const codesOf = (files: Readonly<Record<string, unknown>>) =>
    run(Object.fromEntries(Object.entries(files).map(([name, value]) => [name, json(value)])))
      .diagnostics.filter(({ code }) => /^export-(?:goes-on|incomplete)$/u.test(code))
      .map(({ code, at, args }) => ({ code, file: "file" in at ? at.file : "", args }));
  const [first, second] = nested;
  const page = (project: unknown, hasNextPage: boolean) => ({
    data: { projects: { ...edges([project]), pageInfo: { hasNextPage } } },
  });
  const goesOn = (file: string, key: string) => ({ code: "export-goes-on", file, args: { key } });

  test("the last of them is missed", () => {
    expect(codesOf({ "1.json": page(first, true) })).toEqual([goesOn("1.json", "hasNextPage")]);
    expect(codesOf({ "1.json": page(first, true), "2.json": page(second, true) })).toEqual([
      goesOn("2.json", "hasNextPage"),
    ]);
    expect(codesOf({ "1.json": page(first, true), "2.json": page(second, false) })).toEqual([]);
    const next = "https://budget.example/projects?$skip=1";
    expect(codesOf({ "1.json": { value: [first], "@odata.nextLink": next } })).toEqual([
      goesOn("1.json", "@odata.nextLink"),
    ]);
    expect(codesOf({ "1.json": { list: nested, hasMore: false } })).toEqual([]);
    expect(codesOf({ "1.json": { list: nested, hasMore: 1 } })).toEqual([goesOn("1.json", "hasMore")]);
    expect(codesOf({ "1.json": { list: nested, hasMore: "0" } })).toEqual([]);
  });

  test.each([
    { _embedded: { projects: [first] }, page: { size: 1, totalElements: 2 } },
    { hits: { total: { value: 2, relation: "eq" }, hits: [{ _id: "1", _source: first }] } },
    { "@odata.count": 2, value: [first] },
  ])("the number of all is in %j", (answer) => {
    expect(codesOf({ "1.json": answer })).toMatchObject([
      { code: "export-incomplete", args: { total: 2, there: 1 } },
    ]);
  });
});

describe("what stands in place of a value", () => {
  const projectOf = (given: object) => {
    const { normalised, diagnostics } = run({ "导出.json": json([{ ...first, ...given }]) });
    return { project: normalised?.department.projects[0], codes: diagnostics.map(({ code }) => code) };
  };
  const [first = { 绩效指标: [] }] = nested;

  test("an amount has its unit beside it, which is nobody's unit", () => {
    const { 预算单位: _, "预算数（元）": __, ...rest } = first;
    const { normalised } = run({
      "导出.json": json([{ ...rest, 预算数: { amount: "12.5", unit: "万元" } }]),
    });
    const [project] = normalised?.department.projects ?? [];
    expect(project?.budget.total).toMatchObject({ value: "12.5", unit: "万元" });
    expect(project?.unit).toBeUndefined();
  });

  test("a number of MongoDB is read, and a group of values that is no choice is told", () => {
    expect(projectOf({ 年度: { $numberInt: "2027" } }).project?.year?.text).toBe("2027");
    const time = { time: 1767225600000, year: 126 };
    const { project, codes } = projectOf({ 项目期: time });
    expect([project?.period, project?.year]).toEqual([undefined, undefined]);
    expect(codes).toContain("value-not-text");
    const whole = { ...time, month: 0, date: 1, hours: 0 };
    expect(projectOf({ 项目期: whole }).project?.period?.text).toBe("2026年1月1日");
  });

  test("a record that an answer refers to and does not hold is told", () => {
    const { 绩效指标: _, ...attributes } = first;
    const [held, ...lost] = [0, 1].map((id) => ({ type: "indicators", id: `${id}` }));
    const project = { type: "projects", id: "0", attributes };
    const { normalised, diagnostics } = run({
      "导出.json": json({
        data: [{ ...project, relationships: { 绩效指标: { data: [held, ...lost] } } }],
        included: [{ ...held, attributes: nested[0]?.绩效指标[0] ?? {} }],
      }),
    });
    expect(normalised?.department.projects[0]?.indicators.length).toBe(1);
    expect(diagnostics).toContainEqual(
      expect.objectContaining({ code: "column-unknown", args: { header: "id", nearest: "" } }),
    );
  });

  test("a key above a project that is no code is not lost without a word", () => {
    const { 项目编码: _, ...rest } = first;
    const { normalised, diagnostics } = run({
      "导出.json": json({ projects: { a7: rest, b9: { ...rest, 项目名称: "网络租赁" } } }),
    });
    expect(normalised?.department.projects.length).toBe(2);
    expect(diagnostics).toContainEqual(
      expect.objectContaining({ code: "column-unknown", args: { header: "键", nearest: "" } }),
    );
  });

  test("a node of a tree is a project by its label", () => {
    const { 项目名称, 绩效指标, ...rest } = first;
    const tree = [{ 预算单位: "甲中心", children: [{ ...rest, label: 项目名称, 绩效指标 }] }];
    const { normalised } = run({ "导出.json": json(tree) });
    expect(normalised?.department.projects.map(({ name }) => name?.text)).toEqual([项目名称]);
  });

  test("of records that are named by their labels alone no key is said to be unused", () => {
    const { 项目名称, 项目编码: _, 绩效指标, ...rest } = first;
    const { normalised, diagnostics } = run({ "导出.json": json([{ ...rest, label: 项目名称 }]) });
    expect(normalised?.department.projects.map(({ name }) => name?.text)).toEqual([项目名称]);
    expect(diagnostics.map(({ code }) => code)).not.toContain("export-keys-unused");
  });
});
