/** Names with a line break in them → the same titles, headings and contents in both formats. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readPdfReport } from "./pdf-report.ts";
import { readDocx } from "./read-docx.ts";
import { runHere } from "./run-here.ts";
import { solid } from "./solid.ts";
import { temporaryFolder } from "./temporary-folder.ts";

test("a department's and a project's", async () => {
  const data = join(import.meta.dirname, "cases", "name-of-two-lines");
  const out = temporaryFolder();
  const { stdout } = await runHere("build", data, "--out", out, "--reporter", "json");
  const [{ title, findings }] = JSON.parse(stdout).departments;
  expect(title).toBe("原阳县交通运输局2026年部门预算绩效文本");
  expect(findings.map(({ code }: { code: string }) => code)).not.toContain("glyph-missing");

  const folder = join(out, "name-of-two-lines");
  expect(readdirSync(folder)).toEqual(expect.arrayContaining([`${title}.docx`, `${title}.pdf`]));
  const docx = readDocx(readFileSync(join(folder, `${title}.docx`)));
  const pdf = await readPdfReport(readFileSync(join(folder, `${title}.pdf`)));
  const cover = pdf.textBelow(0, 0);
  expect(cover.slice(0, solid(title).length)).toBe(solid(title));
  const paragraphs = docx.blocks.flatMap((block) => (block.kind === "paragraph" ? [solid(block.text)] : []));
  expect(paragraphs.slice(0, 2).join("")).toBe(solid(title));
  expect(pdf.contents.map(({ text }) => text)).toEqual(docx.contents.map(({ text }) => solid(text)));
  expect(pdf.contents.map(({ text }) => text).join()).toContain("候船亭加固");
  expect(pdf.outline.map(solid)).toEqual(pdf.contents.map(({ text }) => text));
});
