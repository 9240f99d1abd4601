/** What a department says of itself in tables: tasks and indicators, from department.json or a table of their own, without a project that stands for it. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { FindingsFile } from "../contracts/index.ts";
import { formatPlace } from "../diagnostics/index.ts";
import { ownTemplates } from "../files/index.ts";
import { readDocx } from "./read-docx.ts";
import { runHere } from "./run-here.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const sample = join(ownTemplates, "..", "data", "forms", "bumen");

function copyOfSample(): string {
  const folder = join(temporaryFolder(), "青禾");
  cpSync(sample, folder, { recursive: true });
  return folder;
}

function replaceIn(file: string, ...replacements: readonly (readonly [string, string])[]): void {
  let text = readFileSync(file, "utf8");
  for (const [before, after] of replacements) {
    expect(text.split(before)).toHaveLength(2);
    text = text.replace(before, after);
  }
  writeFileSync(file, text);
}

async function built(folder: string) {
  const out = temporaryFolder();
  const { exitCode, stdout } = await runHere("build", folder, "--out", out, "--format", "docx");
  const list = FindingsFile.parse(JSON.parse(readFileSync(join(out, "青禾", "findings.json"), "utf8")));
  const found = list.findings
    .filter(({ severity }) => severity !== "info")
    .map(({ code, at, also = [], zh }) => [code, zh.says, ...[at, ...also].map(formatPlace)]);
  const file = join(out, "青禾", "青禾县卫生健康局2026年部门整体支出绩效目标.docx");
  /** Every table, row by row, the text of a merged cell only where it begins. */
  const docx = () =>
    readDocx(readFileSync(file)).blocks.flatMap((block) => {
      if (block.kind !== "table") return [];
      return Array.from({ length: block.rows }, (_, row) =>
        block.cells.filter((cell) => cell.row === row).map(({ text }) => text),
      );
    });
  return { exitCode, stdout, found, docx };
}

test("tasks and indicators are printed in Part 1, with merged levels and a total, and nothing is found", async () => {
  const { found, docx } = await built(copyOfSample());
  expect(found).toEqual([]);
  const rows = docx();
  expect(rows).toContainEqual([
    "任务2",
    "基层能力提升",
    "集中培训乡镇卫生院骨干医师120人。",
    "26.00",
    "26.00",
    "0",
  ]);
  expect(rows).toContainEqual(["金额合计", "376.00", "356.00", "20.00"]);
  expect(rows).toContainEqual(["产出指标", "数量指标", "补助县级公立医院数量", "3家"]);
  expect(rows).toContainEqual(["培训骨干医师人数", "≥120人"]);
});

test("tasks that do not add up to the projects, and blanks, are found at every cell", async () => {
  const folder = copyOfSample();
  const file = join(folder, "department.json");
  replaceIn(file, ['"预算金额（万元）": 26', '"预算金额（万元）": 36'], ['"任务名称": "职业病防治", ', ""]);
  replaceIn(join(folder, "部门绩效指标.csv"), [",,培训骨干医师人数,≥120人", ",,培训骨干医师人数,"]);
  const { found } = await built(folder);
  const pointers = (key: string) => [0, 1, 2].map((index) => `/年度主要任务/${index}/${key}`);
  expect(found.map(([code]) => code)).toEqual([
    "bumen/tasks-and-projects",
    "bumen/task-not-sum",
    "required-field-missing",
    "required-field-missing",
  ]);
  expect(found[2]?.[2]).toContain("department.json");
  expect(found[3]?.slice(1)).toEqual(["“指标值”没有填写", "部门绩效指标.csv:3:D「指标值」"]);
  expect(found[0]?.[1]).toBe("年度主要任务的金额合计为 386万元，各项目预算合计为 376万元");
  for (const pointer of pointers("预算金额（万元）")) expect(found[0]?.join("\n")).toContain(pointer);
  expect(found[0]?.slice(-3)).toEqual([2, 3, 4].map((row) => `项目.csv:${row}:E「年度资金总额（万元）」`));
  expect(found[1]?.[1]).toBe("任务“基层能力提升”的总额为 36万元，财政拨款与其他资金之和为 26万元");
});

