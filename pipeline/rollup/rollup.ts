/** Folders of departments → one summary over all of them, and with `volume` one volume of all their reports. */
import { join } from "node:path";
import { readForms } from "../assets/forms/index.ts";
import { sumOfTotals } from "../batch/department-totals.ts";
import { refuseOutputs } from "../batch/plan-outputs.ts";
import { makeFile, refuseUnwritable } from "../batch/probe-outputs.ts";
import { secondsSince } from "../batch/run-departments.ts";
import { exitCodeOf, type Outcome, type RunResult } from "../batch/run-result.ts";
import { type BenchOptions, openWorkbench, type Workbench } from "../batch/workbench.ts";
import type { BuildOptions } from "../commands/build.ts";
import { loadRollup, type RollupForm } from "../compose/index.ts";
import type { Diagnostic, Report } from "../diagnostics/index.ts";
import { folderOf, holdOutput, type OutputPlace } from "../editions/index.ts";
import { displayPath, readVersion } from "../files/index.ts";
import { type DepartmentFolder, findDepartments } from "../find/index.ts";
import { publishRollup } from "./publish-rollup.ts";
import { readDepartments } from "./read-departments.ts";

export type RollupOptions = Pick<
  BuildOptions,
  | "folders"
  | "out"
  | "formats"
  | "draft"
  | "strict"
  | "jobs"
  | "templates"
  | "fonts"
  | "cache"
  | "clock"
  | "signal"
  | "onEvent"
  | "self"
  | "wait"
> & {
  /** In place of the title that is made of the year. */
  readonly title: string | undefined;
  /** The combined volume as well. */
  readonly volume: boolean;
};

/** Below the output folder, beside the departments' own. */
const rollupFolder = "汇总";

export async function rollup(options: RollupOptions): Promise<Outcome> {
  const started = { since: performance.now(), at: new Date().toISOString() };
  const problems: Diagnostic[] = [];
  const report: Report = (problem) => problems.push(problem);
  const request = await readRequest(options, report);
  if (request === undefined) return { kind: "refused", exitCode: 2, problems };
  const onWait = (problem: Diagnostic) => options.onEvent({ kind: "waiting", problem });
  const held = await holdOutput(options.out, { ...options, report, onWait });
  if (held.kind === "cancelled") return { kind: "refused", exitCode: 130, problems };
  if (held.kind === "refused") return { kind: "refused", exitCode: 2, problems: [held.problem, ...problems] };
  try {
    const unwritable = await refuseUnwritable([options.out, folderOf(request.place)], makeFile);
    if (unwritable.length > 0)
      return { kind: "refused", exitCode: 2, problems: [...unwritable, ...problems] };
    return { kind: "done", run: await rollUp(request, { options, problems, started }) };
  } finally {
    await held.release();
  }
}

type Request = {
  readonly departments: readonly DepartmentFolder[];
  readonly form: RollupForm;
  readonly bench: Workbench;
  readonly benchOptions: BenchOptions;
  readonly place: OutputPlace;
};

/** Undefined where something forbids the run: reported. */
async function readRequest(options: RollupOptions, report: Report): Promise<Request | undefined> {
  const { folders, out, draft } = options;
  const { departments, refusals } = await findDepartments(folders, { out, report });
  const place = { out, below: draft ? `${rollupFolder}/draft` : rollupFolder };
  const forbidden = [
    ...refusals,
    ...(await refuseOutputs([], out)),
    ...departments.filter(({ output }) => takesPlace(output)).map(({ folder }) => placeTaken(folder, out)),
  ];
  for (const problem of forbidden) report(problem);
  const sources = await readForms(options.templates, report);
  const form = sources && loadRollup([...sources.shared, ...sources.rollup], report);
  const benchOptions = benchOptionsOf(options);
  const bench = sources && (await openWorkbench(benchOptions, report));
  if (forbidden.length > 0 || form === undefined || bench === undefined) return undefined;
  return { departments, form, bench, benchOptions, place };
}

function benchOptionsOf({
  templates,
  fonts,
  formats,
  draft,
  strict,
  clock,
  out,
  cache,
}: RollupOptions): BenchOptions {
  const folder = cache ?? join(out, ".huibian", "cache");
  return {
    ...{ templates, fonts, formats, draft, strict, clock },
    cache: folder === false ? undefined : folder,
  };
}

// Windows and macOS take composed and decomposed letters, and both cases, for one name.
function takesPlace(output: string): boolean {
  const own = [rollupFolder, `${rollupFolder}/draft`];
  return own.includes(output.normalize("NFC").toLowerCase());
}

function placeTaken(folder: string, out: string): Diagnostic {
  const args = { output: displayPath(join(out, rollupFolder)) };
  return { code: "rollup-place-taken", at: { kind: "file", file: folder }, args };
}

type Around = {
  readonly options: RollupOptions;
  /** Added to. */
  readonly problems: Diagnostic[];
  readonly started: { readonly since: number; readonly at: string };
};

async function rollUp(
  { departments, form, bench, benchOptions, place }: Request,
  { options, problems, started }: Around,
): Promise<RunResult> {
  const report: Report = (problem) => problems.push(problem);
  const read = await readDepartments(departments, { ...options, bench });
  const published = options.signal.aborted
    ? undefined
    : await publishRollup(read, { ...options, form, bench, benchOptions, place, report });
  const done = {
    command: "rollup",
    version: readVersion(),
    startedAt: started.at,
    departments: read.results(),
    problems,
    brokenForms: bench.library.broken,
    totals: sumOfTotals(read.results()),
    ...(options.fonts === undefined ? {} : { fonts: bench.fonts.chosen }),
    ...(published === undefined ? {} : { rollup: published }),
  } as const;
  const exitCode = exitCodeOf(done, { strict: options.strict, cancelled: options.signal.aborted });
  return { ...done, exitCode, seconds: secondsSince(started.since) };
}
