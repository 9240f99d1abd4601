/** What a run did: for the summary, for `--reporter json`, and for `run.json`. */
import { type Diagnostic, type Severity, severityOf } from "../diagnostics/index.ts";
import type { Totals } from "./department-totals.ts";
import { encodeJson, findingRecord } from "./findings-json.ts";
import type { Reuse } from "./kept-parts.ts";
import type { ChosenFont } from "./load-fonts.ts";
import type { BrokenForm } from "./load-forms.ts";
import type { FileReading, FormReason } from "./read-department.ts";
import type { Timings } from "./stopwatch.ts";

export type Command = "build" | "check";

/** failed: not published; skipped: the run was cancelled before it. */
export type DepartmentState = "built" | "checked" | "failed" | "skipped";

export type DepartmentResult = {
  readonly folder: string;
  readonly state: DepartmentState;
  readonly name?: string;
  readonly form?: string;
  readonly formReason?: FormReason;
  readonly title?: string;
  readonly projects?: number;
  readonly indicators?: number;
  /** 万元 */
  readonly budgetTotal?: string;
  readonly pages?: number;
  /** The folder that was written to; absent where nothing was. */
  readonly output?: string;
  /** Names of the documents published there. */
  readonly files: readonly string[];
  readonly findings: readonly Diagnostic[];
  /** How its exports were read. */
  readonly readings?: readonly FileReading[];
  readonly seconds: number;
  readonly milliseconds: Timings;
  /** Of its parts, how many an earlier build had made. */
  readonly reuse?: Reuse;
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
};

export type ExitCode = 0 | 1 | 2 | 3 | 130;

export type Outcome =
  /** Nothing was done; 130 where it was cancelled before it began. */
  | { readonly kind: "refused"; readonly exitCode: 2 | 130; readonly problems: readonly Diagnostic[] }
  | { readonly kind: "done"; readonly run: RunResult };

export type RunEvent =
  /** For another run to leave the output folder, as `problem` says. */
  | { readonly kind: "waiting"; readonly problem: Diagnostic }
  | { readonly kind: "found"; readonly departments: number }
  | { readonly kind: "started"; readonly folder: string }
  | { readonly kind: "finished"; readonly department: DepartmentResult };

export type FindingCounts = Readonly<Record<Severity, number>>;

export function countFindings(findings: readonly Diagnostic[]): FindingCounts {
  const counts = { failure: 0, error: 0, warning: 0, info: 0 };
  for (const finding of findings) counts[severityOf(finding)] += 1;
  return counts;
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

/** `run.json`: everything but the findings themselves, which lie in each department's own list. */
export function writeRunJson(run: RunResult): Uint8Array {
  return encodeJson({
    version: run.version,
    command: run.command,
    startedAt: run.startedAt,
    seconds: run.seconds,
    exitCode: run.exitCode,
    totals: run.totals,
    departments: run.departments.map(departmentRecord),
    problems: run.problems.map(findingRecord),
    brokenForms: run.brokenForms.map(({ form, problems }) => ({
      form,
      problems: problems.map(findingRecord),
    })),
  });
}

/** A department with its findings counted. */
export function departmentRecord(department: DepartmentResult): unknown {
  const { findings, ...rest } = department;
  return { ...rest, findings: countFindings(findings) };
}
