/** One department, built where it is best built: in this thread, in another, or with its parts in others. */

import type { DepartmentBuild } from "../department/build-department.ts";
import { addTimings, type Timings } from "../department/stopwatch.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import type { BuildOrder, Workbench } from "./workbench.ts";
import type { WorkerPool } from "./worker-pool.ts";

export type Builder = {
  readonly bench: Workbench;
  /** Absent where one thread does everything. */
  readonly pool: WorkerPool | undefined;
  /** The run's only department: the threads share its parts. */
  readonly alone: boolean;
  readonly signal: AbortSignal;
};

/** What is found is added to `findings`. */
export async function buildWith(
  { bench, pool, alone, signal }: Builder,
  order: BuildOrder,
  findings: Diagnostic[],
): Promise<DepartmentBuild> {
  const pause = pauseUnless(signal);
  if (pool === undefined) return bench.build(order, { findings, pause });
  if (!alone) {
    // What was found while its files were read decides, there too, whether anything is published.
    const built = await pool.build({ ...order, found: findings });
    findings.splice(0, findings.length);
    for (const finding of built.findings) findings.push(finding);
    return built;
  }
  let elsewhere: Timings = {};
  const finishParts = pool.finishParts((told) => {
    elsewhere = addTimings(elsewhere, told);
  });
  const built = await bench.build(order, { findings, pause, finishParts });
  return { ...built, milliseconds: addTimings(built.milliseconds, elsewhere) };
}

/** The stages do not yield, so a signal that came meanwhile is only heard here. */
function pauseUnless(signal: AbortSignal): () => Promise<void> {
  return async () => {
    await new Promise((resolve) => setImmediate(resolve));
    signal.throwIfAborted();
  };
}
