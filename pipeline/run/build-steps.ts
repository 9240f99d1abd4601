/** The steps of a plan → each department's result, and its files on disk. */
import type { Diagnostic, Report } from "../diagnostics/index.ts";
import type { EditionInputs, EditionSummary } from "../records/index.ts";
import type { BuildOptions } from "./build.ts";
import { type BuildTools, buildDepartment, type DepartmentBuild } from "./build-department.ts";
import { displayPath } from "./display-path.ts";
import { editionInputs } from "./edition-inputs.ts";
import type { DepartmentFolder } from "./find-departments.ts";
import { findingLists } from "./finding-lists.ts";
import { loadFonts } from "./load-fonts.ts";
import { type BrokenForm, compileForms } from "./load-forms.ts";
import { locateFindings } from "./locate-findings.ts";
import { describeFile, hashOf } from "./manifest.ts";
import { readVersion } from "./package-root.ts";
import type { Step } from "./plan-build.ts";
import type { Prepared } from "./prepare-build.ts";
import { publishEdition } from "./publish.ts";
import { hasFailure } from "./read-department.ts";
import { type NewFile, replaceFiles } from "./replace-files.ts";
import { type DepartmentWorked, runDepartments } from "./run-departments.ts";
import { countFindings, type DepartmentResult, type RunResult } from "./run-result.ts";

export type BuildSteps = Pick<Extract<Prepared, { kind: "ready" }>, "steps" | "sources" | "inputs">;
type BuildStep = Extract<Step, { action: "build" }>;

type Built = Pick<RunResult, "departments" | "brokenForms" | "fonts">;

/** Forms are compiled and fonts opened only where a department is built. */
export async function buildSteps(plan: BuildSteps, options: BuildOptions, report: Report): Promise<Built> {
  const { steps, sources } = plan;
  const building = steps.filter((step) => step.action === "build");
  announce(steps, options);
  if (building.length === 0) return { departments: steps.map(untouched), brokenForms: [] };
  const library = compileForms(sources);
  const fonts = await loadFonts(options.fonts, report);
  // Its files were read a moment ago.
  if (fonts === undefined) throw new Error(`the fonts folder ${options.fonts} is gone`);
  const tools: BuildTools = {
    ...options,
    library,
    fonts: fonts.book,
    pause: pauseUnless(options.signal),
  };
  const results = await buildAll(building, { plan, tools, broken: library.broken, options });
  return {
    departments: steps.map((step) => results.get(step.department.folder) ?? untouched(step)),
    brokenForms: library.broken,
    ...(options.fonts === undefined ? {} : { fonts: fonts.chosen }),
  };
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
  readonly tools: BuildTools;
  readonly broken: readonly BrokenForm[];
  readonly options: BuildOptions;
};

/** By folder. */
async function buildAll(
  building: readonly BuildStep[],
  { plan, tools, broken, options }: BuildAll,
): Promise<ReadonlyMap<string, DepartmentResult>> {
  const stepOf = new Map(building.map((step) => [step.department, step]));
  const reasonOf = new Map(building.map(({ department, because }) => [department.folder, because]));
  const withReason = (one: DepartmentResult): DepartmentResult => {
    const because = reasonOf.get(one.folder);
    return one.state === "skipped" || because === undefined ? one : { ...one, because };
  };
  const version = readVersion();
  const results = await runDepartments([...stepOf.keys()], {
    ...options,
    onEvent: (event) =>
      options.onEvent(
        event.kind === "finished" ? { ...event, department: withReason(event.department) } : event,
      ),
    work: async (input, department, findings) => {
      const built = await buildDepartment(input, tools, findings);
      locateFindings(findings, input, built.readings);
      const step = stepOf.get(department);
      if (step === undefined) throw new Error(`${department.folder} is not in the plan`);
      const inputsFor = (form: string) =>
        editionInputs(step.data, plan.inputs, { form, broken: broken.map((one) => one.form) });
      return publish(
        { built, department, findings },
        { ...options, folder: step.folder, version, inputsFor },
      );
    },
    afterCrash: async (department, findings) => {
      const folder = stepOf.get(department)?.folder;
      if (folder === undefined) return;
      const lists = findingLists(findings, { ...department, name: department.folder, ...options, version });
      await replaceFiles(folder, lists, { report: () => undefined });
    },
  });
  return new Map(results.map((one) => [one.folder, withReason(one)]));
}

function untouched({ department: { folder }, ...step }: Step): DepartmentResult {
  const idle = { folder, findings: [], seconds: 0, milliseconds: {} };
  if (step.action !== "unchanged") return { ...idle, state: "skipped", reason: "not-selected", files: [] };
  const { lists: _, findings: counted, ...figures } = step.summary;
  const place = { output: displayPath(step.folder), files: step.files };
  return { ...idle, state: "unchanged", ...figures, ...place, counted };
}

type Publishing = Pick<BuildOptions, "draft" | "language"> & {
  readonly folder: string;
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
  { folder, draft, language, version, inputsFor }: Publishing,
): Promise<DepartmentWorked> {
  const output = displayPath(folder);
  const report: Report = (finding) => findings.push(finding);
  const name = built.about?.name ?? department.folder;
  const lists = () => findingLists(findings, { folder: department.folder, name, language, version });
  if (built.report !== undefined && built.about !== undefined) {
    const { title, pages, files: documents } = built.report;
    const { form } = built.about;
    const listed = lists();
    const summary: EditionSummary = {
      ...built.about,
      title,
      pages,
      findings: countFindings(findings),
      lists: Object.fromEntries(listed.map((list: NewFile) => [list.name, hashOf(list.bytes)])),
    };
    const edition = {
      version,
      title,
      form,
      draft,
      inputs: inputsFor(form),
      summary,
      documents,
      lists: listed,
    };
    if (await publishEdition(folder, edition, { report }))
      return { built, state: "built", output, files: documents.map(describeFile) };
  }
  const listed = await replaceFiles(folder, lists(), {
    report: hasFailure(findings) ? () => undefined : report,
  });
  const failed = { built, state: "failed", files: [] } as const;
  return listed ? { ...failed, output } : failed;
}

/** The stages do not yield, so a signal that came meanwhile is only heard here. */
function pauseUnless(signal: AbortSignal): () => Promise<void> {
  return async () => {
    await new Promise((resolve) => setImmediate(resolve));
    signal.throwIfAborted();
  };
}