test("a table of its own says the same as department.json, and its row of totals is compared", async () => {
  const folder = copyOfSample();
  const file = join(folder, "department.json");
  const { 年度主要任务: tasks, ...rest } = JSON.parse(readFileSync(file, "utf8"));
  writeFileSync(file, JSON.stringify(rest));
  const columns = Object.keys(tasks[0]);
  const lines = tasks.map((task: Record<string, string>) => columns.map((column) => task[column]).join(","));
  const table = (total: number) =>
    ["单位：万元", columns.join(","), ...lines, `合计,,${total},356,20`].join("\n");
  writeFileSync(join(folder, "任务.csv"), table(376).replaceAll("（万元）", ""));
  const inTable = await built(folder);
  expect(inTable.found).toEqual([]);
  expect(inTable.docx()).toEqual((await built(copyOfSample())).docx());
  writeFileSync(join(folder, "任务.csv"), table(377));
  expect((await built(folder)).found).toEqual([
    [
      "list-total-differs",
      "合计行的“总额”是 377万元，各行之和为 376万元",
      "任务.csv:6:C「预算金额（万元）」",
      ...[3, 4, 5].map((row) => `任务.csv:${row}:C「预算金额（万元）」`),
    ],
  ]);
});

test.each([[[]], [null]])(
  "a list that department.json leaves empty (%j) is the one in a table",
  async (none) => {
    const folder = copyOfSample();
    const file = join(folder, "department.json");
    const { 年度主要任务: tasks, ...rest } = JSON.parse(readFileSync(file, "utf8"));
    writeFileSync(file, JSON.stringify({ ...rest, 年度主要任务: none }));
    const columns = Object.keys(tasks[0]);
    const lines = tasks.map((task: Record<string, string>) =>
      columns.map((column) => task[column]).join(","),
    );
    writeFileSync(join(folder, "任务.csv"), [columns.join(","), ...lines].join("\n"));
    const { found, docx } = await built(folder);
    expect(found).toEqual([]);
    expect(docx()).toContainEqual(["金额合计", "376.00", "356.00", "20.00"]);
  },
);

test("of what a list of the department's own says twice, or beside its columns, nothing is lost in silence", async () => {
  const folder = copyOfSample();
  const file = join(folder, "department.json");
  const { 年度主要任务: tasks, ...rest } = JSON.parse(readFileSync(file, "utf8"));
  const twice = [{ ...tasks[0], "总额（万元）": 999 }, { ...tasks[1], 金额: "26万元" }, tasks[2]];
  writeFileSync(file, JSON.stringify({ ...rest, 年度主要任务: twice }));
  const inFile = await built(folder);
  expect(inFile.found.map(([code, says]) => [code, says])).toEqual([
    ["department-key-twice", "“总额（万元）”写了两处而内容不同，已用前一处"],
    ["department-key-twice", "“金额”写了两处而内容不同，已用前一处"],
  ]);
  expect(inFile.docx()).toContainEqual(["金额合计", "376.00", "356.00", "20.00"]);
  writeFileSync(file, JSON.stringify(rest));
  const header = "任务名称,主要内容,预算金额（万元）,总额（万元）,财政拨款（万元）,";
  const table = (row: string) => [header, row, "职业病防治,监测。,76,76,76,"].join("\n");
  writeFileSync(join(folder, "任务.csv"), table("综合改革,补助。,300,999,300,另有说明"));
  const inTable = await built(folder);
  expect(inTable.found).toEqual([
    [
      "column-repeated",
      "“总额（万元）”与另一列是同一项内容，没有用上",
      "任务.csv:1:D「总额（万元）」",
      "任务.csv:1:C「预算金额（万元）」",
    ],
    ["column-unknown", "这一列没有表头，没有用上", "任务.csv:1:F"],
  ]);
  expect(inTable.docx()).toContainEqual(["金额合计", "376.00", "376.00", ""]);
  writeFileSync(join(folder, "任务.csv"), table("综合改革,补助,帮扶。,300,300,300,,20"));
  expect((await built(folder)).stdout).toMatch(/任务\.csv:2:H {2}ragged-row/u);
});

