/** A year's end: the shipped 项目支出绩效自评表 adds up, and what does not is found with the place of every cell. */
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { FindingsFile } from "../contracts/index.ts";
import { formatPlace } from "../diagnostics/index.ts";
import { ownTemplates } from "../files/index.ts";
import { docxProject } from "./docx-report.ts";
import { readPdfReport } from "./pdf-report.ts";
import { readDocx } from "./read-docx.ts";
import { type DocxTable, gridOf } from "./read-docx-table.ts";
import { readPdf } from "./read-pdf.ts";
import { runHere } from "./run-here.ts";
import { solid } from "./solid.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const sample = join(ownTemplates, "..", "data", "forms", "ziping");

function copyOfSample(): string {
  const folder = join(temporaryFolder(), "青禾");
  cpSync(sample, folder, { recursive: true });
  return folder;
}

function replaceIn(folder: string, name: string, replacements: readonly (readonly [string, string])[]): void {
  const file = join(folder, name);
  let text = readFileSync(file, "utf8");
  for (const [before, after] of replacements) {
    expect(text.split(before)).toHaveLength(2);
    text = text.replace(before, after);
  }
  writeFileSync(file, text);
}

/** What is found beyond information: its code, what it says, and every place. */
async function found(folder: string): Promise<readonly (readonly string[])[]> {
  const out = temporaryFolder();
  await runHere("build", folder, "--out", out, "--format", "pdf");
  const list = FindingsFile.parse(JSON.parse(readFileSync(join(out, "青禾", "findings.json"), "utf8")));
  return list.findings
    .filter(({ severity }) => severity !== "info")
    .map(({ code, at, also = [], zh }) => [code, zh.says, ...[at, ...also].map(formatPlace)]);
}

test("a right self-evaluation is silent, and printed with its sums in both formats", async () => {
  expect(await found(copyOfSample())).toEqual([]);
  const out = temporaryFolder();
  const { exitCode, stdout } = await runHere("build", sample, "--out", out);
  expect(exitCode, stdout).toBe(0);
  const file = (format: string) =>
    readFileSync(join(out, "ziping", `青禾县司法局2025年度项目支出绩效自评报告.${format}`));
  const asked = {
    heading: "2.法律援助办案补贴绩效自评表",
    above: [],
    rows: [["项目名称", "法律援助办案补贴"]],
  };
  const pdf = (await readPdfReport(file("pdf"))).project(asked).rows;
  const docx = docxProject(readDocx(file("docx")), asked).rows;
  expect(pdf.map((row) => row.map(solid))).toEqual(docx.map((row) => row.map(solid)));
  expect(docx).toContainEqual(["年度资金总额", "60.00", "60.00", "54.00", "10", "90.00%", "9"]);
  expect(docx.at(-1)).toEqual(["总分", "100", "77", ""]);
});

test("the five planted faults of a self-evaluation department are found with the place of every operand", async () => {
  const folder = copyOfSample();
  replaceIn(folder, "项目自评.csv", [
    [",10,90%,9,办理", ",10,98%,9,办理"],
    ["挽回经济损失610万元。,77\n", "挽回经济损失610万元。,78\n"],
    ["调解成功率98.2%。,100\n", "调解成功率98.2%。,103\n"],
  ]);
  replaceIn(folder, "指标自评.csv", [
    [",5,5,\n人民调解员补助,成本", ",5,7,\n人民调解员补助,成本"],
    [",10,9,个别对象居住地偏远，未能按时到场；2026年起改为就近的司法所宣告。", ",10,9,"],
  ]);
  const scores = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, index) => `指标自评.csv:${from + index}:H「得分」`);
  expect(new Set(await found(folder))).toEqual(
    new Set([
      [
        "ziping/execution-rate",
        "执行率写的是 98%，按执行数与全年预算数应为 90%",
        "项目自评.csv:3:Q「执行率」",
        "项目自评.csv:3:L「全年执行数（万元）」",
        "项目自评.csv:3:H「全年预算数（万元）」",
      ],
      [
        "ziping/total-score",
        "总分写的是 78，资金得分与各指标得分之和为 77",
        "项目自评.csv:3:U「总分」",
        "项目自评.csv:3:R「资金得分」",
        ...scores(8, 13),
      ],
      [
        "ziping/total-score",
        "总分写的是 103，资金得分与各指标得分之和为 102",
        "项目自评.csv:4:U「总分」",
        "项目自评.csv:4:R「资金得分」",
        ...scores(14, 19),
      ],
      [
        "ziping/score-above-weight",
        "“补助发放完成时间”得分 7 高于分值 5",
        "指标自评.csv:16:H「得分」",
        "指标自评.csv:16:G「分值」",
      ],
      [
        "ziping/reason-missing",
        "“入矫宣告及时率”没有得满分，没有写偏差原因",
        "指标自评.csv:4:I「偏差原因分析及改进措施」",
        "指标自评.csv:4:H「得分」",
        "指标自评.csv:4:G「分值」",
      ],
    ]),
  );
});

