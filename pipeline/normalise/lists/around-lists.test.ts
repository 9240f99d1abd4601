/** The form for a whole department on one sheet says its goals and its own fields around its lists. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { formatPlace, severityOf } from "../../diagnostics/index.ts";
import { ownTemplates } from "../../files/index.ts";
import { runSources } from "../../testing/run-case.ts";
import { readShippedForms } from "../../testing/shipped-forms.ts";
import { docxOf } from "../../testing/write-docx-tables.ts";

const forms = readShippedForms();

const sheetOf = (lines: readonly string[]) => {
  return { name: "整体.csv", bytes: new TextEncoder().encode(lines.join("\n")) };
};

function read(form: string, sheet: readonly string[], facts: Readonly<Record<string, unknown>> = {}) {
  return readFile(form, sheetOf(sheet), facts);
}

function readFile(
  form: string,
  whole: { readonly name: string; readonly bytes: Uint8Array },
  facts: Readonly<Record<string, unknown>> = {},
) {
  const sample = join(ownTemplates, "..", "data", "forms", form);
  const encode = (text: string) => new TextEncoder().encode(text);
  const file = { 部门名称: "青禾县司法局", 年度: 2026, 表式: form, 工作保障措施: ["加强领导。"], ...facts };
  const projects = form === "bumen" ? ["项目.csv", "指标.csv"] : ["项目自评.csv", "指标自评.csv"];
  const { normalised, diagnostics } = runSources(
    [
      { name: "department.json", bytes: encode(JSON.stringify(file)) },
      ...projects.map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(sample, name))) })),
      whole,
    ],
    { folder: "青禾", forms },
  );
  const { overall = [], own = {}, lists = {} } = normalised?.department ?? {};
  return {
    overall: overall.map(({ text, at }) => `${formatPlace(at)} ${text}`),
    own: Object.fromEntries(Object.entries(own).map(([name, { text, value }]) => [name, value ?? text])),
    rows: Object.fromEntries(Object.entries(lists).map(([list, some]) => [list, some.length])),
    found: diagnostics
      .filter((one) => severityOf(one) !== "info" && formatPlace(one.at).startsWith("整体."))
      .map(({ code, at }) => `${code} ${formatPlace(at)}`),
  };
}

const tasks = [
  "年度主要任务,任务名称,主要内容,预算金额（万元）,,",
  ",,,总额,财政拨款,其他资金",
  "任务1,公立医院改革,补助3家。,300,280,20",
  "任务2,能力提升,培训。,76,76,0",
  "金额合计,,,376,356,20",
];
const targets = ["年度绩效指标,一级指标,二级指标,三级指标,指标值,", ",产出指标,数量指标,补助医院数量,3家,"];

test.each<[string, readonly string[], readonly string[]]>([
  ["above its lists", ["年度总体目标,深化医改。,,,,", ...tasks, ...targets], ["整体.csv:1:B 深化医改。"]],
  [
    "between them, over several rows",
    [...tasks, "年度总体目标,目标1：深化医改。,,,,", ",目标2：提升能力。,,,,", ...targets],
    ["整体.csv:6:B 目标1：深化医改。", "整体.csv:7:B 目标2：提升能力。"],
  ],
  [
    "below its label",
    ["二、部门总体绩效目标,,,,,", "深化医改。,,,,,", ...tasks, ...targets],
    ["整体.csv:2:A 深化医改。"],
  ],
  [
    "in one cell with it, below a list whose name is in no column",
    [
      "任务名称,主要内容,预算金额（万元）,财政拨款,其他资金",
      "改革,补助。,376,356,20",
      ...["年度总体目标：深化医改。,,,,,", ...targets],
    ],
    ["整体.csv:3:A 深化医改。"],
  ],
])("the department's goals stand %s", (_name, sheet, overall) => {
  const said = read("bumen", sheet);
  expect(said.overall).toEqual(overall);
  expect(said.found).toEqual([]);
  expect(said.rows).toMatchObject({ targets: 1 });
});

const evaluation = [
  "部门整体支出绩效自评表,,,,,,,",
  "部门（单位）名称,青禾县司法局,,,,,,",
  "年度总体目标,预期目标,,实际完成情况,,,,",
  ",提供法律援助。,,全部完成。,,,,",
  "年度主要任务,任务名称,完成情况,预算数（万元）,执行数（万元）,执行率,,",
  "任务1,社区矫正,按计划完成。,98,95.6,97.55%,,",
  "任务2,法律援助,按计划完成。,105,99,94.29%,,",
  "合计（万元）,,,203,194.6,,,",
  "一级指标,二级指标,三级指标,年度指标值,实际完成值,分值,得分,偏差原因",
  "产出指标,数量指标,办理案件,≥400件,412件,60,60,",
  "满意度指标,服务对象满意度指标,群众满意度,≥90%,92%,30,30,",
  "预算执行率,,,,,10,9.5,",
  "总分,,,,,100,99.5,",
];

test("a self-evaluation of the whole department is read from the sheet as the form prints it", () => {
  expect(read("bumenziping", evaluation)).toEqual({
    overall: ["整体.csv:4:B 提供法律援助。"],
    own: { reached: "全部完成。", moneyWeight: "10", moneyScore: "9.5", total: "99.5" },
    rows: { tasks: 2, targets: 2 },
    found: [],
  });
});

test.each([
  "总分,,,,,,99.5,",
  "总分,99.5,,,,,,",
  "总分：99.5分,,,,,,,",
  "总分100分,,,,,,99.5,",
  "总分,总分,总分,总分,总分,100,99.5,",
  "自评总分,,,,,100,99.5,",
  "总得分,,,,,,99.5,",
  "合计,,,,,100,99.5,",
  "合计,,,,,,99.5,",
])("its total may be said as %s", (line) => {
  const { own, rows, found } = read("bumenziping", [...evaluation.slice(0, -1), line]);
  expect({ total: own.total, rows, found }).toEqual({
    total: "99.5",
    rows: { tasks: 2, targets: 2 },
    found: [],
  });
});

test("words beside its total are told", () => {
  const { own, found } = read("bumenziping", [...evaluation.slice(0, -1), "总分,,,,,100,99.5,优"]);
  expect(own.total).toBe("99.5");
  expect(found).toEqual(["card-cell-unread 整体.csv:13"]);
});

test("department.json goes before the sheet, and what differs is told at its cell", () => {
  const { overall, own, found } = read("bumenziping", evaluation, {
    总体绩效目标: ["办理案件。"],
    部门总分: 98,
  });
  expect(overall.map((line) => line.split(" ").at(-1))).toEqual(["办理案件。"]);
  expect(own.total).toBe("98");
  expect(found).toEqual(["title-differs 整体.csv:13:G", "title-differs 整体.csv:4:B"]);
});

test("what is above the lists and not known is told, too", () => {
  const sheet = ["部门整体支出绩效目标申报表,,,,,", "单位类型,行政单位,,,,", ...tasks, ...targets];
  expect(read("bumen", sheet).found).toEqual(["card-cell-unread 整体.csv:2"]);
});

test("labels stand one beside the other, a known one behind one that is not", () => {
  const sheet = [
    ...evaluation.slice(0, 2),
    "单位类型,行政单位,,部门总分,99.5,,,",
    "部门执行率得分,9.5,部门执行率分值,10,,,,",
    ...evaluation.slice(2, -2),
  ];
  const { own, found } = read("bumenziping", sheet);
  expect(own).toMatchObject({ moneyWeight: "10", moneyScore: "9.5", total: "99.5" });
  expect(found).toEqual(["card-cell-unread 整体.csv:3"]);
});

/** Each block of rows as a table of a Word file; a row with one cell above them is a paragraph. */
const wordOf = (...blocks: readonly (readonly string[])[]) => {
  const grids = blocks.map((lines) => {
    const rows = lines.map((line) => line.split(","));
    const [title] = rows;
    const isTitle = title?.slice(1).every((cell) => cell === "") ?? false;
    const merges = isTitle ? [{ row: 0, column: 0, rows: 1, columns: title?.length ?? 1 }] : [];
    return { rows, merges };
  });
  return { name: "整体.docx", bytes: docxOf(grids) };
};

