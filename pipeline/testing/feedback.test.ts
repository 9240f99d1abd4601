/** Lists for units, written with a build: what is in them, what becomes of one that was filled in, and of one among the data. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { read, utils, type WorkSheet, write } from "@e965/xlsx";
import { expect, test } from "vitest";
import { Changes, FindingsFile } from "../contracts/index.ts";
import { encodeGb18030 } from "../read/encode-gb18030.ts";
import { runHere } from "./run-here.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import { writeTable } from "./write-table.ts";
import { writeZip } from "./write-zip.ts";

const header = ["项目编码", "项目名称", "预算单位", "预算数(元)", "资金用途", "绩效目标"];
const code = (index: number) => `13030421011000000000${index}`;

/** 一院 has no goal for its project, 二院 a negative budget, 三院 nothing wrong. */
const rows = [
  [code(1), "救护车购置", "一院", "3600.00", "购置", ""],
  [code(2), "急诊楼修缮", "二院", "-1200.50", "修缮", "修缮急诊楼。"],
  [code(3), "设备维护", "三院", "800", "维护", "维护设备。"],
];

function workspace(given: readonly (readonly string[])[] = rows): string {
  const root = temporaryFolder();
  writeData(root, given);
  return root;
}

function writeData(
  root: string,
  given: readonly (readonly string[])[],
  规则: object = {},
  department = "卫健局",
  other: object = {},
): void {
  const folder = join(root, "data", department);
  mkdirSync(folder, { recursive: true });
  const facts = { 部门名称: `县${department}`, 年度: "2026", 表式: "hebei", 总体绩效目标: ["一。"] };
  writeFileSync(
    join(folder, "department.json"),
    JSON.stringify({ ...facts, 规则, 工作保障措施: ["二。"], ...other }),
  );
  writeFileSync(join(folder, "项目.csv"), writeTable([header, ...given], ","));
}

function build(root: string, ...words: readonly string[]) {
  return runHere("build", join(root, "data"), "--out", join(root, "out"), "--format", "docx", ...words);
}

const listsOf = (root: string) => join(root, "out", "卫健局", "反馈");

function sheetIn(path: string): WorkSheet {
  const sheets = Object.values(read(readFileSync(path), { cellStyles: true, cellNF: true }).Sheets);
  expect(sheets).toHaveLength(1);
  return sheets[0] ?? {};
}

function rowsIn(path: string): readonly Readonly<Record<string, unknown>>[] {
  return utils.sheet_to_json(sheetIn(path), { defval: "" });
}

function foundIn(root: string) {
  const text = readFileSync(join(root, "out", "卫健局", "findings.json"), "utf8");
  return FindingsFile.parse(JSON.parse(text)).findings;
}

test("each unit gets what it has to put right, and one list has all of it", async () => {
  const root = workspace();
  await build(root);
  const names = () => readdirSync(listsOf(root)).filter((name) => /^.院\.xlsx$/u.test(name));
  expect(names().toSorted()).toEqual(["一院.xlsx", "三院.xlsx", "二院.xlsx"]);
  const first = rowsIn(join(listsOf(root), "一院.xlsx"));
  expect(Object.keys(first[0] ?? {})).toEqual([
    ...["项目", "指标", "当前值", "问题", "建议", "报告页码", "依据", "严重程度", "整改情况", "汇编反馈清单"],
  ]);
  expect(first.map((row) => [row.项目, row.问题, row.严重程度])).toContainEqual([
    ...["救护车购置", "年度绩效目标没有填写", "错误"],
  ]);
  expect(new Set(first.map((row) => row.项目))).toEqual(new Set(["救护车购置"]));
  const all = rowsIn(join(root, "out", "反馈.xlsx"));
  expect(new Set(all.map((row) => row.部门))).toEqual(new Set(["县卫健局"]));
  const severe = foundIn(root).filter(({ severity }) => severity !== "info");
  expect(all.map((row) => String(row.汇编反馈清单).split(" "))).toEqual(
    severe.map(() => [expect.stringMatching(/^[0-9a-f]{16}\.[0-9a-f]{16}$/u), "1", "2026年", "县卫健局"]),
  );
  // With the rules off that find anything of its project, a unit gets no list.
  const own = severe.filter(({ subject }) => subject?.unit === "三院").map(({ code: rule }) => [rule, "off"]);
  expect(own.length).toBeGreaterThan(0);
  writeData(root, rows, Object.fromEntries(own));
  await build(root);
  expect(names()).not.toContain("三院.xlsx");
});

