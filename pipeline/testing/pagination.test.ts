/** One pagination for both formats: the numbers that the contents print are those of the pages, in the PDF and in LibreOffice's view of the DOCX. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { buildSamples, samplesOut } from "./built-samples.ts";
import { openInLibreOffice } from "./libreoffice.ts";
import { runTool } from "./outside-tools.ts";
import { type PdfReport, readPdfReport } from "./pdf-report.ts";
import { type DocxContents, readDocx } from "./read-docx.ts";
import { readLineFaults } from "./read-line-ends.ts";
import { type PdfPage, type ReadPdf, readPdf, textInBox } from "./read-pdf.ts";
import { reportIn } from "./report-in.ts";
import { runHere } from "./run-here.ts";
import { sidesOf, wrongSides } from "./sides.ts";
import { solid } from "./solid.ts";
import { syntheticDepartment } from "./synthetic-department.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** So many that the contents take two pages; some have more indicators than a page has rows. */
const projects = 24;

/** By folder, with the headings that its contents list. */
const departments = [
  ["beidaihe", 2 + 3 + 11],
  ["suzhou", 2 + 1 + 6],
  ["korla", 2 + 1 + 3],
  ["forms/ziping", 3 + 3 + 3 + 3],
  ["forms/zhejiang", 2 + 3],
  ["synthetic", 2 + 3 + projects],
  ["signs", 2 + 2 + 2],
  ["long names", 2 + 2 + 40],
] as const;

/** Values, units and names whose lines are hard to end. */
const signs = {
  "department.json": JSON.stringify({
    部门名称:
      "新疆维吾尔自治区巴音郭楞蒙古自治州库尔勒市经济技术开发区住房和城乡建设及自然资源管理综合服务局",
    年度: 2026,
    表式: "hebei",
    总体绩效目标: ["完成年度任务（含2025年结转），执行率达到95%以上，标准为197.36元/人/年，A/B两类。"],
  }),
  "projects.csv": [
    "项目编码,项目名称,预算数（元）,资金用途,3月底,6月底,10月底,12月底,绩效目标,一级指标,二级指标,三级指标,指标符号,指标值,计量单位,指标值确定依据",
    "130000000000000000001,城乡居民基本医疗保险参保缴费和系统维护费,12345678900.00,用于骨干网络,25%,50%,75%,100%,保证实施。,产出指标,数量指标,培训人次（含线上/线下）,≥,1234567.89,万元/平方米/年,《中华人民共和国预算法实施条例》",
    ",,,,,,,,,产出指标,成本指标,人均补助标准*,≤,1200.5,元/人/年,合同、DRG/DIP支付",
    "130000000000000000002,2026年维修,100.00,维修,25%,50%,75%,100%,保证@实施#1|2&3~4。,效益指标,可持续影响指标,覆盖省/市/县/乡/村/组的范围,≥,1234567890,人次,文件/合同/协议",
  ].join("\n"),
};

const nameText =
  "医疗保障基金预决算管理信息系统安全维护城乡居民基本补助公共卫生服务能力提升政务大厅运行经费2023年A类DRG（含往年结转）、";

/** The contents' first page is full of entries of one line, the others have entries of up to five; some end with a word before a bracket. */
const longNames = {
  "department.json": JSON.stringify({
    ...{ 部门名称: "某市医疗保障局", 年度: 2026, 表式: "hebei" },
    总体绩效目标: ["完成任务。"],
  }),
  "projects.csv": [
    "项目编码,项目名称,预算数（元）,资金用途,3月底,6月底,10月底,12月底,绩效目标,一级指标,二级指标,三级指标,指标符号,指标值,计量单位,指标值确定依据",
    ...Array.from({ length: 40 }, (_, index) => {
      const from = (index * 7) % 30;
      const length = index < 24 ? 4 : 40 + ((index * 13) % 70);
      const name = `${nameText.repeat(3).slice(from, from + length)}项目${index}`;
      return `${130000000000000000n + BigInt(index)},${name},100.00,用途,25%,50%,75%,100%,目标。,产出指标,数量指标,人次,≥,${index + 1},人次,合同`;
    }),
  ].join("\n"),
};

const out = temporaryFolder();
const reports = new Map<string, PdfReport>();
/** Read once, as they are looked at in many ways. */
const pdfs = new Map<string, Uint8Array>();
const pdfOf = (folder: string): Uint8Array => pdfs.get(folder) ?? expect.fail(`no PDF of ${folder}`);
const pathOf = (folder: string, format: string): string =>
  reportIn(join(folder in ours ? out : samplesOut, folder), format);

/** Departments that are no samples. */
const ours = {
  signs: Object.entries(signs),
  "long names": Object.entries(longNames),
  synthetic: syntheticDepartment({ seed: 2023, projects, indicators: { from: 8, to: 30 } }).map(
    ({ name, bytes }) => [name, bytes] as const,
  ),
};

beforeAll(async () => {
  const data = temporaryFolder();
  for (const [folder, files] of Object.entries(ours)) {
    mkdirSync(join(data, folder));
    for (const [name, content] of files) writeFileSync(join(data, folder, name), content);
  }
  const folders = Object.keys(ours).map((folder) => join(data, folder));
  const { exitCode, stdout } = await runHere("build", ...folders, "--out", out);
  expect(exitCode, stdout).toBe(0);
  expect(await buildSamples()).toMatchObject({ exitCode: 0 });
  for (const [folder] of departments) pdfs.set(folder, readFileSync(pathOf(folder, "pdf")));
});

