/** A department printed as one list: its header on every page, each project a group of rows, and a row of totals. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse as parseCsv } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { FindingsFile } from "../contracts/index.ts";
import { ownTemplates } from "../files/index.ts";
import { openInLibreOffice } from "./libreoffice.ts";
import { readDocx } from "./read-docx.ts";
import { type DocxTable, gridOf } from "./read-docx-table.ts";
import { type ReadPdf, readPdf, textInBox } from "./read-pdf.ts";
import { cellsOf, readRules } from "./read-pdf-cells.ts";
import { reportIn } from "./report-in.ts";
import { runHere } from "./run-here.ts";
import { solid } from "./solid.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const sample = join(ownTemplates, "..", "data", "forms", "zhejiang");
const exported: readonly string[][] = parseCsv(readFileSync(join(sample, "项目绩效目标.csv")));

/** As many projects as are wanted, those of the sample over and over, and one without indicators in front. */
function manyProjects(count: number): string {
  const [header = [], ...rows] = exported;
  const projects: string[][][] = [];
  for (const row of rows) {
    if (row[2] !== "") projects.push([]);
    projects.at(-1)?.push([...row]);
  }
  const bare = [...(projects[0]?.[0] ?? []).slice(0, 7), ...new Array<string>(8).fill("")];
  const all = [
    [bare],
    ...Array.from({ length: count - 1 }, (_, index) => projects[index % projects.length] ?? []),
  ];
  const named = all.flatMap((own, index) =>
    own.map((row, at) =>
      row.map((cell, column) => {
        if (at > 0) return cell;
        if (column === 1) return `33112226T${String(index).padStart(12, "0")}`;
        return column === 2 ? `第${index + 1}号项目` : cell;
      }),
    ),
  );
  return [header, ...named].map((row) => row.map((cell) => `"${cell}"`).join(",")).join("\n");
}

async function built(folder: string, ...words: readonly string[]) {
  const out = join(temporaryFolder(), "out");
  const run = await runHere("build", folder, "--out", out, ...words);
  const below = join(out, folder.split("/").at(-1) ?? "");
  const file = (format: string) => reportIn(below, format);
  return { run, file, below };
}

function listIn(docx: string): readonly string[][] {
  const tables = readDocx(readFileSync(docx)).blocks.filter((one): one is DocxTable => one.kind === "table");
  const list = tables.find(({ widths }) => widths.length === 15);
  return list === undefined ? [] : gridOf(list).map((row) => row.map(solid));
}

/** What stands on each page from the first of the list on. */
function pagesOfList({ pages }: ReadPdf): readonly string[] {
  const texts = pages.map((page) => solid(textInBox(page, 0, 0, page.width, page.height)));
  return texts.slice(texts.findIndex((text) => text.includes("评分标准")));
}

