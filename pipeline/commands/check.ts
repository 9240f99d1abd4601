/** Folders of departments → findings; nothing is written but their lists, if that is asked for. */
import { join } from "node:path";
import {
  type DepartmentResult,
  exitCodeOf,
  type Outcome,
  type RunEvent,
  readFolders,
  secondsSince,
} from "../batch/index.ts";
import { type Finding, fingerprintsOf } from "../catalogue/index.ts";
import { FindingsFile, listNames, manifestName } from "../contracts/index.ts";
import { sumOfTotals } from "../department/index.ts";
import type { Diagnostic, Language } from "../diagnostics/index.ts";
import { replaceFiles } from "../editions/index.ts";
import { hashOfFile, parseJson, readText, readVersion } from "../files/index.ts";
import { selectDepartments } from "../find/index.ts";
import { findingLists } from "../lists/index.ts";

export type CheckOptions = {
  readonly folders: readonly string[];
  /** The user's own forms. */
  readonly templates: string | undefined;
  /** As given to `--limits`. */
  readonly limits?: string | undefined;
  /** Of which entries of 忽略 hold. */
  readonly day: string;
  readonly only?: readonly string[];
  readonly exclude?: readonly string[];
  /** What is shown, counted, listed, and decides the exit code. */
  readonly isWanted?: (finding: Finding) => boolean;
  /** An output folder whose findings are not new. */
  readonly baseline?: string | undefined;
  /** Where the lists go. */
  readonly out?: string | undefined;
  readonly language?: Language;
  /** Departments worked on at a time. */
  readonly jobs: number;
  readonly signal: AbortSignal;
  readonly onEvent: (event: RunEvent) => void;
};

export async function check({
  folders,
  only = [],
  exclude = [],
  ...options
}: CheckOptions): Promise<Outcome> {
  const since = performance.now();
  const startedAt = new Date().toISOString();
  const read = await readFolders(folders, {
    ...options,
    located: true,
    select: (departments) => selectDepartments(departments, { only, exclude }),
    take: () => undefined,
  });
  if (read.kind === "refused") return read;
  const problems: Diagnostic[] = [...read.problems];
  const departments: DepartmentResult[] = [];
  for (const { department, result } of read.departments) {
    const { output } = department;
    const seen = await wantedOf(result, output, options);
    departments.push(seen);
    if (options.out !== undefined) await writeLists(seen, join(options.out, output), options, problems);
  }
  const done = {
    ...({ command: "check", version: readVersion(), startedAt } as const),
    ...{ departments, problems, brokenForms: read.library.broken },
    totals: sumOfTotals(departments),
  };
  const exitCode = exitCodeOf(done, { strict: false, cancelled: options.signal.aborted });
  return { kind: "done", run: { ...done, exitCode, seconds: secondsSince(since) } };
}

/** A department with the findings that are asked for: chosen, and not in the baseline. */
async function wantedOf(
  result: DepartmentResult,
  place: string,
  { baseline, isWanted = () => true }: Pick<CheckOptions, "baseline" | "isWanted">,
): Promise<DepartmentResult> {
  const known = baseline === undefined ? new Set<string>() : await marksIn(join(baseline, place));
  const marks = known.size === 0 ? [] : fingerprintsOf(result.findings);
  const isKnown = (index: number) =>
    [marks[index]?.fingerprint, marks[index]?.placeFingerprint].some(
      (mark) => mark !== undefined && known.has(mark),
    );
  return { ...result, findings: result.findings.filter((one, index) => isWanted(one) && !isKnown(index)) };
}

/** Of the findings that a build or a check listed there; none if it listed none. */
async function marksIn(folder: string): Promise<ReadonlySet<string>> {
  const [, json] = listNames;
  const text = await readText(join(folder, json)).catch(() => "");
  const findings = FindingsFile.safeParse(parseJson(text)).data?.findings ?? [];
  return new Set(
    findings.flatMap(({ fingerprint, placeFingerprint }) =>
      [fingerprint ?? [], placeFingerprint ?? []].flat(),
    ),
  );
}

/** Not beside a report, whose lists have its pages and belong to its edition. */
async function writeLists(
  { findings, ignored, folder, name = folder }: DepartmentResult,
  output: string,
  { language = "zh" }: Pick<CheckOptions, "language">,
  problems: Diagnostic[],
): Promise<void> {
  if ((await hashOfFile(join(output, manifestName))) !== undefined) {
    problems.push({ code: "lists-beside-report", at: { kind: "file", file: output }, args: { output } });
    return;
  }
  const files = findingLists(findings, {
    folder,
    name,
    language,
    version: readVersion(),
    ignored: ignored ?? [],
  });
  await replaceFiles({ out: output, below: "" }, { files }, { report: (problem) => problems.push(problem) });
}
