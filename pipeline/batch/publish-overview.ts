/** What a run did, and what stands in its output folder → the page of all departments, and the record that the next one is compared with. */
import { readdir } from "node:fs/promises";
import { basename, join, relative, resolve } from "node:path";
import {
  type DepartmentLastRuns,
  type DepartmentRecord,
  FindingRecord,
  OverviewRecord,
  overviewName,
  overviewRecordName,
  type RunRecord,
} from "../contracts/index.ts";
import { type Diagnostic, type Report, severityOf } from "../diagnostics/index.ts";
import { replaceFiles } from "../editions/index.ts";
import {
  compareNames,
  displayPath,
  encodeJson,
  type NewFile,
  parseJson,
  readScript,
  readText,
} from "../files/index.ts";
import { compareDecimals, parseDecimal, sumDecimals, withTwoPlaces } from "../records/index.ts";
import {
  isNews,
  isOverview,
  type OverviewDepartment,
  type Reason,
  worstOf,
  writeOverview,
} from "../write/overview/index.ts";
import { findEditions } from "./find-editions.ts";
import {
  localTime,
  type OverviewResult,
  type OverviewRun,
  overviewLine,
  type PlacedDepartment,
  told,
  worded,
} from "./overview-line.ts";

type PublishedRun = OverviewRun & {
  /** What belongs to no department. */
  readonly problems: readonly Diagnostic[];
  readonly report: Report;
};

/**
 * All departments that have something in the folder: one that the run was not about stays as it was, and is compared
 * with its own run before. Those of shards whose records were joined here are told of as well, where they lie.
 */
export async function publishOverview(out: string, run: PublishedRun): Promise<void> {
  const before = await readRecord(out);
  const elsewhere = (before ?? []).flatMap(({ within }) => within ?? []);
  const found = await findIn(out, ["", ...elsewhere]);
  const problems = run.problems
    .filter((one) => severityOf(one) !== "info")
    .map((one) => worded(one, run.language));
  const files = await overviewFiles(out, { found, known: before && runsIn(before), problems }, run);
  if (files.length > 0) await replaceFiles({ out, below: "" }, { files }, run);
}

export type JoinedRun = Pick<PublishedRun, "report"> & {
  readonly record: RunRecord;
  /** Each with the folder that holds what it made, where it has noted what is new. */
  readonly shards: readonly { readonly folder: string; readonly record: RunRecord }[];
};

/** All departments of a run in shards on one page, wherever the shards have put them: files for that folder. */
export async function joinedOverview(
  out: string,
  { record, shards, report }: JoinedRun,
): Promise<readonly NewFile[]> {
  const ways = shards.map(({ folder }) => relative(out, folder).replaceAll("\\", "/"));
  const [own, ...records] = await Promise.all([out, ...shards.map(({ folder }) => folder)].map(readRecord));
  // What lies in any other folder is nobody's output.
  const found = await findIn(out, own === undefined ? ways : [...ways, ""]);
  const { startedAt: at, options } = record;
  const { draft, language } = options;
  const results = new Map(shards.flatMap((shard) => shard.record.departments.map(resultOf(shard.record))));
  const problems = record.problems.flatMap((one) => {
    const { data } = FindingRecord.safeParse(one);
    return data === undefined || data.severity === "info" ? [] : [told(data, language)];
  });
  const known = runsIn(records.flatMap((one) => one ?? []));
  return overviewFiles(out, { found, known, problems }, { at, draft, language, results, report });
}

/** By the way to the department's folder, within that of its shard: one that nothing was written of is called as its data are. */
function resultOf({ options: { from = "", out, draft } }: RunRecord) {
  return ({ output, folder, state, reason, name }: DepartmentRecord): readonly [string, OverviewResult] => {
    const place =
      output === undefined ? basename(folder) : relative(resolve(from, out), resolve(from, output));
    const way = place.replaceAll("\\", "/");
    const result = { state, ...(reason && { reason }), ...(name && { name }) };
    return [draft ? way.replace(/\/draft$/u, "") : way, result];
  };
}

type Gathered = {
  readonly found: readonly PlacedDepartment[];
  /** What was known after the runs before, by the way to the folder; undefined if nothing is. */
  readonly known: ReadonlyMap<string, DepartmentLastRuns> | undefined;
  readonly problems: readonly Reason[];
};

