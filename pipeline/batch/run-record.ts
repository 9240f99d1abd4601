/** A build, and what it was asked for ↔ its record, `run.json`; what a retry takes from it, and what has become of it. */

import { resolve } from "node:path";
import { type DepartmentRecord, type RunOptions, RunRecord } from "../contracts/index.ts";
import { sumOfTotals } from "../department/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import { compareNames, displayPath, encodeJson, isFolder, readText, setClock } from "../files/index.ts";
import type { DepartmentFolder } from "../find/index.ts";
import { findingRecord } from "../lists/index.ts";
import { isOutputFormat } from "../model/index.ts";
import { type Given, recordedOptions, retriedOptions } from "../options/index.ts";
import type { BuildOptions } from "./build-options.ts";
import { type DepartmentResult, findingsOf, ignoredOf, type RunResult } from "./run-result.ts";

export type LastRun = { readonly record: RunRecord } | { readonly refusal: Diagnostic };

/** A record that is missing or damaged refuses: what failed is then unknown, and a guess would pass over it. */
export async function readLastRun(path: string): Promise<LastRun> {
  const text = await readText(path).catch(() => undefined);
  const refusal = { at: { kind: "option", option: "--retry" }, args: { file: displayPath(path) } } as const;
  if (text === undefined) return { refusal: { code: "run-record-missing", ...refusal } };
  try {
    const record = RunRecord.safeParse(JSON.parse(text));
    if (record.success) return { record: record.data };
  } catch {
    // No JSON is as good as no record.
  }
  return { refusal: { code: "run-record-damaged", ...refusal } };
}

/** Absolute; relative paths of a record are seen from it. */
export function workingFolder(): string {
  return displayPath(resolve("."));
}

/**
 * A record whose run had another working folder, with absolute paths: seen from here, its relative ones may lead to
 * another department of the same name.
 */
export function seenFromHere(record: RunRecord): RunRecord {
  const here = workingFolder();
  if ((record.options.from ?? here) === here) return record;
  const { options, ...rest } = withAbsolutePaths(record);
  return { ...rest, options: { ...options, from: here } };
}

/** Unless it does not say from where its relative ones are seen. */
export function withAbsolutePaths(record: RunRecord): RunRecord {
  const { from, folders, out, templates, fonts } = record.options;
  if (from === undefined) return record;
  const seen = (path: string) => displayPath(resolve(from, path));
  const maybe = (path: string | undefined) => (path === undefined ? undefined : seen(path));
  return {
    ...record,
    options: {
      ...record.options,
      folders: folders.map(seen),
      out: seen(out),
      templates: maybe(templates),
      fonts: maybe(fonts),
    },
    departments: record.departments.map(({ folder, output, ...one }) => ({
      ...one,
      folder: seen(folder),
      output: maybe(output),
    })),
  };
}

export function isUndone({ state, reason }: DepartmentRecord): boolean {
  return state === "failed" || (state === "skipped" && reason !== "not-selected");
}

/** What a retry was to build and does not find any more. */
export function goneSince(
  last: RunRecord | undefined,
  departments: readonly DepartmentFolder[],
): readonly Diagnostic[] {
  const found = new Set(departments.map(({ folder }) => folder));
  const gone = (last?.departments ?? []).filter((one) => isUndone(one) && !found.has(one.folder));
  return gone.map(({ folder }) => ({
    code: "retry-folder-gone",
    at: { kind: "file", file: folder },
    args: { folder },
  }));
}

/** What the record says of departments that a retry does not touch; those whose folder is gone are dropped. */
export function keptOf(
  last: RunRecord,
  departments: readonly DepartmentFolder[],
  retried: readonly { readonly folder: string }[],
): RunRecord["departments"] {
  const found = new Set(departments.map(({ folder }) => folder));
  const touched = new Set(retried.map(({ folder }) => folder));
  return last.departments.filter(
    (one) => !touched.has(one.folder) && (!isUndone(one) || found.has(one.folder)),
  );
}

export type SearchedNow = {
  /** The folders that are searched now: of others nothing is known. */
  readonly folders: readonly string[];
  readonly departments: readonly DepartmentFolder[];
};

/** Reports of the same folders whose data are gone: they are named and stay. */
export async function findLeftReports(
  { options, departments: listed }: RunRecord,
  { folders, departments }: SearchedNow,
): Promise<readonly Diagnostic[]> {
  if (options.folders.join("\n") !== folders.map(displayPath).join("\n")) return [];
  const found = new Set(departments.map(({ folder }) => folder));
  const left: Diagnostic[] = [];
  for (const { folder, output, files } of listed) {
    if (found.has(folder) || output === undefined || files.length === 0 || !(await isFolder(output)))
      continue;
    left.push({ code: "report-without-data", at: { kind: "file", file: output }, args: { folder, output } });
  }
  return left;
}

export type RunAbout = Pick<RunRecord, "forms" | "options" | "node">;

/** Everything but the findings themselves, which are in each department's own list. */
export function writeRunJson(run: RunResult, { node, forms, options }: RunAbout): Uint8Array {
  const departments = [...(run.kept ?? []), ...run.departments.map(departmentRecord)];
  const record: RunRecord = {
    schema: 1,
    version: run.version,
    node,
    forms,
    command: "build",
    startedAt: run.startedAt,
    seconds: run.seconds,
    exitCode: run.exitCode,
    options,
    shard: run.shard,
    totals: sumOfTotals(departments),
    departments: departments.toSorted((one, other) => compareNames(one.folder, other.folder)),
    removedDrafts: run.removedDrafts,
    problems: run.problems.map(findingRecord),
    brokenForms: run.brokenForms.map(({ form, problems }) => ({
      form,
      problems: problems.map(findingRecord),
    })),
  };
  return encodeJson(record);
}

/** A department with its findings counted. */
function departmentRecord(department: DepartmentResult): DepartmentRecord {
  const {
    counted: _,
    countedIgnored: _counted,
    ignored: _ignored,
    consequences: _left,
    state,
    ...rest
  } = department;
  if (state === "checked") throw new Error("a check writes no run.json");
  return { ...rest, state, findings: findingsOf(department), ignored: ignoredOf(department) };
}

export function runOptions({ folders, retry, ...options }: BuildOptions): RunOptions {
  const asked = { ...options, out: displayPath(options.out), retry: retry !== undefined };
  return { from: workingFolder(), folders: folders.map(displayPath), ...recordedOptions(asked) };
}

/** The options of a retry, and with them the folders and the clock. */
export function optionsOfRetry(options: BuildOptions, record: RunRecord, given: Given): BuildOptions {
  const then = { ...record.options, formats: record.options.formats.filter(isOutputFormat) };
  const retried = retriedOptions(options, { then, given });
  const folders = given.includes("folders") ? options.folders : then.folders;
  const { date } = retried;
  const clock = date === undefined ? undefined : setClock({ date, now: options.clock.createdAt });
  return { ...retried, folders, clock: clock ?? options.clock };
}
