/** A command line → what the program prints for it, run from the sources in this process: a second sooner than a process of its own. */
import { runCli } from "../cli/run-cli.ts";
import type { Outcome } from "./run-program.ts";
import { thisProcess } from "./this-process.ts";

/** `words` without the program's own name; on a screen of 100 columns that is no terminal. */
export async function runHere(...words: readonly string[]): Promise<Outcome> {
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
    now: new Date(),
    epoch: undefined,
    node: process.versions.node,
    self: thisProcess,
  });
  return { exitCode, stdout, stderr };
}
