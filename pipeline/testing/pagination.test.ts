/** One pagination for both formats: the numbers that the contents print are those of the pages, in the PDF and in LibreOffice's view of the DOCX. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Installation, installCli } from "./install-cli.ts";
import { openInLibreOffice } from "./libreoffice.ts";
import { type PdfReport, readPdfReport } from "./pdf-report.ts";
import { type DocxContents, readDocx } from "./read-docx.ts";
import { type PdfPage, type ReadPdf, readPdf, textInBox } from "./read-pdf.ts";
import { cellsOf, readRules } from "./read-pdf-cells.ts";
import { solid } from "./solid.ts";
import { syntheticDepartment } from "./synthetic-department.ts";

const samples = join(import.meta.dirname, "..", "..", "data");

/** By folder, with the headings that its contents list. */
const departments = [
  ["beidaihe", 2 + 3 + 11],
  ["suzhou", 2 + 1 + 6],
  ["korla", 2 + 1 + 3],
  ["synthetic", 2 + 3 + 100],
] as const;

let installation: Installation;

beforeAll(async () => {
  installation = await installCli();
  const data = join(installation.folder, "synthetic");
  mkdirSync(data);
  for (const { name, bytes } of syntheticDepartment({ seed: 2023, projects: 100 }))
    writeFileSync(join(data, name), bytes);
  const built = await installation.run("build", samples, data, "--out", join(installation.folder, "out"));
  expect(built).toMatchObject({ exitCode: 0 });
}, 300_000);

afterAll(() => installation.remove());

describe.each(departments)("%s", (folder, entries) => {
  let path: (format: string) => string;
  let pdf: ReadPdf;
  let report: PdfReport;
  let docx: DocxContents;

  beforeAll(async () => {
    const out = join(installation.folder, "out", folder);
    path = (format) =>
      join(out, readdirSync(out).find((name) => name.endsWith(`.${format}`)) ?? `a ${format}`);
    const bytes = readFileSync(path("pdf"));
    pdf = await readPdf(bytes);
    report = await readPdfReport(bytes);
    docx = readDocx(readFileSync(path("docx")));
  });

  test("PDF: each number in the contents is printed on the page that its heading begins on", () => {
    expect(report.contents).toHaveLength(entries);
    for (const { text, number, page, top } of report.contents) {
      expect(report.textBelow(page, top).slice(0, text.length)).toBe(text);
      expect(report.footOf(page), text).toMatch(new RegExp(`—${number}—$`, "u"));
    }
  });

  test("DOCX: the contents say the same", () => {
    const listed = docx.contents.map(({ text, pageNumber }) => ({ text: solid(text), number: pageNumber }));
    expect(listed).toEqual(report.contents.map(({ text, number }) => ({ text, number })));
  });

  test("DOCX: LibreOffice has as many pages, and each heading on the page that the contents say", async (context) => {
    const seen = await readPdf(await openInLibreOffice(context, path("docx")));
    const headings = flatten(seen.outline).map(({ title, page }) => {
      const sheet = seen.pages[page];
      return { text: solid(title), number: sheet && numberOn(sheet), page };
    });
    expect(headings).toEqual(report.contents.map(({ text, number, page }) => ({ text, number, page })));
    expect(seen.pages.length).toBe(pdf.pages.length);
  }, 300_000);

  test("the tables say the same in both", async () => {
    const rules = await readRules(readFileSync(path("pdf")));
    const inPdf = pdf.pages.flatMap((page, index) =>
      cellsOf(page, rules[index] ?? []).map(({ text }) => solid(text)),
    );
    const inDocx = docx.blocks.flatMap((block) =>
      block.kind === "table" && block.style !== "table-bare"
        ? block.cells.toSorted((a, b) => a.row - b.row || a.column - b.column).map(({ text }) => solid(text))
        : [],
    );
    expect(inPdf.length).toBeGreaterThan(100);
    expect(inDocx).toEqual(inPdf);
  });
});

type OutlineItem = ReadPdf["outline"][number];

function flatten(items: readonly OutlineItem[]): readonly OutlineItem[] {
  return items.flatMap((item) => [item, ...flatten(item.items)]);
}

/** The last line of a page: `— 3 —`. */
function numberOn(page: PdfPage): string | undefined {
  const lines = textInBox(page, 0, 0, page.width, page.height).split("\n");
  return /^—(\w+)—$/u.exec(solid(lines.at(-1) ?? ""))?.[1];
}