test("numbers are numbers, codes are texts, headers stay in view, and the column of marks is hidden", async () => {
  const root = workspace([...rows, [code(2), "重复编码", "二院", "100", "修缮", "修缮。"]]);
  await build(root);
  const file = join(listsOf(root), "二院.xlsx");
  const found = new Map(rowsIn(file).map((row) => [String(row.当前值), row.当前值]));
  expect(found.get("-1200.5")).toBe(-1200.5);
  expect(found.get(code(2))).toBe(code(2));
  const columns = sheetIn(file)["!cols"] ?? [];
  expect(columns.map(({ hidden = false }) => hidden).indexOf(true)).toBe(9);
  const book = read(readFileSync(file), { bookFiles: true });
  const parts: Readonly<Record<string, { readonly content: Uint8Array }>> = Object(book).files;
  const xml = Buffer.from(parts["xl/worksheets/sheet1.xml"]?.content ?? []).toString();
  expect(xml).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/u);
  expect(xml).toContain("<oddFooter>&amp;C&amp;P / &amp;N</oddFooter>");
  expect(book.Workbook?.Names).toMatchObject([{ Name: "_xlnm.Print_Titles", Ref: "'二院'!$1:$1" }]);
});

test("an amount with more digits than Excel keeps stays a text", async () => {
  const root = workspace([[code(1), "救护车购置", "一院", "-123456789012.3456", "购置", "购置。"]]);
  await build(root);
  const found = rowsIn(join(listsOf(root), "一院.xlsx")).map((row) => row.当前值);
  expect(found).toContain("-123456789012.3456");
});

test("equal builds write equal lists", async () => {
  const [one, other] = [workspace(), workspace()];
  await build(one);
  await build(other);
  for (const path of ["反馈.xlsx", join("卫健局", "反馈", "一院.xlsx")])
    expect(readFileSync(join(other, "out", path)).equals(readFileSync(join(one, "out", path)))).toBe(true);
});

function fillIn(file: string, answer: string, cell = "I2"): Buffer {
  return fillCells(file, [[cell, answer]]);
}

/** What is answered in each row; blank of undefined. */
function fillAll(
  file: string,
  answerOf: (row: Readonly<Record<string, unknown>>) => string | undefined,
): Buffer {
  const answers = rowsIn(file).map(answerOf);
  return fillCells(
    file,
    answers.flatMap((answer, index) => (answer === undefined ? [] : [[`I${index + 2}`, answer] as const])),
  );
}

function fillCells(file: string, answers: readonly (readonly [cell: string, answer: string])[]): Buffer {
  const book = read(readFileSync(file), { cellStyles: true });
  const sheet = book.Sheets[book.SheetNames[0] ?? ""] ?? {};
  for (const [cell, answer] of answers) sheet[cell] = { t: "s", v: answer };
  const bytes: Buffer = write(book, { type: "buffer", bookType: "xlsx" });
  writeFileSync(file, bytes);
  return bytes;
}

/** What a unit sends back: the list that we wrote, filled in, among the data. */
function sendBack(list: string, returned: string, answer: string): Buffer {
  cpSync(list, returned);
  return fillIn(returned, answer);
}

/** Fingerprints with what was answered. */
function answersIn(file: string): readonly (readonly [string, unknown])[] {
  return rowsIn(file).flatMap((row) => (row.整改情况 === "" ? [] : [answerOf(row)]));
}

function answerOf(row: Readonly<Record<string, unknown>>): readonly [string, unknown] {
  return [String(row.汇编反馈清单).replace(/[ .].*/u, ""), row.整改情况];
}

function answered(bytes: Buffer): readonly [string, unknown] {
  const [sheet = {}] = Object.values(read(bytes).Sheets);
  const [row = {}] = utils.sheet_to_json<Readonly<Record<string, unknown>>>(sheet, { defval: "" });
  return answerOf(row);
}

test("what a list among the data answers is in the new lists, beside the findings that remain", async () => {
  const root = workspace();
  await build(root);
  const list = join(listsOf(root), "一院.xlsx");
  const filled = sendBack(list, join(root, "data", "卫健局", "一院已反馈.xlsx"), "下周补填");
  await build(root);
  expect(answersIn(list)).toEqual([answered(filled)]);
  expect(answersIn(join(root, "out", "反馈.xlsx"))).toEqual([answered(filled)]);
  expect(answersIn(join(listsOf(root), "二院.xlsx"))).toEqual([]);
  const [told] = foundIn(root).filter(({ code: rule }) => rule === "feedback-not-a-source");
  expect(told?.zh.says).toContain("填写的 1 条整改情况");
  // With its project gone, so is the answer.
  writeData(root, rows.slice(1));
  await build(root);
  expect(answersIn(join(root, "out", "反馈.xlsx"))).toEqual([]);
});

