/** What was found, as comments on the cells of a draft: where they stand in both formats, and where there are none. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { readDocx } from "./read-docx.ts";
import { type DocxComment, readDocxComments } from "./read-docx-comments.ts";
import { type PdfComment, readPdf } from "./read-pdf.ts";
import { runHere } from "./run-here.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const work = temporaryFolder();
const [data, out] = [join(work, "data"), join(work, "out")];
const samples = join(import.meta.dirname, "..", "..", "data");

/** Two projects with the same placeholder, a sum that is no number, and one purpose with two mistakes. */
function writeDepartment(): void {
  mkdirSync(join(data, "甲"), { recursive: true });
  const facts = { 部门名称: "甲局", 年度: "2023", 表式: "hebei" };
  writeFileSync(join(data, "甲", "department.json"), JSON.stringify(facts));
  const rows = [
    "项目编码,项目名称,预算数(元),资金用途,绩效目标",
    "130304210110000000001,租赁费,3600.00,租赁办公用房,保障办公",
    '130304210110000000002,培训费,XX,请填写资金用途,"完成<培训> ""100""人，"',
    '130304210110000000003,维修费,3600.00,"请填写资金用途，",保障维修',
  ];
  writeFileSync(join(data, "甲", "projects.csv"), rows.join("\n"));
}

function fileIn(folder: string, format: string): Buffer {
  const name = readdirSync(folder).find((file) => file.endsWith(format));
  return readFileSync(join(folder, name ?? `no ${format}`));
}

const build = (...words: readonly string[]) =>
  runHere("build", ...words, "--out", out, "--date", "2023-02-03");

beforeAll(async () => {
  writeDepartment();
  expect(await build(data, "--draft", "--comments")).toMatchObject({ exitCode: 0 });
});

describe("a small department", () => {
  const draft = join(out, "甲", "draft");
  let inDocx: readonly DocxComment[];
  let inPdf: readonly PdfComment[];

  beforeAll(async () => {
    inDocx = readDocxComments(fileIn(draft, "docx"));
    inPdf = (await readPdf(fileIn(draft, "pdf"))).pages.flatMap(({ comments }) => comments);
  });

  const placeholder = "【错误】留有模板的占位文字“请填写”";

  test.each([
    [placeholder, "projects.csv:3:D「资金用途」", "请填写资金用途"],
    [placeholder, "projects.csv:4:D「资金用途」", "请填写资金用途，"],
    ["【警告】文字以“，”结尾", "projects.csv:4:D「资金用途」", "请填写资金用途，"],
    ["【警告】文字以“，”结尾", "projects.csv:3:E「绩效目标」", '完成<培训> "100"人，'],
  ])("%s stands at %s, at the cell that prints it", (says, place, on) => {
    const ofFinding = (comments: readonly { readonly text: string; readonly on: string }[]) =>
      comments.filter(({ text }) => text.includes(says) && text.includes(`数据：${place}`));
    for (const comments of [inDocx, inPdf]) {
      const texts = ofFinding(comments).map((comment) => comment.on.replaceAll(/\s/gu, ""));
      expect(new Set(texts)).toContain(on.replaceAll(/\s/gu, ""));
    }
  });

  test("says what to do, and who says it", () => {
    const comment = inDocx.find(({ text }) => text.startsWith(placeholder));
    expect(comment).toMatchObject({
      author: "huibian",
      text: expect.stringContaining("\n建议：请填写实际内容。\n"),
    });
    expect(inPdf[0]?.author).toBe("huibian");
  });

  test("two on one cell are two comments in Word and one frame in the PDF", () => {
    expect(inDocx.filter(({ on }) => on === "请填写资金用途，").length).toBe(2);
    const frames = inPdf.filter(({ on }) => on === "请填写资金用途，");
    expect(frames).toHaveLength(1);
    expect(frames[0]?.text).toMatch(/占位文字.*\n\n.*结尾/su);
  });

  test("a final edition and a plain draft have none, and are what they were", async () => {
    const plain = join(work, "plain");
    for (const words of [[], ["--draft"]])
      expect(await runHere("build", data, "--out", plain, "--date", "2023-02-03", ...words)).toMatchObject({
        exitCode: 0,
      });
    await build(data);
    for (const format of ["docx", "pdf"]) {
      const final = fileIn(join(plain, "甲"), format);
      expect(fileIn(join(out, "甲"), format).equals(final)).toBe(true);
    }
    const docx = fileIn(join(plain, "甲", "draft"), "docx");
    expect(readDocxComments(docx)).toEqual([]);
    expect([...readDocx(docx).parts.keys()]).not.toContain("word/comments.xml");
    const { pages } = await readPdf(fileIn(join(plain, "甲", "draft"), "pdf"));
    expect(pages.flatMap(({ comments }) => comments)).toEqual([]);
    const places = (file: Buffer) => readDocx(file).blocks.map((block) => JSON.stringify(block));
    expect(places(fileIn(draft, "docx"))).toEqual(places(docx));
  });
});

