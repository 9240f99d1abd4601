/** Folders of departments → reports, lists of findings and `run.json` below the output folder. */
import { join } from "node:path";
import type { Diagnostic, Language, Report } from "../diagnostics/index.ts";
import type { DepartmentBuild } from "./build-department.ts";
import { type Builder, buildWith } from "./build-with.ts";
import { cacheNotes } from "./cache-notes.ts";
import type { Clock } from "./clock.ts";
import { sumOfTotals } from "./department-totals.ts";
import { displayPath } from "./display-path.ts";
import { exportSize } from "./export-size.ts";
import { type DepartmentFolder, findDepartments, type Search } from "./find-departments.ts";
import { writeFindingsCsv } from "./findings-csv.ts";
import { writeFindingsJson } from "./findings-json.ts";
import { writeFindingsSarif } from "./findings-sarif.ts";
import { holdOutput } from "./hold-output.ts";
import { folderOf, type OutputPlace } from "./journal.ts";
import type { RunningProcess } from "./lock-owner.ts";
import { readVersion } from "./package-root.ts";
import { refuseOutputs } from "./plan-outputs.ts";
import { publishEdition } from "./publish.ts";
import { hasFailure } from "./read-department.ts";
import { type NewFile, replaceFiles } from "./replace-files.ts";
import { type DepartmentWorked, runDepartments, secondsSince } from "./run-departments.ts";
import { exitCodeOf, type Outcome, type RunEvent, type RunResult, writeRunJson } from "./run-result.ts";
import { type BenchOptions, openWorkbench, type Workbench } from "./workbench.ts";
import { canRunThreads, openWorkerPool, threadsFor } from "./worker-pool.ts";
import type { OutputFormat } from "./writers.ts";

export type BuildOptions = {
  readonly folders: readonly string[];
  readonly out: string;
  readonly formats: readonly OutputFormat[];
  readonly draft: boolean;
  readonly strict: boolean;
  /** Threads; absent: as many as the data, the cores and the memory make worth while. */
  readonly jobs: number | undefined;
  /** The user's own forms. */
  readonly templates: string | undefined;
  /** Folder of the user's own fonts. */
  readonly fonts: string | undefined;
  /** Folder of what is kept for the next build; absent: below the output folder; `false`: nothing is. */
  readonly cache: string | false | undefined;
  readonly clock: Clock;
  /** Of the lists of findings. */
  readonly language: Language;
  readonly signal: AbortSignal;
  readonly onEvent: (event: RunEvent) => void;
  /** The process that builds, for the output folder's lock. */
  readonly self: RunningProcess;
  /** Seconds to wait for another run to leave the output folder. */
  readonly wait: number;
  /** How many of the newest editions the history keeps. */
  readonly keepEditions: number;
};

export async function build(options: BuildOptions): Promise<Outcome> {
  const since = performance.now();
  const startedAt = new Date().toISOString();
  const problems: Diagnostic[] = [];
  const report: Report = (problem) => problems.push(problem);
  const search = await findDepartments(options.folders, { out: options.out, report });
  const bench = await openWorkbench(benchOptions(options), report);
  const refusals = [...search.refusals, ...(await refuseOutputs(search.departments, options.out))];
  if (bench === undefined || refusals.length > 0)
    return { kind: "refused", exitCode: 2, problems: [...refusals, ...problems] };

  const onWait = (problem: Diagnostic) => options.onEvent({ kind: "waiting", problem });
  const held = await holdOutput(options.out, { ...options, report, onWait });
  if (held.kind === "cancelled") return { kind: "refused", exitCode: 130, problems };
  if (held.kind === "refused") return { kind: "refused", exitCode: 2, problems: [held.problem, ...problems] };
  try {
    return await buildAll({ search, bench, problems, since, startedAt }, options);
  } finally {
    await held.release();
  }
}

type Planned = {
  readonly search: Search;
  readonly bench: Workbench;
  readonly problems: Diagnostic[];
  readonly since: number;
  readonly startedAt: string;
};

