/** Folders of departments → one summary over all of them, and with `volume` one volume of all their reports. */

import { join } from "node:path";
import { readForms } from "../assets/forms/index.ts";
import {
  type BuildOptions,
  cacheFolder,
  exitCodeOf,
  makeFile,
  type Outcome,
  openResources,
  type ResourceFolders,
  type Resources,
  type RunResult,
  refused,
  refuseOutputs,
  refuseUnwritable,
  type SourceOpener,
  searchDepartments,
  secondsSince,
  verificationOf,
  withOpener,
} from "../batch/index.ts";
import { loadRollup, type RollupForm } from "../compose/index.ts";
import { sumOfTotals } from "../department/index.ts";
import type { Diagnostic, Report } from "../diagnostics/index.ts";
import { folderOf, holdOutput, type OutputPlace } from "../editions/index.ts";
import { displayPath, readVersion } from "../files/index.ts";
import type { DepartmentFolder } from "../find/index.ts";
import { givenLimits, type OptionsOf } from "../options/index.ts";
import { publishRollup, readDepartments } from "../rollup/index.ts";

export type RollupOptions = Pick<
  BuildOptions,
  | "folders"
  | "out"
  | "formats"
  | "draft"
  | "strict"
  | "verify"
  | "jobs"
  | "templates"
  | "limits"
  | "fonts"
  | "cache"
  | "clock"
  | "signal"
  | "onEvent"
  | "self"
  | "wait"
> &
  Pick<OptionsOf<"rollup">, "title" | "volume">;

/** Below the output folder, beside the departments' own. */
export const rollupFolder = "汇总";

export function rollup(options: RollupOptions): Promise<Outcome> {
  return withOpener(options.limits, (opener) => rollupWith(options, opener));
}

async function rollupWith(options: RollupOptions, opener: SourceOpener): Promise<Outcome> {
  const started = { since: performance.now(), at: new Date().toISOString() };
  const problems: Diagnostic[] = [];
  const report: Report = (problem) => problems.push(problem);
  const request = await readRequest(options, { opener, report });
  if (request === undefined) return refused(problems);
  const onWait = (problem: Diagnostic) => options.onEvent({ kind: "waiting", problem });
  const held = await holdOutput(options.out, { ...options, report, onWait });
  if (held.kind === "cancelled") return { kind: "refused", exitCode: 130, problems };
  if (held.kind === "refused") return refused([held.problem, ...problems]);
  try {
    const unwritable = await refuseUnwritable([options.out, folderOf(request.place)], makeFile);
    if (unwritable.length > 0) return refused([...unwritable, ...problems]);
    return { kind: "done", run: await rollUp(request, { options, opener, problems, started }) };
  } finally {
    await held.release();
  }
}

type Tools = { readonly opener: SourceOpener; readonly report: Report };

type RollupRequest = {
  readonly departments: readonly DepartmentFolder[];
  readonly form: RollupForm;
  readonly folders: ResourceFolders;
  readonly resources: Resources;
  readonly place: OutputPlace;
};

/** Undefined if something forbids the run: reported. */
async function readRequest(
  options: RollupOptions,
  { opener, report }: Tools,
): Promise<RollupRequest | undefined> {
  const { folders, out, draft } = options;
  const { departments, refusals } = await searchDepartments(folders, { out, report, opener });
  const place = { out, below: draft ? `${rollupFolder}/draft` : rollupFolder };
  const forbidden = [
    ...refusals,
    ...(await refuseOutputs([], out)),
    ...departments.filter(({ output }) => takesPlace(output)).map(({ folder }) => placeTaken(folder, out)),
  ];
  for (const problem of forbidden) report(problem);
  const sources = await readForms(options.templates, report, givenLimits(options.limits));
  const form = sources && loadRollup([...sources.shared, ...sources.rollup], report, sources.limits);
  if (sources === undefined) return undefined;
  const { templates, limits, fonts } = options;
  const opened = { templates, limits, fonts, cache: cacheFolder(options.cache, out) };
  const { resources, problems } = await openResources(opened);
  for (const problem of problems) report(problem);
  if (forbidden.length > 0 || form === undefined || resources === undefined) return undefined;
  return { departments, form, folders: opened, resources, place };
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

type Run = {
  readonly options: RollupOptions;
  readonly opener: SourceOpener;
  readonly problems: readonly Diagnostic[];
  readonly started: { readonly since: number; readonly at: string };
};

async function rollUp(
  { departments: found, resources, ...request }: RollupRequest,
  { options, opener, problems, started }: Run,
): Promise<RunResult> {
  const { formats, draft, strict, clock, volume, title, jobs, signal, onEvent } = options;
  const { library, fonts } = resources;
  const read = await readDepartments(found, {
    library,
    draft,
    volume,
    opener,
    day: clock.day,
    signal,
    onEvent,
  });
  const published = signal.aborted
    ? { problems: [], departments: read }
    : await publishRollup(read, {
        ...{ ...request, resources, formats, draft, strict, clock },
        ...{ title, volume, jobs, signal, verification: verificationOf(options) },
      });
  const departments = published.departments.map(({ result }) => result);
  const done = {
    ...({ command: "rollup", version: readVersion(), startedAt: started.at } as const),
    departments,
    problems: [...problems, ...published.problems],
    brokenForms: library.broken,
    totals: sumOfTotals(departments),
    fonts: options.fonts === undefined ? undefined : fonts.chosen,
    rollup: published.rolledUp,
  };
  const exitCode = exitCodeOf(done, { strict, cancelled: signal.aborted });
  return { ...done, exitCode, seconds: secondsSince(started.since) };
}
