/** Folders of departments → reports, lists of findings and `run.json` below the output folder. */
import { join } from "node:path";
import { compileForms } from "../assets/forms/index.ts";
import { type BuildSteps, buildSteps } from "../batch/build-steps.ts";
import { sumOfTotals } from "../batch/department-totals.ts";
import {
  isUndone,
  optionsOfRetry,
  readLastRun,
  runFileName,
  seenFromHere,
  workingFolder,
} from "../batch/last-run.ts";
import { findLeftReports } from "../batch/left-reports.ts";
import { prepareBuild, type Request, readRequest } from "../batch/prepare-build.ts";
import { previewBuild } from "../batch/preview-build.ts";
import { askPermission, makeFile } from "../batch/probe-outputs.ts";
import { secondsSince } from "../batch/run-departments.ts";
import {
  exitCodeOf,
  type Forecast,
  type Outcome,
  type RunEvent,
  type RunResult,
  writeRunJson,
} from "../batch/run-result.ts";
import type { RunOptions, RunRecord } from "../contracts/index.ts";
import type { OutputFormat } from "../department/writers.ts";
import type { Diagnostic, Language, Report } from "../diagnostics/index.ts";
import {
  findOldDrafts,
  folderOf,
  holdOutput,
  isMarkedStarted,
  markEnded,
  markStarted,
  type OldDraft,
  type RunningProcess,
  type RunPlace,
  removeOldDrafts,
  replaceFiles,
} from "../editions/index.ts";
import { displayPath, encodeJson, readVersion } from "../files/index.ts";
import type { WantedShard } from "../find/index.ts";
import type { Clock } from "./clock.ts";

export type BuildOptions = {
  readonly folders: readonly string[];
  readonly out: string;
  readonly formats: readonly OutputFormat[];
  readonly draft: boolean;
  readonly strict: boolean;
  /** Builds what is unchanged, too. */
  readonly force?: boolean;
  /** Leaves what is unchanged out of the lists that are printed. */
  readonly changed?: boolean;
  /** Names and globs of departments. */
  readonly only?: readonly string[];
  readonly exclude?: readonly string[];
  /** Builds what the last run left undone, with its options but for those that are given again. */
  readonly retry?: { readonly given: readonly (keyof RunOptions)[] };
  /** Threads; absent: as many as the data, the cores and the memory make worth while. */
  readonly jobs: number | undefined;
  /** The user's own forms. */
  readonly templates: string | undefined;
  /** Folder of the user's own fonts. */
  readonly fonts: string | undefined;
  /** Folder of what is kept for the next build; absent: below the output folder; `false`: nothing is. */
  readonly cache: string | false | undefined;
  readonly clock: Clock;
  /** The clock's day, where it was given. */
  readonly date?: string;
  /** Of the lists of findings. */
  readonly language: Language;
  /** The version of Node, for the record. */
  readonly node?: string;
  readonly signal: AbortSignal;
  readonly onEvent: (event: RunEvent) => void;
  /** The process that builds, for the output folder's lock. */
  readonly self: RunningProcess;
  /** Seconds to wait for another run to leave the output folder. */
  readonly wait: number;
  /** How many of the newest editions the history keeps. */
  readonly keepEditions: number;
  /** Name of the record in the output folder; absent: run.json. */
  readonly runFile?: string;
  /** Which part of the departments. */
  readonly shard?: WantedShard;
  /** Drafts that are older are removed; absent: none. */
  readonly draftDays?: number;
};

export async function build(options: BuildOptions): Promise<Outcome> {
  const started = { since: performance.now(), at: new Date().toISOString() };
  const settled = await settle(options);
  if (settled.kind === "refused") return settled;
  const { asked, last, undone } = settled;
  if (last !== undefined && undone?.size === 0 && !(await isCutShort(options)))
    return {
      kind: "done",
      run: nothingToRetry(last, asked, started),
      runFile: { path: runFileOf(asked), bytes: encodeJson(last) },
    };
  const request = await readRequest(asked);
  if (request.kind === "forbidden") return refused(request.problems);
  const problems: Diagnostic[] = [...request.problems];
  const report: Report = (problem) => problems.push(problem);
  const onWait = (problem: Diagnostic) => asked.onEvent({ kind: "waiting", problem });
  const held = await holdOutput(asked.out, { ...asked, report, onWait });
  if (held.kind === "cancelled") return { kind: "refused", exitCode: 130, problems };
  if (held.kind === "refused") return refused([held.problem, ...problems]);
  try {
    // Whoever held the folder before may have written another record.
    const current = last === undefined ? settled : await settle(options);
    if (await isCutShort(options)) return refused([interrupted(options), ...problems]);
    return current.kind === "refused" ? current : await buildHeld(current, { request, problems, started });
  } finally {
    await held.release();
  }
}