test("a row of totals is compared in columns of plain numbers, too", async () => {
  const folder = join(temporaryFolder(), "自评");
  cpSync(join(sample, "..", "bumenziping"), folder, { recursive: true });
  const file = join(folder, "部门绩效指标.csv");
  writeFileSync(file, `${readFileSync(file, "utf8").trimEnd()}\n合计,,,,,1,,\n`);
  const { stdout } = await runHere("check", folder);
  expect(stdout).toMatch(/list-total-differs[\s\S]*合计行的“分值”是 1，各行之和为 \d+\n/u);
});

test.each([
  ["a part of its name", "任务", '[{ "名称": "综合改革" }]', "年度主要任务"],
  ["another name, with its columns", "工作安排", '[{ "任务名称": "综合改革", "总额": 300 }]', "年度主要任务"],
  ["a slip", "年度主要任物", '"综合改革"', "年度主要任务"],
  ["a slip, with a column of another list", "subGoal", '[{ "name": "综合改革", "goals": [] }]', "subGoals"],
  ["not by one column that any list may have", "附件", '[{ "name": "项目.csv" }]', "文件"],
  [
    "nor by the lesser part of its columns",
    "职责",
    '[{ "主要内容": "甲", "总额": 1, "结果": 2, "依据": 3 }]',
    undefined,
  ],
])("a list that department.json calls otherwise is told with its name: %s", async (_, key, rows, name) => {
  const folder = copyOfSample();
  const file = join(folder, "department.json");
  const { 年度主要任务: _tasks, ...rest } = JSON.parse(readFileSync(file, "utf8"));
  writeFileSync(file, JSON.stringify(rest).replace(/\}$/u, `,"${key}":${rows}}`));
  const withProjects = await runHere("check", folder);
  const told = new RegExp(`/${key} {2}department-key-unknown[\\s\\S]*?处理：(?:是不是“(.+?)”？|请)`, "u");
  expect(told.exec(withProjects.stdout)?.slice(1)).toEqual([name]);
  for (const table of ["项目.csv", "指标.csv", "部门绩效指标.csv"]) rmSync(join(folder, table));
  const { stdout } = await runHere("check", folder);
  expect(stdout).toMatch(/no-export[\s\S]*本表式的表（年度主要任务、年度绩效指标）至少要有一张/u);
});

test("a total among the rows of department.json is no task, and what is wrong there is told in its row", async () => {
  const folder = copyOfSample();
  const file = join(folder, "department.json");
  const { 年度主要任务: tasks, ...rest } = JSON.parse(readFileSync(file, "utf8"));
  const total = { 任务名称: "合计", "预算金额（万元）": 375 };
  const noted = { ...tasks[2], 备注: "无" };
  writeFileSync(file, JSON.stringify({ ...rest, 年度主要任务: [tasks[0], tasks[1], noted, total] }));
  const { found, docx } = await built(folder);
  expect(found.map(([code]) => code).toSorted()).toEqual(["list-key-unknown", "list-total-differs"]);
  expect(docx()).toContainEqual(["金额合计", "376.00", "356.00", "20.00"]);
});

/** The sample with its tasks in a table of their own. */
async function withTasks(...lines: readonly string[]) {
  const folder = copyOfSample();
  const file = join(folder, "department.json");
  const { 年度主要任务: _, ...rest } = JSON.parse(readFileSync(file, "utf8"));
  writeFileSync(file, JSON.stringify(rest));
  writeFileSync(join(folder, "任务.csv"), lines.join("\n"));
  return built(folder);
}