/** The cells of the tables behind the projects, row by row, a table after the other. */
function closingIn(docx: Buffer): readonly (readonly string[])[] {
  const { blocks } = readDocx(docx);
  const tables = blocks.filter(
    (block): block is DocxTable => block.kind === "table" && block.caption.startsWith("自评结果汇总："),
  );
  return tables.flatMap((table) => gridOf(table).map((row) => row.map(solid)));
}

test("scores, execution, grades and the projects below 80 stand behind the projects, and in the contents", async () => {
  const folder = copyOfSample();
  replaceIn(folder, "项目自评.csv", [["调解成功率98.2%。,100\n", "调解成功率98.2%。,无\n"]]);
  const out = temporaryFolder();
  const { exitCode, stdout } = await runHere("build", folder, "--out", out);
  expect(exitCode, stdout).toBe(0);
  const file = (format: string) =>
    readFileSync(join(out, "青禾", `青禾县司法局2025年度项目支出绩效自评报告.${format}`));
  const reason = ["办理法律援助案件数：三季度案源减少", "挽回经济损失：案件数低于预期"];
  const grid = closingIn(file("docx"));
  expect(grid.slice(0, 8)).toEqual([
    ["项目数", "全年预算数（万元）", "全年执行数（万元）", "执行率", "平均总分", "低于80分的项目数"],
    ["3", "203.00", "194.60", "95.86%", "87.40", "1"],
    ["等级", "总分", "项目数", "占全部项目"],
    ["优", "90分及以上", "1", "33.33%"],
    ["良", "80分及以上，低于90分", "0", "0.00%"],
    ["中", "60分及以上，低于80分", "1", "33.33%"],
    ["差", "低于60分", "0", "0.00%"],
    ["未评定", "总分空白或无法读出", "1", ""],
  ]);
  const [number, name, unit, total, rate, reasons = ""] = grid.at(-1) ?? [];
  expect([number, name, unit, total, rate]).toEqual([
    ...["2", "法律援助办案补贴", "青禾县法律援助中心", "77", "90.00%"],
  ]);
  for (const one of reason) expect(reasons).toContain(one);
  const pages = (await readPdf(file("pdf"))).pages.map(({ label, items }) => ({
    label,
    text: solid(items.map((item) => item.text).join("")),
  }));
  const contents = pages.find(({ text }) => text.startsWith("目录"))?.text ?? "";
  const closing = pages.find(({ text }) => text.startsWith("第三部分自评结果汇总"));
  expect(closing?.text).toContain("87.40");
  expect(contents).toMatch(new RegExp(`三、低于80分的项目[.…]*${closing?.label}`, "u"));
});

