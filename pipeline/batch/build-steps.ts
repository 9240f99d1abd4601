/** The steps of a plan → each department's result, and its files on disk. */
import { join, resolve } from "node:path";
import type { BuildOptions } from "../commands/build.ts";
import type { EditionInputs, EditionSummary, RebuildReason } from "../contracts/index.ts";
import type { DepartmentBuild } from "../department/build-department.ts";
import { readEarlier } from "../department/edition-changes.ts";
import { hasFailure } from "../department/read-department.ts";
import type { Diagnostic, Report } from "../diagnostics/index.ts";
import { describeFile, folderOf, type OutputPlace, publishEdition, replaceFiles } from "../editions/index.ts";
import { displayPath, hashOfBytes, readVersion } from "../files/index.ts";
import type { DepartmentFolder } from "../find/index.ts";
import { findingLists } from "../lists/index.ts";
import { type Builder, buildWith } from "./build-with.ts";
import { cacheNotes } from "./cache-notes.ts";
import { editionInputs } from "./edition-inputs.ts";
import type { Step } from "./plan-build.ts";
import type { Prepared } from "./prepare-build.ts";
import { type DepartmentWorked, runDepartments } from "./run-departments.ts";
import { countFindings, type DepartmentResult, type RunResult } from "./run-result.ts";
import { type BenchOptions, openWorkbench } from "./workbench.ts";
import { canRunThreads, openWorkerPool, threadsFor } from "./worker-pool.ts";

export type BuildSteps = Pick<Prepared, "steps" | "inputs">;
type BuildStep = Extract<Step, { action: "build" }>;

type Built = Pick<RunResult, "departments" | "brokenForms" | "fonts">;

/** Forms are compiled, fonts opened and threads started only where a department is built. */
export async function buildSteps(plan: BuildSteps, options: BuildOptions, report: Report): Promise<Built> {
  const { steps } = plan;
  const building = steps.filter((step) => step.action === "build");
  announce(steps, options);
  if (building.length === 0) return { departments: steps.map(untouched), brokenForms: [] };
  const asked = benchOptions(options);
  const bench = await openWorkbench(asked, report);
  // Both were read a moment ago.
  if (bench === undefined) throw new Error("the folder of forms or of fonts is gone");
  const { signal, jobs } = options;
  const threads = jobs ?? threadsFor(building.reduce((sum, { data }) => sum + data.bytes, 0));
  const alone = building.length === 1;
  // A department that is alone is led from this thread, which takes its share of the parts.
  const others = alone ? threads - 1 : threads;
  const pool =
    threads > 1 && canRunThreads
      ? openWorkerPool(others, asked, { signal, asked: jobs !== undefined })
      : undefined;
  const builder: Builder = { bench, pool, alone, signal };
  const results = await buildAll(building, { plan, builder, threads, options }).finally(() => pool?.close());
  for (const { reuse, folder } of results.values())
    for (const note of cacheNotes(reuse, folder)) report(note);
  return {
    departments: steps.map((step) => results.get(step.department.folder) ?? untouched(step)),
    brokenForms: bench.library.broken,
    ...(options.fonts === undefined ? {} : { fonts: bench.fonts.chosen }),
  };
}

/** Of the options, what threads can be handed. */
function benchOptions(options: BuildOptions): BenchOptions {
  const { templates, fonts, formats, draft, strict, clock } = options;
  const { cache = join(options.out, ".huibian", "cache") } = options;
  const plain = { templates, fonts, formats, draft, strict, clock };
  return { ...plain, cache: cache === false ? undefined : cache };
}

function announce(steps: readonly Step[], { onEvent }: BuildOptions): void {
  const building = steps.filter((step) => step.action === "build");
  onEvent({
    kind: "found",
    departments: building.length,
    unchanged: steps.filter(({ action }) => action === "unchanged").length,
    weights: new Map(building.map(({ department, data }) => [department.folder, data.bytes])),
  });
}

type BuildAll = {
  readonly plan: BuildSteps;
  readonly builder: Builder;
  readonly threads: number;
  readonly options: BuildOptions;
};

