/** A report's DOCX as an officer edits it in LibreOffice: what follows moves, headers repeat, nothing is lost. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type TestContext, test } from "vitest";
import { buildSamples, samplesOut } from "./built-samples.ts";
import { profile } from "./libreoffice.ts";
import { runTool } from "./outside-tools.ts";
import { type PdfPage, type ReadPdf, readPdf, textInBox } from "./read-pdf.ts";
import { type Rule, readRules } from "./read-pdf-cells.ts";
import { reportIn } from "./report-in.ts";
import { solid } from "./solid.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const script = join(import.meta.dirname, "edit-in-libreoffice.py");

const lines = (count: number, text: string) =>
  Array.from({ length: count }, (_, index) => `${text}${index + 1}。`);
const fiveLines = lines(5, "补充说明第");
const sixtyLines = lines(60, "新增目标第");
const newRows = ["新增指标甲", "新增指标乙"];

type Edit = {
  readonly department: string;
  readonly edits: readonly Readonly<Record<string, unknown>>[];
  /** What the edit has written. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Pages more than before. */
  readonly pages: number;
};

const update = { do: "update-indexes" };

const cases: Readonly<Record<string, Edit>> = {
  "Anhui: nothing edited": { department: "suzhou", edits: [update], added: [], removed: [], pages: 0 },
  "Hebei: nothing edited": { department: "beidaihe", edits: [update], added: [], removed: [], pages: 0 },
  "Xinjiang: nothing edited": { department: "korla", edits: [update], added: [], removed: [], pages: 0 },
  "a cell grows by five lines": {
    department: "suzhou",
    edits: [{ do: "append", cell: "对医药机构督查考核完成率", lines: fiveLines }, update],
    added: fiveLines,
    removed: [],
    pages: 0,
  },
  "two rows are inserted": {
    department: "suzhou",
    edits: [{ do: "insert-rows", cell: "政策培训完成率", rows: newRows }, update],
    added: newRows,
    removed: [],
    pages: 0,
  },
  "two rows are deleted": {
    department: "suzhou",
    edits: [{ do: "delete-rows", cells: ["会议和培训出勤", "支付方式改革试点工作落地"] }, update],
    added: [],
    removed: ["会议和培训出勤", "支付方式改革试点工作落地"],
    pages: 0,
  },
  "a goal grows by sixty lines": {
    department: "suzhou",
    edits: [{ do: "append", cell: "继续深入推进医共体医保支付方式改革试点", lines: sixtyLines }, update],
    added: sixtyLines,
    removed: [],
    pages: 2,
  },
  "a row is inserted where a page is full": {
    department: "beidaihe",
    edits: [{ do: "insert-rows", cell: "基本医疗保险金支付完成率情况", rows: ["新增指标甲"] }, update],
    added: ["新增指标甲"],
    removed: [],
    pages: 0,
  },
  "a list: a goal merged over rows grows by sixty lines, others get rows, and lose the first": {
    department: "forms/zhejiang",
    edits: [
      { do: "append", cell: "新增馆藏图书和数字资源", lines: sixtyLines },
      { do: "insert-rows", cell: "修缮后开放率", rows: newRows },
      { do: "delete-rows", cells: ["检查旅游经营单位家次"] },
      update,
    ],
    added: [...sixtyLines, ...newRows],
    removed: ["检查旅游经营单位家次"],
    pages: 2,
  },
  "self-assessment: a cell grows by five lines, and rows are deleted": {
    department: "forms/ziping",
    edits: [
      { do: "append", cell: "案件质量合格率", lines: fiveLines },
      { do: "delete-rows", cells: ["办案补贴总额", "监管经费总额"] },
      update,
    ],
    added: fiveLines,
    removed: ["办案补贴总额", "监管经费总额"],
    pages: 0,
  },
};

