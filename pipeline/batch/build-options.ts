/** What `build` and its dry run are asked for. */
import type { RunOptions } from "../contracts/index.ts";
import type { Language } from "../diagnostics/index.ts";
import type { RunningProcess } from "../editions/index.ts";
import type { Clock } from "../files/index.ts";
import type { WantedShard } from "../find/index.ts";
import type { OutputFormat } from "../model/index.ts";
import type { RunEvent } from "./run-result.ts";

export type BuildOptions = {
  readonly folders: readonly string[];
  readonly out: string;
  readonly formats: readonly OutputFormat[];
  readonly draft: boolean;
  readonly strict: boolean;
  /** Builds what is unchanged, too. */
  readonly force?: boolean | undefined;
  /** Leaves what is unchanged out of the lists that are printed. */
  readonly changed?: boolean | undefined;
  /** Names and globs of departments. */
  readonly only?: readonly string[] | undefined;
  readonly exclude?: readonly string[] | undefined;
  /** Builds what the last run left undone, with its options but for those that are given again. */
  readonly retry?: { readonly given: readonly (keyof RunOptions)[] } | undefined;
  /** Threads; by default as many as the data, the cores and the memory make worthwhile. */
  readonly jobs: number | undefined;
  /** The user's own forms. */
  readonly templates: string | undefined;
  /** Folder of the user's own fonts. */
  readonly fonts: string | undefined;
  /** Folder of the part cache; by default below the output folder; `false`: no cache. */
  readonly cache: string | false | undefined;
  readonly clock: Clock;
  /** The clock's day, if it was given. */
  readonly date?: string | undefined;
  /** Of the lists of findings. */
  readonly language: Language;
  /** The version of Node, for the record. */
  readonly node?: string | undefined;
  readonly signal: AbortSignal;
  readonly onEvent: (event: RunEvent) => void;
  /** The process that builds, for the output folder's lock. */
  readonly self: RunningProcess;
  /** Seconds to wait for another run to leave the output folder. */
  readonly wait: number;
  /** How many of the newest editions the history keeps. */
  readonly keepEditions: number;
  /** Name of the record in the output folder; by default run.json. */
  readonly runFile?: string | undefined;
  /** Which part of the departments. */
  readonly shard?: WantedShard | undefined;
  /** Drafts that are older are removed; by default none. */
  readonly draftDays?: number | undefined;
};
