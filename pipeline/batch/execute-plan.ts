/** A plan → each department's result, and its files on disk. */

import { basename, join, resolve } from "node:path";
import type { ChosenFont } from "../assets/fonts/index.ts";
import type { BrokenForm } from "../assets/forms/index.ts";
import { cacheNotes } from "../cache/index.ts";
import { listNames, type RebuildReason } from "../contracts/index.ts";
import type { ChangeFiles, Verification } from "../department/index.ts";
import type { Report } from "../diagnostics/index.ts";
import { folderOf, replaceFiles } from "../editions/index.ts";
import { displayPath, readRegular, readVersion } from "../files/index.ts";
import { findingLists, readFindings } from "../lists/index.ts";
import { editionOptions } from "../options/index.ts";
import type { Limits } from "../read/index.ts";
import { defaultLimits } from "../workbook/index.ts";
import type { BuildOptions } from "./build-options.ts";
import { publishDepartment, readDraftBefore, readEarlier } from "./department-edition.ts";
import { type Executor, failing, inThisThread, pauseUnless } from "./executor.ts";
import { holdHeapGrowth } from "./heap-growth.ts";
import { editionInputs } from "./inputs.ts";
import type { SourceOpener } from "./open-source.ts";
import type { BuildPlan, BuildStep, Step } from "./plan-build.ts";
import { type BuildSettings, cacheFolder, openResources } from "./resources.ts";
import { reviewPage } from "./review-page.ts";
import { runDepartments } from "./run-departments.ts";
import type { DepartmentResult } from "./run-result.ts";
import { openThreads, threadsFor } from "./threads.ts";

export type Executed = {
  readonly departments: readonly DepartmentResult[];
  readonly brokenForms: readonly BrokenForm[];
  /** If the user has given fonts. */
  readonly fonts?: readonly ChosenFont[] | undefined;
};

/** Forms are compiled, fonts opened and threads started only if a department is built. */
export async function executePlan(
  { steps, inputs }: BuildPlan,
  options: BuildOptions,
  { opener, report }: { readonly opener: SourceOpener; readonly report: Report },
): Promise<Executed> {
  const building = steps.filter((step) => step.action === "build");
  const { out, draft, review, language, keepEditions, signal, onEvent } = options;
  onEvent({
    kind: "found",
    departments: building.length,
    unchanged: steps.filter(({ action }) => action === "unchanged").length,
    weights: new Map(building.map(({ department, data }) => [department.folder, data.bytes])),
  });
  const rest = await untouchedOf(steps);
  if (building.length === 0)
    return { departments: steps.flatMap((step) => rest.get(step) ?? []), brokenForms: [] };
  holdHeapGrowth();
  const settings = settingsOf(options, opener.limits);
  const { resources, problems } = await openResources(settings);
  const executor = await openExecutor(building, { settings, resources, problems, options });
  if (resources !== undefined) for (const problem of problems) report(problem);
  const brokenForms = resources?.library.broken ?? [];
  const broken = brokenForms.map(({ form }) => form);
  const runs = await runDepartments(building, {
    ...{ jobs: executor.jobs, signal, onEvent, opener },
    generate: async (sources, { department, place: own }) => {
      // A draft is compared with the last final edition, which lies above it, and with the draft before.
      const place = resolve(out, department.output);
      const earlier = await readEarlier(place);
      if (!draft) return executor.generate({ sources, place, earlier });
      const before = await readDraftBefore(folderOf(own));
      return executor.generate({ sources, place, earlier: { ...earlier, draft: before } });
    },
    publish: async (generated, { department: { folder }, place, because, data }) => {
      const inputsFor = (form: string) => editionInputs(data, inputs, { form, broken });
      const publishing = { folder, place, draft, review, language, keepEditions, inputsFor };
      const published = await publishDepartment(generated, publishing);
      return draft ? published : { ...published, because: withProjects(because, generated.changes) };
    },
    afterCrash: async ({ department: { folder }, place }, findings) => {
      const name = basename(folder);
      const lists = findingLists(findings, { folder, name, language, version: readVersion() });
      const files = review ? [...lists, reviewPage({}, findings, { name, language })] : lists;
      await replaceFiles(place, { files }, { report: () => undefined });
    },
  }).finally(() => executor.close());
  const results = new Map(runs.map(({ result }) => [result.folder, result]));
  for (const { reuse, folder } of results.values())
    for (const note of cacheNotes(reuse, folder)) report(note);
  return {
    departments: steps.flatMap((step) => results.get(step.department.folder) ?? rest.get(step) ?? []),
    brokenForms,
    fonts: options.fonts === undefined ? undefined : resources?.fonts.chosen,
  };
}

