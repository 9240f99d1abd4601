/** One pagination for both formats: the numbers that the contents print are those of the pages, in the PDF and in LibreOffice's view of the DOCX. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { openInLibreOffice } from "./libreoffice.ts";
import { type PdfReport, readPdfReport } from "./pdf-report.ts";
import { type DocxContents, readDocx } from "./read-docx.ts";
import { type PdfPage, type ReadPdf, readPdf, textInBox } from "./read-pdf.ts";
import { runHere } from "./run-here.ts";
import { sidesOf, wrongSides } from "./sides.ts";
import { solid } from "./solid.ts";
import { syntheticDepartment } from "./synthetic-department.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const samples = join(import.meta.dirname, "..", "..", "data");

/** So many that the contents take two pages. */
const projects = 40;

/** By folder, with the headings that its contents list. */
const departments = [
  ["beidaihe", 2 + 3 + 11],
  ["suzhou", 2 + 1 + 6],
  ["korla", 2 + 1 + 3],
  ["synthetic", 2 + 3 + projects],
] as const;

const out = temporaryFolder();
const reports = new Map<string, PdfReport>();
const sides = new Map<string, readonly string[]>();
const pathOf = (folder: string, format: string): string =>
  join(
    out,
    folder,
    readdirSync(join(out, folder)).find((name) => name.endsWith(`.${format}`)) ?? `a ${format}`,
  );

beforeAll(async () => {
  const data = join(temporaryFolder(), "synthetic");
  mkdirSync(data);
  for (const { name, bytes } of syntheticDepartment({ seed: 2023, projects }))
    writeFileSync(join(data, name), bytes);
  expect(await runHere("build", samples, data, "--out", out)).toMatchObject({ exitCode: 0 });
});

describe.each(departments)("%s", (folder, entries) => {
  let report: PdfReport;
  let docx: DocxContents;

  beforeAll(async () => {
    report = await readPdfReport(readFileSync(pathOf(folder, "pdf")));
    docx = readDocx(readFileSync(pathOf(folder, "docx")));
    reports.set(folder, report);
    sides.set(folder, sidesOf((await readPdf(readFileSync(pathOf(folder, "pdf")))).pages));
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

  test("the tables say the same in both", () => {
    const inPdf = report.cells.flat().map(({ text }) => text);
    const inDocx = docx.blocks.flatMap((block) =>
      block.kind === "table" && block.style !== "table-bare"
        ? block.cells.toSorted((a, b) => a.row - b.row || a.column - b.column).map(({ text }) => solid(text))
        : [],
    );
    expect(inPdf.length).toBeGreaterThan(100);
    expect(inDocx).toEqual(inPdf);
  });
});

test("DOCX: LibreOffice has the same numbers on the same sides of the sheets, and each heading on the page that the contents say", async (context) => {
  const folders = departments.map(([folder]) => folder);
  const opened = await openInLibreOffice(
    context,
    folders.map((folder) => pathOf(folder, "docx")),
  );
  for (const [index, bytes] of opened.entries()) {
    const folder = folders[index] ?? "";
    const seen = await readPdf(bytes);
    const report = reports.get(folder);
    const headings = flatten(seen.outline).map(({ title, page }) => {
      const sheet = seen.pages[page];
      return { text: solid(title), number: sheet && numberOn(sheet), page };
    });
    const listed = report?.contents.map(({ text, number, page }) => ({ text, number, page }));
    expect(headings, folder).toEqual(listed);
    expect(sidesOf(seen.pages), folder).toEqual(sides.get(folder));
    expect(wrongSides(sidesOf(seen.pages)), folder).toEqual([]);
  }
}, 300_000);

type OutlineItem = ReadPdf["outline"][number];

function flatten(items: readonly OutlineItem[]): readonly OutlineItem[] {
  return items.flatMap((item) => [item, ...flatten(item.items)]);
}

/** The last line of a page: `— 3 —`. */
function numberOn(page: PdfPage): string | undefined {
  const lines = textInBox(page, 0, 0, page.width, page.height).split("\n");
  return /^—(\w+)—$/u.exec(solid(lines.at(-1) ?? ""))?.[1];
}
