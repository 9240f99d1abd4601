/** A department's files as bytes → its reports as bytes: every stage in turn, and no disk. */
import type { FormLibrary } from "../assets/forms/index.ts";
import { type Totals, totalsOf } from "../batch/department-totals.ts";
import type { OpenKeptParts, Reuse } from "../cache/kept-parts.ts";
import type { Clock } from "../commands/clock.ts";
import { type PrintedReport, printReport } from "../compose/index.ts";
import { type Diagnostic, type Language, type Report, severityOf } from "../diagnostics/index.ts";
import type { FontBook } from "../layout/index.ts";
import type { Department } from "../records/index.ts";
import type { ChangeFiles } from "./changes-since.ts";
import { type EarlierEditions, editionChanges } from "./edition-changes.ts";
import type { FinishParts } from "./finish-part.ts";
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
  readonly language: Language;
  /** What the change list is made against. */
  readonly earlier: EarlierEditions;
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
  /** The edition's records, and what changed since the one before; there with the report. */
  readonly changes?: ChangeFiles;
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
  const prepared = prepare(input, tools, { findings, readings, time });
  const done = () => ({ findings, readings, milliseconds: milliseconds() });
  if (prepared === undefined) return done();
  const { about, printed, changes } = prepared;
  if (printed === undefined) return { ...done(), about };
  await tools.pause();
  const report: Report = (finding) => findings.push(finding);
  const located = locatingGlyphs(() => readAgain(input, tools.library), report);
  const files = await printReportFiles(printed, { ...tools, time, report: located });
  if (files === undefined || hasFailure(findings)) return { ...done(), about };
  const errors = findings.filter((finding) => severityOf(finding) === "error").length;
  if (!tools.strict || errors === 0) return { ...done(), about, report: files, changes };
  findings.push({
    code: "withheld-by-strict",
    at: { kind: "option", option: "--strict" },
    args: { errors },
  });
  return { ...done(), about };
}

type Preparing = {
  readonly findings: Diagnostic[];
  readonly readings: FileReading[];
  readonly time: Stopwatch;
};

type Prepared = {
  readonly about: About;
  /** Absent where a template failed. */
  readonly printed: PrintedReport | undefined;
  readonly changes: ChangeFiles;
};

/**
 * All that is made of the records. None of it holds on to them: while the pages of a large department are made, they
 * would be most of what every collection of garbage has to look at.
 */
function prepare(
  input: DepartmentInput,
  tools: BuildTools,
  { findings, readings, time }: Preparing,
): Prepared | undefined {
  const { library, draft, clock } = tools;
  const report: Report = (finding) => findings.push(finding);
  const reading = readDepartment(input, { library, findings, readings, time });
  if (reading === undefined) return undefined;
  const printed = time("compose", () => printReport({ ...reading, draft, day: clock.day }, report));
  const changes = time("changes", () => editionChanges(reading, { ...tools, report }));
  return { about: aboutOf(reading), printed: hasFailure(findings) ? undefined : printed, changes };
}

/** Once more, for the rare case that a cell must be found when its records are gone. */
function readAgain(input: DepartmentInput, library: FormLibrary): Department | undefined {
  const { time } = startStopwatch();
  return readDepartment(input, { library, findings: [], readings: [], time })?.department;
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

export function aboutOf({ department, form, formReason }: Reading): About {
  return { name: department.name.text, form: form.id, formReason, ...totalsOf(department) };
}
