/** The program as it is installed: words → what it printed in a process of its own, as a user runs it. */
import { join } from "node:path";
import { inject } from "vitest";
import { type Outcome, runProgram } from "./run-program.ts";

/** A folder with `dist`, `templates` and `node_modules`, as an installation has them. */
export const program = inject("program");

export const mainScript = join(program, "dist", "cli", "main.js");

export function runInstalled(...words: readonly string[]): Promise<Outcome> {
  return runProgram(process.execPath, [mainScript, ...words]);
}