type Started = { readonly since: number; readonly at: string };

type Holding = {
  readonly request: Request;
  /** Added to. */
  readonly problems: Diagnostic[];
  readonly started: Started;
};

/** What is done while the output folder is ours. */
async function buildHeld(
  { asked, last, undone }: Settled,
  { request, problems, started }: Holding,
): Promise<Outcome> {
  const report: Report = (problem) => problems.push(problem);
  const prepared = await prepareBuild(request, asked, { among: undone, probe: makeFile });
  if (prepared.kind === "forbidden") return refused([...prepared.problems, ...problems]);
  problems.push(...goneSince(undone, request), ...(await leftReports(asked, request)));
  await markStarted(markPlace(asked), started.at);
  const { departments: all, ...found } = await buildSteps(prepared, asked, report);
  const removedDrafts = asked.signal.aborted
    ? []
    : await removeOldDrafts(await oldDrafts(asked, prepared), report);
  const departments = last === undefined ? all : all.filter((one) => one.reason !== "not-selected");
  const cancelled = asked.signal.aborted;
  const shard = request.shard ?? last?.shard;
  const done = {
    command: "build",
    version: readVersion(),
    startedAt: started.at,
    ...{ problems, departments },
    ...found,
    totals: sumOfTotals(departments),
    options: recordedOptions(asked),
    ...(shard === undefined ? {} : { shard }),
    ...(removedDrafts.length === 0 ? {} : { removedDrafts }),
    ...(last === undefined ? {} : { kept: keptOf(last, prepared, departments) }),
  } as const;
  const run = (): RunResult => ({
    ...done,
    exitCode: exitCodeOf(done, { strict: asked.strict, cancelled }),
    seconds: secondsSince(started.since),
  });
  const bytes = writeRunJson(run(), {
    node: asked.node,
    forms: prepared.inputs.forms.whole,
    options: done.options,
  });
  const { out, runFile: name = runFileName } = asked;
  const recorded = await replaceFiles({ out, below: "" }, { files: [{ name, bytes }] }, { report });
  if (recorded === "done") await markEnded(markPlace(asked));
  return { kind: "done", run: run(), runFile: { path: runFileOf(asked), bytes } };
}

/** What `build` would do with these options; nothing is written. */
export async function forecast(options: BuildOptions): Promise<Forecast> {
  const settled = await settle(options);
  if (settled.kind === "refused") return settled;
  if (await isCutShort(options)) return refused([interrupted(options)]);
  const { asked, undone } = settled;
  const request = await readRequest(asked);
  if (request.kind === "forbidden") return refused(request.problems);
  const { sources } = request;
  const problems = [...request.problems, ...goneSince(undone, request)];
  const prepared = await prepareBuild(request, asked, { among: undone, probe: askPermission });
  if (prepared.kind === "forbidden") return refused([...prepared.problems, ...problems]);
  const library = compileForms(sources);
  const departments = await previewBuild(prepared.steps, { ...asked, library });
  const { changed = false } = asked;
  const drafts = await oldDrafts(asked, prepared);
  const plan = {
    changed,
    out: displayPath(asked.out),
    departments,
    ...(drafts.length === 0 ? {} : { oldDrafts: drafts.map(({ place }) => displayPath(folderOf(place))) }),
    problems,
    brokenForms: library.broken,
  };
  return { kind: "planned", exitCode: 0, plan };
}

/** None where nobody asked for it. */
async function oldDrafts(
  { out, draft, draftDays }: BuildOptions,
  { steps }: BuildSteps,
): Promise<readonly OldDraft[]> {
  if (draftDays === undefined) return [];
  const taken = draft ? steps.filter(({ action }) => action !== "not-selected") : [];
  const current = new Set(taken.map(({ place }) => place.below));
  return findOldDrafts(out, { days: draftDays, current, now: new Date() });
}

