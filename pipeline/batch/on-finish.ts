/** A command of the user's → run in the system's shell when a run has ended, with its record, and what became of it. */

import { type ChildProcess, spawn } from "node:child_process";
import { platform } from "node:os";
import type { Diagnostic } from "../diagnostics/index.ts";
import { reasonOf } from "../files/index.ts";
import { secondsSince } from "./run-departments.ts";

export type OnFinish = {
  readonly command: string;
  /** Seconds. */
  readonly timeout: number;
};

export type OnFinishOptions = {
  /** Added to this process's own environment. */
  readonly environment: Readonly<Record<string, string>>;
  /** For its standard input. */
  readonly input: Uint8Array;
  /** A cancellation that comes while it runs ends it. */
  readonly signal: AbortSignal;
};

export type OnFinishEnd = {
  /** Absent where it was ended, or could not be started. */
  readonly exitCode?: number;
  readonly seconds: number;
  /** The last that it wrote, where it failed. */
  readonly output?: string;
  /** Where it failed. */
  readonly diagnostic?: Diagnostic;
};

/** Of its output, what is kept: its last words say why it failed. */
const mostOutput = 2000;
/** Milliseconds for what it has written to arrive, after its end: what it left running may hold its output open. */
const lastWords = 200;

/** Never rejects: whatever the command does, the run is over, and its files stand. */
export async function runOnFinish(
  { command, timeout }: OnFinish,
  options: OnFinishOptions,
): Promise<OnFinishEnd> {
  const since = performance.now();
  const { how, output } = await runShell(command, timeout * 1000, options);
  const seconds = secondsSince(since);
  const words = output.trim();
  const at = { kind: "option", option: "--on-finish" } as const;
  switch (how.kind) {
    case "exited": {
      const { exitCode } = how;
      if (exitCode === 0) return { exitCode, seconds };
      const args = { command, exitCode, output: words };
      return { exitCode, seconds, output: words, diagnostic: { code: "on-finish-failed", at, args } };
    }
    case "timeout": {
      const args = { command, seconds: timeout, output: words };
      return { seconds, output: words, diagnostic: { code: "on-finish-too-slow", at, args } };
    }
    case "lost": {
      const args = { command, reason: how.reason };
      return { seconds, output: words, diagnostic: { code: "on-finish-ended", at, args } };
    }
  }
}

type How =
  | { readonly kind: "exited"; readonly exitCode: number }
  | { readonly kind: "timeout" }
  /** By a signal, by whoever cancelled, or never started. */
  | { readonly kind: "lost"; readonly reason: string };

function runShell(
  command: string,
  milliseconds: number,
  { environment, input, signal }: OnFinishOptions,
): Promise<{ readonly how: How; readonly output: string }> {
  return new Promise((resolve) => {
    const windows = platform() === "win32";
    // A group of its own, so that with the shell all that it has started can be ended.
    const child = spawn(command, {
      shell: true,
      detached: !windows,
      windowsHide: true,
      env: { ...process.env, ...environment },
    });
    let output = Buffer.alloc(0);
    const keep = (chunk: Buffer) => {
      output = Buffer.concat([output, chunk]).subarray(-mostOutput);
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    // A command that does not read its input closes it.
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);

    let ended: How | undefined;
    const end = (how: How) => {
      ended ??= how;
      endTree(child, windows);
    };
    const timer = setTimeout(() => end({ kind: "timeout" }), milliseconds);
    const onCancel = () => end({ kind: "lost", reason: "SIGINT" });
    // A run that was cancelled is told of as well: only a cancellation that comes now is meant for the command.
    if (!signal.aborted) signal.addEventListener("abort", onCancel);
    const finish = (how: How) => {
      clearTimeout(timer);
      signal.removeEventListener("abort", onCancel);
      for (const stream of [child.stdin, child.stdout, child.stderr]) stream.destroy();
      resolve({ how: ended ?? how, output: output.toString("utf8") });
    };
    child.on("error", (error) => finish({ kind: "lost", reason: reasonOf(error) }));
    child.on("exit", (exitCode, by) => {
      const how: How = exitCode === null ? { kind: "lost", reason: by ?? "" } : { kind: "exited", exitCode };
      const late = setTimeout(() => finish(how), lastWords);
      child.on("close", () => {
        clearTimeout(late);
        finish(how);
      });
    });
  });
}

/** The shell with all that it has started. */
function endTree({ pid }: ChildProcess, windows: boolean): void {
  if (pid === undefined) return;
  const [program, args] = windows
    ? ["taskkill", ["/PID", String(pid), "/T", "/F"]]
    : ["/bin/sh", ["-c", `kill -KILL -${pid}`]];
  spawn(program, args, { stdio: "ignore", windowsHide: true }).on("error", () => undefined);
}
