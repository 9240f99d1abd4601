/** A department's files as bytes → its reports as bytes: every stage in turn, and no disk. */
import { printReport } from "../compose/index.ts";
import { type Diagnostic, type Report, severityOf } from "../diagnostics/index.ts";
import type { FontBook } from "../layout/index.ts";
import type { Clock } from "./clock.ts";
import { type Totals, totalsOf } from "./department-totals.ts";
import type { FinishParts } from "./finish-part.ts";
import type { OpenKeptParts, Reuse } from "./kept-parts.ts";
import type { FormLibrary } from "./load-forms.ts";
import { locatingGlyphs } from "./locate-glyphs.ts";
import { printReportFiles } from "./print-report.ts";
import {
  type DepartmentInput,
  type FileReading,
  type FormReason,
  hasFailure,
  type Reading,
  readDepartment,
} from "./read-department.ts";
import { type Stopwatch, startStopwatch, type Timings } from "./stopwatch.ts";
import type { OutputFormat } from "./writers.ts";

export type BuildTools = {
  readonly library: FormLibrary;
  /** One for the whole run. */
  readonly fonts: FontBook;
  readonly clock: Clock;
  readonly formats: readonly OutputFormat[];
  readonly draft: boolean;
  readonly strict: boolean;
  /** Called between two stages; throws where the run has been cancelled. */
  readonly pause: () => Promise<void>;
  /** Parts that earlier builds have finished. */
  readonly openKept: OpenKeptParts;
  /** Finishes the parts of a large report elsewhere. */
  readonly finishParts?: FinishParts;
};

/** What is known of a department's records, as far as they could be read. */
export type About = Totals & {
  readonly name: string;
  readonly form: string;
  readonly formReason: FormReason;
};

export type BuiltFile = { readonly name: string; readonly format: OutputFormat; readonly bytes: Uint8Array };

export type DepartmentBuild = {
  /** The list given, with what was found added. */
  readonly findings: readonly Diagnostic[];
  readonly about?: About;
  readonly readings: readonly FileReading[];
  /** Absent where a failure, or an error under --strict, leaves nothing to publish. */
  readonly report?: { readonly title: string; readonly pages: number; readonly files: readonly BuiltFile[] };
  readonly milliseconds: Timings;
  /** Of the parts that were kept. */
  readonly reuse?: Reuse;
};

export async function buildDepartment(
  input: DepartmentInput,
  tools: BuildTools,
  findings: Diagnostic[],
): Promise<DepartmentBuild> {
  const { time, milliseconds } = startStopwatch();
  const readings: FileReading[] = [];
  const reading = readDepartment(input, { library: tools.library, findings, readings, time });
  if (reading === undefined) return { findings, readings, milliseconds: milliseconds() };
  const about = aboutOf(reading);
  await tools.pause();
  const report = await print(reading, tools, { findings, time });
  const done = { findings, about, readings, milliseconds: milliseconds() };
  if (report === undefined || hasFailure(findings)) return done;
  const errors = findings.filter((finding) => severityOf(finding) === "error").length;
  if (!tools.strict || errors === 0) return { ...done, report };
  findings.push({
    code: "withheld-by-strict",
    at: { kind: "option", option: "--strict" },
    args: { errors },
  });
  return done;
}

/** Reads and checks only. */
export function checkOnly(
  input: DepartmentInput,
  library: FormLibrary,
  findings: Diagnostic[],
): DepartmentBuild {
  const { time, milliseconds } = startStopwatch();
  const readings: FileReading[] = [];
  const reading = readDepartment(input, { library, findings, readings, time });
  const done = { findings, readings, milliseconds: milliseconds() };
  return reading === undefined ? done : { ...done, about: aboutOf(reading) };
}

async function print(
  { department, form }: Reading,
  tools: BuildTools,
  { findings, time }: { readonly findings: Diagnostic[]; readonly time: Stopwatch },
): Promise<DepartmentBuild["report"]> {
  const report: Report = (finding) => findings.push(finding);
  const { draft, clock } = tools;
  const printed = time("compose", () => printReport({ form, department, draft, day: clock.day }, report));
  if (printed === undefined || hasFailure(findings)) return undefined;
  return printReportFiles(printed, { ...tools, time, report: locatingGlyphs(department, report) });
}

export function aboutOf({ department, form, formReason }: Reading): About {
  return { name: department.name.text, form: form.id, formReason, ...totalsOf(department) };
}