/** By folder. */
async function buildAll(
  building: readonly BuildStep[],
  { plan, builder, threads, options }: BuildAll,
): Promise<ReadonlyMap<string, DepartmentResult>> {
  const stepOf = new Map(building.map((step) => [step.department, step]));
  const reasonOf = new Map(building.map(({ department, because }) => [department.folder, because]));
  const withReason = (one: DepartmentResult): DepartmentResult => {
    const because = reasonOf.get(one.folder);
    return one.state === "skipped" || because === undefined ? one : { ...one, because };
  };
  const version = readVersion();
  const broken = builder.bench.library.broken.map(({ form }) => form);
  const results = await runDepartments([...stepOf.keys()], {
    ...options,
    jobs: threads,
    onEvent: (event) =>
      options.onEvent(
        event.kind === "finished" ? { ...event, department: withReason(event.department) } : event,
      ),
    work: async (input, department, findings) => {
      const step = stepOf.get(department);
      if (step === undefined) throw new Error(`${department.folder} is not in the plan`);
      // A draft is compared with the last final edition, which lies above it.
      const final = resolve(options.out, department.output);
      const earlier = await readEarlier(final);
      const { language } = options;
      const order = { input, place: final, earlier, language };
      const built = await buildWith(builder, order, findings);
      if (!options.draft) reasonOf.set(department.folder, withProjects(step.because, built.changes));
      const inputsFor = (form: string) => editionInputs(step.data, plan.inputs, { form, broken });
      return publish({ built, department, findings }, { ...options, place: step.place, version, inputsFor });
    },
    afterCrash: async (department, findings) => {
      const place = stepOf.get(department)?.place;
      if (place === undefined) return;
      const lists = findingLists(findings, { ...department, name: department.folder, ...options, version });
      await replaceFiles(place, { files: lists }, { report: () => undefined });
    },
  });
  return new Map(results.map((one) => [one.folder, withReason(one)]));
}

/** Where one file of data is the reason, all projects that differ are its. */
function withProjects(
  because: readonly RebuildReason[],
  changes: DepartmentBuild["changes"],
): readonly RebuildReason[] {
  const ofData = because.filter(({ kind }) => kind === "data");
  if (ofData.length !== 1 || changes?.count === undefined) return because;
  const { projects } = changes;
  return because.map((reason) => (reason.kind === "data" ? { ...reason, projects } : reason));
}

function untouched({ department: { folder }, ...step }: Step): DepartmentResult {
  const idle = { folder, findings: [], seconds: 0, milliseconds: {} };
  if (step.action !== "unchanged") return { ...idle, state: "skipped", reason: "not-selected", files: [] };
  const { lists: _, findings: counted, ...figures } = step.summary;
  const place = { output: displayPath(folderOf(step.place)), files: step.files };
  return { ...idle, state: "unchanged", ...figures, ...place, counted };
}

type Publishing = Pick<BuildOptions, "draft" | "language" | "keepEditions"> & {
  readonly place: OutputPlace;
  readonly version: string;
  readonly inputsFor: (form: string) => EditionInputs;
};

type Printed = {
  readonly built: DepartmentBuild;
  readonly department: DepartmentFolder;
  readonly findings: Diagnostic[];
};

/** A failed department gets its list of findings; what was published of it before stays. */
async function publish(
  { built, department, findings }: Printed,
  { place, draft, language, keepEditions, version, inputsFor }: Publishing,
): Promise<DepartmentWorked> {
  const output = displayPath(folderOf(place));
  const report: Report = (finding) => findings.push(finding);
  const name = built.about?.name ?? department.folder;
  const lists = findingLists(findings, { folder: department.folder, name, language, version });
  if (built.report !== undefined && built.about !== undefined) {
    const { title, pages, files: documents } = built.report;
    const { form } = built.about;
    const summary: EditionSummary = {
      ...built.about,
      title,
      pages,
      findings: countFindings(findings),
      lists: Object.fromEntries(lists.map((list) => [list.name, hashOfBytes(list.bytes)])),
    };
    const about = { version, title, form, draft, inputs: inputsFor(form), summary };
    // A draft is no edition that later ones are compared with.
    const { records, changes = [] } = built.changes ?? {};
    // A draft has no history; its records lie beside it, so that it can be compared all the same.
    const extras = draft && records !== undefined ? [...changes, records] : changes;
    const kept = { keep: keepEditions, ...(records && { records: records.bytes }) };
    const history = draft ? {} : { history: kept };
    const published = await publishEdition(
      place,
      { ...about, documents, extras, lists, ...history },
      { report },
    );
    const files = documents.map((file) => ({ ...describeFile(file), format: file.format }));
    if (published === "done") return { built, state: "built", output, files };
    // The lists of that edition are to be completed with it.
    if (published === "pending") return { built, state: "failed", output, files: [] };
  }
  const quiet = hasFailure(findings) ? () => undefined : report;
  const current = findingLists(findings, { folder: department.folder, name, language, version });
  const listed = await replaceFiles(place, { files: current }, { report: quiet });
  const failed = { built, state: "failed", files: [] } as const;
  return listed === "done" ? { ...failed, output } : failed;
}
