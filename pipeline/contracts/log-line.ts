/** The schema of a line of `--log-file`: one thing that happened in a run, with its time. */
import { z } from "zod";
import { FindingCounts } from "./findings.ts";
import { RecordFigures } from "./manifest.ts";
import { DepartmentRecord, ExitCode, RebuildReason, RecordedFinding, RemovedDraft } from "./run-record.ts";

const whole = z.number().int();

/** Each line says when, and of which run: several may write to one file. */
const about = {
  time: z.iso.datetime(),
  /** The same in all lines of one run. */
  run: z.string(),
};

const Started = z.object({
  ...about,
  event: z.literal("run-started"),
  command: z.enum(["build", "check"]),
  version: z.string(),
  pid: whole,
  host: z.string(),
  /** As typed. */
  typed: z.string(),
  /** The line before it was cut short, and was closed. */
  afterTornLine: z.literal(true).exactOptional(),
});

const Waiting = z.object({ ...about, event: z.literal("waiting"), problem: RecordedFinding });

const Found = z.object({
  ...about,
  event: z.literal("departments-found"),
  /** Those that are worked on. */
  departments: whole,
  unchanged: whole,
});

const DepartmentStarted = z.object({
  ...about,
  event: z.literal("department-started"),
  folder: z.string(),
});

const DepartmentFinished = z.object({
  ...about,
  event: z.literal("department-finished"),
  folder: z.string(),
  state: z.enum(["built", "unchanged", "checked", "failed", "skipped"]),
  /** Of a skipped one. */
  reason: DepartmentRecord.unwrap().shape.reason,
  /** Why it was built, or tried. */
  because: z.array(RebuildReason).readonly().exactOptional(),
  /** The folder that was written to, or holds what is unchanged. */
  output: z.string().exactOptional(),
  files: z.array(z.string()).readonly(),
  pages: whole.exactOptional(),
  projects: whole.exactOptional(),
  findings: FindingCounts,
  /** What made it fail. */
  failures: z.array(RecordedFinding).readonly().exactOptional(),
  seconds: z.number(),
});

/** What belongs to no department. */
const Problem = z.object({ ...about, event: z.literal("problem"), problem: RecordedFinding });

const DraftRemoved = z.object({
  ...about,
  event: z.literal("draft-removed"),
  ...RemovedDraft.unwrap().shape,
});

const Finished = z.object({
  ...about,
  event: z.literal("run-finished"),
  exitCode: ExitCode,
  seconds: z.number(),
  /** How many departments, by state. */
  departments: z.object({ built: whole, unchanged: whole, checked: whole, failed: whole, skipped: whole }),
  findings: FindingCounts,
  totals: RecordFigures,
  /** Of a build. */
  runFile: z.string().exactOptional(),
  /** The stack, if the program itself failed. */
  crash: z.string().exactOptional(),
});

/** Of the command of `--on-finish`. */
const OnFinishStarted = z.object({ ...about, event: z.literal("on-finish-started"), command: z.string() });

const OnFinishEnded = z.object({
  ...about,
  event: z.literal("on-finish-ended"),
  command: z.string(),
  /** Absent if it was ended, or could not be started. */
  exitCode: whole.exactOptional(),
  seconds: z.number(),
  /** What it wrote last, if it failed. */
  output: z.string().exactOptional(),
});

export const LogLine = z.discriminatedUnion("event", [
  Started,
  Waiting,
  Found,
  DepartmentStarted,
  DepartmentFinished,
  Problem,
  DraftRemoved,
  Finished,
  OnFinishStarted,
  OnFinishEnded,
]);
export type LogLine = z.infer<typeof LogLine>;