test.each([
  ["one table", wordOf(evaluation)],
  [
    "a table for each list and one above them",
    wordOf(evaluation.slice(0, 4), evaluation.slice(4, 8), evaluation.slice(8)),
  ],
])("the form for a whole department is filled in in Word: %s", (_name, file) => {
  const { overall, own, rows, found } = readFile("bumenziping", file);
  expect(overall).toEqual([expect.stringContaining("提供法律援助。")]);
  expect(own).toEqual({ reached: "全部完成。", moneyWeight: "10", moneyScore: "9.5", total: "99.5" });
  expect(rows).toEqual({ tasks: 2, targets: 2 });
  expect(found).toEqual([]);
});

test("behind it in one Word file stand the forms of projects, which stay theirs", () => {
  const card = [
    "项目名称,法律服务,,,",
    "实施单位,甲所,全年预算数（万元）,5,",
    "一级指标,二级指标,三级指标,年度指标值,分值",
    "产出指标,数量指标,服务人数,≥5人,90",
  ];
  const { rows, found } = readFile("bumenziping", wordOf(evaluation, card));
  expect(rows).toEqual({ tasks: 2, targets: 2 });
  expect(found).not.toContainEqual(expect.stringContaining("card-without-name"));
});

test.each<[string, readonly string[], readonly string[]]>([
  ["beside its label", ["年度总体目标,深化医改。,,", "项目名称,预算数（万元）,绩效目标,"], ["深化医改。"]],
  [
    "in one cell with it",
    ["年度总体目标：深化医改。,,,", "项目名称,预算数（万元）,绩效目标,"],
    ["深化医改。"],
  ],
  ["as a banner above columns", ["年度总体目标,预期目标,,", "项目名称,预算数（万元）,绩效目标,"], []],
])("the department's goals above a list of projects: %s", (_name, above, overall) => {
  const bytes = new TextEncoder().encode([...above, "管网改造,45,完成改造。,"].join("\n"));
  const facts = new TextEncoder().encode(JSON.stringify({ 部门名称: "青禾局", 年度: 2026, 表式: "hebei" }));
  const files = [
    { name: "department.json", bytes: facts },
    { name: "项目.csv", bytes },
  ];
  const { normalised } = runSources(files, { folder: "青禾", forms });
  expect(normalised?.department.overall.map(({ text }) => text)).toEqual(overall);
});
