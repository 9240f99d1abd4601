/** What a route is, and what is measured of it. */
import type { Stopwatch } from "../../pipeline/department/index.ts";

/** What every route is given. */
export type Job = {
  /** The repository. */
  readonly root: string;
  /** The installed program. */
  readonly program: string;
  /** The department's exports. */
  readonly exports: string;
  /** The same after a person has edited one project. */
  readonly edited: string;
  /** What was prepared for the peers, and where outputs go. */
  readonly work: string;
};

/** Runs a stage of the work and adds up what it took. */
export type Lap = <Result>(stage: string, work: () => Result | Promise<Result>) => Promise<Result>;

/** Keeps a finished file; it is written to disk after measuring. */
export type Keep = (name: string, bytes: Uint8Array) => void;

/**
 * Reads its input and loads its engine, then returns the work to measure. Fonts are opened and input is turned
 * into the engine's own structures within the work.
 */
export type Route = (
  job: Job,
) => Promise<(tools: { readonly lap: Lap; readonly watch: Stopwatch; readonly keep: Keep }) => Promise<void>>;

export type Cost = {
  /** User + system, all threads, seconds. */
  readonly cpu: number;
  readonly wall: number;
};

export type Measurement = Cost & {
  /** Most memory the process held, MB. */
  readonly peak: number;
  readonly stages: Readonly<Record<string, Cost>>;
};

export type Failure = { readonly failed: string };

export type Outcome = Measurement | Failure;

export const isFailure = (outcome: Outcome): outcome is Failure => "failed" in outcome;

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[middle - 1] ?? Number.NaN, sorted[middle] ?? Number.NaN];
  return sorted.length % 2 === 1 ? high : (low + high) / 2;
}

/** Figure by figure the median; a failure if any run failed. */
export function medianOutcome(outcomes: readonly Outcome[]): Outcome {
  const failure = outcomes.find(isFailure);
  if (failure !== undefined) return failure;
  const runs = outcomes.filter((outcome): outcome is Measurement => !isFailure(outcome));
  const stages = Object.keys(runs[0]?.stages ?? {}).map((stage) => {
    const of = (figure: keyof Cost) => median(runs.flatMap((run) => run.stages[stage]?.[figure] ?? []));
    return [stage, { cpu: of("cpu"), wall: of("wall") }] as const;
  });
  return {
    cpu: median(runs.map(({ cpu }) => cpu)),
    wall: median(runs.map(({ wall }) => wall)),
    peak: median(runs.map(({ peak }) => peak)),
    stages: Object.fromEntries(stages),
  };
}
