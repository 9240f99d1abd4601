/** `huibian init`, from folders of exports on the disk to the department.json that a build then reads. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { stripVTControlCharacters } from "node:util";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { askFor } from "../cli/ask-init.ts";
import type { Proposal } from "../commands/init.ts";
import { encodeGb18030 } from "../read/encode-gb18030.ts";
import { runHere } from "./run-here.ts";
import { temporaryFolder } from "./temporary-folder.ts";

type Files = Readonly<Record<string, string | Uint8Array>>;

function folderOf(departments: Readonly<Record<string, Files>>): string {
  const folder = temporaryFolder();
  for (const [name, files] of Object.entries(departments)) {
    mkdirSync(join(folder, name));
    for (const [file, content] of Object.entries(files)) writeFileSync(join(folder, name, file), content);
  }
  return folder;
}

const header = "项目编码,项目名称,预算数（元）,资金用途,绩效目标,一级指标,二级指标,三级指标,指标值\n";
const rows = "13000026000000000A001,政策宣传,3600,宣传,做好宣传。,产出指标,数量指标,宣传次数,≥12次\n";
const titled = `2026年示例市医疗保障局项目绩效目标表,,,,,,,,\n${header}${rows}`;
const partOne = `第一部分 部门整体绩效目标
一、总体绩效目标
保障待遇。
管好基金。
二、分项绩效目标
1.基金监管
绩效目标：查处违规。
绩效目标：提高能力。
2.参保扩面
绩效目标：应保尽保。
三、工作保障措施
加强领导。
第二部分 预算项目绩效目标
1.政策宣传绩效目标表
`;
const sections = {
  总体绩效目标: ["保障待遇。", "管好基金。"],
  分项绩效目标: [
    { 名称: "基金监管", 绩效目标: ["查处违规。", "提高能力。"] },
    { 名称: "参保扩面", 绩效目标: ["应保尽保。"] },
  ],
  工作保障措施: ["加强领导。"],
};

function word(lines: readonly string[]): Uint8Array {
  const paragraphs = lines.map(
    (line) =>
      `<w:p><w:pPr/><w:r><w:t xml:space="preserve">${line.replaceAll("&", "&amp;")}</w:t></w:r></w:p>`,
  );
  const xml = `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${paragraphs.join("")}</w:body></w:document>`;
  return zipSync({ "[Content_Types].xml": strToU8("<Types/>"), "word/document.xml": strToU8(xml) });
}

const departmentFile = (folder: string, name: string) =>
  JSON.parse(readFileSync(join(folder, name, "department.json"), "utf8"));

describe("--yes", () => {
  test("writes what the data say, and lists what they do not", async () => {
    const folder = folderOf({ 医保局: { "导出.csv": titled, "第一部分.txt": partOne } });
    const { exitCode, stdout } = await runHere("init", folder, "--yes");
    expect(departmentFile(folder, "医保局")).toEqual({
      ...{ 部门名称: "示例市医疗保障局", 年度: 2026, 表式: "hebei" },
      ...sections,
    });
    expect(exitCode).toBe(0);
    expect(stdout).not.toContain("?");
  });

  test("holds workbooks to the limits that a build holds them to", async () => {
    const table = titled.trim().replaceAll("\n", "</td></tr><tr><td>").replaceAll(",", "</td><td>");
    const run = (limits: string) => {
      const folder = folderOf({ 医保局: { "导出.xls": `<table><tr><td>${table}</td></tr></table>` } });
      return runHere("init", folder, "--yes", "--limits", limits);
    };
    expect((await run("rows=2")).stdout).toContain("--limits rows=");
    expect((await run("rows=3")).stdout).not.toContain("--limits");
  });

  test.each([
    ["Word", { "整体目标.docx": word(partOne.split("\n")) }],
    ["text in GBK", { "整体目标.txt": encodeGb18030(partOne) }],
  ])("takes Part 1 from a %s file", async (_, files) => {
    const folder = folderOf({ 医保局: { "导出.csv": titled, ...files } });
    await runHere("init", folder, "--yes");
    expect(departmentFile(folder, "医保局")).toMatchObject(sections);
  });

  test("says what it could not know", async () => {
    const untitled = `${header}${rows}`.replace("（元）", "").replace("资金用途", "资金用处");
    const folder = folderOf({ 某局: { "导出.csv": untitled } });
    const { stdout } = await runHere("init", folder, "--yes");
    expect(Object.keys(departmentFile(folder, "某局"))).toEqual(["部门名称", "表式"]);
    const open = stdout.split("\n").filter((line) => line.includes("?"));
    const asked = ["部门名称", "年度", "金额单位", "总体绩效目标", "工作保障措施", "资金用处"];
    expect(open.map((line) => asked.find((word) => line.includes(word)))).toEqual(asked);
    expect(open.at(-1)).toContain("最接近的是“资金用途”");
  });

  test("names a year that only a file's name says, and writes none", async () => {
    const folder = folderOf({ 某局: { "2026年项目.csv": `${header}${rows}` } });
    const { stdout } = await runHere("init", folder, "--yes");
    expect(departmentFile(folder, "某局").年度).toBeUndefined();
    expect(stdout).toContain("名称里写着 2026");
  });

  test("maps columns without which nothing can be read, and says so", async () => {
    const table = "项目名称,预算数（元）,考核点,目标数值\n培训,3600,培训人次,≥12人\n培训,3600,合格率,≥90%\n";
    const folder = folderOf({ 教育局: { "导出.csv": table } });
    const { stdout } = await runHere("init", folder, "--yes");
    expect(departmentFile(folder, "教育局").列名).toEqual({ 三级指标: ["考核点"], 指标值: ["目标数值"] });
    expect(stdout).toContain("“考核点”看起来是“三级指标”");
    const { stdout: checked } = await runHere("check", folder, "--reporter", "json");
    expect(JSON.parse(checked).departments[0]).toMatchObject({
      state: "checked",
      projects: 1,
      indicators: 2,
    });
  });

  test("never writes over a department.json", async () => {
    const folder = folderOf({
      甲局: { "导出.csv": titled, "department.json": '{"部门名称":"甲局"}' },
      乙局: { "导出.csv": titled },
    });
    const first = await runHere("init", folder, "-y");
    const before = readFileSync(join(folder, "乙局", "department.json"));
    const second = await runHere("init", folder, "-y");
    expect(readFileSync(join(folder, "甲局", "department.json"), "utf8")).toBe('{"部门名称":"甲局"}');
    expect(readFileSync(join(folder, "乙局", "department.json"))).toEqual(before);
    expect([first.stdout, second.stdout]).toEqual([
      expect.stringContaining("1 个部门没有改动"),
      expect.stringContaining("2 个部门没有改动"),
    ]);
  });

  test("gives programs the same as data", async () => {
    const folder = folderOf({ 医保局: { "导出.csv": titled } });
    const { stdout } = await runHere("init", folder, "-y", "--reporter", "json");
    expect(JSON.parse(stdout)).toMatchObject({
      exitCode: 0,
      kept: [],
      written: [{ keys: ["部门名称", "年度", "表式"], open: [{ kind: "overall" }, { kind: "safeguards" }] }],
    });
  });
});

test("asks for --yes where nobody can answer, and writes nothing", async () => {
  const folder = folderOf({ 医保局: { "导出.csv": titled } });
  const { exitCode, stderr } = await runHere("init", folder);
  expect([exitCode, stderr]).toEqual([2, expect.stringContaining("--yes")]);
  expect(existsSync(join(folder, "医保局", "department.json"))).toBe(false);
});

describe("questions", () => {
  const proposal: Proposal = {
    ...{ folder: "data/医保局", file: "department.json", name: { text: "医保局", sure: false, others: [] } },
    ...{ year: { text: "2026", sure: false }, form: "anhui", needsMoneyUnit: true, partOne: undefined },
    forms: [
      { id: "anhui", name: { zh: "安徽", en: "Anhui" } },
      { id: "hebei", name: { zh: "河北", en: "Hebei" } },
    ],
    columns: [
      { header: "资金用处", nearest: "资金用途" },
      { header: "经办人", nearest: "" },
    ],
    ...{ aliases: {}, failures: [] },
  };

  /** Keys are pressed one after the other, each when a question has been shown. */
  async function answer(...keys: readonly string[]) {
    const [input, output] = [new PassThrough(), new PassThrough()];
    let shown = "";
    output.on("data", (piece) => {
      shown += piece;
    });
    const asked = askFor(proposal, { language: "zh", streams: { input, output } });
    for (const key of keys) {
      await new Promise((resolve) => setImmediate(resolve));
      input.write(key);
    }
    return { answers: await asked, shown: stripVTControlCharacters(shown) };
  }

  const [enter, down, yes, cancel] = ["\r", "\u001B[B", "y", "\u0003"];

  test("are answered by what is proposed, if nothing is changed", async () => {
    const { answers, shown } = await answer(enter, enter, enter, enter, enter);
    expect(answers).toEqual({
      name: "医保局",
      year: "2026",
      form: "anhui",
      moneyUnit: undefined,
      aliases: {},
    });
    for (const asked of ["部门名称", "预算年度", "安徽（与表头最合）", "单位", "资金用处"])
      expect(shown).toContain(asked);
    expect(shown).not.toContain("经办人");
  });

  test("take another name, form, unit and column", async () => {
    const { answers } = await answer("（本级）", enter, enter, down, enter, down, enter, yes);
    expect(answers).toEqual({
      ...{ name: "医保局（本级）", year: "2026", form: "hebei", moneyUnit: "元" },
      aliases: { 资金用途: ["资金用处"] },
    });
  });

  test("end with nothing if they are cancelled", async () => {
    expect((await answer(enter, cancel)).answers).toBeUndefined();
  });
});
