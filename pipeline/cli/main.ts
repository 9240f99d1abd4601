#!/usr/bin/env node
/** The program: joins the command line to the process. */
import { languageOf } from "./parse-arguments.ts";
import { runCli } from "./run-cli.ts";
import type { Terminal } from "./terminal.ts";
import { cancelling } from "./words.ts";

const { env, stdout, stderr } = process;
const argv = process.argv.slice(2);

const terminal: Terminal = {
  out: (text) => stdout.write(text),
  err: (text) => stderr.write(text),
  interactive: stderr.isTTY === true && env.TERM !== "dumb",
  coloured: stdout.isTTY === true && env.TERM !== "dumb" && (env.NO_COLOR ?? "") === "",
  // A terminal that does not know its width says 0.
  columns: stdout.columns || 100,
  peakMegabytes: () => process.resourceUsage().maxRSS / 1024,
};

/** Signal 0 reaches nobody; a process that we may not signal is there all the same. */
function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

const cancel = new AbortController();
// Schedulers and clusters end a program with SIGTERM.
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => {
    cancel.abort();
    // Below the line of progress, which would be written over.
    if (signal === "SIGINT") terminal.err(`\n${cancelling[languageOf(argv)]}\n`);
    // Whoever presses Ctrl-C again does not want to wait for the department in hand.
    process.once(signal, () => process.exit(130));
  });
// `huibian check | head` closes the pipe early: the rest is not printed, but the exit code is still right.
stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

process.exitCode = await runCli({
  argv,
  terminal,
  signal: cancel.signal,
  now: new Date(),
  epoch: env.SOURCE_DATE_EPOCH,
  node: process.versions.node,
  self: { pid: process.pid, isRunning },
});
