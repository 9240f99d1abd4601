/** Programs that judge our files from outside; on a developer's machine they may be missing, in CI they must be there. */
import type { TestContext } from "vitest";
import { type Outcome, type RunOptions, runProgram } from "./run-program.ts";

/** Runs a tool; if it is not installed, the test is skipped with a note. */
export async function runTool(
  context: TestContext,
  tool: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<Outcome> {
  try {
    return await runProgram(tool, args, options);
  } catch (error) {
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
    if (!missing || process.env.CI === "true") throw error;
    const note = `${tool} is not installed: what it would have checked is not checked here`;
    process.stderr.write(`\n${context.task.name}: ${note}\n`);
    return context.skip(note);
  }
}
