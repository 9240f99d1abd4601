/** Sets the program up in a folder of its own, as an installation would, and runs it there as a user does. */
import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Outcome, runProgram } from "./run-program.ts";

const root = join(import.meta.dirname, "..", "..");

export type Installation = {
  /** A temporary folder to work in. */
  readonly folder: string;
  readonly run: (...args: readonly string[]) => Promise<Outcome>;
  readonly remove: () => void;
};

/** Compiles the sources beside links to the templates and the libraries, away from `dist/` and its users. */
export async function installCli(): Promise<Installation> {
  const folder = mkdtempSync(join(tmpdir(), "huibian-"));
  for (const name of ["templates", "node_modules", "package.json"])
    symlinkSync(join(root, name), join(folder, name));
  const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
  const project = join(root, "tsconfig.build.json");
  const runNode = (...args: readonly string[]) => runProgram(process.execPath, args);
  const compiled = await runNode(compiler, "-p", project, "--outDir", join(folder, "dist"));
  if (compiled.exitCode !== 0) throw new Error(`tsc: ${compiled.stdout}${compiled.stderr}`);
  const main = join(folder, "dist", "cli", "main.js");
  return {
    folder,
    run: (...args) => runNode(main, ...args),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
