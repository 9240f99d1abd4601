/** Lists of a department's own as departments write them: headers in two rows, sections, notes, totals, cells merged over several rows. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { formatPlace, severityOf } from "../../diagnostics/index.ts";
import { ownTemplates } from "../../files/index.ts";
import { FormSpec } from "../../records/index.ts";
import { sheetOf, textCell, xlsxAround } from "../../testing/hostile-workbooks.ts";
import { runSources } from "../../testing/run-case.ts";
import { loadShippedForm, readShippedForms, withForm } from "../../testing/shipped-forms.ts";
import { workbookOfGrids } from "../../testing/write-workbook.ts";

const forms = readShippedForms();
const sample = join(ownTemplates, "..", "data", "forms", "bumen");
const { 年度主要任务: _, ...departmentFile } = JSON.parse(
  readFileSync(join(sample, "department.json"), "utf8"),
);

/** What is read of the department's tasks and indicators, and what of warnings and errors is found. */
function read(
  file: { readonly name: string; readonly bytes: Uint8Array },
  more: Readonly<Record<string, unknown>> = {},
  library = forms,
) {
  const bytes = new TextEncoder().encode(JSON.stringify({ ...departmentFile, ...more }));
  const projects = ["项目.csv", "指标.csv"].map((name) => ({
    name,
    bytes: new Uint8Array(readFileSync(join(sample, name))),
  }));
  const sources = [{ name: "department.json", bytes }, ...projects, file];
  const { normalised, diagnostics } = runSources(sources, { folder: "青禾", forms: library });
  const textsOf = (list: string, names: readonly string[]) =>
    (normalised?.department.lists?.[list] ?? []).map(({ values }) =>
      names.map((name) => `${values[name]?.text ?? ""}${values[name]?.unit ?? ""}`).join("|"),
    );
  return {
    tasks: textsOf("tasks", ["name", "content", "amount", "fiscal", "other"]),
    targets: textsOf("targets", ["level1", "level2", "level3", "value"]),
    found: diagnostics
      // Which of the lists are missing is said of department.json.
      .filter((one) => severityOf(one) !== "info" && formatPlace(one.at) !== "department.json")
      .map(({ code }) => code),
    skipped: diagnostics.flatMap(({ code, args }) =>
      code === "row-skipped" && "list" in args ? [String(args.reason)] : [],
    ),
  };
}

function readText(lines: readonly string[], more?: Readonly<Record<string, unknown>>) {
  return read({ name: "任务.csv", bytes: new TextEncoder().encode(lines.join("\n")) }, more);
}

const rows = [
  "公立医院改革,补助3家。,274,254,20",
  "能力提升,培训120人。,26,26,0",
  "职业病防治,监测。,76,76,0",
];
const three = [
  "公立医院改革|补助3家。|274万元|254万元|20万元",
  "能力提升|培训120人。|26万元|26万元|0万元",
  "职业病防治|监测。|76万元|76万元|0万元",
];
const banner = "任务名称,主要内容,预算金额（万元）,,";
const [first = "", second = "", third = ""] = rows;

test.each<[string, readonly string[], readonly string[]]>([
  ["小计 below the banner of the amounts", [banner, ",,小计,财政拨款,其他资金", ...rows], []],
  ["合计 below it, and a total", [banner, ",,合计,财政拨款,其他资金", ...rows, "总计,,376,356,20"], []],
  [
    "three rows of headers and one of their numbers",
    ["任务名称,主要内容,预算金额（万元）,,", ",,小计,其中,", ",,,财政拨款,其他资金", "1,2,3,4,5", ...rows],
    ["column-numbers"],
  ],
  [
    "the list's own name over its names",
    [banner.replace("任务名称", "年度主要任务"), ",,小计,财政拨款,其他资金", ...rows],
    [],
  ],
  [
    "one header that says the unit for all",
    ["任务名称,主要内容,预算金额（万元）,其中：财政拨款,其他资金", ...rows],
    [],
  ],
  [
    "the unit in a note below",
    ["任务名称,主要内容,预算金额,财政拨款,其他资金", ...rows, "注：本表金额单位为万元。,,,,"],
    ["note"],
  ],
  [
    "signatures, a page and notes",
    [
      ...[
        "主要任务表,,,,",
        `${banner}`,
        ",,小计,财政拨款,其他资金",
        first,
        "第1页 共2页,,,,",
        "主要任务表,,,,",
      ],
      ...[`${banner}`, ",,小计,财政拨款,其他资金", second, third, ",,,,"],
      ...["填表人：张三,,联系电话：0335-1234567,,", "备注：含上年结转。,,,,"],
    ],
    ["page", "title", "header", "header", "note", "note"],
  ],
  [
    "sections without amounts",
    [banner, ",,小计,财政拨款,其他资金", "一、医疗,,,,", first, second, "二、公卫,,,,", third],
    ["heading", "heading"],
  ],
  [
    "sections with their sums",
    [banner, ",,小计,财政拨款,其他资金", "一、医疗,,300,280,20", first, second, "二、公卫,,76,76,0", third],
    [],
  ],
])("%s", (_name, lines, skipped) => {
  expect(readText(lines)).toEqual({ tasks: three, targets: [], found: [], skipped });
});

