/** Opens containers one after the other, in a process of its own that is watched, and replaced when it dies. */
import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Limits, Opened } from "../read/index.ts";
import type { Answer, Job } from "./child.ts";
import { endings } from "./endings.ts";

export type WorkbookOpener = {
  /** Never rejects: how it ended is a value. */
  readonly open: (bytes: Uint8Array) => Promise<Opened>;
  /** Ends the process, whatever it is doing; nothing is opened any more. */
  readonly close: () => void;
};

const childFile = new URL("./child.js", import.meta.url);

/** Processes run compiled code; where the sources run as they are, as in tests, containers are opened here. */
const canFork = import.meta.url.endsWith(".js");

/** Nobody asks any more. */
const closed: Opened = { kind: "crashed", detail: "closed" };

export function openWorkbooks(limits: Limits): WorkbookOpener {
  let child: ChildProcess | undefined;
  let isClosed = false;
  let turn: Promise<unknown> = Promise.resolve();
  const openIn = async (process: ChildProcess, bytes: Uint8Array): Promise<Opened> => {
    child = process;
    const { opened, memory } = await ask(process, { bytes, limits });
    // What it holds on to counts for the next one.
    if (memory === undefined || memory > limits.memory / 2) {
      process.kill("SIGKILL");
      child = undefined;
    }
    return opened;
  };
  const openNext = async (bytes: Uint8Array): Promise<Opened> => {
    if (isClosed) return closed;
    if (!canFork) {
      const { openContainer } = await import("./open-container.ts");
      return openContainer(bytes, limits);
    }
    const used = child;
    const opened = await openIn(used ?? startChild(limits), bytes);
    if (isClosed) return closed;
    // A process that had opened others may have died of them, or of something else while it waited.
    return used !== undefined && mayBeOthers(opened) ? openIn(startChild(limits), bytes) : opened;
  };
  return {
    open: (bytes) => {
      const opened = turn.then(() => openNext(bytes));
      turn = opened;
      return opened;
    },
    close: () => {
      isClosed = true;
      child?.kill("SIGKILL");
      child = undefined;
    },
  };
}

function mayBeOthers(opened: Opened): boolean {
  return opened.kind === "crashed" || (opened.kind === "exceeded" && opened.limit === "memory");
}

function startChild({ memory }: Limits): ChildProcess {
  return fork(fileURLToPath(childFile), [], {
    // Buffers lie outside of the heap, so this bounds only a part of the memory: the rest is watched.
    execArgv: [`--max-old-space-size=${Math.ceil(memory)}`, "--max-semi-space-size=2", "--expose-gc"],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
}

/** Without `memory` it is dead, or must be ended. */
type Ending = { readonly opened: Opened; readonly memory?: number };

function ask(child: ChildProcess, job: Job): Promise<Ending> {
  return new Promise((resolve) => {
    const finish = (ending: Ending) => {
      clearTimeout(silence);
      child.off("message", answered).off("exit", died).off("error", failed);
      resolve(ending);
    };
    const answered = (answer: Answer) => finish(answer);
    const died = (code: number | null, signal: string | null) =>
      finish({ opened: causeOfDeath({ code, signal }, job) });
    // Its watcher may not watch, or all of it stand still.
    const { wait } = job.limits;
    const silence = setTimeout(
      () => finish({ opened: { kind: "exceeded", limit: "wait", allowed: wait } }),
      wait * 1000,
    );
    const failed = (error: Error) => finish({ opened: { kind: "crashed", detail: error.message } });
    child.on("message", answered).on("exit", died).on("error", failed);
    child.send(job, (error) => {
      if (error !== null) failed(error);
    });
  });
}

function causeOfDeath(
  { code, signal }: { readonly code: number | null; readonly signal: string | null },
  { limits }: Job,
): Opened {
  const exceeded = (limit: "memory" | "seconds"): Opened => ({
    kind: "exceeded",
    limit,
    allowed: limits[limit],
  });
  if (signal === endings.seconds) return exceeded("seconds");
  // V8 aborts when the heap is full.
  if (signal === endings.memory || signal === "SIGABRT" || code === 134) return exceeded("memory");
  return { kind: "crashed", detail: signal ?? String(code) };
}
