/** What was read of the departments → the roll-up's documents and lists, in their folder. */
import { cacheNotes } from "../batch/cache-notes.ts";
import { countFindings, type DepartmentResult, type RolledUp } from "../batch/run-result.ts";
import type { BenchOptions, Workbench } from "../batch/workbench.ts";
import { canRunThreads, openWorkerPool, threadsFor } from "../batch/worker-pool.ts";
import { keepNothing, type Reuse } from "../cache/kept-parts.ts";
import { bareYear, printRollup, type RollupForm } from "../compose/index.ts";
import type { Rollup, RollupDepartment } from "../contracts/index.ts";
import { type PrintTools, printReportFiles } from "../department/print-report.ts";
import { addTimings, startStopwatch, type Timings } from "../department/stopwatch.ts";
import { type Diagnostic, formatPlace, type Report, severityOf, wordingOf } from "../diagnostics/index.ts";
import { describeFile, folderOf, type OutputPlace, publishEdition } from "../editions/index.ts";
import { displayPath, readVersion } from "../files/index.ts";
import { sumOfFigures } from "./figures.ts";
import { findDoubled } from "./find-doubled.ts";
import { printVolumeFiles, type VolumeEntry } from "./print-volume.ts";
import type { DepartmentRead, DepartmentsRead } from "./read-departments.ts";
import type { RollupOptions } from "./rollup.ts";
import { rollupFiles } from "./rollup-files.ts";

export type PublishOptions = Pick<
  RollupOptions,
  "draft" | "strict" | "formats" | "clock" | "signal" | "jobs" | "title" | "volume"
> & {
  readonly form: RollupForm;
  readonly bench: Workbench;
  readonly benchOptions: BenchOptions;
  readonly place: OutputPlace;
  readonly report: Report;
};

/** Undefined where it could not be made or published, or was cancelled: reported. */
export async function publishRollup(
  departments: DepartmentsRead,
  options: PublishOptions,
): Promise<RolledUp | undefined> {
  const { draft, place, report, clock, form, signal } = options;
  const isWithheld = () => options.strict && withhold(departments, report);
  if (isWithheld()) return undefined;
  const figures = figuresOfAll(departments, options);
  const watermark = draft ? `草稿 ${clock.day}` : undefined;
  for (const finding of doubledFindings(figures)) report(finding);
  const printed = printRollup(figures, { form, watermark }, report);
  const { time, milliseconds } = startStopwatch();
  const tools = printToolsOf({ ...options, time });
  try {
    const summary = printed && (await printReportFiles(printed, { ...tools, openKept: keepNothing }));
    const volume = options.volume
      ? await makeVolume(departments, { ...options, tools, figures, watermark })
      : undefined;
    if (summary === undefined || (options.volume && volume === undefined)) return undefined;
    // Parts that could not be made are found only now.
    if (isWithheld()) return undefined;
    const documents = [
      ...summary.files,
      ...(volume?.files ?? []).map((file) => ({ ...file, format: `volume-${file.format}` })),
    ];
    const about = { version: figures.version, title: summary.title, form: "rollup", draft };
    const extras = rollupFiles(figures);
    const published = await publishEdition(place, { ...about, documents, extras, lists: [] }, { report });
    if (published !== "done") return undefined;
    return {
      title: summary.title,
      pages: summary.pages,
      output: displayPath(folderOf(place)),
      files: documents.map((file) => ({ ...describeFile(file), format: file.format })),
      ...(volume === undefined ? {} : { volume: volume.about }),
      figures,
      milliseconds: addTimings(milliseconds(), volume?.elsewhere ?? {}),
    };
  } catch (error) {
    if (signal.aborted && error === signal.reason) return undefined;
    throw error;
  }
}

/** Under --strict: whether a department stands in the way of publishing, which is reported then. */
function withhold({ results }: DepartmentsRead, report: Report): boolean {
  const counts = results().map(({ state, findings }) => ({ state, ...countFindings(findings) }));
  const hasFailed = ({ state, failure }: (typeof counts)[number]) => state !== "checked" || failure > 0;
  const failed = counts.filter(hasFailed).length;
  const withErrors = counts.filter((one) => !hasFailed(one) && one.error > 0).length;
  if (failed + withErrors === 0) return false;
  report({
    code: "rollup-withheld",
    at: { kind: "option", option: "--strict" },
    args: { failed, withErrors },
  });
  return true;
}

function figuresOfAll({ results, read }: DepartmentsRead, { title }: PublishOptions): Rollup {
  const departments = results().map((result): RollupDepartment => {
    const taken = read.get(result.folder);
    const name = taken?.name ?? result.name ?? result.folder.slice(result.folder.lastIndexOf("/") + 1);
    const about = { folder: result.folder, name, findings: countFindings(result.findings) };
    if (taken === undefined) return { ...about, state: "failed", failures: failuresOf(result) };
    const { form, year, figures } = taken;
    return {
      ...about,
      state: "counted",
      ...(year === undefined ? {} : { year: bareYear(year) }),
      form,
      ...figures,
    };
  });
  const counted = departments.filter((one) => one.state === "counted");
  const doubled = findDoubled(
    results()
      .flatMap(({ folder }) => read.get(folder) ?? [])
      .map(countedAs),
  );
  const years = [...new Set(counted.flatMap(({ year }) => year ?? []))];
  const [year] = years.length === 1 ? years : [];
  const { failure, error, warning, info } = countFindings(results().flatMap(({ findings }) => findings));
  return {
    version: readVersion(),
    title: title ?? `${year === undefined ? "" : `${year}年`}部门预算绩效目标汇总表`,
    ...(year === undefined ? {} : { year }),
    departments,
    ...(doubled.length === 0 ? {} : { doubled }),
    totals: {
      counted: counted.length,
      failed: departments.length - counted.length,
      ...sumOfFigures(counted),
      findings: { failure, error, warning, info },
    },
  };
}