const header = "任务名称,主要内容,预算金额（万元）";

test.each<[string, readonly string[], string, readonly string[]]>([
  [
    "sections that are numbered in sections, down to tasks",
    [
      "一、医疗,,300",
      "（一）门诊,,100",
      "慢病,做,60",
      "普通,做,40",
      "（二）住院,,200",
      "城区,做,200",
      "二、养老,,9",
    ],
    "慢病 60 普通 40 城区 200 二、养老 9",
    [],
  ],
  [
    "a section whose tasks are numbered",
    ["一、医疗,,300", "（一）门诊,,100", "（二）住院,,200", "二、养老,,9"],
    "（一）门诊 100 （二）住院 200 二、养老 9",
    [],
  ],
  [
    "numbered tasks without their text",
    ["一、医疗,,300", "二、养老,,200", "三、护理,,500"],
    "一、医疗 300 二、养老 200 三、护理 500",
    [],
  ],
  [
    "a section beside another, with another sum",
    ["一、医疗,,310", "门诊,做,100", "住院,做,200", "二、养老,,9", "护理,做,9"],
    "门诊 100 住院 200 护理 9",
    ["list-total-differs"],
  ],
  [
    "小计 of a section that has a section in it",
    [
      "一、医疗,,300",
      "（一）门诊,,100",
      "慢病,做,100",
      "（二）住院,,200",
      "城区,做,200",
      "小计,,300",
      "养老,做,9",
    ],
    "慢病 100 城区 200 养老 9",
    [],
  ],
  ["其中 below a task", ["医疗,做,300", "其中：慢病,做,120", "养老,做,9"], "医疗 300 养老 9", ["part"]],
  [
    "其中 and the rest of it",
    ["医疗,做,300", "其中：财政,,180", "单位,,120", "养老,,9"],
    "医疗 300 养老 9",
    ["part", "part"],
  ],
  [
    "其中 above a task without text",
    ["医疗,做,300", "其中：财政,,180", "养老,,9"],
    "医疗 300 养老 9",
    ["part"],
  ],
  ["其中 of more than there is", ["医疗,做,3", "其中：财政,做,180"], "医疗 3 其中：财政 180", []],
])("%s", (_name, lines, expected, remarks) => {
  const sum = expected.split(" ").reduce((all, word) => all + (Number(word) || 0), 0);
  const { tasks, found, skipped } = readText([header, ...lines, `合计金额,,${sum}`]);
  expect(tasks.map((task) => task.replace(/万元.*/u, "").replace(/\|.*\|/u, " ")).join(" ")).toBe(expected);
  expect([...found.filter((code) => code === "list-total-differs"), ...skipped]).toEqual(remarks);
});

test("what a label says in brackets may be left out, and a key that is none is shown beside those there are", () => {
  const bumen = loadShippedForm("bumen");
  const fields = {
    ...bumen.spec.fields,
    "tasks.content": { label: "主要内容（200字以内）", aliases: [] },
    "tasks.fiscal": { label: "投入（中央）", type: "money", aliases: [] },
    "tasks.other": { label: "投入（省级）", type: "money", aliases: [] },
  };
  const spec = FormSpec.parse({ ...bumen.spec, fields });
  const own = withForm(forms, { id: "bumen", spec, like: "bumen" });
  const file = { name: "无.csv", bytes: new TextEncoder().encode("说明\n") };
  const task = { 任务名称: "医疗", 主要内容: "做", "投入（中央）": "3", 投入: "9", 负责人: "张" };
  const { tasks, found } = read(file, { 年度主要任务: [task] }, own);
  expect(tasks).toEqual(["医疗|做||3|"]);
  expect(found.filter((code) => code === "list-key-unknown")).toHaveLength(2);
});

