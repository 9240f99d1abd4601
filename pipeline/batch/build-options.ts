/** What `build` and its dry run are asked for: options of the command line, and what surrounds the run. */
import type { RunningProcess } from "../editions/index.ts";
import type { Clock } from "../files/index.ts";
import type { Given, OptionsOf } from "../options/index.ts";
import type { RunEvent } from "./run-result.ts";

/** Those that the command line sees to itself. */
type OfCommandLine =
  | "dryRun"
  | "logFile"
  | "onFinish"
  | "onFinishTimeout"
  | "reporter"
  | "verbose"
  | "timings";

export type BuildOptions = Omit<OptionsOf<"build">, OfCommandLine | "retry" | "wait"> & {
  readonly folders: readonly string[];
  /** Builds what the last run left undone, with its options but for those that are given again. */
  readonly retry?: { readonly given: Given };
  /** Seconds to wait for another run to leave the output folder. */
  readonly wait: number;
  /** Of `date`, or else of the day today. */
  readonly clock: Clock;
  /** The version of Node, for the record. */
  readonly node?: string;
  readonly signal: AbortSignal;
  readonly onEvent: (event: RunEvent) => void;
  /** The process that builds, for the output folder's lock. */
  readonly self: RunningProcess;
};