test("an answer stays when the department, the unit or the project's code is changed, and is none to the same finding of next year", async () => {
  const root = workspace();
  await build(root);
  const goalOfFirst = () => {
    const rowsOfAll = rowsIn(join(root, "out", "反馈.xlsx"));
    return rowsOfAll.find((row) => row.项目 === "救护车购置" && String(row.问题).includes("绩效目标没有填写"))
      ?.整改情况;
  };
  const returned = join(root, "data", "卫健局", "一院已反馈.xlsx");
  cpSync(join(listsOf(root), "一院.xlsx"), returned);
  fillAll(returned, () => "下周补填");
  await build(root);
  expect(goalOfFirst()).toBe("下周补填");
  const [first = [], ...others] = rows;
  const renamed = [first.with(2, "县第一医院"), ...others];
  const name = { 部门名称: "县卫生健康局" };
  writeData(root, renamed, {}, "卫健局", name);
  const { stdout } = await build(root);
  expect([goalOfFirst(), stdout.includes("没有用上")]).toEqual(["下周补填", false]);
  writeData(root, [first.with(0, code(9)), ...others], {}, "卫健局", name);
  await build(root);
  expect(goalOfFirst()).toBe("（改前的答复）下周补填");
  writeData(root, rows, {}, "卫健局", { ...name, 年度: "2027" });
  const next = await build(root);
  expect(goalOfFirst()).toBe("");
  expect(next.stdout).toMatch(/一院已反馈\.xlsx[\s\S]*是“2026年 县卫健局”的[\s\S]*没有用上/u);
  // Of a list that was taken away the answers are known still, and that they are of another year is told once.
  writeData(root, rows, {}, "卫健局", name);
  await build(root);
  rmSync(returned);
  writeData(root, rows, {}, "卫健局", { ...name, 年度: "2025" });
  expect((await build(root)).stdout).toMatch(/是“2026年 县卫生健康局”的[\s\S]*没有用上/u);
});

/** Without codes, so that a project is known by its name alone. */
function writeWithoutCodes(root: string, given: readonly (readonly string[])[]): void {
  const folder = join(root, "data", "卫健局");
  writeData(root, []);
  const indicators = ["一级指标", "二级指标", "三级指标", "指标值"];
  writeFileSync(join(folder, "项目.csv"), writeTable([[...header.slice(1), ...indicators], ...given], ","));
}

const indicatorRow = (name: string, level3: string, money = "3600.00", unit = "一院") => [
  ...[name, unit, money, "购置车辆", ""],
  ...["产出指标", "质量指标", level3, "≥120%"],
];

test("an answer follows a project and an indicator that are renamed, and is told if the project is gone", async () => {
  const root = temporaryFolder();
  // Another unit's project has from the beginning the name that this one gets.
  const other = indicatorRow("救护车及设备购置项目", "床位合格率", "500.00", "二院");
  writeWithoutCodes(root, [indicatorRow("救护车购置", "验收合各率"), other]);
  await build(root);
  const list = join(listsOf(root), "一院.xlsx");
  const returned = join(root, "data", "卫健局", "一院已反馈.xlsx");
  cpSync(list, returned);
  fillAll(returned, ({ 问题 }) => `答复：${问题}`);
  const answersNow = () => {
    const about = rowsIn(list).filter(({ 问题 }) => /没有填写|超过/u.test(String(问题)));
    return about.map(({ 整改情况 }) => String(整改情况).slice(0, 16));
  };
  // Renamed before the list came back, and again when it was read.
  for (const name of ["救护车购置项目", "救护车及设备购置项目"]) {
    writeWithoutCodes(root, [indicatorRow(name, "车辆验收合格率"), other]);
    // An edition of a run that writes no lists is passed over by none of the answers.
    await build(root, "--shard", "1/1");
    writeWithoutCodes(root, [indicatorRow(name, "车辆验收合格率", "3700.00"), other]);
    const { stdout } = await build(root);
    const answers = answersNow();
    expect(answers.length).toBeGreaterThan(1);
    expect([answers.filter((one) => !one.startsWith("（改前的答复）答复：")), stdout]).toEqual([
      [],
      expect.not.stringContaining("不在了"),
    ]);
    const { findings } = Changes.parse(
      JSON.parse(readFileSync(join(root, "out", "卫健局", "changes.json"), "utf8")),
    );
    expect(findings?.added.filter(({ severity }) => severity !== "info")).toEqual([]);
  }
  rmSync(returned);
  writeWithoutCodes(root, [indicatorRow("应急物资储备", "物资合格率", "900.00"), other]);
  const { stdout } = await build(root);
  expect(stdout).toMatch(/项目“救护车及设备购置项目（一院）”不在了[\s\S]*条整改情况/u);
  expect(stdout).toContain("答复：");
  expect((await build(root)).stdout).not.toContain("不在了");
});

