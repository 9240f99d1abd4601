/** What a run did, and what stands in its output folder → the page of all departments, and the record that the next one is compared with. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import {
  type DepartmentLastRuns,
  OverviewRecord,
  overviewName,
  overviewRecordName,
} from "../contracts/index.ts";
import { type Diagnostic, type Report, severityOf } from "../diagnostics/index.ts";
import { replaceFiles } from "../editions/index.ts";
import { compareNames, encodeJson, parseJson, readScript, readText } from "../files/index.ts";
import { compareDecimals, parseDecimal, sumDecimals, withTwoPlaces } from "../records/index.ts";
import { isNews, type OverviewDepartment, worstOf, writeOverview } from "../write/overview/index.ts";
import { type FoundDepartment, findEditions } from "./find-editions.ts";
import { localTime, type OverviewRun, overviewLine, worded } from "./overview-line.ts";

type PublishedRun = OverviewRun & {
  /** What belongs to no department. */
  readonly problems: readonly Diagnostic[];
  readonly report: Report;
};

/**
 * All departments that have something in the folder: one that the run was not about stays as it was, and is compared
 * with its own run before.
 */
export async function publishOverview(out: string, run: PublishedRun): Promise<void> {
  const before = await readLastRuns(out);
  const found = withoutFolders(await findEditions(out), run);
  const lines = found.map((one) => overviewLine(one, before, run));
  const departments = lines.map(({ department }) => department).toSorted(compareDepartments);
  const record: OverviewRecord = {
    schema: 2,
    departments: lines.map(({ department, runs }) => ({ folder: department.folder, runs })),
  };
  const { at, draft, language, problems, report } = run;
  const money = departments.flatMap((one) => parseDecimal(one.money ?? "") ?? []);
  const page = writeOverview({
    language,
    at: localTime(at),
    draft,
    departments,
    money: money.length === 0 ? undefined : withTwoPlaces(sumDecimals(money)),
    problems: problems.filter((one) => severityOf(one) !== "info").map((one) => worded(one, language)),
    files: await filesOfAll(out),
    script: readScript("overview-page"),
  });
  const files = [
    { name: overviewRecordName, bytes: encodeJson(record) },
    { name: overviewName, bytes: page },
  ];
  await replaceFiles({ out, below: "" }, { files }, { report });
}

/** None if it cannot be read: nothing is known to be new then. */
async function readLastRuns(out: string): Promise<ReadonlyMap<string, DepartmentLastRuns> | undefined> {
  const text = await readText(join(out, overviewRecordName)).catch(() => "");
  const { data } = OverviewRecord.safeParse(parseJson(text));
  return data && new Map(data.departments.map(({ folder, runs }) => [folder, runs]));
}

/** With those that failed so that not even their lists could be written. */
function withoutFolders(
  found: readonly FoundDepartment[],
  { results }: OverviewRun,
): readonly FoundDepartment[] {
  const known = new Set(found.map(({ folder }) => folder));
  const others = [...results].filter(([folder, { state }]) => !known.has(folder) && state === "failed");
  return [...found, ...others.map(([folder]) => ({ folder }))];
}

const ranks = ["failed", "unknown", "error", "warning", "clean"];

/** The worst first, and of equals those with something new, then those that cost most. */
function compareDepartments(one: OverviewDepartment, other: OverviewDepartment): number {
  const worst = ranks.indexOf(worstOf(one)) - ranks.indexOf(worstOf(other));
  if (worst !== 0) return worst;
  const fresh = Number(isNews(other)) - Number(isNews(one));
  if (fresh !== 0) return fresh;
  const [left, right] = [one, other].map(({ money = "" }) => parseDecimal(money) ?? "0");
  return compareDecimals(right ?? "0", left ?? "0") || compareNames(one.folder, other.folder);
}

/** Documents and workbooks over all departments; one that is open elsewhere has a twin, which begins with `~$`. */
async function filesOfAll(out: string): Promise<readonly string[]> {
  const entries = await readdir(out, { withFileTypes: true }).catch(() => []);
  const names = entries.filter(
    (entry) => entry.isFile() && /^[^.~].*\.(?:docx|pdf|xlsx)$/iu.test(entry.name),
  );
  return names.map(({ name }) => name).toSorted(compareNames);
}