/** None if they would take the place of what is not ours: reported. */
async function overviewFiles(
  out: string,
  { found, known, problems }: Gathered,
  { report, ...run }: OverviewRun & Pick<PublishedRun, "report">,
): Promise<readonly NewFile[]> {
  if (await isForeign(out)) {
    const file = displayPath(join(out, overviewName));
    report({ code: "overview-not-ours", at: { kind: "file", file }, args: { file } });
    return [];
  }
  const lines = withoutFolders(found, run)
    .map((one) => ({ ...overviewLine(one, known, run), ...one }))
    .toSorted(
      (one, other) =>
        compareDepartments(one.department, other.department) || compareNames(one.folder, other.folder),
    );
  const departments = lines.map(({ department }) => department);
  const record: OverviewRecord = {
    schema: 2,
    departments: lines.map(({ folder, within, runs }) => ({
      ...{ folder, runs },
      ...(within === "" ? {} : { within }),
    })),
  };
  const { at, draft, language } = run;
  const money = departments.flatMap((one) => parseDecimal(one.money ?? "") ?? []);
  const page = writeOverview({
    language,
    at: localTime(at),
    draft,
    departments,
    money: money.length === 0 ? undefined : withTwoPlaces(sumDecimals(money)),
    problems,
    files: await filesOfAll(out),
    script: readScript("overview-page"),
  });
  return [
    { name: overviewRecordName, bytes: encodeJson(record) },
    { name: overviewName, bytes: page },
  ];
}

/** A page of that name that this program has not written, as in the folder of a site. */
async function isForeign(out: string): Promise<boolean> {
  const [page, record] = await Promise.all(
    [overviewName, overviewRecordName].map((name) => readText(join(out, name)).catch(() => undefined)),
  );
  return page !== undefined && record === undefined && !isOverview(page);
}

/** In the first of the output folders that has it: one that was built again here lies where its shard left it as well. */
async function findIn(out: string, ways: readonly string[]): Promise<readonly PlacedDepartment[]> {
  const departments = new Map<string, PlacedDepartment>();
  const others = ways.filter((way) => way !== "");
  for (const within of new Set(ways)) {
    const found = await findEditions(join(out, within));
    const own = within === "" ? found.filter(({ folder }) => !isBelow(folder, others)) : found;
    for (const one of own) if (!departments.has(one.folder)) departments.set(one.folder, { ...one, within });
  }
  return [...departments.values()].toSorted((one, other) => compareNames(one.folder, other.folder));
}

function isBelow(way: string, folders: readonly string[]): boolean {
  return folders.some((folder) => way.startsWith(`${folder}/`));
}

type RecordedRuns = OverviewRecord["departments"];

/** None if it cannot be read: nothing is known to be new then. */
async function readRecord(out: string): Promise<RecordedRuns | undefined> {
  const text = await readText(join(out, overviewRecordName)).catch(() => "");
  return OverviewRecord.safeParse(parseJson(text)).data?.departments;
}

function runsIn(departments: RecordedRuns): ReadonlyMap<string, DepartmentLastRuns> {
  return new Map(departments.map(({ folder, runs }) => [folder, runs]));
}

/** With those that failed so that not even their lists could be written. */
function withoutFolders(
  found: readonly PlacedDepartment[],
  { results }: OverviewRun,
): readonly PlacedDepartment[] {
  const known = new Set(found.map(({ folder }) => folder));
  const others = [...results].filter(([folder, { state }]) => !known.has(folder) && state === "failed");
  return [...found, ...others.map(([folder]) => ({ folder, within: "" }))];
}

const ranks = ["failed", "unknown", "error", "warning", "clean"];

/** The worst first, and of equals those with something new, then those that cost most. */
function compareDepartments(one: OverviewDepartment, other: OverviewDepartment): number {
  const worst = ranks.indexOf(worstOf(one)) - ranks.indexOf(worstOf(other));
  if (worst !== 0) return worst;
  const fresh = Number(isNews(other)) - Number(isNews(one));
  if (fresh !== 0) return fresh;
  const [left, right] = [one, other].map(({ money = "" }) => parseDecimal(money) ?? "0");
  return compareDecimals(right ?? "0", left ?? "0");
}

/** Documents and workbooks over all departments; one that is open elsewhere has a twin, which begins with `~$`. */
async function filesOfAll(out: string): Promise<readonly string[]> {
  const entries = await readdir(out, { withFileTypes: true }).catch(() => []);
  const names = entries.filter(
    (entry) => entry.isFile() && /^[^.~].*\.(?:docx|pdf|xlsx)$/iu.test(entry.name),
  );
  return names.map(({ name }) => name).toSorted(compareNames);
}