test("an answer in a merged cell counts for its rows, and the workbook's other sheets are read", async () => {
  const root = workspace([...rows.slice(0, 2), [code(4), "车辆更新", "一院", "500.00", "更新", ""]]);
  await build(root);
  const returned = join(root, "data", "卫健局", "一院已反馈.xlsx");
  const book = read(readFileSync(join(listsOf(root), "一院.xlsx")));
  const list = book.Sheets[book.SheetNames[0] ?? ""] ?? {};
  const found = utils.sheet_to_json(list).length;
  expect(found).toBeGreaterThan(1);
  list.I2 = { t: "s", v: "一并补填" };
  list["!merges"] = [{ s: { r: 1, c: 8 }, e: { r: found, c: 8 } }];
  const further = [header, [code(3), "设备维护", "三院", "800", "维护", "维护设备。"]];
  utils.book_append_sheet(book, utils.aoa_to_sheet(further), "补报");
  writeFileSync(returned, write(book, { type: "buffer", bookType: "xlsx" }));
  await build(root);
  const answers = answersIn(join(listsOf(root), "一院.xlsx")).map(([, answer]) => answer);
  expect(answers).toEqual(Array.from({ length: found }, () => "一并补填"));
  const manifest = readFileSync(join(root, "out", "卫健局", "manifest.json"), "utf8");
  expect(JSON.parse(manifest).summary.projects).toBe(4);
});

test("an answer to a value that was changed and is still wrong is shown as one to the earlier value", async () => {
  const root = workspace();
  await build(root);
  const returned = join(root, "data", "卫健局", "二院已反馈.xlsx");
  cpSync(join(listsOf(root), "二院.xlsx"), returned);
  const at = rowsIn(returned).findIndex((row) => row.当前值 === -1200.5);
  fillIn(returned, "已核对", `I${at + 2}`);
  const [first = [], second = [], ...others] = rows;
  writeData(root, [first, second.with(3, "-900"), ...others]);
  await build(root);
  const answerNow = () =>
    rowsIn(join(listsOf(root), "二院.xlsx")).flatMap((row) => (row.当前值 === -900 ? [row.整改情况] : []));
  expect(answerNow()).toEqual(["（改前的答复）已核对"]);
  // Shown again and returned as it is, it is still one to the earlier value.
  rmSync(returned);
  cpSync(join(listsOf(root), "二院.xlsx"), returned);
  await build(root);
  expect(rowsIn(join(listsOf(root), "二院.xlsx")).map((row) => row.整改情况)).toContain(
    "（改前的答复）已核对",
  );
});

test("two lists that answer one finding differently are told", async () => {
  const root = workspace();
  await build(root);
  for (const [name, answer] of [
    ["一院甲.xlsx", "下周补填"],
    ["一院乙.xlsx", "不需要"],
  ] as const) {
    sendBack(join(listsOf(root), "一院.xlsx"), join(root, "data", "卫健局", name), answer);
  }
  const { stdout } = await build(root);
  expect(stdout).toContain("收回的反馈清单对同一问题答复不同（1 处）");
  expect(stdout).toMatch(/“\S+”（一院.\.xlsx）和“\S+”（一院.\.xlsx）/u);
  expect((await build(root)).stdout).not.toContain("答复不同");
});

test("lists of all departments that answer differently are told of the department that they answer for, once", async () => {
  const root = workspace();
  writeData(root, rows.slice(1), {}, "民政局");
  await build(root);
  for (const [name, answer] of [
    ["反馈甲.xlsx", "下周补填"],
    ["反馈乙.xlsx", "不需要"],
  ] as const) {
    const returned = join(root, "data", name);
    cpSync(join(root, "out", "反馈.xlsx"), returned);
    const at = rowsIn(returned).findIndex(({ 部门 }) => 部门 === "县卫健局");
    fillIn(returned, answer, `K${at + 2}`);
  }
  const told = (await build(root)).stdout.split("\n").filter((line) => line.includes("答复不同"));
  expect(told).toEqual([expect.stringContaining("（1 处）")]);
});

test("a list among the data of another department answers for its own", async () => {
  const root = workspace();
  writeData(root, rows.slice(1), {}, "民政局");
  await build(root);
  const list = join(listsOf(root), "一院.xlsx");
  const filled = sendBack(list, join(root, "data", "民政局", "一院已反馈.xlsx"), "下周补填");
  await build(root);
  expect(answersIn(list)).toEqual([answered(filled)]);
  expect(answersIn(join(root, "out", "反馈.xlsx"))).toEqual([answered(filled)]);
});

