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
import { type Finding, fingerprintsOf, toldAmong } from "../catalogue/index.ts";
import { FindingsFile, listNames, manifestName } from "../contracts/index.ts";
import { sumOfTotals } from "../department/index.ts";
import type { Diagnostic, Language } from "../diagnostics/index.ts";
import { holdOutput, type RunningProcess, replaceFiles } from "../editions/index.ts";
import { displayPath, hashOfFile, isFolder, parseJson, readText, readVersion } from "../files/index.ts";
import { isWithin, realPathOf, selectDepartments } from "../find/index.ts";
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
  /** The process that checks, for the lock of the folder of lists. */
  readonly self: RunningProcess;
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
  const { baseline, out } = options;
  if (baseline !== undefined && !(await isFolder(baseline)))
    return refused([{ code: "baseline-not-there", at: atBaseline, args: { folder: displayPath(baseline) } }]);
  const target = out === undefined ? undefined : await realPathOf(out);
  const read = await readFolders(folders, {
    ...options,
    located: true,
    select: (departments) => selectDepartments(departments, { only, exclude }),
    refuse: (departments) =>
      out !== undefined && target !== undefined && isAmong(departments, target) ? [listsAmong(out)] : [],
    take: () => undefined,
  });
  if (read.kind === "refused") return read;
  const problems: Diagnostic[] = [...read.problems];
  const known = baseline === undefined ? [] : await knownIn(baseline, read.departments);
  const unlisted = read.departments.filter((_, index) => known[index] === undefined);
  if (baseline !== undefined && unlisted.length > 0)
    problems.push(
      withoutLists(
        baseline,
        unlisted.map(({ department }) => department.output),
      ),
    );
  const checked = read.departments.map(({ department: { output }, result }, index) => ({
    output,
    result: wantedOf(result, known[index], options),
  }));
  if (out !== undefined) {
    const refusal = await writeAllLists(checked, { ...options, out, problems });
    if (refusal !== undefined) return refused([refusal]);
  }
  const departments = checked.map(({ result }) => result);
  const done = {
    ...({ command: "check", version: readVersion(), startedAt } as const),
    ...{ departments, problems, brokenForms: read.library.broken },
    totals: sumOfTotals(departments),
  };
  const exitCode = exitCodeOf(done, { strict: false, cancelled: options.signal.aborted });
  return { kind: "done", run: { ...done, exitCode, seconds: secondsSince(since) } };
}

function refused(problems: readonly Diagnostic[]): Outcome {
  return { kind: "refused", exitCode: 2, problems };
}

const atBaseline = { kind: "option", option: "--baseline" } as const;

/** Of a department that was called otherwise then, all findings are new. */
function withoutLists(folder: string, departments: readonly string[]): Diagnostic {
  const args = { folder: displayPath(folder), departments };
  return { code: "baseline-without-lists", at: atBaseline, args };
}

function listsAmong(out: string): Diagnostic {
  const args = { out: displayPath(out) };
  return { code: "lists-among-data", at: { kind: "option", option: "--out" }, args };
}

type Located = { readonly realPath: string; readonly output: string };

/** Whether the folder of lists lies in a department's, or the lists of one would. */
function isAmong(departments: readonly Located[], target: string): boolean {
  const places = [target, ...departments.map(({ output }) => join(target, output))];
  return departments.some(({ realPath }) => places.some((place) => isWithin(realPath, place)));
}

/** What was listed there before. */
type Known = {
  readonly marks: ReadonlySet<string>;
  /** Whether what followed from findings was, too. */
  readonly hasConsequences: boolean;
};

/** Of each department the marks of the findings that were listed there; undefined if no list is, or none that can be read. */
function knownIn(
  baseline: string,
  departments: readonly { readonly department: { readonly output: string } }[],
): Promise<readonly (Known | undefined)[]> {
  return Promise.all(departments.map(({ department }) => marksIn(join(baseline, department.output))));
}

/** A department with the findings that are asked for: chosen, and not known. What is known hides nothing that is new. */
function wantedOf(
  result: DepartmentResult,
  known: Known = { marks: new Set(), hasConsequences: true },
  { isWanted = () => true }: Pick<CheckOptions, "isWanted">,
): DepartmentResult {
  const { consequences = [] } = result;
  const all = known.marks.size === 0 ? [] : [...result.findings, ...consequences];
  const marks = fingerprintsOf(all);
  const isKnown = (mark: string | undefined) => mark !== undefined && known.marks.has(mark);
  const old = new Set([
    ...all.filter((_, index) => [marks[index]?.fingerprint, marks[index]?.placeFingerprint].some(isKnown)),
    // Of an older list nobody can say which of them were there.
    ...(known.hasConsequences ? [] : consequences),
  ]);
  return { ...result, ...toldAmong(result, (one) => isWanted(one) && !old.has(one)) };
}

/** Of the findings that a build or a check listed there. */
async function marksIn(folder: string): Promise<Known | undefined> {
  const [, json] = listNames;
  const text = await readText(join(folder, json)).catch(() => undefined);
  if (text === undefined) return undefined;
  const { findings, consequences } = FindingsFile.safeParse(parseJson(text)).data ?? {};
  if (findings === undefined) return undefined;
  const marks = [...findings, ...(consequences ?? [])].flatMap(({ fingerprint, placeFingerprint }) =>
    [fingerprint ?? [], placeFingerprint ?? []].flat(),
  );
  return { marks: new Set(marks), hasConsequences: consequences !== undefined };
}

/** `output`: the way to its lists below the folder of lists. */
type Checked = { readonly output: string; readonly result: DepartmentResult };

type Writing = Pick<CheckOptions, "language" | "self" | "signal"> & {
  readonly out: string;
  readonly problems: Diagnostic[];
};

/** Holds the folder for as long as it takes; undefined, or why it is not written to. */
async function writeAllLists(
  checked: readonly Checked[],
  { out, problems, ...options }: Writing,
): Promise<Diagnostic | undefined> {
  const report = (problem: Diagnostic) => problems.push(problem);
  const held = await holdOutput(out, { ...options, wait: 0, report, onWait: () => undefined });
  if (held.kind !== "held") return held.kind === "refused" ? held.problem : undefined;
  try {
    for (const { output, result } of checked) await writeLists(result, join(out, output), options, problems);
  } finally {
    await held.release();
  }
  return undefined;
}

/** Not beside a report, whose lists have its pages and belong to its edition. */
async function writeLists(
  { findings, consequences = [], ignored, folder, name = folder }: DepartmentResult,
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
    consequences,
  });
  await replaceFiles({ out: output, below: "" }, { files }, { report: (problem) => problems.push(problem) });
}
