/** A number of threads → departments built and parts typeset in them, side by side. */
import { availableParallelism, freemem } from "node:os";
import { fileURLToPath } from "node:url";
import {
  addTimings,
  type Generated,
  type MadePart,
  type MadeParts,
  type MakeParts,
  type PartJob,
} from "../department/index.ts";
import { hasCode } from "../files/index.ts";
import { exceeded } from "./bound-time.ts";
import { type Executor, failed } from "./executor.ts";
import type { BuildSettings, ResourceFolders } from "./resources.ts";
import type { DepartmentTask, PartsTask } from "./worker.ts";

export type Threads = {
  /** Builds whole departments in them. */
  readonly executor: (settings: BuildSettings) => Executor;
  /** Shares the parts of a large document among the threads and `here`. */
  readonly shareParts: (here: MakeParts) => MakeParts;
  readonly close: () => Promise<void>;
};

export type ThreadOptions = {
  readonly threads: number;
  readonly folders: ResourceFolders;
  /** A thread that takes more memory is ended, and what it was at has failed; by default as much as this thread has. */
  readonly cost?: BuildSettings["cost"] | undefined;
  readonly signal: AbortSignal;
  /** The user has said how many. */
  readonly asked: boolean;
};

/** Milliseconds that no run reaches; the most that a timer takes. */
const wholeRun = 2 ** 31 - 1;

/**
 * Parts of one document that are shared. To start and warm a thread takes a second of CPU time: on two cores a
 * thousand parts were done no sooner for it, five thousand by a sixth. Whoever asks for threads gets them earlier.
 */
const leastSharedUnasked = 1500;
const leastSharedWhenAsked = 60;

/** Parts a thread takes at a time: few enough that none waits long for the last. */
const partsATime = 20;

const workerFile = new URL("./worker.js", import.meta.url);

/** Threads run compiled code; where the sources run as they are, as in tests, there is this thread alone. */
const canRunThreads = import.meta.url.endsWith(".js");

/** Undefined if this thread is enough. */
export async function openThreads({
  threads,
  folders,
  cost,
  signal,
  asked,
}: ThreadOptions): Promise<Threads | undefined> {
  if (threads < 1 || !canRunThreads) return undefined;
  const leastShared = asked ? leastSharedWhenAsked : leastSharedUnasked;
  const { Tinypool } = await import("tinypool");
  const pool = new Tinypool({
    filename: fileURLToPath(workerFile),
    // Threads start when there is work for them: after an edit there may be none, and to start one takes a second.
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: wholeRun,
    // A thread keeps the forms and the fonts that it has opened.
    isolateWorkers: false,
    concurrentTasksPerWorker: 1,
    resourceLimits: cost && { maxOldGenerationSizeMb: cost.heap },
  });
  const waiting = new Set<AbortController>();
  // A thread that ended with nothing to do. If it could not even start, what waits for one would wait for ever.
  pool.on("error", (error) => {
    if (pool.threads.length === 0) for (const work of waiting) work.abort(error);
  });
  const run = async <Task, Result>(name: string, task: Task): Promise<Result> => {
    signal.throwIfAborted();
    const work = new AbortController();
    waiting.add(work);
    try {
      return await pool.run(task, { name, signal: AbortSignal.any([signal, work.signal]) });
    } catch (error) {
      // The pool says in its own words that a task was cancelled; it is no failure of the department's.
      signal.throwIfAborted();
      work.signal.throwIfAborted();
      throw error;
    } finally {
      waiting.delete(work);
    }
  };
  /** `fail`: what is made of work whose thread took all the memory. */
  const withinMemory = <Result>(work: Promise<Result>, fail: (heap: number) => Result): Promise<Result> =>
    work.catch((error: unknown) => {
      if (cost === undefined || !hasCode(error, "ERR_WORKER_OUT_OF_MEMORY")) throw error;
      return fail(cost.heap);
    });
  const close = () => pool.destroy();
  return {
    executor: (settings) => ({
      jobs: threads,
      generate: async (order) => {
        const { folder } = order.sources;
        const fail = (heap: number) => failed(order.sources, [exceeded(folder, "heap", heap)]);
        return withinMemory(run<DepartmentTask, Generated>("generateDepartment", { settings, order }), fail);
      },
      close,
    }),
    shareParts: (here) => async (document, jobs) => {
      if (jobs.length < leastShared) return here(document, jobs);
      const { context } = document;
      const there = (batch: readonly PartJob[]) => {
        const fail = (heap: number): MadeParts => {
          const findings = [exceeded(undefined, "heap", heap)];
          return { parts: batch.map(() => ({ findings })) };
        };
        const task = { folders, seconds: cost?.time, context, jobs: batch };
        return withinMemory(run<PartsTask, MadeParts>("typesetSomeParts", task), fail);
      };
      const others = Array.from({ length: threads }, () => there);
      return shareOut(batchesOf(jobs), [(batch) => here(document, batch), ...others]);
    },
    close,
  };
}

/** Whoever is free takes the next batch; the parts are in the order of the batches. */
async function shareOut(
  batches: readonly (readonly PartJob[])[],
  workers: readonly ((batch: readonly PartJob[]) => Promise<MadeParts>)[],
): Promise<MadeParts> {
  const made: MadeParts[] = [];
  const left = [...batches.entries()].values();
  const work = async (make: (typeof workers)[number]) => {
    for (const [index, batch] of left) made[index] = await make(batch);
  };
  await Promise.all(workers.map(work));
  return {
    parts: made.flatMap(({ parts }): readonly MadePart[] => parts),
    milliseconds: addTimings(...made.map(({ milliseconds = {} }) => milliseconds)),
  };
}

function batchesOf(jobs: readonly PartJob[]): readonly (readonly PartJob[])[] {
  const count = Math.ceil(jobs.length / partsATime);
  return Array.from({ length: count }, (_, index) =>
    jobs.slice(index * partsATime, (index + 1) * partsATime),
  );
}

/** Exports below this size are built sooner than threads start, bytes. */
const worthThreads = 500_000;
/** Of memory that a thread takes, bytes: fonts and a department of average size. */
const threadMemory = 400 * 2 ** 20;

/** How many threads a run gets that was not given a number: by its data, the cores and the memory. 1: this one alone. */
export function threadsFor(exportBytes: number): number {
  if (exportBytes < worthThreads) return 1;
  return Math.max(1, Math.min(availableParallelism(), Math.floor(freemem() / threadMemory)));
}