/** What is done while the output folder is ours. */
async function buildAll(
  { search, bench, problems, since, startedAt }: Planned,
  options: BuildOptions,
): Promise<Outcome> {
  const report: Report = (problem) => problems.push(problem);
  options.onEvent({ kind: "found", departments: search.departments.length });
  const version = readVersion();
  const threads = options.jobs ?? threadsFor(await exportSize(search.departments));
  const threaded = threads > 1 && canRunThreads;
  const pool = threaded ? openWorkerPool(threads, benchOptions(options), options.signal) : undefined;
  const builder: Builder = { bench, pool, alone: search.departments.length === 1, signal: options.signal };
  const departments = await runDepartments(search.departments, {
    ...options,
    jobs: threads,
    work: async (input, department, findings) => {
      const built = await buildWith(builder, { input, place: department.realPath }, findings);
      return publish({ built, department, findings }, { ...options, version });
    },
    afterCrash: async (department, findings) => {
      const lists = findingLists(findings, { department, name: department.folder, ...options, version });
      await replaceFiles(placeOf(department, options), { files: lists }, { report: () => undefined });
    },
  });
  await pool?.close();
  for (const { reuse, folder } of departments) problems.push(...cacheNotes(reuse, folder));
  const cancelled = options.signal.aborted;
  const about = { command: "build", version, startedAt, brokenForms: bench.library.broken } as const;
  const chosenFonts = options.fonts === undefined ? {} : { fonts: bench.fonts.chosen };
  const done = { ...about, ...chosenFonts, departments, problems, totals: sumOfTotals(departments) };
  const run = (): RunResult => ({
    ...done,
    exitCode: exitCodeOf(done, { strict: options.strict, cancelled }),
    seconds: secondsSince(since),
  });
  const files = [{ name: "run.json", bytes: writeRunJson(run()) }];
  await replaceFiles({ out: options.out, below: "" }, { files }, { report });
  return { kind: "done", run: run() };
}

/** Of the options, what threads can be handed. */
function benchOptions(options: BuildOptions): BenchOptions {
  const { templates, fonts, formats, draft, strict, clock } = options;
  const { cache = join(options.out, ".huibian", "cache") } = options;
  return { templates, fonts, formats, draft, strict, clock, cache: cache === false ? undefined : cache };
}

type Publishing = Pick<BuildOptions, "out" | "draft" | "language" | "keepEditions"> & {
  readonly version: string;
};

type Built = {
  readonly built: DepartmentBuild;
  readonly department: DepartmentFolder;
  readonly findings: Diagnostic[];
};

/** A failed department gets its list of findings; what was published of it before stays. */
async function publish(
  { built, department, findings }: Built,
  { out, draft, language, keepEditions, version }: Publishing,
): Promise<DepartmentWorked> {
  const place = placeOf(department, { out, draft });
  const output = displayPath(folderOf(place));
  const report: Report = (finding) => findings.push(finding);
  const name = built.about?.name ?? department.folder;
  const lists = () => findingLists(findings, { department, name, language, version });
  if (built.report !== undefined && built.about !== undefined) {
    const { title, files: documents } = built.report;
    const about = { version, title, form: built.about.form, draft };
    // A draft is no edition that later ones are compared with.
    const history = draft ? {} : { history: { keep: keepEditions } };
    const edition = { ...about, documents, extras: [], lists: lists(), ...history };
    const published = await publishEdition(place, edition, { report });
    if (published === "done")
      return { built, state: "built", output, files: documents.map((file) => file.name) };
    // The lists of that edition are to be completed with it.
    if (published === "pending") return { built, state: "failed", output, files: [] };
  }
  const quiet = hasFailure(findings) ? () => undefined : report;
  const listed = await replaceFiles(place, { files: lists() }, { report: quiet });
  const failed = { built, state: "failed", files: [] } as const;
  return listed === "done" ? { ...failed, output } : failed;
}

function placeOf(
  { output }: DepartmentFolder,
  { out, draft }: Pick<Publishing, "out" | "draft">,
): OutputPlace {
  return { out, below: draft ? `${output}/draft` : output };
}

type ListsOf = Pick<Publishing, "language" | "version"> & {
  readonly department: DepartmentFolder;
  readonly name: string;
};

/** One list in each format, of what has been found so far. */
function findingLists(
  findings: readonly Diagnostic[],
  { department: { folder }, name, language, version }: ListsOf,
): readonly NewFile[] {
  return [
    { name: "findings.csv", bytes: writeFindingsCsv(findings, { department: name, language }) },
    { name: "findings.json", bytes: writeFindingsJson(findings, { department: name, version }) },
    {
      name: "findings.sarif",
      bytes: writeFindingsSarif(findings, { folder, department: name, version, language }),
    },
  ];
}