test("a list in a folder below a department that has no files there answers, and is told", async () => {
  const root = workspace();
  const folder = join(root, "data", "卫健局");
  rmSync(join(folder, "department.json"));
  await build(root);
  const list = join(listsOf(root), "一院.xlsx");
  mkdirSync(join(folder, "收回"));
  const filled = sendBack(list, join(folder, "收回", "一院.xlsx"), "下周补填");
  const { stdout } = await build(root);
  expect(stdout).toMatch(/卫健局\/收回\/一院\.xlsx[\s\S]*填写的 1 条整改情况/u);
  expect(answersIn(list)).toEqual([answered(filled)]);
});

test("a file beside the lists that cannot be opened, or is larger than allowed, is told", async () => {
  const root = workspace();
  await build(root);
  writeFileSync(join(listsOf(root), "一院.xlsx"), "PK\u0003\u0004 torn");
  expect((await build(root)).stdout).toMatch(
    /打不开；如果有填写过[\s\S]*一院\.xlsx|一院\.xlsx[\s\S]*打不开；如果有填写过/u,
  );
  fillIn(join(listsOf(root), "二院.xlsx"), "已核对");
  const limited = [
    "build",
    join(root, "data"),
    "--out",
    join(root, "out"),
    "--format",
    "docx",
    "--limits",
    "cells=10",
  ];
  mkdirSync(join(listsOf(root), "收回"));
  writeFileSync(
    join(listsOf(root), "收回.zip"),
    writeZip([{ name: "二院.xlsx", method: 0, packed: Buffer.from("list"), size: 4 }]),
  );
  for (const name of ["收回.tar", "收回.tar.gz", "收回.tgz"])
    writeFileSync(join(listsOf(root), name), "list");
  mkdirSync(join(listsOf(root), "__MACOSX"));
  const { stdout } = await runHere(...limited);
  expect(stdout).not.toContain("__MACOSX");
  for (const name of ["二院.xlsx", "收回.tar", "收回.tar.gz", "收回.tgz"]) expect(stdout).toContain(name);
  for (const said of ["打不开；如果有填写过", "压缩包没有打开", "文件夹没有看"])
    expect(stdout).toContain(said);
});

test("the list of all departments is known above them, and a filled-in one in another format where we wrote it", async () => {
  const root = workspace();
  await build(root);
  const above = join(root, "data", "反馈.xlsx");
  cpSync(join(root, "out", "反馈.xlsx"), above);
  fillIn(above, "已补", "K2");
  const { stdout } = await build(root);
  expect(stdout).toContain("这是程序写的反馈清单");
  expect(stdout).not.toContain("不属于任何部门，没有用上");
  expect(answersIn(join(root, "out", "反馈.xlsx")).map(([, answer]) => answer)).toEqual(["已补"]);
  expect(
    readdirSync(listsOf(root)).flatMap((name) =>
      name.endsWith(".xlsx") ? answersIn(join(listsOf(root), name)).map(([, answer]) => answer) : [],
    ),
  ).toEqual(["已补"]);
  const list = join(listsOf(root), "三院.xlsx");
  const [columns, first] = utils.sheet_to_csv(sheetIn(list)).split("\n");
  const filled = first?.replace(/,,(?=[0-9a-f]{16}\.)/u, ",正在补,");
  writeFileSync(join(listsOf(root), "三院.csv"), `\uFEFF${[columns, filled].join("\n")}`);
  await build(root);
  expect(answersIn(list).map(([, answer]) => answer)).toEqual(["正在补"]);
});

test("of a department that failed the list has the department's name", async () => {
  const root = workspace();
  writeFileSync(join(root, "data", "卫健局", "指标.json"), '{"a":');
  await build(root);
  expect(readdirSync(listsOf(root))).toContain("县卫健局.xlsx");
});

test("answers of before the year was known go over to it; those of a year that was changed are told", async () => {
  const root = workspace();
  writeData(root, rows, {}, "卫健局", { 年度: undefined });
  await build(root);
  const filled = fillIn(join(listsOf(root), "一院.xlsx"), "已补填");
  writeData(root, rows);
  const { stdout } = await build(root);
  const next = join(listsOf(root), "一院-2.xlsx");
  expect([answersIn(next).map(([, answer]) => answer), stdout.includes("没有用上")]).toEqual([
    ["已补填"],
    false,
  ]);
  expect(answersIn(join(root, "out", "反馈.xlsx")).map(([, answer]) => answer)).toEqual(["已补填"]);
  expect(readFileSync(join(listsOf(root), "一院.xlsx")).equals(filled)).toBe(true);
  fillIn(next, "又已补填");
  writeData(root, rows, {}, "卫健局", { 年度: "2027" });
  expect((await build(root)).stdout).toMatch(/一院-2\.xlsx[\s\S]*是“2026年 县卫健局”的[\s\S]*没有用上/u);
  expect(answersIn(join(root, "out", "反馈.xlsx"))).toEqual([]);
});

