/** Each shipped form has a sample department, of which nothing is found and both formats say the same. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { FindingsFile } from "../contracts/index.ts";
import { ownTemplates } from "../files/index.ts";
import { buildSamples, samplesOut } from "./built-samples.ts";
import { docxProject } from "./docx-report.ts";
import { readPdfReport } from "./pdf-report.ts";
import { readDocx } from "./read-docx.ts";
import { reportIn } from "./report-in.ts";
import { readShippedForms } from "./shipped-forms.ts";
import { solid } from "./solid.ts";

const samples = join(ownTemplates, "..", "data", "forms");

/** The heading of the first project, and what the first cell of its table says. */
const firsts: Readonly<Record<string, { readonly heading: string; readonly row: readonly string[] }>> = {
  anhui: {
    heading: "1.农村公路养护绩效目标表",
    row: ["项目名称", "农村公路养护"],
  },
  hebei: {
    heading: "1.医保业务经办费绩效目标表",
    row: ["项目编码", "130999260000000020001", "项目名称", "医保业务经办费"],
  },
  xinjiang: {
    heading: "1.群众文化活动经费绩效目标表",
    row: ["预算单位", "绿洲县文化馆"],
  },
  bumen: { heading: "1.县级公立医院综合改革补助绩效目标表", row: ["项目名称", "县级公立医院综合改革补助"] },
  bumenziping: { heading: "1.社区矫正工作经费绩效自评表", row: ["项目名称", "社区矫正工作经费"] },
  guangxi: {
    heading: "1.中心灌区节水改造绩效目标表",
    row: ["项目名称", "中心灌区节水改造", "项目编码", "450999261000000020001"],
  },
  jiankong: { heading: "1.农村公路养护绩效目标执行监控表", row: ["项目名称", "农村公路养护"] },
  shanxi: {
    heading: "1.县级公立医院综合改革补助绩效目标表",
    row: ["项目名称", "县级公立医院综合改革补助", "项目编码", "149999260000000010001"],
  },
  tongyong: {
    heading: "1.县级公立医院综合改革补助绩效目标表",
    row: ["项目名称", "县级公立医院综合改革补助"],
  },
  ziping: { heading: "1.社区矫正工作经费绩效自评表", row: ["项目名称", "社区矫正工作经费"] },
};

test("every form has one", () => {
  expect(readdirSync(samples).toSorted()).toEqual([...readShippedForms().specs.keys()].toSorted());
});

describe.each(readdirSync(samples))("%s", (sample) => {
  test("is silent, and printed alike in both formats", async () => {
    expect(await buildSamples()).toMatchObject({ exitCode: 0 });
    const folder = join(samplesOut, "forms", sample);
    const { findings } = FindingsFile.parse(JSON.parse(readFileSync(join(folder, "findings.json"), "utf8")));
    expect(findings.filter(({ severity }) => severity !== "info")).toEqual([]);
    const first = firsts[sample];
    if (first === undefined) return;
    const file = (format: string) => readFileSync(reportIn(folder, format));
    const asked = { heading: first.heading, above: [], rows: [first.row] };
    const docx = docxProject(readDocx(file("docx")), asked).rows;
    const pdf = (await readPdfReport(file("pdf"))).project(asked).rows;
    expect(docx[0]).toEqual(first.row);
    expect(pdf.map((row) => row.map(solid))).toEqual(docx.map((row) => row.map(solid)));
  });
});