test.each(["suzhou", "forms/zhejiang"])(
  "%s: each finding about something printed is there",
  async (sample) => {
    const folder = join(work, sample);
    const place = join(folder, sample.split("/").at(-1) ?? "", "draft");
    await runHere("build", join(samples, sample), "--out", folder, "--draft", "--comments");
    const { findings } = JSON.parse(readFileSync(join(place, "findings.json"), "utf8"));
    const printed = findings.filter(({ page }: { page?: string }) => page !== undefined);
    expect(printed.length).toBeGreaterThan(0);
    const inDocx = readDocxComments(fileIn(place, "docx")).map(({ text }) => text);
    const { pages } = await readPdf(fileIn(place, "pdf"));
    const inPdf = pages.flatMap(({ comments }) => comments.map(({ text }) => text));
    for (const { zh } of printed)
      for (const texts of [inDocx, inPdf]) expect(texts.some((text) => text.includes(zh.says))).toBe(true);
  },
);

/** Faults whose cell is blank, or one of the three that are printed as one, as CSV and as JSON. */
const faulty = {
  head: "项目编码,项目名称,预算数(元),财政资金(元),其他资金(元),绩效目标,一级指标,二级指标,三级指标,指标符号,指标值,计量单位",
  rows: [
    "130304210110000000001,租赁费,3600,3000,600,保障办公。,产出指标,数量指标,租赁面积,≥,120,平方米",
    "130304210110000000002,培训费,4800,4800,,完成培训。,产出指标,数量指标,培训人数,七,240,%",
    "130304210110000000002,培训费,4800,4800,,完成培训。,产出指标,质量指标,考核合格率,≥,95,",
    "130304210110000000002,培训费,4800,4800,,完成培训。,产出指标,时效指标,培训天数,≥,,天",
    "130304210110000000003,差旅费,1200,1200,0,保障差旅。,产出指标,质量标准,报销合规比例,≥,95,%",
    "130304210110000000003,差旅费,1200,1200,0,保障差旅。,产出指标,质量标准,报销差错比例,≤,5,%",
  ],
};

function faultyJson(): string {
  const names = faulty.head.split(",");
  const records = faulty.rows.map((row) => {
    const given = row.split(",").map((cell, index) => [names[index] ?? "", cell] as const);
    return Object.fromEntries(given.filter(([, cell]) => cell !== ""));
  });
  return JSON.stringify(records);
}

test.each([
  ["table.csv", [faulty.head, ...faulty.rows].join("\n")],
  ["table.json", faultyJson()],
])(
  "%s: a fault is on the cell to be changed, blank or joined with others, everywhere",
  async (name, text) => {
    const folder = join(work, "faulty", name, "乙");
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, name), text);
    writeFileSync(
      join(folder, "department.json"),
      JSON.stringify({ 部门名称: "乙局", 年度: "2023", 表式: "hebei" }),
    );
    await runHere("build", folder, "--out", join(work, "faulty", name, "out"), "--draft", "--comments");
    const place = join(work, "faulty", name, "out", "乙", "draft");
    const inDocx = readDocxComments(fileIn(place, "docx"));
    const inPdf = (await readPdf(fileIn(place, "pdf"))).pages.flatMap(({ comments }) => comments);
    const cells = [
      ["“其他资金”空白", ""],
      ["写的不是认得的符号", "240%"],
      ["“培训人数”是数量或金额，计量单位却是“%”", "培训人数", "240%"],
      ["计量单位没有填写", "≥95", "≥95"],
      ["没有指标值", "≥天", "≥天"],
      ["“质量标准”", "质量标准"],
    ] as const;
    for (const [says, ...on] of cells)
      for (const comments of [inDocx, inPdf])
        expect(comments.filter((one) => one.text.includes(says)).map((one) => one.on)).toEqual(
          comments === inDocx ? on : [...new Set(on)],
        );
  },
);

test("belongs to drafts", async () => {
  const { exitCode, stderr } = await runHere("build", data, "--comments");
  expect([exitCode, stderr]).toEqual([2, expect.stringContaining("--comments 要与 --draft 一起用")]);
});
