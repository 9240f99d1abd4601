/** What a run did: for the summary, for `--reporter json`, and for `run.json`. */
import type { ChosenFont } from "../assets/fonts/index.ts";
import type { BrokenForm } from "../assets/forms/index.ts";
import type { Finding } from "../catalogue/index.ts";
import type {
  DepartmentRecord,
  ExitCode,
  FindingCounts,
  FormReason,
  PublicRecord,
  PublishedFile,
  RebuildReason,
  RemovedDraft,
  Rollup,
  RunOptions,
  Shard,
} from "../contracts/index.ts";
import type { FileReading, Readback, Reuse, Timings, Totals } from "../department/index.ts";
import { type Diagnostic, severities, severityOf } from "../diagnostics/index.ts";

export type Command = "build" | "check" | "rollup";

/** failed: not published; skipped: cancelled before it, or not meant; unchanged: what stands there would be built again. */
export type DepartmentState = "built" | "unchanged" | "checked" | "failed" | "skipped";

/** Why a department was skipped. */
export type SkipReason = NonNullable<DepartmentRecord["reason"]>;

export type DepartmentResult = {
  readonly folder: string;
  readonly state: DepartmentState;
  /** Of a skipped one. */
  readonly reason?: SkipReason;
  /** Why it was built, or tried. */
  readonly because?: readonly RebuildReason[];
  readonly name?: string;
  readonly form?: string;
  readonly formReason?: FormReason;
  readonly title?: string;
  readonly projects?: number;
  readonly indicators?: number;
  /** 万元 */
  readonly budgetTotal?: string;
  readonly pages?: number;
  /** Since the last final edition; absent where there is none. */
  readonly changes?: number;
  /** The folder that was written to; absent where nothing was. */
  readonly output?: string;
  /** The documents published there. */
  readonly files: readonly PublishedFile[];
  /** The edition that may be published, in the folder `public` there. */
  readonly public?: PublicRecord | undefined;
  readonly findings: readonly Finding[];
  /** What department.json ignores; not among the findings. */
  readonly ignored?: readonly Finding[];
  /** What follows from a finding, and would be one without it; not among the findings. */
  readonly consequences?: readonly Finding[];
  /** Of an unchanged one, how many it ignores. */
  readonly countedIgnored?: FindingCounts;
  /** Of an unchanged one, whose findings are not looked for again. */
  readonly counted?: FindingCounts;
  /** How its exports were read. */
  readonly readings?: readonly FileReading[];
  readonly seconds: number;
  readonly milliseconds: Timings;
  /** Of its parts, how many an earlier build had made. */
  readonly reuse?: Reuse;
  /** How much of its files was read back before they were published. */
  readonly readback?: Readback | undefined;
  /** Where our own code threw, for whoever mends it. */
  readonly stack?: string;
};

export type RunResult = {
  readonly command: Command;
  readonly version: string;
  /** ISO 8601 */
  readonly startedAt: string;
  readonly seconds: number;
  readonly exitCode: ExitCode;
  readonly departments: readonly DepartmentResult[];
  /** What belongs to no department, such as stray files. */
  readonly problems: readonly Diagnostic[];
  readonly brokenForms: readonly BrokenForm[];
  /** Where --fonts was given: which of its fonts took which role. */
  readonly fonts?: readonly ChosenFont[];
  readonly totals: Totals;
  /** Of a build: what it was asked for. */
  readonly options?: RunOptions;
  /** Of a roll-up: what was published; absent where nothing was. */
  readonly rollup?: RolledUp;
  /** Departments that a retry left alone: they stay in `run.json` as they were. */
  readonly kept?: readonly DepartmentRecord[];
  /** Which part of the departments it was about. */
  readonly shard?: Shard;
  /** Drafts that had grown old. */
  readonly removedDrafts?: readonly RemovedDraft[];
};

