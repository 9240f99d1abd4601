/** A number of threads → departments and parts built in them, side by side. */
import { availableParallelism, freemem } from "node:os";
import { fileURLToPath } from "node:url";
import { Tinypool } from "tinypool";
import type { DepartmentBuild } from "../department/build-department.ts";
import { type FinishedJob, type FinishParts, inTurn, type PartJob } from "../department/finish-part.ts";
import type { Timings } from "../department/stopwatch.ts";
import type { BenchOptions, BuildOrder } from "./workbench.ts";
import type { DepartmentTask, FinishedParts, PartsTask } from "./worker.ts";

export type WorkerPool = {
  readonly build: (order: BuildOrder) => Promise<DepartmentBuild>;
  /** Told how long the stages took in the threads, all of them together. */
  readonly finishParts: (told: (milliseconds: Timings) => void) => FinishParts;
  readonly close: () => Promise<void>;
};

/** Milliseconds that no run reaches; the most that a timer takes. */
const wholeRun = 2 ** 31 - 1;

/**
 * Parts of one department that are shared out. To start and warm a thread takes a second of CPU time: on two cores a
 * thousand parts were done no sooner for it, five thousand by a sixth. Whoever asks for threads gets them earlier.
 */
const leastSharedUnasked = 1500;
const leastSharedWhenAsked = 60;

/** Parts a thread takes at a time: few enough that none waits long for the last. */
const partsATime = 20;

const workerFile = new URL("./worker.js", import.meta.url);

/** Threads run compiled code; where the sources run as they are, as in tests, there is this thread alone. */
export const canRunThreads = import.meta.url.endsWith(".js");

export function openWorkerPool(
  threads: number,
  options: BenchOptions,
  { signal, asked }: { readonly signal: AbortSignal; readonly asked: boolean },
): WorkerPool {
  const leastShared = asked ? leastSharedWhenAsked : leastSharedUnasked;
  const pool = new Tinypool({
    filename: fileURLToPath(workerFile),
    // Threads start when there is work for them: after an edit there may be none, and to start one takes a second.
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: wholeRun,
    // A thread keeps the forms and the fonts that it has opened.
    isolateWorkers: false,
    concurrentTasksPerWorker: 1,
  });
  const run = async <Task, Result>(name: string, task: Task): Promise<Result> => {
    signal.throwIfAborted();
    try {
      return await pool.run(task, { name, signal });
    } catch (error) {
      // The pool says in its own words that a task was cancelled; it is no failure of the department's.
      signal.throwIfAborted();
      throw error;
    }
  };
  return {
    build: (order) => run<DepartmentTask, DepartmentBuild>("buildOne", { options, order }),
    finishParts: (told) => async (context, jobs, here) => {
      if (jobs.length < leastShared) return inTurn(jobs, here);
      const finishThere = async (batch: readonly PartJob[]) => {
        const task: PartsTask = { options, context, jobs: batch };
        const { jobs: finished, milliseconds } = await run<PartsTask, FinishedParts>("finishSome", task);
        told(milliseconds);
        return finished;
      };
      const finishHere = (batch: readonly PartJob[]) => inTurn(batch, here);
      const others = Array.from({ length: threads }, () => finishThere);
      return shareOut(batches(jobs), [finishHere, ...others]);
    },
    close: () => pool.destroy(),
  };
}

/** Whoever is free takes the next batch; the results are in the order of the batches. */
async function shareOut(
  all: readonly (readonly PartJob[])[],
  workers: readonly ((batch: readonly PartJob[]) => Promise<readonly FinishedJob[]>)[],
): Promise<readonly FinishedJob[]> {
  const finished: (readonly FinishedJob[])[] = [];
  const left = [...all.entries()].values();
  const work = async (finish: (typeof workers)[number]) => {
    for (const [index, batch] of left) finished[index] = await finish(batch);
  };
  await Promise.all(workers.map(work));
  return finished.flat();
}

function batches(jobs: readonly PartJob[]): readonly (readonly PartJob[])[] {
  const count = Math.ceil(jobs.length / partsATime);
  return Array.from({ length: count }, (_, index) =>
    jobs.slice(index * partsATime, (index + 1) * partsATime),
  );
}

/** Exports below this size are built sooner than threads start, bytes. */
const worthThreads = 500_000;
/** Of memory that a thread takes, bytes: fonts and a department of average size. */
const threadMemory = 400 * 2 ** 20;

/** How many threads a run gets that nobody has told: by its data, the cores and the memory. 1: no thread but this one. */
export function threadsFor(exportBytes: number): number {
  if (exportBytes < worthThreads) return 1;
  return Math.max(1, Math.min(availableParallelism(), Math.floor(freemem() / threadMemory)));
}