describe("a list over a department", () => {
  test("has a row for each indicator, and below them what all projects come to", async () => {
    const { run, file } = await built(sample);
    expect(run.exitCode, run.stdout).toBe(0);
    const rows = listIn(file("docx"));
    expect(rows).toHaveLength(2 + exported.length - 1 + 1);
    expect(rows[2]).toEqual([
      ...["1", "临溪县文化馆", "群众文化活动经费", "68.50", "60.00", "8.50"],
      expect.stringMatching(/^1\.全年组织送戏下乡.*文化生活。$/u),
      ...[
        "产出指标",
        "数量指标",
        "组织群众文化活动场次",
        "≥",
        "120",
        "场",
        "20",
        "完成得满分，每少一场扣0.5分",
      ],
    ]);
    const last = new Set(rows.at(-1)?.filter((text) => text !== ""));
    expect([...last]).toEqual([...["合计（4个项目）", "257.70", "243.20", "14.50"]]);
    const bytes = readFileSync(file("pdf"));
    const rules = await readRules(bytes);
    const printed = (await readPdf(bytes)).pages.flatMap((page, index) => cellsOf(page, rules[index] ?? []));
    const cells = new Set(printed.map(({ text }) => solid(text)));
    expect(rows.flat().filter((text) => !cells.has(text))).toEqual([]);
  });

  test("has its projects on the pages that findings name", async () => {
    const folder = join(temporaryFolder(), "缺值");
    cpSync(sample, folder, { recursive: true });
    const name = join(folder, "项目绩效目标.csv");
    const text = readFileSync(name, "utf8");
    writeFileSync(name, text.replace("≥,120,场", "≥,,场").replace("≥,98,%", "≥,,%"));
    const { below } = await built(folder, "--format", "pdf");
    const { findings } = FindingsFile.parse(JSON.parse(readFileSync(join(below, "findings.json"), "utf8")));
    const blanks = findings.filter(({ severity }) => severity === "error");
    expect(blanks.map(({ subject, page }) => [subject, page])).toMatchObject([
      [{ project: "群众文化活动经费" }, "2"],
      [{ project: "旅游市场监管经费" }, "3"],
    ]);
  });

  test("has its header on every page of the PDF, and in LibreOffice", async (context) => {
    const folder = join(temporaryFolder(), "多项目");
    mkdirSync(folder);
    cpSync(join(sample, "department.json"), join(folder, "department.json"));
    writeFileSync(join(folder, "a.csv"), manyProjects(32));
    const { file } = await built(folder);
    const [opened = new Uint8Array()] = await openInLibreOffice(context, [file("docx")]);
    for (const bytes of [readFileSync(file("pdf")), opened]) {
      const pages = pagesOfList(await readPdf(bytes));
      expect(pages.length).toBeGreaterThan(10);
      for (const [index, page] of pages.entries()) {
        expect(page, `page ${index + 1} of the list`).toContain("绩效指标");
        expect(page, `page ${index + 1} of the list`).toContain("评分标准");
      }
      // Money in units of 0.01 万元, by hand: the 31 others are 7 times the four of the sample, and three of them.
      expect(pages.at(-1)).toContain(`合计（32个项目）${(68.5 + 8 * 257.7 - 18).toFixed(2)}`);
    }
  });

  test("has its projects in the contents where the form says so, on their pages in every format", async (context) => {
    const templates = join(temporaryFolder(), "templates");
    cpSync(join(ownTemplates, "zhejiang"), join(templates, "zhejiang"), { recursive: true });
    const cells = join(templates, "zhejiang", "list-project.hbs");
    const text = readFileSync(cells, "utf8");
    writeFileSync(cells, text.replace(">{{project.name}}", ' data-entry="2">{{project.name}}'));
    const folder = join(temporaryFolder(), "多项目");
    mkdirSync(folder);
    cpSync(join(sample, "department.json"), join(folder, "department.json"));
    // Names that no cell wraps.
    const named = (one: number) => `P${String(one).padStart(3, "0")}X`;
    // More than a page of contents has entries.
    const csv = manyProjects(32).replaceAll(/第(\d+)号项目/gu, (_, one) => named(Number(one)));
    writeFileSync(join(folder, "a.csv"), csv);
    const { run, file } = await built(folder, "--templates", templates, "--format", "docx,pdf,html");
    expect(run.exitCode, run.stdout).toBe(0);
    const docx = readFileSync(file("docx"));
    const entries = readDocx(docx).contents.filter(({ text }) => /^P\d+X$/u.test(solid(text)));
    expect(entries.map(({ level }) => level)).toEqual(new Array(32).fill(2));
    const pdf = await readPdf(readFileSync(file("pdf")));
    const [opened = new Uint8Array()] = await openInLibreOffice(context, [file("docx")]);
    const shown = await readPdf(opened);
    expect(shown.pages.length).toBe(pdf.pages.length);
    const [, list] = pdf.outline.filter(({ items }) => items.length > 0);
    const pages = new Map(list?.items.map(({ title, page }) => [title, page]));
    for (const { text, pageNumber } of entries)
      for (const one of [pdf, shown]) {
        const page = one.pages[pages.get(text) ?? -1];
        if (page === undefined) throw new Error(`no bookmark ${text}`);
        const said = solid(textInBox(page, 0, 0, page.width, page.height));
        expect(said).toContain(text);
        expect(said).toContain(`—${pageNumber}—`);
      }
    const html = readFileSync(file("html"), "utf8");
    const links = [...html.matchAll(/href="#([^"]+)"/gu)].flatMap(([, id]) => id ?? []);
    expect(links.length).toBeGreaterThan(32);
    expect(links.filter((id) => !html.includes(`id="${id}"`))).toEqual([]);
  });

  test("is taken by name alone, and says which projects its template leaves out", async () => {
    const folder = join(temporaryFolder(), "无表式");
    mkdirSync(folder);
    cpSync(join(sample, "项目绩效目标.csv"), join(folder, "a.csv"));
    expect((await runHere("check", folder)).stdout).not.toContain("表式 zhejiang");
    const templates = join(temporaryFolder(), "templates");
    cpSync(join(ownTemplates, "zhejiang"), join(templates, "zhejiang"), { recursive: true });
    const partTwo = join(templates, "zhejiang", "part-two.hbs");
    const text = readFileSync(partTwo, "utf8");
    writeFileSync(
      partTwo,
      text
        .replace("{{#each projects}}", "{{#each projects}}{{#if first}}")
        .replace(/\{\{\/each\}\}\s*<tr>\s*<th colspan="3">合计/u, (end) => `{{/if}}${end}`),
    );
    const { run } = await built(sample, "--templates", templates);
    expect(run.exitCode).toBe(1);
    expect(run.stdout).toMatch(/part-two\.hbs:1.*projects-not-printed[\s\S]*公共图书馆购书及数字资源经费/u);
  });

  test("shows a project by any of its values, whatever stands beside it", async () => {
    const templates = join(temporaryFolder(), "templates");
    cpSync(join(ownTemplates, "zhejiang"), join(templates, "zhejiang"), { recursive: true });
    // Of a project only its name is asked for, as no more is printed.
    const formFile = join(templates, "zhejiang", "form.json");
    const form = JSON.parse(readFileSync(formFile, "utf8"));
    const { "project.name": name } = form.fields;
    writeFileSync(formFile, JSON.stringify({ ...form, fields: { "project.name": name } }));
    writeFileSync(
      join(templates, "zhejiang", "part-two.hbs"),
      `<section data-numbering="decimal"><h1 class="part">一览</h1><table data-caption="一览">
        <colgroup><col data-width="1"></colgroup><thead><tr><th>项目</th></tr></thead><tbody>
        {{#each projects}}<tr><td>{{ordinal}}. 甲；{{project.name}}</td></tr>{{/each}}
        </tbody></table></section>`,
    );
    const { run } = await built(sample, "--templates", templates);
    expect(run.stdout).not.toContain("projects-not-printed");
    expect(run.exitCode).toBe(0);
  });
});