/** The documents over all departments. */
export type RolledUp = {
  readonly title: string;
  readonly pages: number;
  /** The folder that was written to. */
  readonly output: string;
  readonly files: readonly PublishedFile[];
  /** Of the combined volume, where one was wanted. */
  readonly volume?: {
    readonly title: string;
    readonly pages: number;
    /** Of its departments' parts, how many an earlier run had made. */
    readonly reused: number;
    readonly made: number;
  };
  readonly figures: Rollup;
  /** Of printing, by stage, all threads together. */
  readonly milliseconds: Timings;
};

export type PlannedDepartment = {
  readonly folder: string;
  readonly state: "build" | "unchanged" | "not-selected";
  /** Of one that would be built. */
  readonly because?: readonly RebuildReason[] | undefined;
  /** What is already known to stop it: it would fail. */
  readonly failures?: readonly Finding[] | undefined;
  /** As far as reading and checking tell. */
  readonly findings?: FindingCounts | undefined;
  /** With the folder, as shown; empty where nothing would be read but to compare it. */
  readonly reads: readonly string[];
  readonly writes: readonly string[];
};

/** What a build would do. */
export type RunPlan = {
  /** Only what would be built is wanted in lists. */
  readonly changed: boolean;
  readonly out: string;
  readonly departments: readonly PlannedDepartment[];
  /** Folders of drafts that would be removed. */
  readonly oldDrafts?: readonly string[];
  readonly problems: readonly Diagnostic[];
  readonly brokenForms: readonly BrokenForm[];
};

export type Outcome =
  /** Nothing was done; 130 where it was cancelled before it began. */
  | { readonly kind: "refused"; readonly exitCode: 2 | 130; readonly problems: readonly Diagnostic[] }
  | { readonly kind: "done"; readonly run: RunResult; readonly runFile?: RunFile };

/** A build's record, and where it was written to. */
export type RunFile = { readonly path: string; readonly bytes: Uint8Array };

/** Of a dry run. */
export type Forecast =
  | { readonly kind: "refused"; readonly exitCode: 2; readonly problems: readonly Diagnostic[] }
  | { readonly kind: "planned"; readonly exitCode: 0; readonly plan: RunPlan };

export type RunEvent =
  /** For another run to leave the output folder, as `problem` says. */
  | { readonly kind: "waiting"; readonly problem: Diagnostic }
  | {
      readonly kind: "found";
      /** Those that are worked on. */
      readonly departments: number;
      readonly unchanged?: number;
      /** Bytes of its exports, by folder: how much work each department is. */
      readonly weights?: ReadonlyMap<string, number>;
    }
  | { readonly kind: "started"; readonly folder: string }
  | { readonly kind: "finished"; readonly department: DepartmentResult }
  /** The run has ended, and the user's command is run. */
  | { readonly kind: "on-finish"; readonly command: string };

export function countFindings(findings: readonly Finding[]): FindingCounts {
  const counts = { failure: 0, error: 0, warning: 0, info: 0 };
  for (const finding of findings) counts[severityOf(finding)] += 1;
  return counts;
}

export function addCounts(all: readonly FindingCounts[]): FindingCounts {
  const sum = { failure: 0, error: 0, warning: 0, info: 0 };
  for (const severity of severities) sum[severity] = all.reduce((total, one) => total + one[severity], 0);
  return sum;
}

export function findingsOf({ counted, findings }: DepartmentResult): FindingCounts {
  return counted ?? countFindings(findings);
}

/** Undefined if nothing is ignored. */
export function ignoredOf({ countedIgnored, ignored = [] }: DepartmentResult): FindingCounts | undefined {
  return countedIgnored ?? (ignored.length === 0 ? undefined : countFindings(ignored));
}

/** The contract's exit code; what is printed, and in which format, has no say in it. */
export function exitCodeOf(
  run: Pick<RunResult, "command" | "departments" | "problems">,
  { strict, cancelled }: { readonly strict: boolean; readonly cancelled: boolean },
): ExitCode {
  const findings = [...run.problems, ...run.departments.flatMap((one) => one.findings)];
  if (cancelled) return 130;
  if (findings.some((finding) => finding.code === "internal-error")) return 3;
  const counts = countFindings(findings);
  const gate = strict || run.command === "check";
  return counts.failure > 0 || (gate && counts.error > 0) ? 1 : 0;
}