test("one that was filled in is kept, and the new one is put beside it; untouched ones are replaced or removed", async () => {
  const root = workspace();
  await build(root);
  const filled = fillIn(join(listsOf(root), "一院.xlsx"), "已补填");
  await build(root);
  expect(answersIn(join(root, "out", "反馈.xlsx"))).toEqual([answered(filled)]);
  writeData(root, [rows[0] ?? [], [code(2), "急诊楼修缮", "二院", "1200.50", "修缮", "修缮急诊楼。"]]);
  await build(root);
  expect(readFileSync(join(listsOf(root), "一院.xlsx")).equals(filled)).toBe(true);
  expect(answersIn(join(listsOf(root), "一院-2.xlsx"))).toEqual([answered(filled)]);
  expect(answersIn(join(root, "out", "反馈.xlsx"))).toEqual([answered(filled)]);
  const before = readFileSync(join(listsOf(root), "一院-2.xlsx"));
  writeData(root, [[code(1), "救护车购置", "一院", "-3600.00", "购置", "购置。"]]);
  await build(root);
  expect(readFileSync(join(listsOf(root), "一院.xlsx")).equals(filled)).toBe(true);
  expect(readFileSync(join(listsOf(root), "一院-2.xlsx")).equals(before)).toBe(false);
  expect(existsSync(join(listsOf(root), "一院-3.xlsx"))).toBe(false);
  expect(existsSync(join(listsOf(root), "二院.xlsx"))).toBe(false);
});

test("what was answered last stands, whichever list it is in and however old ones lie", async () => {
  const root = workspace();
  await build(root);
  const list = join(listsOf(root), "一院.xlsx");
  sendBack(list, join(root, "data", "卫健局", "一院已反馈.xlsx"), "下周补填");
  await build(root);
  fillIn(list, "已报财政");
  writeData(root, rows.slice(0, 2));
  await build(root);
  const next = join(listsOf(root), "一院-2.xlsx");
  expect(answersIn(next).map(([, answer]) => answer)).toEqual(["已报财政"]);
  fillIn(next, "已补填");
  writeData(root, rows);
  for (const _ of [1, 2]) {
    await runHere("build", join(root, "data"), "--out", join(root, "out"), "--format", "docx", "--force");
    expect(answersIn(join(listsOf(root), "一院-3.xlsx")).map(([, answer]) => answer)).toEqual(["已补填"]);
  }
});

test("a build that fails forgets no answer", async () => {
  const root = workspace();
  await build(root);
  const list = join(listsOf(root), "一院.xlsx");
  const returned = join(root, "data", "卫健局", "一院已反馈.xlsx");
  const filled = sendBack(list, returned, "下周补填");
  await build(root);
  rmSync(returned);
  writeFileSync(join(root, "data", "卫健局", "department.json"), "{");
  expect((await build(root)).exitCode).not.toBe(0);
  writeData(root, rows);
  await build(root);
  expect(answersIn(list)).toEqual([answered(filled)]);
});

test("the new list of one unit does not take the name of another's", async () => {
  const root = workspace([...rows, [code(4), "门诊楼修缮", "一院-2", "500", "修缮", ""]]);
  await build(root);
  fillIn(join(listsOf(root), "一院.xlsx"), "已补填");
  writeData(root, [...rows, [code(4), "住院楼修缮", "一院-2", "500", "修缮", ""]]);
  await build(root);
  const projects = (name: string) => new Set(rowsIn(join(listsOf(root), name)).map((row) => row.项目));
  expect(projects("一院-2.xlsx")).toEqual(new Set(["住院楼修缮"]));
  expect(projects("一院-3.xlsx")).toEqual(new Set(["救护车购置"]));
});

