/** A .docx → its pages as LibreOffice sets them, as a PDF: a word processor's judgement from outside. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { TestContext } from "vitest";
import { runTool } from "./outside-tools.ts";

const timeout = 240_000;

/** Skips the test where LibreOffice is not installed. */
export async function openInLibreOffice(context: TestContext, docx: string): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), "libreoffice-"));
  try {
    // A profile of its own: two that share one wait for each other, and a person's settings must not count.
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile"))}`;
    const convert = ["--headless", "--convert-to", "pdf", "--outdir", folder, docx];
    const { stderr } = await runTool(context, "soffice", [profile, ...convert], { timeout });
    const made = join(folder, basename(docx).replace(/\.docx$/u, ".pdf"));
    try {
      // Its exit code is 0 for a file that it cannot open.
      return readFileSync(made);
    } catch (cause) {
      throw new Error(`LibreOffice made no PDF: ${stderr}`, { cause });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
