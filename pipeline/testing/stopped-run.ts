/** The compiled program in a process of its own, stopped at a step of its writing → killed there, or resumed. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { program } from "./installed-program.ts";

const script = join(import.meta.dirname, "stop-at-step.mjs");

export type StoppedRun = {
  readonly pid: number;
  /** Resolves with the line that the predicate takes; rejects if the process ends without one. */
  readonly line: (wanted: (line: string) => boolean) => Promise<string>;
  readonly signal: (signal: NodeJS.Signals) => void;
  readonly resume: () => void;
  /** Its exit code, null after a kill, and every line that it wrote on standard error. */
  readonly ended: Promise<{ readonly exitCode: number | null; readonly lines: readonly string[] }>;
  /** Kills it and waits for its end. */
  readonly kill: () => Promise<void>;
};

/** `stop`: the number of the step, 0 for none, or its name; `words`: as `stop-at-step.mjs` takes them. */
export function startRun(stop: number | string, ...words: readonly string[]): StoppedRun {
  const child = spawn(process.execPath, [script, join(program, "dist"), String(stop), ...words], {
    stdio: ["pipe", "ignore", "pipe"],
  });
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  const wake = () => {
    for (const look of waiting) look();
  };
  createInterface({ input: child.stderr }).on("line", (line) => {
    lines.push(line);
    wake();
  });
  let over = false;
  const ended = new Promise<{ exitCode: number | null; lines: readonly string[] }>((resolve) => {
    child.on("close", (exitCode) => {
      over = true;
      wake();
      resolve({ exitCode, lines });
    });
  });
  return {
    pid: child.pid ?? 0,
    ended,
    signal: (signal) => child.kill(signal),
    resume: () => child.stdin.end("go\n"),
    line: (wanted) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = lines.find(wanted);
          if (found === undefined && !over) return;
          waiting.delete(look);
          if (found === undefined) reject(new Error(`it ended first:\n${lines.join("\n")}`));
          else resolve(found);
        };
        waiting.add(look);
        look();
      }),
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}