test("among the data a list is known, in whatever format it comes back, and is no data", async () => {
  const root = workspace();
  await build(root);
  const list = join(listsOf(root), "一院.xlsx");
  const before = foundIn(root).filter(({ severity }) => severity !== "info");
  cpSync(list, join(root, "data", "卫健局", "一院反馈.xlsx"));
  const saved = utils.sheet_to_csv(sheetIn(list));
  writeFileSync(join(root, "data", "卫健局", "一院反馈.csv"), saved);
  mkdirSync(join(root, "data", "收回"));
  cpSync(join(root, "out", "反馈.xlsx"), join(root, "data", "收回", "总表.xlsx"));
  for (const [name, bytes] of [
    ["另收", Buffer.from(saved)],
    ["再收", Buffer.from(`\uFEFF${saved}`, "utf16le")],
    ["三收", encodeGb18030(saved)],
  ] as const) {
    mkdirSync(join(root, "data", name));
    writeFileSync(join(root, "data", name, "一院反馈.csv"), bytes);
  }
  const { stdout } = await build(root);
  const after = foundIn(root);
  expect(after.filter(({ severity }) => severity !== "info")).toEqual(before);
  const told = after.filter(({ code: rule }) => rule === "feedback-not-a-source");
  expect(told.map(({ at }) => at)).toEqual([
    { kind: "file", file: "一院反馈.csv" },
    { kind: "file", file: "一院反馈.xlsx" },
  ]);
  expect(told[0]?.args).toEqual({
    department: "县卫健局",
    year: "2026",
    edition: 1,
    answers: {},
    places: {},
  });
  expect(stdout).not.toContain("失败的部门");
  expect(stdout.match(/提示 .*一院反馈\.csv/gu)).toHaveLength(3);
});

test("a header that somebody wrote more behind is known, and one that is gone is told", async () => {
  const root = workspace();
  await build(root);
  const list = join(listsOf(root), "一院.xlsx");
  const returned = join(root, "data", "卫健局", "一院反馈.xlsx");
  sendBack(list, returned, "下周补填");
  fillIn(returned, "整改情况（单位填写）", "I1");
  await build(root);
  expect(answersIn(list).map(([, answer]) => answer)).toEqual(["下周补填"]);
  fillIn(returned, "备注", "I1");
  await build(root);
  const [told] = foundIn(root).filter(({ code: rule }) => rule === "feedback-not-a-source");
  expect(told?.zh.says).toContain("没有“整改情况”一列");
});

test("a row that was answered and whose mark is gone is told", async () => {
  const root = workspace();
  await build(root);
  const returned = join(root, "data", "卫健局", "一院反馈.xlsx");
  sendBack(join(listsOf(root), "一院.xlsx"), returned, "下周补填");
  fillIn(returned, "", "J2");
  await build(root);
  const [told] = foundIn(root).filter(({ code: rule }) => rule === "feedback-not-a-source");
  expect(told?.zh.says).toContain("另有 1 行填写了整改情况，隐藏的标识没有了");
});

test("lists in an output folder make no data of it", async () => {
  const root = workspace();
  await build(root);
  cpSync(join(root, "out"), join(root, "data", "旧"), { recursive: true });
  const { exitCode, stdout, stderr } = await build(root);
  expect(exitCode).toBe(0);
  expect(stdout + stderr).not.toContain("旧");
});

test("what one unit answers is not put in the mouth of another that has the same finding", async () => {
  const shared = "保证意见意见正常。";
  const root = workspace([
    [code(1), "救护车购置", "一院", "3600.00", "购置", shared],
    [code(2), "急诊楼修缮", "二院", "1200", "修缮", shared],
  ]);
  await build(root);
  const returned = join(root, "data", "卫健局", "一院回复.xlsx");
  cpSync(join(listsOf(root), "一院.xlsx"), returned);
  fillAll(returned, () => "一院已改");
  await build(root);
  const says = (unit: string) =>
    new Set(rowsIn(join(listsOf(root), `${unit}.xlsx`)).map((row) => row.整改情况));
  expect(says("一院")).toEqual(new Set(["一院已改"]));
  expect(says("二院")).toEqual(new Set([""]));
});

