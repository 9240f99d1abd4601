/** What was read of the departments → the roll-up's documents and lists, in their folder. */

import {
  countFindings,
  holdHeapGrowth,
  openThreads,
  pauseUnless,
  type ResourceFolders,
  type Resources,
  type RolledUp,
  threadsFor,
} from "../batch/index.ts";
import { cacheNotes } from "../cache/index.ts";
import { plainReasons, type RenderedReport, type RollupForm, renderRollup } from "../compose/index.ts";
import type { Rollup } from "../contracts/index.ts";
import {
  addTimings,
  makeFiles,
  makePartsHere,
  notPrinted,
  type Reuse,
  startStopwatch,
  type TypesetDocument,
  type Verification,
} from "../department/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import { describeDocument, folderOf, type OutputPlace, publishEdition } from "../editions/index.ts";
import { type Clock, displayPath } from "../files/index.ts";
import type { OutputFormat } from "../model/index.ts";
import { type DepartmentsRead, doubledFindings, failuresOf, summarise } from "./figures.ts";
import { rollupFiles } from "./rollup-files.ts";
import { type TypesetTools, type TypesetVolume, typesetVolume, type VolumeEntry } from "./typeset-volume.ts";
import { recountsOf, verifyFigures } from "./verify-figures.ts";

export type RollupOrder = {
  readonly folders: ResourceFolders;
  readonly formats: readonly OutputFormat[];
  readonly draft: boolean;
  readonly strict: boolean;
  readonly clock: Clock;
  /** How much of the written files is read back before they are published. */
  readonly verification: Verification;
  readonly resources: Resources;
  readonly form: RollupForm;
  readonly place: OutputPlace;
  /** In place of the title that is made of the year. */
  readonly title: string | undefined;
  readonly volume: boolean;
  /** Threads, if the user has said how many. */
  readonly jobs: number | undefined;
  readonly signal: AbortSignal;
};

export type RollupPublished = {
  /** Undefined if it could not be made or published, or was cancelled. */
  readonly rolledUp?: RolledUp;
  readonly problems: readonly Diagnostic[];
  /** The departments, with what was found while their parts were made. */
  readonly departments: DepartmentsRead;
};

export async function publishRollup(read: DepartmentsRead, order: RollupOrder): Promise<RollupPublished> {
  const { draft, strict, clock, formats, form, place, signal, resources } = order;
  const early = strict ? withholding(read) : [];
  if (early.length > 0) return { problems: early, departments: read };
  const figures = summarise(read, order.title);
  const problems: Diagnostic[] = [...doubledFindings(figures)];
  const report = (problem: Diagnostic) => problems.push(problem);
  const watermark = draft ? `草稿 ${clock.day}` : undefined;
  const rendered = renderRollup(figures, { form, watermark }, report);
  const watch = startStopwatch();
  const pause = pauseUnless(signal);
  const { verification } = order;
  const tools = {
    fonts: resources.fonts.book,
    formats,
    createdAt: clock.createdAt,
    pause,
    watch,
    verification,
  };
  try {
    const summary = rendered && (await typesetSummary(rendered, tools, report));
    const volume = order.volume ? await makeVolume(read, { ...order, tools, figures, watermark }) : undefined;
    problems.push(...(volume?.problems ?? []));
    const departments = withFound(read, volume);
    const done = { problems, departments };
    if (summary === undefined || (order.volume && volume?.document === undefined)) return done;
    // Parts that could not be made are found only now.
    const late = strict ? withholding(departments) : [];
    if (late.length > 0) return { ...done, problems: [...problems, ...late] };
    const documents = [
      ...summary.files,
      ...(volume?.document?.files ?? []).map((file) => ({ ...file, format: `volume-${file.format}` })),
    ];
    const about = { version: figures.version, title: summary.title, form: "rollup", draft };
    const said = { ...figures, ...summary.notPrinted };
    const extras = await rollupFiles(said);
    const differences =
      verification === "none" || rendered === undefined
        ? []
        : await verifyFigures({ figures, recounts: recountsOf(read), rendered, lists: extras });
    if (differences.length > 0) return { ...done, problems: [...problems, ...differences] };
    const published = await publishEdition(place, { ...about, documents, extras, lists: [] }, { report });
    if (published !== "done") return done;
    const { title, pages } = summary;
    const rolledUp = {
      ...{ title, pages, output: displayPath(folderOf(place)) },
      files: documents.map(describeDocument),
      volume: volume?.document && { ...aboutOf(volume.document), ...countReuse(volume) },
      figures: said,
      milliseconds: addTimings(watch.milliseconds(), volume?.milliseconds ?? {}),
    };
    return { ...done, rolledUp };
  } catch (error) {
    if (signal.aborted && error === signal.reason) return { problems, departments: read };
    throw error;
  }
}

