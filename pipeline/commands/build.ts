/** Folders of departments → reports, lists of findings and `run.json` below the output folder. */

import { join } from "node:path";
import {
  type BuildOptions,
  type BuildPlan,
  executePlan,
  exitCodeOf,
  findLeftReports,
  goneSince,
  interrupted,
  isCutShort,
  keptOf,
  makeFile,
  type NothingToRetry,
  type Outcome,
  oldDraftsOf,
  planBuild,
  publishFeedback,
  publishOverview,
  type Request,
  type ReturnedList,
  type RunResult,
  readLastRun,
  readRequest,
  refused,
  runOptions,
  type SourceOpener,
  secondsSince,
  withOpener,
  writeRunJson,
} from "../batch/index.ts";
import { sumOfTotals } from "../department/index.ts";
import type { Diagnostic, Report } from "../diagnostics/index.ts";
import { holdOutput, markEnded, markStarted, removeOldDrafts, replaceFiles } from "../editions/index.ts";
import { encodeJson, readVersion } from "../files/index.ts";

export type { BuildOptions };

export function build(options: BuildOptions): Promise<Outcome> {
  return withOpener(options.limits, (opener) => buildWith(options, opener));
}

async function buildWith(options: BuildOptions, opener: SourceOpener): Promise<Outcome> {
  const started = { since: performance.now(), at: new Date().toISOString() };
  const asked = await readRequest(options, opener);
  if (asked.kind === "refused") return asked;
  if (asked.kind === "nothing-to-retry") return nothingToRetry(asked, started);
  const { out, onEvent } = options;
  const problems: Diagnostic[] = [...asked.problems];
  const report: Report = (problem) => problems.push(problem);
  const onWait = (problem: Diagnostic) => onEvent({ kind: "waiting", problem });
  const held = await holdOutput(out, { ...options, report, onWait });
  if (held.kind === "cancelled") return { kind: "refused", exitCode: 130, problems };
  if (held.kind === "refused") return refused([held.problem, ...problems]);
  try {
    // Whoever held the folder before may have written another record: a retry reads everything again.
    const request = options.retry === undefined ? asked : await readRequest(options, opener);
    if (await isCutShort(options)) return refused([interrupted(options), ...problems]);
    if (request.kind === "refused") return request;
    if (request.kind === "nothing-to-retry") return nothingToRetry(request, started);
    const plan = await planBuild(request, makeFile);
    if (plan.kind === "refused") return refused([...plan.problems, ...problems]);
    problems.push(...goneSince(request.last, request.departments), ...(await leftReports(request)));
    await markStarted(options, started.at);
    const executed = await executePlan(plan, request.options, { opener, report });
    // A shard knows of its own departments alone, and a draft is gone one day, with what units answer.
    if (request.shard === undefined && !options.draft) {
      const places = plan.steps.map(({ place }) => place);
      const above = problems.flatMap(feedbackIn);
      await publishFeedback(out, places, {
        language: options.language,
        opener,
        report,
        above,
      });
    }
    const removedDrafts = options.signal.aborted
      ? []
      : await removeOldDrafts(await oldDraftsOf(plan, request.options), report);
    const { draft, language } = request.options;
    const results = new Map(
      executed.departments.flatMap((result, index) => {
        const step = plan.steps[index];
        return step === undefined ? [] : [[step.department.output, result] as const];
      }),
    );
    await publishOverview(out, { at: started.at, draft, language, results, problems, report });
    return await record(request, plan, { ...started, ...executed, problems, removedDrafts });
  } finally {
    await held.release();
  }
}

/** A list that came back, which the search for departments found above them. */
function feedbackIn({ code, at, args }: Diagnostic): readonly ReturnedList[] {
  return code === "feedback-not-a-source" ? [{ ...args, file: "file" in at ? at.file : "" }] : [];
}

type Started = { readonly since: number; readonly at: string };

type Done = Started & Pick<RunResult, "departments" | "brokenForms" | "fonts" | "problems" | "removedDrafts">;

/** Writes the run's record, which a failure of its own does not hold. */
async function record(
  { options, last, departments: found, shard }: Request,
  { inputs }: BuildPlan,
  { since, at, departments: all, removedDrafts = [], problems: before, ...executed }: Done,
): Promise<Outcome> {
  const problems: Diagnostic[] = [...before];
  const departments = last === undefined ? all : all.filter((one) => one.reason !== "not-selected");
  const recorded = runOptions(options);
  const done = {
    ...({ command: "build", version: readVersion(), startedAt: at, problems, departments } as const),
    ...executed,
    totals: sumOfTotals(departments),
    options: recorded,
    shard,
    removedDrafts: removedDrafts.length === 0 ? undefined : removedDrafts,
    kept: last && keptOf(last, found, departments),
  };
  const run = (): RunResult => ({
    ...done,
    exitCode: exitCodeOf(done, { strict: options.strict, cancelled: options.signal.aborted }),
    seconds: secondsSince(since),
  });
  const about = { node: options.node, forms: inputs.forms.whole, options: recorded };
  const bytes = writeRunJson(run(), about);
  const { out, runFile } = options;
  const files = [{ name: runFile, bytes }];
  const report: Report = (problem) => problems.push(problem);
  const written = await replaceFiles({ out, below: "" }, { files }, { report });
  if (written === "done") await markEnded(options);
  return { kind: "done", run: run(), runFile: { path: join(out, runFile), bytes } };
}

/** No run at all: the record stays as it is. */
function nothingToRetry({ options, last }: NothingToRetry, { at }: Started): Outcome {
  const { out, runFile } = options;
  const run = {
    ...({ command: "build", version: readVersion(), startedAt: at, seconds: 0, exitCode: 0 } as const),
    ...{ departments: [], problems: [], brokenForms: [], totals: sumOfTotals([]) },
    options: runOptions(options),
    kept: last.departments,
  };
  return { kind: "done", run, runFile: { path: join(out, runFile), bytes: encodeJson(last) } };
}

/** Only of a run over all departments: a retry and a shard leave out others that are there. */
async function leftReports({ options, departments }: Request): Promise<readonly Diagnostic[]> {
  if (options.retry !== undefined || options.shard !== undefined) return [];
  const { out, runFile } = options;
  const read = await readLastRun(join(out, runFile));
  return "refusal" in read ? [] : findLeftReports(read.record, { folders: options.folders, departments });
}