describe.each(departments)("%s", (folder, entries) => {
  let report: PdfReport;
  let docx: DocxContents;

  beforeAll(async () => {
    report = await readPdfReport(pdfOf(folder));
    docx = readDocx(readFileSync(pathOf(folder, "docx")));
    reports.set(folder, report);
  });

  test("PDF: each number in the contents is printed on the page that its heading begins on", () => {
    expect(report.contents).toHaveLength(entries);
    for (const { text, number, page, top } of report.contents) {
      expect(report.textBelow(page, top).slice(0, text.length)).toBe(text);
      expect(report.footOf(page), text).toMatch(new RegExp(`—${number}—$`, "u"));
    }
  });

  test("PDF: no last line is a single character, no number is cut, and no / stands at a line's end", async () => {
    expect(await lineFaults(folder, pdfOf(folder))).toEqual([]);
  });

  test("DOCX: the contents say the same", () => {
    const listed = docx.contents.map(({ text, pageNumber }) => ({ text: solid(text), number: pageNumber }));
    expect(listed).toEqual(report.contents.map(({ text, number }) => ({ text, number })));
  });

  test("PDF: text that is copied has no spaces that the data have not", async (context) => {
    // Synthetic texts are of so few sentences that one cell and the next read like a third; a list has only two such texts.
    if (folder === "synthetic" || folder === "forms/zhejiang") return;
    const { stdout } = await runTool(context, "pdftotext", ["-raw", pathOf(folder, "pdf"), "-"]);
    const texts = docx.blocks.flatMap((block) => (block.kind === "table" ? block.cells : []));
    const mixed = new Set(texts.map(({ text }) => text).filter((text) => hanBesideLatin.test(text)));
    expect([...mixed].filter((text) => stdout.includes(text)).length).toBeGreaterThan(2);
    expect([...mixed].filter((text) => !stdout.includes(text) && spaced(text).test(stdout))).toEqual([]);
  });

  test("the tables say the same in both", () => {
    const inPdf = report.cells.flat().map(({ text }) => text.replace(/[（(]续[）)]$/u, ""));
    const inDocx = docx.blocks.flatMap((block) =>
      block.kind === "table" && block.style !== "table-bare"
        ? block.cells.map(({ text }) => solid(text))
        : [],
    );
    // In the PDF the text of a row cut by a page break is on two pages.
    const [said, written] = [new Set(inPdf), new Set(inDocx)];
    const parts = (text: string): boolean => inDocx.some((whole) => whole.includes(text));
    const begins = (text: string): boolean => inPdf.some((part) => part !== "" && text.startsWith(part));
    expect(inPdf.length).toBeGreaterThan(70);
    expect([...said].filter((text) => !written.has(text) && !parts(text))).toEqual([]);
    expect([...written].filter((text) => !said.has(text) && !begins(text))).toEqual([]);
  });
});

test("DOCX: LibreOffice has the same numbers on the same sides of the sheets, each heading on the page that the contents say, the contents line by line, and lines that end as well", async (context) => {
  const folders = departments.map(([folder]) => folder);
  const opened = await openInLibreOffice(
    context,
    folders.map((folder) => pathOf(folder, "docx")),
  );
  for (const [index, bytes] of opened.entries()) {
    const folder = folders[index] ?? "";
    const [seen, drawn] = [await readPdf(bytes), await readPdf(pdfOf(folder))];
    const report = reports.get(folder);
    const headings = flatten(seen.outline).map(({ title, page }) => {
      const sheet = seen.pages[page];
      return { text: solid(title), number: sheet && numberOn(sheet), page };
    });
    const listed = report?.contents.map(({ text, number, page }) => ({ text, number, page }));
    expect(headings, folder).toEqual(listed);
    expect(contentsLines(seen), folder).toEqual(contentsLines(drawn));
    expect(sidesOf(seen.pages), folder).toEqual(sidesOf(drawn.pages));
    expect(wrongSides(sidesOf(seen.pages)), folder).toEqual([]);
    expect(await lineFaults(folder, bytes)).toEqual([]);
  }
});

/** The synthetic texts are cut anywhere, so that a last line that nothing could help is common there. */
async function lineFaults(folder: string, bytes: Uint8Array): Promise<readonly string[]> {
  const faults = await readLineFaults(bytes);
  return faults
    .filter(({ kind }) => folder !== "synthetic" || kind !== "lone")
    .map(({ page, lines }) => `${page}: ${lines.join("|")}`);
}

const hanBesideLatin = /\p{Script=Han}[\dA-Za-z]|[\dA-Za-z%]\p{Script=Han}/u;

/** The text on one line with one space or more that it has not. */
function spaced(text: string): RegExp {
  return new RegExp(
    Array.from(text, (character) => character.replace(/[\\^$.*+?()[\]{}|]/u, "\\$&")).join(" ?"),
    "u",
  );
}

/** The lines of each page that is counted in Roman numbers, without what leads to a page number, and it. */
function contentsLines({ pages }: ReadPdf): readonly (readonly string[])[] {
  return pages
    .filter((page) => /^[IVX]+$/u.test(numberOn(page) ?? ""))
    .map((page) => textInBox(page, 0, 0, page.width, page.height).split("\n"))
    .map((lines) => lines.map((line) => solid(line).replace(/\.{3,}\d+$/u, "")));
}

type OutlineItem = ReadPdf["outline"][number];

function flatten(items: readonly OutlineItem[]): readonly OutlineItem[] {
  return items.flatMap((item) => [item, ...flatten(item.items)]);
}

/** The last line of a page: `— 3 —`. */
function numberOn(page: PdfPage): string | undefined {
  const lines = textInBox(page, 0, 0, page.width, page.height).split("\n");
  return /^—(\w+)—$/u.exec(solid(lines.at(-1) ?? ""))?.[1];
}