async function typesetSummary(
  rendered: RenderedReport,
  tools: TypesetTools,
  report: (problem: Diagnostic) => void,
): Promise<(TypesetDocument & { readonly notPrinted: Pick<Rollup, "unset" | "cut"> }) | undefined> {
  const made = await makeFiles(rendered, { ...tools, makeParts: makePartsHere(tools.pause), wanted: [] });
  for (const finding of [...made.findings, ...made.differences]) report(finding);
  if (made.file === undefined || made.differences.length > 0) return undefined;
  const { missing, cut } = notPrinted(made.findings);
  const said = { ...(missing.size > 0 && { unset: [...missing] }), ...(cut.length > 0 && { cut }) };
  return { ...made.file, notPrinted: said };
}

/** Under --strict: the departments that stop the roll-up from being published. */
function withholding(departments: DepartmentsRead): readonly Diagnostic[] {
  const counts = departments.map(({ result }) => ({
    state: result.state,
    ...countFindings(result.findings),
  }));
  const hasFailed = ({ state, failure }: (typeof counts)[number]) => state !== "checked" || failure > 0;
  const failed = counts.filter(hasFailed).length;
  const withErrors = counts.filter((one) => !hasFailed(one) && one.error > 0).length;
  if (failed + withErrors === 0) return [];
  const at = { kind: "option", option: "--strict" } as const;
  return [{ code: "rollup-withheld", at, args: { failed, withErrors } }];
}

function withFound(read: DepartmentsRead, volume: TypesetVolume | undefined): DepartmentsRead {
  return read.map((one) => {
    const found = volume?.departments.get(one.result.folder)?.findings ?? [];
    return { ...one, result: { ...one.result, findings: [...one.result.findings, ...found] } };
  });
}

type VolumeOptions = RollupOrder & {
  readonly tools: TypesetTools;
  readonly figures: Rollup;
  readonly watermark: string | undefined;
};

async function makeVolume(read: DepartmentsRead, options: VolumeOptions): Promise<TypesetVolume> {
  const { folders, signal, jobs, tools, figures, watermark, form } = options;
  holdHeapGrowth();
  const markup = read.reduce((sum, { value }) => sum + sizeOf(value?.rendered), 0);
  const threads = jobs ?? threadsFor(markup * 3);
  const asked = jobs !== undefined;
  const pool = await openThreads({ threads: threads === 1 ? 0 : threads, folders, signal, asked });
  const here = makePartsHere(tools.pause);
  const make = pool?.shareParts(here) ?? here;
  const entries = read.map(({ result: { folder }, value }, index): VolumeEntry => {
    const place = value?.department.realPath ?? folder;
    return {
      folder,
      about: {
        name: figures.departments[index]?.name ?? folder,
        projects: value?.figures.projects ?? 0,
        year: value?.year,
      },
      id: value?.department.output ?? folder,
      form: value?.form ?? "",
      rendered: value?.rendered,
      makeParts: options.resources.withCache(make, ["volume", place, options.draft]),
    };
  });
  const results = new Map(read.map(({ result }) => [result.folder, result]));
  const missing = (folder: string, found: readonly Diagnostic[]): readonly string[] => {
    const failures = failuresOf({ findings: [...(results.get(folder)?.findings ?? []), ...found] });
    if (failures.length === 0) return ["没有项目，也没有部门整体绩效目标。"];
    return plainReasons(failures);
  };
  const { year } = figures;
  const title =
    options.title === undefined
      ? `${year === undefined ? "" : `${year}年`}部门预算绩效文本合订本`
      : `${options.title}（合订本）`;
  const atATime = pool === undefined ? 1 : 2 * threads;
  try {
    const order = { title, year, watermark, form, entries, atATime, missing };
    const volume = await typesetVolume(order, tools);
    const notes = [...volume.departments].flatMap(([folder, { reuse }]) => cacheNotes(reuse, folder));
    return { ...volume, problems: [...volume.problems, ...notes] };
  } finally {
    await pool?.close();
  }
}

function aboutOf({ title, pages }: TypesetDocument): Pick<TypesetDocument, "title" | "pages"> {
  return { title, pages };
}

function countReuse({ departments }: TypesetVolume): Pick<Reuse, "reused" | "made"> {
  const reuses = [...departments.values()].flatMap(({ reuse }) => reuse ?? []);
  return {
    reused: reuses.reduce((sum, one) => sum + one.reused, 0),
    made: reuses.reduce((sum, one) => sum + one.made, 0),
  };
}

/** Bytes of packed markup: about one for three of the exports. */
function sizeOf(rendered: RenderedReport | undefined): number {
  const parts = rendered?.sections.flatMap((section) => section.parts) ?? [];
  const projects = parts.flatMap((part) => part.projects);
  return projects.reduce((sum, { markup }) => sum + markup.length, 0);
}