const plainHeader = "任务名称,主要内容,总额（万元）,财政拨款（万元）,其他资金（万元）";
const tasksAbove = ["公立医院综合改革,补助3家。,274,254,20", "基层能力提升,培训120人。,26,26,0"];
const taskBelow = "职业病防治,监测。,76,76,0";

test.each([
  [
    "小计 behind their rows",
    [...tasksAbove, "小计,,300,280,20", taskBelow, "小计,,76,76,0", "合计,,376,356,20"],
  ],
  [
    "小计 before their rows",
    ["合计,,376,356,20", "小计,,300,280,20", ...tasksAbove, "其中：小计,,76,76,0", taskBelow],
  ],
  ["two 合计 of their own rows", [...tasksAbove, "合计,,300,280,20", taskBelow, "合计,,76,76,0"]],
  ["two 合计, the last of all rows", [...tasksAbove, "合计,,300,280,20", taskBelow, "合计,,376,356,20"]],
  ["a total that says its unit", [...tasksAbove, taskBelow, "合计（万元）,,376,356,20"]],
  ["a total that says it in words", [...tasksAbove, taskBelow, "总　计：,共3项,376,356,20"]],
  [
    "totals whose own parts have owners",
    [...tasksAbove, "医疗小计,—,300,280,20", taskBelow, "公卫小计,/,76,76,0"],
  ],
])("rows of sums are no tasks, and compared with those that they add up: %s", async (_, rows) => {
  const right = await withTasks(plainHeader, ...rows);
  expect(right.found).toEqual([]);
  expect(right.docx()).toContainEqual(["金额合计", "376.00", "356.00", "20.00"]);
  const wrong = rows.map((row) =>
    row.includes("300,280") || row.includes("376,356") ? row.replace(",3", ",9") : row,
  );
  const { found } = await withTasks(plainHeader, ...wrong);
  const changed = rows.filter((row, index) => row !== wrong[index]).length;
  expect(found.map(([code]) => code)).toEqual(new Array(changed).fill("list-total-differs"));
});

test("a task whose name ends like a total is one, if it says more than figures", async () => {
  const { found, docx } = await withTasks(
    plainHeader,
    ...tasksAbove,
    "绩效考核累计,监测全县用人单位。,76,76,0",
  );
  expect(found).toEqual([]);
  expect(docx()).toContainEqual(["金额合计", "376.00", "356.00", "20.00"]);
});

test.each([
  ["with the banner over its columns", ["任务名称,主要内容,预算金额（万元）,,", ",,总额,财政拨款,其他资金"]],
  [
    "below a title and a line of the unit",
    ["2026年度主要任务表,,,,", "单位：万元,,,,", "任务名称,主要内容,预算金额,,", ",,总额,财政拨款,其他资金"],
  ],
])("two rows of headers are those of one table: %s", async (_, header) => {
  const { found, docx } = await withTasks(...header, ...tasksAbove, taskBelow, "合计,,376,356,20");
  expect(found).toEqual([]);
  expect(docx()).toContainEqual(["金额合计", "376.00", "356.00", "20.00"]);
});

test("a task that is listed twice is found", async () => {
  const { found } = await withTasks(
    plainHeader,
    tasksAbove[0] ?? "",
    ...tasksAbove.map((row) =>
      row.replace("274,254", "0,0").replace(",20", ",0").replace("26,26", "300,300"),
    ),
    taskBelow,
  );
  expect(found.map(([code]) => code)).toContain("bumen/task-repeated");
});

