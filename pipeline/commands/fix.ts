/** Findings whose right text is certain → a patch of the exports' cells, and a copy of the exports with it, never the exports. */
import { readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { readFolders } from "../batch/index.ts";
import { type Correct, correctionOf, type Finding, suggestionOf } from "../catalogue/index.ts";
import { asRead, type DepartmentSources, type FileReading, hasFailure } from "../department/index.ts";
import type { CellPlace, Diagnostic, JsonPlace } from "../diagnostics/index.ts";
import { disk, displayPath, reasonOf } from "../files/index.ts";
import { isWithin, realPathOf } from "../find/index.ts";
import { type CellChange, type Rewritten, replaceCells, type Source } from "../read/index.ts";
import { type Department, valuesOfProject } from "../records/index.ts";

export type FixOptions = {
  readonly folders: readonly string[];
  /** Where the copies go; absent: the patch is only listed. */
  readonly out: string | undefined;
  readonly templates: string | undefined;
  readonly limits?: string | undefined;
  /** Of which entries of 忽略 hold. */
  readonly day: string;
  readonly signal: AbortSignal;
};

/** One cell of an export. */
export type Fix = {
  readonly at: CellPlace | JsonPlace;
  readonly codes: readonly string[];
  readonly before: string;
  readonly after: string;
};

export type FixedDepartment = {
  readonly folder: string;
  readonly name?: string | undefined;
  /** In delimited texts and JSON, which are written to the copy. */
  readonly fixes: readonly Fix[];
  /** In workbooks and whatever cannot be written back byte by byte: for people to do. */
  readonly byHand: readonly Fix[];
  /** What left nothing to read. */
  readonly failures: readonly Finding[];
  /** Where its copy is. */
  readonly copy?: string | undefined;
};

export type Fixed =
  | { readonly kind: "refused"; readonly exitCode: 2 | 130; readonly problems: readonly Finding[] }
  | {
      readonly kind: "done";
      /** 1 if a department could not be read. */
      readonly exitCode: 0 | 1;
      readonly departments: readonly FixedDepartment[];
    };

type Read = {
  readonly sources: DepartmentSources;
  readonly readings: readonly FileReading[];
  readonly projectIn: ProjectIn;
};

export async function fix({ folders, out, ...options }: FixOptions): Promise<Fixed> {
  const target = out === undefined ? undefined : await targetOf(out);
  const given = await Promise.all(folders.map(realPathOf));
  const read = await readFolders<Read>(folders, {
    ...options,
    refuse: (departments) => (target === undefined ? [] : refusals(target, departments, given)),
    take: ({ department }, { sources, readings }) => ({
      ...{ sources, readings },
      projectIn: projectsByRow(department),
    }),
  });
  if (read.kind === "refused") return read;
  if (options.signal.aborted) return { kind: "refused", exitCode: 130, problems: [] };
  const departments: FixedDepartment[] = [];
  for (const { department, result, value } of read.departments) {
    const { folder, name, findings } = result;
    const failures = findings.filter((finding) => hasFailure([finding]));
    const patch = value === undefined ? { files: [], fixes: [], byHand: [] } : patchOf(findings, value);
    const fixed = { folder, name, fixes: patch.fixes, byHand: patch.byHand, failures };
    if (target === undefined || value === undefined) {
      departments.push(fixed);
      continue;
    }
    const copy = join(target.path, department.output);
    const problem = await writeCopy(copy, patch.files);
    if (problem !== undefined) return { kind: "refused", exitCode: 2, problems: [problem] };
    departments.push({ ...fixed, copy: displayPath(copy) });
  }
  const failed = departments.some(({ failures }) => failures.length > 0);
  return { kind: "done", exitCode: failed ? 1 : 0, departments };
}

type Patch = Pick<FixedDepartment, "fixes" | "byHand"> & {
  /** All files of the department, those that are changed with their new bytes. */
  readonly files: readonly Source[];
};

type Meant = { readonly finding: Finding; readonly at: Fix["at"]; readonly correct: Correct };

/** Every place of every finding that says what is right. */
function patchOf(findings: readonly Finding[], { sources, readings, projectIn }: Read): Patch {
  const meant = findings.flatMap((finding): Meant[] => {
    const correct = correctionOf(finding);
    if (correct === undefined) return [];
    const places = [finding.at, ...(finding.also ?? [])];
    return places.flatMap((at) =>
      at.kind === "cell" || at.kind === "json" ? [{ finding, at, correct }] : [],
    );
  });
  const { departmentFile } = sources;
  const all = departmentFile === undefined ? sources.files : [...sources.files, departmentFile];
  const parts = all.map((source) => {
    const here = meant.filter(({ at }) => at.file === source.name);
    const rewritten =
      here.length === 0
        ? undefined
        : replaceCells(
            asRead(source, readings),
            here.map((one) => changeOf(one, projectIn)),
          );
    if (rewritten !== undefined)
      return { file: { ...source, bytes: rewritten.bytes }, fixes: fixesOf(rewritten, here), byHand: [] };
    return { file: source, fixes: [], byHand: here.flatMap(byHandOf) };
  });
  return {
    files: parts.map(({ file }) => file),
    fixes: parts.flatMap(({ fixes }) => fixes),
    byHand: parts.flatMap(({ byHand }) => byHand),
  };
}

/** What stands in another project's rows is its own, though it is the same: it has a finding, or is ignored. */
function changeOf({ at, correct }: Meant, projectIn: ProjectIn): CellChange {
  if (at.kind !== "cell") return { at, correct };
  const own = projectIn(at.file, at.row);
  const mayRepeat = (row: number) => {
    const other = projectIn(at.file, row);
    return own === undefined || other === undefined || own === other;
  };
  return { at, correct, mayRepeat };
}

/** The project that has a row of a table, by its index. */
type ProjectIn = (file: string, row: number) => number | undefined;

function projectsByRow({ projects }: Department): ProjectIn {
  const found = new Map<string, number>();
  for (const [index, project] of projects.entries())
    for (const { value } of valuesOfProject(project))
      if (value.at.kind === "cell") found.set(`${value.at.row} ${value.at.file}`, index);
  return (file, row) => found.get(`${row} ${file}`);
}

function fixesOf({ changed }: Rewritten, meant: readonly Meant[]): readonly Fix[] {
  return changed.map(({ at, given, before, after }) => {
    const here = meant.filter((one) => isSamePlace(one.at, given) && one.correct(before) !== before);
    return { at, before, after, codes: [...new Set(here.map(({ finding }) => finding.code))] };
  });
}

/** Of a finding's further places what is written there is not known. */
function byHandOf({ finding, at }: Meant): readonly Fix[] {
  const after = suggestionOf(finding);
  if (after === undefined || at !== finding.at) return [];
  return [{ at, before: finding.part ?? finding.found ?? "", after, codes: [finding.code] }];
}

function isSamePlace(one: Fix["at"], other: Fix["at"]): boolean {
  if (one.kind === "json") return other.kind === "json" && one.pointer === other.pointer;
  return other.kind === "cell" && one.row === other.row && one.column === other.column;
}

type Target = { readonly path: string; readonly real: string; readonly isTaken: boolean };

async function targetOf(path: string): Promise<Target> {
  const entries = await readdir(path).catch(() => []);
  return { path, real: await realPathOf(path), isTaken: entries.length > 0 };
}

/** A copy is written where nothing is, and nowhere in or around the exports. */
function refusals(
  { path, real, isTaken }: Target,
  departments: readonly { readonly realPath: string }[],
  /** Folders of the command line: a copy in one of them would be departments of the next run. */
  given: readonly string[],
): readonly Diagnostic[] {
  const at = { kind: "option", option: "--out" } as const;
  if ([...departments.map(({ realPath }) => realPath), ...given].some((folder) => isWithin(folder, real)))
    return [{ code: "fix-among-data", at, args: { out: displayPath(path) } }];
  return isTaken ? [{ code: "fix-folder-taken", at, args: { out: displayPath(path) } }] : [];
}

async function writeCopy(folder: string, files: readonly Source[]): Promise<Diagnostic | undefined> {
  try {
    for (const { name, bytes } of files) {
      const path = join(folder, name);
      await disk.mkdir(dirname(path));
      await disk.write(path, bytes);
    }
    return undefined;
  } catch (error) {
    const output = displayPath(folder);
    return {
      code: "fix-not-written",
      at: { kind: "option", option: "--out" },
      args: { output, reason: reasonOf(error) },
    };
  }
}
