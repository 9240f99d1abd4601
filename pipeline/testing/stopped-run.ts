/** The compiled program in a process of its own, stopped at a step of its writing, or at each → killed there, or resumed. */
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
  /** Of a run that stops at `each`: the name of the step that it is stopped at. It goes on when the next is asked for. */
  readonly steps: () => AsyncGenerator<string>;
  /** Its exit code, null after a kill, and every line that it wrote on standard error. */
  readonly ended: Promise<{ readonly exitCode: number | null; readonly lines: readonly string[] }>;
  /** Kills it and waits for its end. */
  readonly kill: () => Promise<void>;
};

/** `stop`, `words`: as `stop-at-step.mjs` takes them. */
export function startRun(stop: string, ...words: readonly string[]): StoppedRun {
  const child = spawn(process.execPath, [script, join(program, "dist"), stop, ...words], {
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
  /** What `look` finds in the lines so far, as soon as it does; undefined if the process ends first. */
  const find = <Found>(look: () => Found | undefined): Promise<Found | undefined> =>
    new Promise((resolve) => {
      const again = () => {
        const found = look();
        if (found === undefined && !over) return;
        waiting.delete(again);
        resolve(found);
      };
      waiting.add(again);
      again();
    });
  return {
    pid: child.pid ?? 0,
    ended,
    signal: (signal) => child.kill(signal),
    resume: () => child.stdin.end("go\n"),
    steps: async function* () {
      for (let number = 1; ; number += 1) {
        const isThere = () => lines.filter((line) => line === "stopped").length === number || undefined;
        if ((await find(isThere)) === undefined) return;
        const step = lines.find((line) => line.startsWith(`step ${number} `)) ?? "";
        yield step.slice(`step ${number} `.length);
        child.stdin.write("go\n");
      }
    },
    line: async (wanted) => {
      const found = await find(() => lines.find(wanted));
      if (found === undefined) throw new Error(`it ended first:\n${lines.join("\n")}`);
      return found;
    },
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}