test("an answer whose indicator or projects are gone is told, and given to none that has the name", async () => {
  const root = temporaryFolder();
  const indicators = ["一级指标", "二级指标", "三级指标", "指标值"];
  const write = (given: readonly (readonly string[])[]) => {
    writeData(root, []);
    const table = writeTable([[...header, ...indicators], ...given], ",");
    writeFileSync(join(root, "data", "卫健局", "项目.csv"), table);
  };
  const project = (index: number, name: string, unit: string, goal: string, rate: string) => [
    ...[code(index), name, unit, `${index}00.00`, "购置", goal],
    ...["产出指标", "质量指标", rate, "≥120%"],
  ];
  const ambulances = project(1, "救护车购置", "一院", "购置救护车。", "车辆验收合格率");
  const twins = [2, 3].map((index) =>
    project(index, "急诊楼修缮", "二院", `修缮${index}号楼。`, "修缮合格率"),
  );
  const both = [4, 5].map((index) =>
    project(index, `第${index}批培训`, "四院", "征求意见意见。", `第${index}批合格率`),
  );
  const others = [project(6, "设备维护", "三院", "征求意见意见。", "设备完好率")];
  write([ambulances, ...twins, ...both, ...others]);
  await build(root);
  const lists = ["一院", "二院", "四院"].map((unit) => join(listsOf(root), `${unit}.xlsx`));
  const answered = new Set<string>();
  for (const [at, list] of lists.entries()) {
    const returned = join(root, "data", "卫健局", `回复${at}.xlsx`);
    cpSync(list, returned);
    // Of two projects with one name the first is answered.
    fillAll(returned, ({ 项目, 问题 }) => {
      const about = `${项目}：${问题}`;
      if (at === 1 && answered.has(about)) return undefined;
      answered.add(about);
      return about;
    });
  }
  // What is called otherwise from beginning to end, with another value, may be another.
  const renamed = ambulances.with(8, "使用年限达标率").with(9, "≥150%");
  write([renamed, ...twins.slice(1), ...others]);
  const { stdout } = await build(root);
  expect(stdout).toMatch(/项目“救护车购置（一院）”的指标“车辆验收合格率”不在了/u);
  expect(stdout).toMatch(/项目“急诊楼修缮（二院）”不在了/u);
  expect(stdout).toMatch(/项目“第4批培训 \+1（四院）”不在了[\s\S]*文字重复/u);
  expect(stdout).not.toMatch(/设备维护[^\n]*不在了/u);
  const second = rowsIn(join(listsOf(root), "二院.xlsx")).map(({ 问题, 整改情况 }) => [问题, 整改情况]);
  expect(second).toContainEqual([expect.stringContaining("超过 100%"), ""]);
  expect(second.filter(([, answer]) => String(answer).includes("超过"))).toEqual([]);
  const changes = readFileSync(join(root, "out", "卫健局", "changes.json"), "utf8");
  const { added = [], gone = [] } = Changes.parse(JSON.parse(changes)).findings ?? {};
  expect([...added, ...gone].map((one) => one.code)).not.toContain("feedback-not-a-source");
  expect((await build(root)).stdout).not.toContain("不在了");
});

test("what several projects have in common keeps its answers, whichever of them join, leave or are corrected", async () => {
  const shared = "完成设备采购并征求意见意见，保障医疗服务。";
  const row = (index: number, unit: string, goal = shared) => [
    ...[code(index), `${unit}项目`, unit, `${index + 1}00.00`, "购置", goal],
  ];
  const [a, b, c, joining] = [row(1, "一院"), row(2, "二院"), row(3, "三院"), row(0, "新院")];
  const first = row(1, "一院", "修缮急诊楼并通过验收，改善就诊条件。");
  const second = row(2, "二院", "培训护士并考核合格，提升护理能力。");
  const root = workspace([a, b, c]);
  await build(root);
  for (const unit of ["一院", "二院", "三院"]) {
    const returned = join(root, "data", "卫健局", `${unit}回复.xlsx`);
    cpSync(join(listsOf(root), `${unit}.xlsx`), returned);
    fillAll(returned, ({ 项目, 问题 }) => `${项目}：${问题}`);
  }
  for (const { change, now, expected } of [
    { change: "one joins in front", now: [joining, a, b, c], expected: 6 },
    {
      change: "the first is corrected, one joins in the end",
      now: [first, b, c, row(9, "新院")],
      expected: 4,
    },
    { change: "the one in the middle leaves", now: [a, c], expected: 4 },
    { change: "one is left", now: [first, second, c], expected: 1 },
    { change: "its unit is renamed", now: [first, second, c.with(2, "第三医院")], expected: 1 },
    { change: "all are changed alike", now: [a, b, c].map((one) => one.with(5, `${shared}三`)), expected: 6 },
  ]) {
    writeData(root, now);
    await build(root);
    const about = rowsIn(join(root, "out", "反馈.xlsx")).filter(
      ({ 问题, 单位 }) => 单位 !== "新院" && /绩效目标相同|文字重复/u.test(String(问题)),
    );
    const answers = about.map(({ 整改情况, 项目 }) => String(整改情况).replace(String(项目), ""));
    const wrong = answers.filter((answer) => !/^(?:（改前的答复）)?：(?:3 个项目的|文字重复)/u.test(answer));
    const changes = readFileSync(join(root, "out", "卫健局", "changes.json"), "utf8");
    const added = Changes.parse(JSON.parse(changes)).findings?.added ?? [];
    const told = added.filter((one) => ["goal-copied", "word-doubled"].includes(one.code)).length;
    // After one was left there are copies again.
    const expectedNew = change === "all are changed alike" ? 1 : 0;
    expect([change, answers.length, wrong, told]).toEqual([change, expected, [], expectedNew]);
  }
});
