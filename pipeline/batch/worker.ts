/** What a worker thread does: departments, or parts of a large one. It opens its own forms and fonts once. */

import type { DepartmentBuild } from "../department/build-department.ts";
import {
  type FinishedJob,
  openPartFinisher,
  type PartContext,
  type PartJob,
} from "../department/finish-part.ts";
import { startStopwatch, type Timings } from "../department/stopwatch.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import { type BenchOptions, type BuildOrder, openWorkbench, type Workbench } from "./workbench.ts";

let bench: Promise<Workbench> | undefined;

/** A thread serves one run, so the options are always the same. */
function benchFor(options: BenchOptions): Promise<Workbench> {
  bench ??= openWorkbench(options, () => undefined).then((opened) => {
    if (opened === undefined) throw new Error("forms or fonts that were there are gone");
    return opened;
  });
  return bench;
}

export type DepartmentTask = { readonly options: BenchOptions; readonly order: BuildOrder };

/** All findings come back with the build, those that were handed in first. */
export async function buildOne({ options, order }: DepartmentTask): Promise<DepartmentBuild> {
  const { build } = await benchFor(options);
  const findings: Diagnostic[] = [...(order.found ?? [])];
  // Whoever cancels a run ends its threads.
  return build(order, { findings, pause: async () => undefined });
}

export type PartsTask = {
  readonly options: BenchOptions;
  readonly context: PartContext;
  readonly jobs: readonly PartJob[];
};

export type FinishedParts = { readonly jobs: readonly FinishedJob[]; readonly milliseconds: Timings };

export async function finishSome({ options, context, jobs }: PartsTask): Promise<FinishedParts> {
  const { fonts } = await benchFor(options);
  const { time, milliseconds } = startStopwatch();
  const { finish } = openPartFinisher(context, { fonts: fonts.book, time });
  return { jobs: jobs.map(finish), milliseconds: milliseconds() };
}