/** Of the options, what threads are handed. */
function settingsOf(options: BuildOptions, { time, heap }: Limits): BuildSettings {
  const { templates, limits, fonts, cache, out, clock, force: fresh } = options;
  const folders = { templates, limits, fonts, cache: cacheFolder(cache, out), fresh };
  const verification = verificationOf(options);
  return { ...folders, ...editionOptions(options), clock, verification, cost: { time, heap } };
}

/** What is to be relied on without another look is read back whole. */
export function verificationOf({
  verify,
  strict,
  public: isPublic = false,
}: Pick<BuildOptions, "verify" | "strict"> & Partial<Pick<BuildOptions, "public">>): Verification {
  if (!verify) return "none";
  return strict || isPublic || process.env.CI === "true" ? "full" : "sampled";
}

/**
 * Bytes of a department's files from which it is built in a thread of its own, whatever the user says. What a thread
 * has made is copied to this one: of a thousand projects with many indicators (10 MB) it would be a third of all memory.
 */
const worthThread = 32 * 2 ** 20;

type Opened = Awaited<ReturnType<typeof openResources>> & {
  readonly settings: BuildSettings;
  readonly options: Pick<BuildOptions, "jobs" | "signal">;
};

async function openExecutor(
  building: readonly BuildStep[],
  { settings, resources, problems, options: { jobs, signal } }: Opened,
): Promise<Executor> {
  if (resources === undefined) return failing(problems);
  const sizes = building.map(({ data }) => data.bytes);
  const wanted = jobs ?? threadsFor(sizes.reduce((sum, size) => sum + size, 0));
  const alone = building.length === 1;
  const { cost } = settings;
  // One that may take all the memory must not take the run with it, and a bound that is asked for is one of threads.
  const isBounded = cost.heap !== defaultLimits.heap;
  const isLarge = wanted === 1 && sizes.some((size) => size >= worthThread);
  const apart = isLarge || (isBounded && (wanted === 1 || alone));
  // A department that is alone is led from this thread, which takes its share of the parts.
  const threads = apart ? 1 : wanted === 1 ? 0 : alone ? wanted - 1 : wanted;
  const pool = await openThreads({ threads, folders: settings, cost, signal, asked: jobs !== undefined });
  if (pool !== undefined && (apart || !alone)) return pool.executor(settings);
  const pause = pauseUnless(signal);
  const here = inThisThread({ settings, resources, pause, shareParts: pool?.shareParts });
  return { ...here, close: pool?.close ?? here.close };
}

/** If one file of data is the reason, all projects that differ are its. */
function withProjects(
  because: readonly RebuildReason[],
  changes: ChangeFiles | undefined,
): readonly RebuildReason[] {
  const ofData = because.filter(({ kind }) => kind === "data");
  if (ofData.length !== 1 || changes?.count === undefined) return because;
  const { projects } = changes;
  return because.map((reason) => (reason.kind === "data" ? { ...reason, projects } : reason));
}

/** Of every step: one that is to be built may not be reached. */
async function untouchedOf(steps: readonly Step[]): Promise<ReadonlyMap<Step, DepartmentResult>> {
  const results = new Map<Step, DepartmentResult>();
  for (const step of steps) results.set(step, await untouched(step));
  return results;
}

/** With the findings that were listed when it was built, which stand. */
async function untouched({ department: { folder }, ...step }: Step): Promise<DepartmentResult> {
  const idle = { folder, findings: [], seconds: 0, milliseconds: {} };
  if (step.action !== "unchanged") return { ...idle, state: "skipped", reason: "not-selected", files: [] };
  const {
    lists: _,
    findings: counted,
    ignored: countedIgnored,
    ignoredDays: _days,
    changes: _changes,
    sinceDraft: _since,
    ...figures
  } = step.summary;
  const output = folderOf(step.place);
  const place = { output: displayPath(output), files: step.files, public: step.public };
  const bytes = await readRegular(join(output, listNames[1])).catch(() => undefined);
  const listed = (bytes && readFindings(bytes)) ?? { counted, countedIgnored };
  return { ...idle, state: "unchanged", ...figures, ...place, ...listed };
}