type Settled = {
  readonly kind: "settled";
  readonly asked: BuildOptions;
  /** The run that is retried, and the folders that it left undone. */
  readonly last?: RunRecord;
  readonly undone?: ReadonlySet<string>;
};

/** The options, which in a retry are those of the last run. */
async function settle(options: BuildOptions): Promise<Settled | Refused> {
  if (options.retry === undefined) return { kind: "settled", asked: options };
  const read = await readLastRun(runFileOf(options));
  if ("refusal" in read)
    return refused((await isCutShort(options)) ? [interrupted(options)] : [read.refusal]);
  const last = seenFromHere(read.record);
  const undone = new Set(last.departments.filter(isUndone).map(({ folder }) => folder));
  const { given } = options.retry;
  return { kind: "settled", asked: optionsOfRetry(options, { record: last, given }), last, undone };
}

/** No run at all: the record stays as it is. */
function nothingToRetry(last: RunRecord, asked: BuildOptions, { at }: Started): RunResult {
  return {
    command: "build",
    version: readVersion(),
    startedAt: at,
    seconds: 0,
    exitCode: 0,
    departments: [],
    problems: [],
    brokenForms: [],
    totals: sumOfTotals([]),
    options: recordedOptions(asked),
    kept: last.departments,
  };
}

/** What the last run recorded of departments that this one does not touch; those whose folder is gone are dropped. */
function keptOf(
  last: RunRecord,
  { steps }: BuildSteps,
  retried: RunResult["departments"],
): RunRecord["departments"] {
  const standing = new Set(steps.map(({ department }) => department.folder));
  const touched = new Set(retried.map(({ folder }) => folder));
  return last.departments.filter(
    (one) => !touched.has(one.folder) && (!isUndone(one) || standing.has(one.folder)),
  );
}

/** What a retry was to build and does not find any more. */
function goneSince(undone: Settled["undone"], { departments }: Request): readonly Diagnostic[] {
  const found = new Set(departments.map(({ folder }) => folder));
  const gone = [...(undone ?? [])].filter((folder) => !found.has(folder));
  return gone.map((folder) => ({
    code: "retry-folder-gone",
    at: { kind: "file", file: folder },
    args: { folder },
  }));
}

/** Only of a run over all departments: a retry and a shard leave out others that are there. */
async function leftReports(asked: BuildOptions, { departments }: Request): Promise<readonly Diagnostic[]> {
  if (asked.retry !== undefined || asked.shard !== undefined) return [];
  const read = await readLastRun(runFileOf(asked));
  return "refusal" in read ? [] : findLeftReports(read.record, { folders: asked.folders, departments });
}

/** Whether a retry finds the mark of a run without its record: what that run left undone is unknown. */
async function isCutShort(options: BuildOptions): Promise<boolean> {
  return options.retry !== undefined && isMarkedStarted(markPlace(options));
}

function interrupted(options: BuildOptions): Diagnostic {
  const args = { output: displayPath(options.out) };
  return { code: "run-interrupted", at: { kind: "option", option: "--retry" }, args };
}

function markPlace({ out, runFile = runFileName }: BuildOptions): RunPlace {
  return { out, runFile };
}

function runFileOf({ out, runFile = runFileName }: BuildOptions): string {
  return join(out, runFile);
}

type Refused = Extract<Forecast, { kind: "refused" }>;

function refused(problems: readonly Diagnostic[]): Refused {
  return { kind: "refused", exitCode: 2, problems };
}

function recordedOptions(options: BuildOptions): RunOptions {
  const { folders, out, formats, draft, strict, templates, fonts, date, language } = options;
  return {
    from: workingFolder(),
    folders: folders.map(displayPath),
    out: displayPath(out),
    formats,
    draft,
    strict,
    force: options.force ?? false,
    changed: options.changed ?? false,
    retry: options.retry !== undefined,
    only: options.only ?? [],
    exclude: options.exclude ?? [],
    ...(templates === undefined ? {} : { templates }),
    ...(fonts === undefined ? {} : { fonts }),
    ...(date === undefined ? {} : { date }),
    language,
  };
}
