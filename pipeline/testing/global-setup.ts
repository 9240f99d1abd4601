/** Before all tests: one temporary folder for whatever they and their programs write, with the command line compiled into it. */
import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { bundleProgram, bundleScripts } from "../../scripts/bundle.mjs";

declare module "vitest" {
  export interface ProvidedContext {
    /** Where all temporary folders of this run lie; it goes with them when the run ends. */
    readonly temporaryFolder: string;
    /** The program as an installation has it: `dist`, `templates`, `node_modules`. */
    readonly program: string;
  }
}

const root = join(import.meta.dirname, "..", "..");

/** Returns what removes the folder again. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "huibian-tests-"));
  // If the sources do not compile, or somebody ends the run, nothing else removes it.
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  process.once("SIGTERM", () => process.exit(143));
  // Of the systems, each reads its own; workers and the programs that they start inherit them.
  for (const name of ["TMPDIR", "TEMP", "TMP"]) process.env[name] = folder;
  const program = mkdtempSync(join(folder, "program-"));
  for (const name of ["templates", "node_modules", "package.json"])
    symlinkSync(join(root, name), join(program, name));
  await bundleProgram(join(program, "dist"), { testing: join(import.meta.dirname, "program-parts.ts") });
  // Sources that are run as they are take the scripts from `dist/`, too: they are the only files of it that they need.
  for (const folder of [program, root]) await bundleScripts(join(folder, "dist"));
  provide("temporaryFolder", folder);
  provide("program", program);
  // Asynchronously: it can take seconds, in which Vitest would take its workers for stuck.
  return () => rm(folder, { recursive: true, force: true });
}
