#!/usr/bin/env node
/** The program: joins the command line to the process. */
import { isCommandName } from "../options/index.ts";
import { languageOf } from "./parse-arguments.ts";
import { runCli } from "./run-cli.ts";
import type { Terminal } from "./terminal.ts";
import { cancelling, ending } from "./words.ts";

const { env, stdin, stdout, stderr } = process;
const argv = process.argv.slice(2);

const terminal: Terminal = {
  out: (text) => stdout.write(text),
  err: (text) => stderr.write(text),
  interactive: stderr.isTTY === true && env.TERM !== "dumb",
  coloured: stdout.isTTY === true && env.TERM !== "dumb" && (env.NO_COLOR ?? "") === "",
  // A terminal that does not know its width says 0.
  columns: stdout.columns || 100,
  questions: stdin.isTTY === true && stdout.isTTY === true ? { input: stdin, output: stdout } : undefined,
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
function onSignal(signal: NodeJS.Signals): void {
  // Whoever asks again does not want to wait for the department in hand: the system ends us then, whatever we do.
  process.off("SIGINT", onSignal).off("SIGTERM", onSignal);
  cancel.abort();
  // Below the line of progress, which would be written over.
  const said = argv.find(isCommandName) === "preview" ? ending : cancelling;
  if (signal === "SIGINT") terminal.err(`\n${said[languageOf(argv)]}\n`);
}
// Schedulers and clusters end a program with SIGTERM; a terminal that is closed sends SIGHUP, and so does its shell.
process.on("SIGINT", onSignal).on("SIGTERM", onSignal).on("SIGHUP", onSignal);

// `huibian check | head` closes the pipe early, as a terminal may be closed: the rest is not printed, but the run goes
// on, and the exit code is still right.
for (const stream of [stdout, stderr])
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE" && error.code !== "EIO") throw error;
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
