/** Another program's words → its exit code and what it printed. */
import { execFile } from "node:child_process";

export type Outcome = { readonly exitCode: number; readonly stdout: string; readonly stderr: string };

export type RunOptions = {
  /** Milliseconds; none without it. */
  readonly timeout?: number;
  /** Instead of this process's own. */
  readonly env?: NodeJS.ProcessEnv;
};

/** Waits for its end; a program that cannot be started, or is not done in time, is an error. */
export function runProgram(
  program: string,
  args: readonly string[],
  { timeout = 0, env = process.env }: RunOptions = {},
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    execFile(program, args, { maxBuffer: 64 * 1024 * 1024, timeout, env }, (error, stdout, stderr) => {
      if (error !== null && typeof error.code !== "number") reject(error);
      else resolve({ exitCode: Number(error?.code ?? 0), stdout, stderr });
    });
  });
}
