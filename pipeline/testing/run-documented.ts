/** A command line as the documentation has it → what the program prints for it, without another process. */
import { runCli } from "../cli/run-cli.ts";

export type Printed = { readonly exitCode: number; readonly stdout: string; readonly stderr: string };

/** `words` without the program's own name; on a screen of 100 columns. */
export async function runDocumented(...words: readonly string[]): Promise<Printed> {
  let [stdout, stderr] = ["", ""];
  const exitCode = await runCli({
    argv: words,
    terminal: {
      out: (text) => {
        stdout += text;
      },
      err: (text) => {
        stderr += text;
      },
      interactive: false,
      coloured: false,
      columns: 100,
      peakMegabytes: () => 0,
    },
    signal: new AbortController().signal,
    now: new Date("2026-01-01T00:00:00Z"),
    epoch: undefined,
    self: { pid: 1, isRunning: () => true },
  });
  return { exitCode, stdout, stderr };
}
