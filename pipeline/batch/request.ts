/** What a build is asked for → the departments, forms and fonts that it is about, or why it may not be; only reads. */

import { join } from "node:path";
import { type FormSources, readForms } from "../assets/forms/index.ts";
import type { Hashes, RunRecord, Shard } from "../contracts/index.ts";
import type { Diagnostic, Report } from "../diagnostics/index.ts";
import { isMarkedStarted } from "../editions/index.ts";
import { displayPath } from "../files/index.ts";
import { type DepartmentFolder, selectDepartments, splitDepartments } from "../find/index.ts";
import { givenLimits } from "../options/index.ts";
import type { BuildOptions } from "./build-options.ts";
import { hashFonts } from "./inputs.ts";
import type { SourceOpener } from "./open-source.ts";
import { refuseOutputs } from "./output-folders.ts";
import { isUndone, optionsOfRetry, readLastRun, seenFromHere } from "./run-record.ts";
import { searchDepartments } from "./search-departments.ts";

export type Request = {
  readonly kind: "ready";
  /** In a retry those of the last run, but for those that are given again. */
  readonly options: BuildOptions;
  /** The run that is retried. */
  readonly last?: RunRecord | undefined;
  readonly departments: readonly DepartmentFolder[];
  readonly isSelected: (department: DepartmentFolder) => boolean;
  /** Read, and compiled only if a step needs them. */
  readonly sources: FormSources;
  readonly fonts: Hashes;
  /** What stops nothing. */
  readonly problems: readonly Diagnostic[];
  /** If the departments are those of a shard. */
  readonly shard?: Shard | undefined;
};

/** A retry of a run that has left nothing undone. */
export type NothingToRetry = {
  readonly kind: "nothing-to-retry";
  readonly options: BuildOptions;
  readonly last: RunRecord;
};

export type Refused = {
  readonly kind: "refused";
  readonly exitCode: 2;
  readonly problems: readonly Diagnostic[];
};

/** Before the output folder is held a retry may still find another run at work there. */
export async function readRequest(
  options: BuildOptions,
  opener: SourceOpener,
): Promise<Request | NothingToRetry | Refused> {
  if (options.retry === undefined) return findRequest(options, undefined, opener);
  const read = await readLastRun(join(options.out, options.runFile));
  const cutShort = await isCutShort(options);
  if ("refusal" in read) return refused([cutShort ? interrupted(options) : read.refusal]);
  const last = seenFromHere(read.record);
  const again = optionsOfRetry(options, last, options.retry.given);
  if (!cutShort && !last.departments.some(isUndone))
    return { kind: "nothing-to-retry", options: again, last };
  return findRequest(again, last, opener);
}

/** `last`: the run that is retried. */
export async function findRequest(
  options: BuildOptions,
  last: RunRecord | undefined,
  opener: SourceOpener,
): Promise<Request | Refused> {
  const { folders, out, only, exclude, templates } = options;
  const problems: Diagnostic[] = [];
  const report: Report = (problem) => problems.push(problem);
  const { departments, refusals } = await searchDepartments(folders, { out, report, opener });
  const selection = selectDepartments(departments, { only, exclude });
  const sources = await readForms(templates, report, givenLimits(options.limits));
  const fonts = await hashFonts(options.fonts);
  if (fonts === undefined) {
    // Opening them says what is wrong with the folder.
    const { loadFonts } = await import("../assets/fonts/index.ts");
    await loadFonts(options.fonts, report);
  }
  const forbidden = [
    ...refusals,
    ...(departments.length === 0 ? [] : selection.refusals),
    ...(await refuseOutputs(departments, out)),
  ];
  if (sources === undefined || fonts === undefined || forbidden.length > 0)
    return refused([...forbidden, ...problems]);
  const undone = last && new Set(last.departments.filter(isUndone).map(({ folder }) => folder));
  const isWanted = (one: DepartmentFolder) =>
    selection.isSelected(one) && (undone === undefined || undone.has(one.folder));
  const ready = {
    kind: "ready",
    options,
    last,
    departments,
    isSelected: isWanted,
    sources,
    fonts,
    problems,
  } as const;
  // A retry is about what its shard has left undone, though mended data would be split in another way.
  if (options.shard === undefined || last !== undefined) return { ...ready, shard: last?.shard };
  const { isSelected } = selection;
  return { ...ready, ...(await splitDepartments(departments, { ...options.shard, isSelected })) };
}

/** Whether a retry finds the mark of a run without its record: what that run left undone is unknown. */
export async function isCutShort({ out, runFile, retry }: BuildOptions): Promise<boolean> {
  return retry !== undefined && isMarkedStarted({ out, runFile });
}

export function interrupted({ out }: BuildOptions): Diagnostic {
  const args = { output: displayPath(out) };
  return { code: "run-interrupted", at: { kind: "option", option: "--retry" }, args };
}

export function refused(problems: readonly Diagnostic[]): Refused {
  return { kind: "refused", exitCode: 2, problems };
}
