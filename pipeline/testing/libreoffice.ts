/** DOCX files → their pages as LibreOffice sets them, as PDFs, and workbooks → its sheets: a judgement from outside. */
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { inject, type TestContext } from "vitest";
import { runTool } from "./outside-tools.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const timeout = 240_000;

/**
 * A person's settings must not count, and two that share a profile wait for each other: one for each worker, as to make
 * one takes as long as to open a document.
 */
const ofThisWorker = join(inject("temporaryFolder"), `libreoffice-${process.pid}`);
export const profile = `-env:UserInstallation=${pathToFileURL(ofThisWorker)}`;

/**
 * One start for all files; skips the test if LibreOffice is not installed. `skippingBlanks`: without the pages that it
 * leaves blank of its own accord, as its PDFs are and its prints are not.
 */
export async function openInLibreOffice(
  context: TestContext,
  files: readonly string[],
  { skippingBlanks = true }: { readonly skippingBlanks?: boolean } = {},
): Promise<readonly Uint8Array[]> {
  const folder = temporaryFolder();
  // Its PDFs are named for the files, of which two may have one name.
  const given = files.map((file, index) => {
    const copy = join(folder, `${index}.docx`);
    copyFileSync(file, copy);
    return copy;
  });
  const options = JSON.stringify({ IsSkipEmptyPages: { type: "boolean", value: String(skippingBlanks) } });
  const format = `pdf:writer_pdf_Export:${options}`;
  const convert = ["--headless", "--convert-to", format, "--outdir", folder, ...given];
  const { stderr } = await runTool(context, "soffice", [profile, ...convert], { timeout });
  return files.map((file, index) => {
    try {
      // Its exit code is 0 for a file that it cannot open.
      return readFileSync(join(folder, `${index}.pdf`));
    } catch (cause) {
      throw new Error(`LibreOffice made no PDF of ${file}: ${stderr}`, { cause });
    }
  });
}

/** The sheets of a workbook as LibreOffice shows them, one CSV a sheet by its name; skips the test if it is not installed. */
export async function sheetsInLibreOffice(
  context: TestContext,
  workbook: Uint8Array,
): Promise<ReadonlyMap<string, string>> {
  const folder = temporaryFolder();
  const file = join(folder, "book.xlsx");
  writeFileSync(file, workbook);
  // Comma, quote, UTF-8, and last: of all sheets.
  const format = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1";
  const convert = ["--headless", "--convert-to", format, "--outdir", folder, file];
  await runTool(context, "soffice", [profile, ...convert], { timeout });
  const made = readdirSync(folder).filter((name) => name.endsWith(".csv"));
  return new Map(
    made.map((name) => [
      name.slice("book-".length, -".csv".length),
      readFileSync(join(folder, name), "utf8"),
    ]),
  );
}