test("what the projects come to is in the change list, and explained by its cells", async () => {
  const [before, after] = [copyOfSample(), copyOfSample()];
  replaceIn(after, "项目自评.csv", [
    ["挽回经济损失610万元。,77\n", "挽回经济损失610万元。,82\n"],
    ["60,60,0,0,54,54", "60,60,0,0,57,57"],
  ]);
  const { stdout } = await runHere("diff", before, after);
  for (const change of [/执行率.*95\.86%.*97\.34%/u, /平均总分.*91\.60.*93\.27/u, /自评等级：良.*0.*1/u])
    expect(stdout).toMatch(change);
  const explained = await runHere("explain", sample, "部门", "figures.rate");
  expect(explained.stdout).toMatch(/执行率 {2}figures\.rate\n {4}印出：95\.86%\n {4}由算式得出：/u);
  expect(explained.stdout).toContain("组成：54  项目自评.csv:3:L「全年执行数（万元）」");
  // A form without a part behind the projects has its figures in the roll-up, or in a template of its own.
  const ofRollup = await runHere("explain", join(sample, "..", "jiankong"), "部门", "1—7月执行率");
  expect(ofRollup.stdout).toMatch(/figures\.rate\n {4}印出：51\.81%\n {4}由算式得出：[\s\S]*组成：266\.4 /u);
});

test("what is computed from what was computed leads to the cells that somebody wrote", async () => {
  const templates = temporaryFolder();
  cpSync(join(ownTemplates, "ziping"), join(templates, "ziping"), { recursive: true });
  const file = join(templates, "ziping", "form.json");
  const form = JSON.parse(readFileSync(file, "utf8"));
  form.fields["project.own.left"] = { label: "结余", type: "money" };
  form.fields["project.own.leftRate"] = { label: "结余率", type: "percent" };
  form.compute["project.own.leftRate"] = "project.own.left / budget.total";
  form.compute["project.own.left"] = "budget.total - project.own.spent";
  const says = "结余{project.own.left}";
  form.checks.spare = { that: "project.own.left < 5万元", says, todo: "请说明。" };
  writeFileSync(file, JSON.stringify(form));
  const { stdout } = await runHere("explain", sample, "2", "结余率", "--templates", templates);
  expect(stdout).toContain(
    [
      "    原为空白，由算式得出：project.own.left / budget.total",
      "    文件编码：UTF-8（全部字节合乎 UTF-8）",
      "    组成：结余 6.00万元（补算：budget.total - project.own.spent）",
      "    组成：60  项目自评.csv:3:H「全年预算数（万元）」",
      "    组成：54  项目自评.csv:3:L「全年执行数（万元）」",
      "",
    ].join("\n"),
  );
  const checked = await runHere("check", sample, "--templates", templates, "--reporter", "json");
  const [{ findings }] = JSON.parse(checked.stdout).departments;
  expect(findings.filter(({ code }: { code: string }) => code === "ziping/spare")).toMatchObject([
    { found: "60", zh: { says: "结余6.00万元" }, at: { row: 3, column: 8 }, also: [{ row: 3, column: 12 }] },
  ]);
});

test.each([
  ["a grade by a text", { grades: { label: "级", of: "project.name", bounds: { 优: 90 }, below: "差" } }],
  ["a list by a number", { listed: "project.own.totalScore" }],
  ["a list by an indicator", { listed: "indicator.own.score < 5" }],
  [
    "a grade by a field that is not there",
    { grades: { label: "级", of: "project.own.totl", bounds: {}, below: "差" } },
  ],
])("%s is found with its place in form.json", async (_, closing) => {
  const templates = temporaryFolder();
  cpSync(join(ownTemplates, "ziping"), join(templates, "mine"), { recursive: true });
  const file = join(templates, "mine", "form.json");
  const form = JSON.parse(readFileSync(file, "utf8"));
  writeFileSync(file, JSON.stringify({ ...form, closing, checks: {}, byName: true }));
  const { exitCode, stdout, stderr } = await runHere("forms", "--templates", templates);
  expect(exitCode).toBe(1);
  expect(stdout + stderr).toMatch(
    /form\.json:\d+:\d+ \/closing\/\S+ {2}form-formula-wrong\n +closing\.(?:grades\.of|listed)/u,
  );
});
