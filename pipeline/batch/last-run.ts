/** `run.json` of the last run → what it left undone, and the options to do it with. */
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { BuildOptions } from "../commands/build.ts";
import { setClock } from "../commands/clock.ts";
import { type DepartmentRecord, type RunOptions, RunRecord } from "../contracts/index.ts";
import { isOutputFormat } from "../department/writers.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import { displayPath } from "../files/index.ts";

/** Of a run's record, in its output folder. */
export const runFileName = "run.json";

export type LastRun = { readonly record: RunRecord } | { readonly refusal: Diagnostic };

/** A record that is missing or damaged refuses: what failed is then unknown, and a guess would pass over it. */
export async function readLastRun(path: string): Promise<LastRun> {
  const text = await readFile(path, "utf8").catch(() => undefined);
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

/** Absolute; where relative paths are seen from. */
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

/** Unless it does not say where its relative ones are seen from. */
export function withAbsolutePaths(record: RunRecord): RunRecord {
  const { from, folders, out, templates, fonts } = record.options;
  if (from === undefined) return record;
  const seen = (path: string) => displayPath(resolve(from, path));
  return {
    ...record,
    options: {
      ...record.options,
      folders: folders.map(seen),
      out: seen(out),
      ...(templates === undefined ? {} : { templates: seen(templates) }),
      ...(fonts === undefined ? {} : { fonts: seen(fonts) }),
    },
    departments: record.departments.map(({ folder, output, ...one }) => ({
      ...one,
      folder: seen(folder),
      ...(output === undefined ? {} : { output: seen(output) }),
    })),
  };
}

export function isUndone({ state, reason }: DepartmentRecord): boolean {
  return state === "failed" || (state === "skipped" && reason !== "not-selected");
}

/** The options of the last run, but for those that were given again. */
export function optionsOfRetry(
  options: BuildOptions,
  { record, given }: { readonly record: RunRecord; readonly given: readonly (keyof RunOptions)[] },
): BuildOptions {
  const then = record.options;
  const again = (name: keyof RunOptions) => given.includes(name);
  const date = again("date") ? options.date : then.date;
  const clock = date === undefined ? undefined : setClock({ date, now: options.clock.createdAt });
  const from = (name: "templates" | "fonts") => (again(name) ? options[name] : then[name]);
  return {
    ...options,
    folders: again("folders") ? options.folders : then.folders,
    formats: again("formats") ? options.formats : then.formats.filter(isOutputFormat),
    draft: again("draft") ? options.draft : then.draft,
    // What was to be built whatever had changed, and was not reached, still is.
    force: options.force === true || then.force,
    strict: again("strict") ? options.strict : then.strict,
    language: again("language") ? options.language : then.language,
    templates: from("templates"),
    fonts: from("fonts"),
    ...(date === undefined || clock === undefined ? {} : { date, clock }),
  };
}
