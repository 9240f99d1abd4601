/** The schema of `run.json`: what a run was asked for, and what became of each department. */
import { z } from "zod";
import type { RecordedOptions } from "../options/index.ts";
import { FindingCounts } from "./findings.ts";
import { FormReason, Hashes, PublicRecord, RecordFigures } from "./manifest.ts";

const texts = z.array(z.string()).readonly();

/** A finding as `findings.json` has it, of which a reader of old records needs no more. */
export const RecordedFinding = z.looseObject({ code: z.string(), severity: z.string() }).readonly();

/** As given; what was not given is absent, or has its default. The table of options says which are recorded. */
export const RunOptions = z
  .object({
    /** The working folder, absolute: relative paths, those of the departments too, are seen from there. */
    from: z.string().exactOptional(),
    folders: texts,
    out: z.string(),
    formats: texts,
    draft: z.boolean(),
    comments: z.boolean(),
    /** Whether pages of review are made. */
    review: z.boolean(),
    /** Whether the written files are read back. */
    verify: z.boolean(),
    /** Whether an edition to be published is made, too. */
    public: z.boolean(),
    strict: z.boolean(),
    force: z.boolean(),
    changed: z.boolean(),
    retry: z.boolean(),
    only: texts,
    exclude: texts,
    templates: z.string().exactOptional(),
    /** As given to `--limits`. */
    limits: z.string().exactOptional(),
    fonts: z.string().exactOptional(),
    /** If `--date` gave it. */
    date: z.string().exactOptional(),
    language: z.enum(["zh", "en"]),
  } satisfies Record<keyof RecordedOptions | "from" | "folders", z.ZodType>)
  .readonly();
export type RunOptions = z.infer<typeof RunOptions>;

const PublishedFile = z
  .object({
    name: z.string(),
    format: z.string(),
    bytes: z.number().int(),
    sha256: z.string(),
  })
  .readonly();
export type PublishedFile = z.infer<typeof PublishedFile>;

const change = z.enum(["changed", "added", "removed"]);

/** Why a department is built again. */
export const RebuildReason = z.discriminatedUnion("kind", [
  /** There is no edition yet. */
  z.object({ kind: z.literal("new") }).readonly(),
  /** It was tried before, and nothing could be published. */
  z.object({ kind: z.literal("unpublished") }).readonly(),
  /** `--force` */
  z.object({ kind: z.literal("forced") }).readonly(),
  /** The edition does not say what went into it, as those of older versions do not. */
  z.object({ kind: z.literal("unrecorded") }).readonly(),
  z
    .object({
      kind: z.literal("data"),
      file: z.string(),
      change,
      /** How many of its projects differ, if that is known. */
      projects: z.number().int().exactOptional(),
    })
    .readonly(),
  z.object({ kind: z.literal("form"), form: z.string(), files: z.array(z.string()).readonly() }).readonly(),
  /** Other forms came, went or read other headers: the choice between them may fall differently. */
  z.object({ kind: z.literal("choice"), forms: z.array(z.string()).readonly() }).readonly(),
  z.object({ kind: z.literal("fonts"), files: z.array(z.string()).readonly() }).readonly(),
  z.object({ kind: z.literal("option"), option: z.string(), before: z.string(), now: z.string() }).readonly(),
  /** Of a draft: a final edition has been made since, with which it is compared. */
  z.object({ kind: z.literal("edition"), now: z.number().int() }).readonly(),
  z.object({ kind: z.literal("folder"), before: z.string(), now: z.string() }).readonly(),
  z.object({ kind: z.literal("version"), before: z.string(), now: z.string() }).readonly(),
  /** Of the same version, but its code differs, as in a clone. */
  z.object({ kind: z.literal("program") }).readonly(),
  /** On this day department.json ignores other findings: an entry has ended since, or had not ended yet. */
  z.object({ kind: z.literal("ignored"), day: z.string() }).readonly(),
  /** The lists of findings are of another try, as after one that failed. */
  z.object({ kind: z.literal("lists") }).readonly(),
  z
    .object({ kind: z.literal("output"), file: z.string(), change: z.enum(["changed", "removed"]) })
    .readonly(),
]);
export type RebuildReason = z.infer<typeof RebuildReason>;