test("a part that department.json keeps is a row", () => {
  const kept = readText([header, "医疗,做,300", "其中：慢病,做,120"], { 保留行: ["其中：慢\u{E0100}病"] });
  expect(kept.tasks.length).toBe(2);
});

test("below 预算金额 a row of headers that the list does not know is no task, and nothing below it the amount", () => {
  const { tasks, found } = readText([`${header},,`, ",,中央,省级,市县", "医疗,做,300,20,1", "养老,做,9,,"]);
  expect(tasks).toEqual(["医疗|做|||", "养老|做|||"]);
  expect(found.filter((code) => code === "column-unknown")).toHaveLength(3);
  const { tasks: first } = readText([header, ",,300", "医疗,做,300"]);
  expect(first).toHaveLength(2);
});

test.each([
  ["序号", ["1", "2", "3"]],
  ["年度主要任务", ["任务1", "任务2", "任务3"]],
])("what only numbers the rows below %s is not missed, and a total below it is one", (header, numbers) => {
  const headers = [`${header},任务名称,主要内容,预算金额（万元）,,`, ",,,小计,财政拨款,其他资金"];
  const numbered = rows.map((row, index) => `${numbers[index]},${row}`);
  const right = readText([...headers, ...numbered, "金额合计,,,376,356,20"]);
  expect(right).toEqual({ tasks: three, targets: [], found: [], skipped: [] });
  expect(readText([...headers, ...numbered, "合计,,,377,356,20"]).found).toEqual(["list-total-differs"]);
  const noted = numbered.map((row) => row.replace(/^[^,]*/u, "市级重点"));
  expect(readText([...headers, ...noted]).found).toEqual(["column-unknown"]);
});

test("a section whose amount is not the sum of its tasks is printed as it is written", () => {
  const { tasks } = readText([banner, ",,小计,财政拨款,其他资金", "一、医疗,,301,280,20", ...rows]);
  expect(tasks).toEqual(["一、医疗||301万元|280万元|20万元", ...three]);
});

test("numbered tasks are no sections, and a row that department.json keeps is printed", () => {
  const numbered = rows.map((row, index) => `${"一二三"[index]}、${row}`);
  const { tasks, found } = readText([banner, ",,小计,财政拨款,其他资金", ...numbered]);
  expect([tasks.length, found]).toEqual([3, []]);
  const lines = [banner, ",,小计,财政拨款,其他资金", "一、另行安排,,,,", ...rows];
  expect(readText(lines).tasks).toHaveLength(3);
  expect(readText(lines, { 保留行: ["一、另行安排"] }).tasks).toHaveLength(4);
});

test("a column that is missing is said of each row; the others are read", () => {
  const { tasks, found } = readText(["任务名称,主要内容", "能力提升,培训120人。"]);
  expect(tasks).toEqual(["能力提升|培训120人。|||"]);
  expect(found).toEqual(["required-field-missing"]);
});

const wide = (row: number, column: number, columns: number, height = 1) => ({
  ...{ row, column, columns },
  rows: height,
});

