/** The page that a report is published as: the same words, headings and tables as in the DOCX, for every reader. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeBrowser, findViolations, withBrowser } from "./browser.ts";
import { buildSamples, samplesOut } from "./built-samples.ts";
import { readDocx } from "./read-docx.ts";
import type { DocxTable } from "./read-docx-table.ts";
import { type HtmlPage, readHtml } from "./read-html.ts";
import { reportIn } from "./report-in.ts";
import { runHere } from "./run-here.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const samples = join(import.meta.dirname, "..", "..", "data");
const work = temporaryFolder();
const out = join(work, "out");
const data = join(work, "data");

const hostile = [
  "</td></table><script>alert(1)</script>",
  `" onmouseover="alert(1)`,
  "&lt;b&gt;<b>&amp;",
  "\u202e右到左\u202c",
  "]]><!-- -->",
].join("；");

function writeHostile(): void {
  mkdirSync(join(data, "甲"), { recursive: true });
  const facts = { 部门名称: "甲局", 年度: "2023", 表式: "hebei", 总体绩效目标: [hostile] };
  writeFileSync(join(data, "甲", "department.json"), JSON.stringify(facts));
  const quoted = `"${hostile.replaceAll('"', '""')}"`;
  const rows = ["项目编码,项目名称,预算数(元),资金用途", `130304210110000000001,${quoted},3600.00,${quoted}`];
  writeFileSync(join(data, "甲", "projects.csv"), rows.join("\n"));
}

afterAll(closeBrowser);

beforeAll(async () => {
  writeHostile();
  const built = await runHere("build", join(data, "甲"), "--out", out, "--format", "docx,html");
  expect(built).toMatchObject({ exitCode: 0 });
  expect(await buildSamples()).toMatchObject({ exitCode: 0 });
});

const forms = readdirSync(join(samples, "forms")).map((form) => `forms/${form}`);
const reports = ["suzhou", "beidaihe", "korla", ...forms, "甲"];
const fileIn = (name: string, format: string): string =>
  reportIn(join(name === "甲" ? out : samplesOut, name), format);

const pageOf = (name: string): HtmlPage => readHtml(readFileSync(fileIn(name, "html")));
const squeezed = (text: string): string => text.replaceAll(/\s+/gu, "");

describe.each(reports)("%s", (name) => {
  test("has the headings of the DOCX, all of them in the contents", () => {
    const page = pageOf(name);
    const { blocks, contents } = readDocx(readFileSync(fileIn(name, "docx")));
    const inDocx = blocks.flatMap((block) =>
      block.kind === "paragraph" && block.outlineLevel !== undefined
        ? [[block.outlineLevel, squeezed(block.text)]]
        : [],
    );
    expect(page.headings.map(({ level, text }) => [level, squeezed(text)])).toEqual(inDocx);
    const ids = page.headings.map(({ id }) => `#${id}`);
    expect(page.links).toEqual(["#main", ...ids]);
    expect(ids).toHaveLength(contents.length);
    expect(new Set(page.ids).size).toBe(page.ids.length);
  });

  test("has the tables of the DOCX, cell by cell", () => {
    const inDocx = readDocx(readFileSync(fileIn(name, "docx"))).blocks.filter(
      (block): block is DocxTable => block.kind === "table",
    );
    // Tables without borders and headers put texts beside each other; they are none on the page.
    const grids = inDocx.filter(({ borders }) => borders.top !== "nil" && borders.top !== "none");
    const { tables } = pageOf(name);
    expect(tables.map(squaresOf)).toEqual(grids.map(squaresOf));
    for (const { caption, cells } of tables) {
      expect(caption).not.toBe("");
      expect(cells.some(({ scope }) => scope !== undefined)).toBe(true);
    }
  });

  test("is one file that asks for nothing and runs nothing", () => {
    const source = readFileSync(fileIn(name, "html"), "utf8");
    expect(source).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(source.replace("http://www.w3.org/1999/xhtml", "")).not.toMatch(/<[^>]*(?:https?:|src=|url\()/u);
    const { elements, landmarks, language } = pageOf(name);
    for (const active of ["script", "iframe", "img", "object", "form", "link"])
      expect(elements).not.toContain(active);
    expect([language, ...landmarks]).toEqual(["zh-CN", "header", "nav", "main"]);
  });
});

test("what is written to look like markup is text", () => {
  const { text, headings } = pageOf("甲");
  expect(squeezed(text)).toContain(squeezed(hostile.replaceAll(/[\u202a-\u202e]/gu, "")));
  expect(headings.some((heading) => squeezed(heading.text).includes("<script>alert(1)</script>"))).toBe(true);
});

test.for(reports)(
  "axe-core finds nothing, and nothing is asked for or reported: %s",
  async (name, context) => {
    await withBrowser(context, async (openPage) => {
      const { page, noise } = await openPage(pathToFileURL(fileIn(name, "html")).href, { bypassCSP: true });
      expect(noise).toEqual([]);
      expect(await findViolations(page)).toEqual([]);
    });
  },
);

test("axe-core finds what is wrong with a page that is not accessible", async (context) => {
  await withBrowser(context, async (openPage) => {
    const { page } = await openPage("about:blank", { bypassCSP: true });
    await page.setContent("<table><tr><th></th><td>1</td></tr></table>");
    expect((await findViolations(page)).map((found) => found.split(":")[0])).toContain("html-has-lang");
  });
});

type Square = {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly text: string;
};

function squaresOf({ cells }: { readonly cells: readonly Square[] }): readonly string[] {
  return cells.map(
    ({ row, column, rowSpan, colSpan, text }) => `${row} ${column} ${rowSpan} ${colSpan} ${squeezed(text)}`,
  );
}
