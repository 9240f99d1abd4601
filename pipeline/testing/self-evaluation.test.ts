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

test("a right one is silent, and printed with its sums in both formats", async () => {
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
  expect(docx.at(-1)).toEqual(["总分", "100", "97", ""]);
});

test("wrong rates, totals and scores, and a deviation without a reason, are found", async () => {
  const folder = copyOfSample();
  replaceIn(folder, "项目自评.csv", [
    [",10,90%,9,办理", ",10,98%,9,办理"],
    ["挽回经济损失905万元。,97\n", "挽回经济损失905万元。,98\n"],
    ["调解成功率98.2%。,100\n", "调解成功率98.2%。,103\n"],
  ]);
  replaceIn(folder, "指标自评.csv", [
    [",5,5,\n人民调解员补助,成本", ",5,7,\n人民调解员补助,成本"],
    [",10,9,个别对象居住地偏远，未能按时到场；2026年起改为就近的司法所宣告。", ",10,9,"],
  ]);
  const scores = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, index) => `指标自评.csv:${from + index}:H「得分」`);
  expect(await found(folder)).toEqual([
    [
      "ziping/execution-rate",
      "执行率写的是 98%，按执行数与全年预算数应为 90%",
      "项目自评.csv:3:Q「执行率」",
      "项目自评.csv:3:L「全年执行数（万元）」",
      "项目自评.csv:3:H「全年预算数（万元）」",
    ],
    [
      "ziping/total-score",
      "总分写的是 98，资金得分与各指标得分之和为 97",
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
  ]);
});