function countedAs({ department, name, codes }: DepartmentRead) {
  return { folder: department.folder, name, codes };
}

function doubledFindings({ doubled = [] }: Rollup): readonly Diagnostic[] {
  return doubled.map(({ first, second, ...alike }) => ({
    code: "department-counted-twice",
    at: { kind: "file", file: second.folder },
    args: { first, second, ...alike },
  }));
}

function failuresOf({ findings }: Pick<DepartmentResult, "findings">) {
  const failures = findings.filter((finding) => severityOf(finding) === "failure");
  return failures.map((finding) => {
    const { says, todo } = wordingOf(finding, "zh");
    return { at: formatPlace(finding.at), says, todo };
  });
}

type Tools = Omit<PrintTools, "openKept">;

function printToolsOf({
  bench,
  clock,
  formats,
  signal,
  report,
  time,
}: PublishOptions & Pick<Tools, "time">): Tools {
  return {
    fonts: bench.fonts.book,
    ...{ clock, formats, report, time },
    pause: async () => {
      await new Promise((resolve) => setImmediate(resolve));
      signal.throwIfAborted();
    },
  };
}

type VolumeOptions = PublishOptions & {
  readonly tools: Tools;
  readonly figures: Rollup;
  readonly watermark: string | undefined;
};

type MadeVolume = {
  readonly files: NonNullable<Awaited<ReturnType<typeof printVolumeFiles>>>["files"];
  readonly about: NonNullable<RolledUp["volume"]>;
  /** Spent in other threads. */
  readonly elsewhere: Timings;
};

async function makeVolume(
  departments: DepartmentsRead,
  options: VolumeOptions,
): Promise<MadeVolume | undefined> {
  const { benchOptions, signal, jobs, tools, figures, watermark, form } = options;
  const reuses = new Map<string, Reuse>();
  const entries = entriesOf(departments, {
    ...options,
    onReuse: (folder, reuse) => reuses.set(folder, reuse),
  });
  const threads = jobs ?? threadsFor(entries.reduce((sum, { printed }) => sum + sizeOf(printed), 0));
  const pool =
    threads > 1 && canRunThreads
      ? openWorkerPool(threads, benchOptions, { signal, asked: jobs !== undefined })
      : undefined;
  let elsewhere: Timings = {};
  const tell = (told: Timings) => {
    elsewhere = addTimings(elsewhere, told);
  };
  const { year } = figures;
  const title =
    options.title === undefined
      ? `${year === undefined ? "" : `${year}年`}部门预算绩效文本合订本`
      : `${options.title}（合订本）`;
  try {
    const made = await printVolumeFiles(
      { title, year, watermark, form, entries, atATime: pool === undefined ? 1 : 2 * threads },
      pool === undefined ? tools : { ...tools, finishParts: pool.finishParts(tell) },
    );
    for (const [folder, reuse] of reuses) for (const note of cacheNotes(reuse, folder)) options.report(note);
    if (made === undefined) return undefined;
    const count = (of: (reuse: Reuse) => number) =>
      [...reuses.values()].reduce((sum, one) => sum + of(one), 0);
    const kept = { reused: count(({ reused }) => reused), made: count((one) => one.made) };
    return { files: made.files, elsewhere, about: { title: made.title, pages: made.pages, ...kept } };
  } finally {
    await pool?.close();
  }
}

type EntryOptions = Pick<VolumeOptions, "figures" | "bench" | "draft"> & {
  readonly onReuse: (folder: string, reuse: Reuse) => void;
};

function entriesOf(
  { read, reportOn, resultOf }: DepartmentsRead,
  { figures, bench, draft, onReuse }: EntryOptions,
): readonly VolumeEntry[] {
  return figures.departments.map(({ folder, name }): VolumeEntry => {
    const taken = read.get(folder);
    const year = taken?.year;
    const place = taken?.department.realPath ?? folder;
    return {
      about: { name, projects: taken?.figures.projects ?? 0, ...(year === undefined ? {} : { year }) },
      id: taken?.department.output ?? folder,
      form: taken?.form ?? "",
      printed: taken?.printed,
      openKept: bench.keeping(["volume", place, draft], (reuse) => onReuse(folder, reuse)),
      report: reportOn(folder),
      missing: () => {
        const result = resultOf(folder);
        const failures = result === undefined ? [] : failuresOf(result);
        if (failures.length === 0) return ["没有项目，也没有部门整体绩效目标。"];
        return failures.map(({ at, says, todo }) => `${at} ${says}。${todo}`);
      },
    };
  });
}

/** Characters of markup: some three for each byte of the exports. */
function sizeOf(printed: VolumeEntry["printed"]): number {
  const parts = printed?.sections.flatMap((section) => section.parts) ?? [];
  return (
    parts.reduce(
      (sum, { projects }) => sum + projects.reduce((all, { markup }) => all + markup.length, 0),
      0,
    ) / 3
  );
}