export const DepartmentRecord = z
  .object({
    /** As people see it. */
    folder: z.string(),
    /** unchanged: a build would give the same edition again; failed: not published. */
    state: z.enum(["built", "unchanged", "failed", "skipped"]),
    /** Of a skipped one. */
    reason: z.enum(["cancelled", "not-selected"]).exactOptional(),
    /** Why it was built, or tried. */
    because: z.array(RebuildReason).readonly().exactOptional(),
    name: z.string().exactOptional(),
    form: z.string().exactOptional(),
    formReason: FormReason.exactOptional(),
    title: z.string().exactOptional(),
    projects: z.number().int().exactOptional(),
    indicators: z.number().int().exactOptional(),
    budgetTotal: z.string().exactOptional(),
    pages: z.number().int().exactOptional(),
    /** Listed in `changes.md`; absent for the first edition. */
    changes: z.number().int().exactOptional(),
    /** The folder that was written to, or holds what is unchanged. */
    output: z.string().exactOptional(),
    files: z.array(PublishedFile).readonly(),
    public: PublicRecord.exactOptional(),
    findings: FindingCounts,
    /** What department.json ignores; not among the findings. */
    ignored: FindingCounts.exactOptional(),
    /** Of its parts, how many an earlier build had made, and why not more. */
    reuse: z
      .object({
        reused: z.number().int(),
        /** Headings of parts that are new or say something else. */
        remade: z.array(z.string()).readonly().exactOptional(),
        made: z.number().int(),
        damaged: z.number().int(),
        because: z.enum(["first", "program", "fonts", "style", "tables", "damaged"]).exactOptional(),
        notKept: z.string().exactOptional(),
      })
      .readonly()
      .exactOptional(),
    /** How much of its files was read back before they were published: cells of both formats, and pages of the PDF. */
    readback: z
      .object({ cells: z.number().int(), pages: z.number().int(), pagesRead: z.number().int() })
      .readonly()
      .exactOptional(),
    /** How its exports were read. */
    readings: z
      .array(z.looseObject({ file: z.string() }).readonly())
      .readonly()
      .exactOptional(),
    seconds: z.number(),
    /** By stage. */
    milliseconds: z.record(z.string(), z.number()).readonly(),
    /** If the program itself failed. */
    stack: z.string().exactOptional(),
  })
  .readonly();
export type DepartmentRecord = z.infer<typeof DepartmentRecord>;

export const ExitCode = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(130)]);
export type ExitCode = z.infer<typeof ExitCode>;

/** A draft that had grown old, and was removed. */
export const RemovedDraft = z
  .object({
    /** As shown. */
    folder: z.string(),
    /** Of its manifest. */
    days: z.number().int(),
    files: texts,
    /** What was not the draft's own any more, and stays. */
    left: texts,
  })
  .readonly();
export type RemovedDraft = z.infer<typeof RemovedDraft>;

/** Which of the departments a run built, if several runs share them. */
export const Shard = z
  .object({
    /** From 1. */
    index: z.number().int().positive(),
    of: z.number().int().positive(),
    /** Of all shards together. */
    departments: z.number().int(),
    /** SHA-256 over the places of all these departments. */
    places: z.string(),
  })
  .readonly();
export type Shard = z.infer<typeof Shard>;

/** A change that an older program could misread raises `schema`. */
export const RunRecord = z
  .object({
    schema: z.literal(1),
    /** Of the program. */
    version: z.string(),
    /** The version of Node. */
    node: z.string().exactOptional(),
    /** SHA-256 over the files of each form, those shared included. */
    forms: Hashes,
    command: z.literal("build"),
    startedAt: z.string(),
    seconds: z.number(),
    exitCode: ExitCode,
    options: RunOptions,
    shard: Shard.exactOptional(),
    totals: RecordFigures.readonly(),
    departments: z.array(DepartmentRecord).readonly(),
    /** By `--draft-days`. */
    removedDrafts: z.array(RemovedDraft).readonly().exactOptional(),
    problems: z.array(RecordedFinding).readonly(),
    brokenForms: z
      .array(z.object({ form: z.string(), problems: z.array(RecordedFinding).readonly() }).readonly())
      .readonly(),
  })
  .readonly();
export type RunRecord = z.infer<typeof RunRecord>;