test("a name merged over two rows is one task, an amount merged over them is one amount", () => {
  const grid = {
    rows: [
      ["年度主要任务", "", "", "", ""],
      ["单位：万元", "", "", "", ""],
      ["主要任务", "工作内容", "预算金额", "", ""],
      ["", "", "小计", "财政拨款", "其他资金"],
      ["公立医院改革", "补助3家。", "274", "254", "20"],
      ["", "药品零差率补偿。", "", "", ""],
      ["公共卫生方面", "", "", "", ""],
      ["职业病防治", "监测。", "76", "76", "0"],
      ["健康教育", "宣传。", "", "", ""],
      ["合计", "", "350", "330", "20"],
    ],
    merges: [
      ...[wide(0, 0, 5), wide(1, 0, 5), wide(2, 0, 1, 2), wide(2, 1, 1, 2), wide(2, 2, 3), wide(6, 0, 5)],
      ...[0, 2, 3, 4].map((column) => wide(4, column, 1, 2)),
      ...[2, 3, 4].map((column) => wide(7, column, 1, 2)),
    ],
  };
  const { tasks, found, skipped } = read({ name: "任务.xlsx", bytes: workbookOfGrids([grid]) });
  expect(tasks).toEqual([
    "公立医院改革|补助3家。\n药品零差率补偿。|274万元|254万元|20万元",
    "职业病防治|监测。|76万元|76万元|0万元",
    "健康教育|宣传。|||",
  ]);
  expect(found).toEqual(["required-field-missing"]);
  expect(skipped).toEqual(["heading"]);
});

test("what a row is known by begins a row, also if it is text of several lines", () => {
  const bumen = loadShippedForm("bumen");
  const fields = {
    ...bumen.spec.fields,
    "tasks.name": { label: "任务名称", type: "lines", aliases: [], required: true },
  };
  const spec = FormSpec.parse({ ...bumen.spec, fields });
  const own = withForm(forms, { id: "bumen", spec, like: "bumen" });
  const lines = ["任务名称,主要内容,总额（万元）", "能力提升,培训。,26", "健康教育,,"];
  const { tasks } = read({ name: "任务.csv", bytes: new TextEncoder().encode(lines.join("\n")) }, {}, own);
  expect(tasks).toEqual(["能力提升|培训。|26万元||", "健康教育||||"]);
});

const wholeForm = [
  "部门整体支出绩效目标申报表,,,,,",
  "部门名称,青禾县卫生健康局,,,,",
  "年度主要任务,任务名称,主要内容,预算金额（万元）,,",
  ",,,总额,财政拨款,其他资金",
  ...rows.map((row) => `,${row}`),
  ",金额合计,,376,356,20",
  "年度总体目标,目标1：完成补助。,,,,",
  "绩效管理,已备案。,,,,",
  "年度绩效指标,一级指标,二级指标,三级指标,指标值,",
  ",产出指标,,,,",
  ",,数量指标,补助医院数量,3家,",
  ",,,培训人数,≥120人,",
  ",满意度指标,服务对象满意度指标,患者满意度,≥88%,",
  "填报人：李四,,,联系电话：0335-1234567,,",
];

const saidThere = { 总体绩效目标: ["目标1：完成补助。"] };

test("the form for a whole department on one sheet holds both lists; what is not known of it is told to be left out", () => {
  const { tasks, targets, found } = readText(wholeForm, saidThere);
  expect(tasks).toEqual(three);
  expect(targets).toEqual([
    "产出指标|数量指标|补助医院数量|3家",
    "产出指标|数量指标|培训人数|≥120人",
    "满意度指标|服务对象满意度指标|患者满意度|≥88%",
  ]);
  expect(found).toEqual(["card-cell-unread"]);
});

test("the form for a whole department may not say another name or another year than department.json", () => {
  const said = (year: string, name: string) =>
    readText(
      [wholeForm[0] ?? "", `（${year}年度）,,,,,`, `部门名称,${name},,,,`, ...wholeForm.slice(2)],
      saidThere,
    ).found;
  expect(said("2026", "青禾县卫生健康局")).toEqual(["card-cell-unread"]);
  expect(said("2025", "青禾县教育局")).toEqual(["card-cell-unread", "title-differs", "title-differs"]);
});

test("what is odd of a sheet is told of a list as it is of projects", () => {
  const cells = [
    ["年度主要任务", "主要内容", "预算金额（万元）", "其中：财政拨款", "其他资金"],
    ...rows.map((line) => line.split(",")),
  ];
  const sheet = cells.map((texts, index) => {
    const row = index + 1;
    const written = texts.map((text, column) => textCell(`${"ABCDE"[column]}${row}`, text));
    return `<row r="${row}"${row === 3 ? ' hidden="1"' : ""}>${written.join("")}</row>`;
  });
  const { tasks, found } = read({ name: "任务.xlsx", bytes: xlsxAround(sheetOf(sheet.join(""))) });
  expect(tasks).toEqual(three);
  expect(found).toEqual(["rows-hidden"]);
});
