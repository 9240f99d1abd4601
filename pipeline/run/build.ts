/** Folders of departments → reports, lists of findings and `run.json` below the output folder. */
import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { Diagnostic, Language, Report } from "../diagnostics/index.ts";
import type { DepartmentBuild } from "./build-department.ts";
import { type Builder, buildWith } from "./build-with.ts";
import type { Clock } from "./clock.ts";
import { sumOfTotals } from "./department-totals.ts";
import { displayPath } from "./display-path.ts";
import { type DepartmentFolder, findDepartments } from "./find-departments.ts";
import { writeFindingsCsv } from "./findings-csv.ts";
import { writeFindingsJson } from "./findings-json.ts";
import { writeFindingsSarif } from "./findings-sarif.ts";
import type { Reuse } from "./kept-parts.ts";
import { readVersion } from "./package-root.ts";
import { refuseOutputs } from "./plan-outputs.ts";
import { publishEdition } from "./publish.ts";
import { hasFailure } from "./read-department.ts";
import { type NewFile, replaceFiles } from "./replace-files.ts";
import { type DepartmentWorked, runDepartments, secondsSince } from "./run-departments.ts";
import { exitCodeOf, type Outcome, type RunEvent, type RunResult, writeRunJson } from "./run-result.ts";
import { type BenchOptions, openWorkbench } from "./workbench.ts";
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
};

export async function build(options: BuildOptions): Promise<Outcome> {
  const since = performance.now();
  const startedAt = new Date().toISOString();
  const problems: Diagnostic[] = [];
  const report: Report = (problem) => problems.push(problem);
  const search = await findDepartments(options.folders, { out: options.out, report });
  const { cache = join(options.out, ".huibian", "cache") } = options;
  const asked: BenchOptions = { ...plainOptions(options), cache: cache === false ? undefined : cache };
  const bench = await openWorkbench(asked, report);
  const refusals = [...search.refusals, ...(await refuseOutputs(search.departments, options.out))];
  if (bench === undefined || refusals.length > 0)
    return { kind: "refused", exitCode: 2, problems: [...refusals, ...problems] };

  options.onEvent({ kind: "found", departments: search.departments.length });
  const version = readVersion();
  const threads = options.jobs ?? threadsFor(await sizeOf(search.departments));
  const pool = threads > 1 && canRunThreads ? openWorkerPool(threads, asked, options.signal) : undefined;
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
      await replaceFiles(folderOf(department, options), lists, { report: () => undefined });
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
  await replaceFiles(options.out, [{ name: "run.json", bytes: writeRunJson(run()) }], { report });
  return { kind: "done", run: run() };
}

/** Of the options, what threads can be handed. */
function plainOptions(options: BuildOptions): Omit<BenchOptions, "cache"> {
  const { templates, fonts, formats, draft, strict, clock } = options;
  return { templates, fonts, formats, draft, strict, clock };
}

async function sizeOf(departments: readonly DepartmentFolder[]): Promise<number> {
  const paths = departments.flatMap(({ realPath, files }) => files.map((name) => join(realPath, name)));
  const sizes = await Promise.all(
    paths.map((path) =>
      stat(path).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** What is to be said of the cache: it holds nothing up, so it is no finding of a department. */
function cacheNotes(reuse: Reuse | undefined, folder: string): readonly Diagnostic[] {
  const at = { kind: "file", file: folder } as const;
  const damaged = reuse !== undefined && (reuse.because === "damaged" || reuse.damaged > 0);
  return [
    ...(damaged ? [{ code: "cache-damaged", at, args: {} } as const] : []),
    ...(reuse?.notKept === undefined
      ? []
      : [{ code: "cache-not-written", at, args: { reason: reuse.notKept } } as const]),
  ];
}

type Publishing = Pick<BuildOptions, "out" | "draft" | "language"> & { readonly version: string };

type Built = {
  readonly built: DepartmentBuild;
  readonly department: DepartmentFolder;
  readonly findings: Diagnostic[];
};

/** A failed department gets its list of findings; what was published of it before stays. */
async function publish(
  { built, department, findings }: Built,
  { out, draft, language, version }: Publishing,
): Promise<DepartmentWorked> {
  const folder = folderOf(department, { out, draft });
  const output = displayPath(folder);
  const report: Report = (finding) => findings.push(finding);
  const name = built.about?.name ?? department.folder;
  const lists = () => findingLists(findings, { department, name, language, version });
  if (built.report !== undefined && built.about !== undefined) {
    const { title, files: documents } = built.report;
    const edition = { version, title, form: built.about.form, draft, documents, lists: lists() };
    if (await publishEdition(folder, edition, { report }))
      return { built, state: "built", output, files: documents.map((file) => file.name) };
  }
  const listed = await replaceFiles(folder, lists(), {
    report: hasFailure(findings) ? () => undefined : report,
  });
  const failed = { built, state: "failed", files: [] } as const;
  return listed ? { ...failed, output } : failed;
}

function folderOf({ output }: DepartmentFolder, { out, draft }: Pick<Publishing, "out" | "draft">): string {
  return join(out, output, draft ? "draft" : "");
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