test("what follows an edit moves, headers repeat, contents are right, and nothing is lost", async (context) => {
  const out = temporaryFolder();
  expect(await buildSamples()).toMatchObject({ exitCode: 0 });
  const pathOf = (folder: string, format: string) => reportIn(join(samplesOut, folder), format);
  const jobs = Object.entries(cases).map(([name, { department, edits }], index) => ({
    name,
    file: pathOf(department, "docx"),
    pdf: join(out, `${index}.pdf`),
    edits,
  }));
  const list = join(out, "jobs.json");
  writeFileSync(list, JSON.stringify(jobs));
  await runUno(context, [script, list, profile]);
  const printed = new Map<string, ReturnType<typeof readDrawn>>();
  const before = (department: string) => {
    const drawn = printed.get(department) ?? readDrawn(pathOf(department, "pdf"));
    printed.set(department, drawn);
    return drawn;
  };
  const found: unknown[] = [];
  for (const { name, pdf } of jobs) {
    const { department, added, removed } = cases[name] ?? expect.fail(name);
    const [first, after] = [await before(department), await readDrawn(pdf)];
    const between = new Set(first.withoutBorders.map(solid));
    const said = solid(after.pages.map(wholeText).join(""));
    found.push({
      name,
      pages: after.pages.length - first.pages.length,
      lost: added.filter((text) => !said.includes(text)),
      left: removed.filter((text) => said.includes(text)),
      wrongInContents: wrongContents(after),
      pagesWithoutHeader: withoutHeader(after),
      withoutBorders: after.withoutBorders.filter((text) => !between.has(solid(text))),
    });
  }
  const sound = { lost: [], left: [], wrongInContents: [], pagesWithoutHeader: [], withoutBorders: [] };
  expect(found).toEqual(Object.entries(cases).map(([name, { pages }]) => ({ name, pages, ...sound })));
});

/** With Debian's Python, which has the bridge to its LibreOffice; skips the test without it, as `runTool` does. */
async function runUno(context: TestContext, args: readonly string[]): Promise<void> {
  const python = "/usr/bin/python3";
  const probe = await runTool(context, python, ["-c", "import uno"]);
  if (probe.exitCode !== 0 && process.env.CI !== "true") context.skip("python3-uno is not installed");
  const { exitCode, stderr } = await runTool(context, python, args, { timeout: 240_000 });
  expect(stderr).toBe("");
  expect(exitCode).toBe(0);
}

async function readDrawn(path: string) {
  const bytes = readFileSync(path);
  const [pdf, rules] = [await readPdf(bytes), await readRules(bytes)];
  return {
    ...pdf,
    withoutBorders: pdf.pages.flatMap((page, index) => withoutBorders(page, rules[index] ?? [])),
  };
}

/** Headings whose page is not the one that the contents print for them. */
function wrongContents({ pages, outline }: ReadPdf): readonly string[] {
  const listed = pages
    .slice(0, 4)
    .flatMap((page) => wholeText(page).split("\n").map(solid))
    .join("\n");
  return flatten(outline).flatMap(({ title, page }) => {
    const number = /—(\w+)—$/u.exec(solid(wholeText(pages[page])))?.[1];
    const broken = Array.from(solid(title), (letter) => letter.replace(/[.*+?^${}()|[\]\\]/u, "\\$&"));
    const entry = new RegExp(`${broken.join("\n?")}\\.*${number}$`, "mu");
    return entry.test(listed) ? [] : [`${title} is on ${number}`];
  });
}

/** Pages with rows of indicators, and without the row above them that names the columns. */
function withoutHeader({ pages, outline }: ReadPdf): readonly number[] {
  const partTwo = flatten(outline).find(({ title }) => title.startsWith("第二部分"))?.page ?? 0;
  return pages.flatMap((page, index) => {
    const text = solid(wholeText(page));
    return index >= partTwo && /[≥≤]/u.test(text) && !text.includes("三级指标") ? [index] : [];
  });
}

/** Texts of a page's tables, and between them, that have no line on one of their four sides. */
function withoutBorders({ items }: PdfPage, rules: readonly Rule[]): readonly string[] {
  const upright = rules.filter(({ x1, x2, y1, y2 }) => x2 - x1 < 1 && y2 - y1 > 1);
  const level = rules.filter(({ x1, x2, y1, y2 }) => y2 - y1 < 1 && x2 - x1 > 1);
  const top = Math.min(...upright.map(({ y1 }) => y1));
  const bottom = Math.max(...upright.map(({ y2 }) => y2));
  return items.flatMap(({ text, x, y: baseline, width, size }) => {
    const [middle, y] = [x + width / 2, baseline - size * 0.3];
    if (text.trim() === "" || y < top || y > bottom) return [];
    const beside = upright.filter(({ y1, y2 }) => y1 - 1 <= y && y <= y2 + 1);
    const over = level.filter(({ x1, x2 }) => x1 - 1 <= middle && middle <= x2 + 1);
    const enclosed =
      beside.some(({ x1 }) => x1 <= middle) &&
      beside.some(({ x1 }) => x1 >= middle) &&
      over.some(({ y1 }) => y1 <= y) &&
      over.some(({ y1 }) => y1 >= y);
    return enclosed ? [] : [text];
  });
}

function wholeText(page: PdfPage | undefined): string {
  return page === undefined ? "" : textInBox(page, 0, 0, page.width, page.height);
}

type OutlineItem = ReadPdf["outline"][number];

function flatten(items: readonly OutlineItem[]): readonly OutlineItem[] {
  return items.flatMap((item) => [item, ...flatten(item.items)]);
}
