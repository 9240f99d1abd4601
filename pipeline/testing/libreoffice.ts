/** DOCX files → their pages as LibreOffice sets them, as PDFs: a word processor's judgement from outside. */
import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { TestContext } from "vitest";
import { runTool } from "./outside-tools.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const timeout = 240_000;

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
  // A profile of its own: two that share one wait for each other, and a person's settings must not count.
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile"))}`;
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