test("what a project's indicators and texts are asked, the department's own are asked, too", async () => {
  const folder = copyOfSample();
  replaceIn(
    join(folder, "部门绩效指标.csv"),
    ["补助县级公立医院数量,3家", "补助县级公立医院数量,3"],
    [",质量指标,补助资金足额拨付率,100%", ",质量指标,补助资金足额拨付率,≥105%"],
    ["患者满意度,≥88%", "患者满意度,≤88%"],
    ["培训骨干医师人数,≥120人", "补助县级公立医院数量,××家"],
  );
  const { found } = await built(folder);
  expect(found.map(([code, , at]) => [code, at]).toSorted()).toEqual([
    ["direction-unlikely", "部门绩效指标.csv:8:D「指标值」"],
    ["level3-repeated", "部门绩效指标.csv:2:C「三级指标」"],
    ["number-without-unit", "部门绩效指标.csv:2:D「指标值」"],
    ["placeholder-left", "部门绩效指标.csv:3:D「指标值」"],
    ["rate-above-100", "部门绩效指标.csv:4:D「指标值」"],
  ]);
});

test("a department that has nothing but its own tables is printed", async () => {
  const folder = copyOfSample();
  for (const name of ["项目.csv", "指标.csv"]) rmSync(join(folder, name));
  replaceIn(join(folder, "department.json"), [
    '"表式": "bumen"',
    '"表式": "bumen", "规则": {"tasks-and-projects": "off"}',
  ]);
  const { found, docx, stdout } = await built(folder);
  expect(found, stdout).toEqual([]);
  expect(docx()).toContainEqual(["金额合计", "376.00", "356.00", "20.00"]);
});

test("changes, and where a cell comes from, are told of the department's rows too", async () => {
  const [before, after] = [copyOfSample(), copyOfSample()];
  replaceIn(join(after, "department.json"), [
    '"主要内容": "集中培训乡镇卫生院骨干医师120人。"',
    '"主要内容": "集中培训150人。"',
  ]);
  replaceIn(join(after, "部门绩效指标.csv"), ["监测报告上报时间,12月底前", "监测报告上报时间,11月底前"]);
  const both = temporaryFolder();
  mkdirSync(join(both, "after"));
  const { stdout } = await runHere("diff", before, after);
  expect(stdout).toContain("“基层能力提升”主要内容");
  expect(stdout).toContain("“监测报告上报时间”指标值");
  const explained = await runHere("explain", sample, "部门", "任务名称");
  expect(explained.stdout).toContain("公立医院综合改革");
  expect(explained.stdout).toContain("department.json");
});

test("what is asked of the department is answered of it alone, and what is asked of a project of that", async () => {
  const ask = async (...words: readonly string[]) => (await runHere("explain", sample, ...words)).stdout;
  expect(await ask("部门", "年度")).toMatch(
    /department\.year\n {4}印出：2026\n(?: {4}印在：.*2026.*\n)* {4}出处：department\.json/u,
  );
  expect(await ask("部门", "总体绩效目标")).toContain("/总体绩效目标/0");
  expect(await ask("青禾县卫生健康局", "单位编码")).toMatch(
    /department\.unitCode\n {4}印出：（空白，没有填写）/u,
  );
  // A project is called 县级公立医院综合改革补助, and all of them have names.
  for (const [whose, wanted] of [
    ["部门", "项目名称"],
    ["1", "任务名称"],
  ] as const) {
    const { exitCode, stdout } = await runHere("explain", sample, whose, wanted);
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(whose === "部门" ? /^部门自己的内容中没有/u : /^项目中没有/u);
    expect(stdout.includes("  tasks.name")).toBe(whose === "部门");
    expect(stdout.includes("  project.name")).toBe(whose !== "部门");
  }
});

test("indicators alone are the department's only where its form is named", async () => {
  const folder = copyOfSample();
  const file = join(folder, "department.json");
  const { 表式: _, 年度主要任务: tasks, ...rest } = JSON.parse(readFileSync(file, "utf8"));
  writeFileSync(file, JSON.stringify(rest));
  const unnamed = await built(folder);
  expect(unnamed.found.map(([code]) => code)).toContain("project-columns-missing");
  writeFileSync(file, JSON.stringify({ ...rest, 表式: "bumen", 年度主要任务: tasks }));
  expect((await built(folder)).found).toEqual([]);
});
