/** Departments → their results in order: files read side by side, and no department stops another. */

import { basename, join } from "node:path";
import pLimit from "p-limit";
import { type FormLibrary, loadForms } from "../assets/forms/index.ts";
import type { Finding } from "../catalogue/index.ts";
import type { PublicRecord, PublishedFile, RebuildReason } from "../contracts/index.ts";
import {
  type DepartmentSources,
  type Examination,
  type Examined,
  examine,
  type Generated,
  hasFailure,
  locateFindings,
  type Records,
} from "../department/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import { readStable, reasonOf } from "../files/index.ts";
import type { DepartmentFolder, Selection } from "../find/index.ts";
import { givenLimits } from "../options/index.ts";
import { boundText, type Limits } from "../read/index.ts";
import { boundTime, exceeded, secondsFor, TimeExceeded } from "./bound-time.ts";
import { refusalBySize, type SourceOpener, withOpener } from "./open-source.ts";
import type { DepartmentResult, RunEvent } from "./run-result.ts";
import { searchDepartments } from "./search-departments.ts";

/** A department that is to be worked on. */
export type Task = {
  readonly department: DepartmentFolder;
  /** Why it is built. */
  readonly because?: readonly RebuildReason[];
};

export type Published = {
  /** Those of the department, with what was found while publishing it. */
  readonly findings: readonly Finding[];
  readonly state: "built" | "failed";
  readonly output?: string;
  readonly files: readonly PublishedFile[];
  readonly public?: PublicRecord | undefined;
  readonly because?: readonly RebuildReason[];
};

export type DepartmentsOptions<One extends Task, Value> = {
  readonly jobs: number;
  readonly signal: AbortSignal;
  readonly onEvent: (event: RunEvent) => void;
  readonly opener: SourceOpener;
  /** What comes of its files; a value is handed back beside the result. */
  readonly generate: (sources: DepartmentSources, task: One) => Worked<Value> | Promise<Worked<Value>>;
  /** Writes it; absent if the department is only read. */
  readonly publish?: (generated: Worked<Value>, task: One) => Promise<Published>;
  /** Called if our own code threw, with what is known to be found. */
  readonly afterCrash?: (task: One, findings: readonly Finding[]) => Promise<void>;
};

type Worked<Value> = Generated & { readonly value?: Value };

export type DepartmentRun<Value> = {
  readonly department: DepartmentFolder;
  readonly result: DepartmentResult;
  readonly value?: Value | undefined;
};

export function runDepartments<One extends Task, Value = never>(
  tasks: readonly One[],
  options: DepartmentsOptions<One, Value>,
): Promise<readonly DepartmentRun<Value>[]> {
  const limit = pLimit(options.jobs);
  return Promise.all(tasks.map((task) => limit(() => runDepartment(task, options))));
}

async function runDepartment<One extends Task, Value>(
  task: One,
  { signal, onEvent, opener, generate, publish, afterCrash }: DepartmentsOptions<One, Value>,
): Promise<DepartmentRun<Value>> {
  const { department } = task;
  const { folder } = department;
  const since = performance.now();
  const finish = (about: Omit<DepartmentResult, "folder" | "seconds">, value?: Value) => {
    const result = { folder, because: task.because, ...about, seconds: secondsSince(since) };
    onEvent({ kind: "finished", department: result });
    return { department, result, value };
  };
  let found: readonly Finding[] = [];
  try {
    signal.throwIfAborted();
    onEvent({ kind: "started", folder });
    const sources = await readSources(department, opener);
    signal.throwIfAborted();
    found = sources.found;
    const bounded = boundTime(secondsFor(sources, opener.limits));
    const generated = await bounded(() => generate(sources, task));
    found = generated.findings;
    const {
      statedName: name,
      about,
      readings,
      milliseconds,
      report,
      changes,
      reuse,
      readback,
      value,
    } = generated;
    const { ignored, consequences } = generated;
    const read = { state: hasFailure(found) ? "failed" : "checked", findings: found, files: [] } as const;
    const done = (await publish?.(generated, task)) ?? read;
    const { title, pages } = report ?? {};
    return finish(
      {
        ...done,
        name,
        ...about,
        ignored,
        consequences,
        readings,
        title,
        pages,
        changes: changes?.count,
        milliseconds,
        reuse,
        readback,
      },
      value,
    );
  } catch (error) {
    if (signal.aborted && error === signal.reason)
      return { department, result: cancelled(folder, found, since) };
    const isLong = error instanceof TimeExceeded;
    const why = isLong ? exceeded(folder, "time", error.seconds) : internalError(folder, error);
    const findings = [...found, why];
    await afterCrash?.(task, findings);
    const stack = error instanceof Error && !isLong ? error.stack : undefined;
    return finish({ state: "failed", files: [], milliseconds: {}, stack, findings });
  }
}

export async function readSources(
  department: DepartmentFolder,
  { limits, open }: Pick<SourceOpener, "limits" | "open">,
): Promise<DepartmentSources> {
  const limit = pLimit(8);
  const read = (name: string) => limit(() => readFileOf(join(department.realPath, name), { name, limits }));
  const files = await Promise.all(department.files.map(read));
  const own = department.departmentFile === undefined ? undefined : await read(department.departmentFile);
  return {
    folder: basename(department.realPath),
    // The pipeline finds its input whole.
    files: await Promise.all(files.flatMap(({ source }) => (source === undefined ? [] : [open(source)]))),
    unread: department.unread,
    departmentFile: own?.source && boundText(own.source, limits),
    mostProjects: limits.projects,
    found: [
      ...department.unreadable.map(({ problem }) => problem),
      ...[...files, ...(own === undefined ? [] : [own])].flatMap(({ finding }) => finding ?? []),
    ],
  };
}

type ReadFile = {
  readonly source?: DepartmentSources["files"][number];
  readonly finding?: Diagnostic;
};

async function readFileOf(
  path: string,
  { name, limits }: { readonly name: string; readonly limits: Limits },
): Promise<ReadFile> {
  const at = { kind: "file", file: name } as const;
  try {
    const refusal = await refusalBySize({ path, name }, limits);
    if (refusal !== undefined) return { finding: refusal };
    const bytes = await readStable(path);
    if (bytes !== undefined) return { source: { name, bytes } };
    return { finding: { code: "file-changed-while-read", at, args: {} } };
  } catch (error) {
    return { finding: { code: "file-unreadable", at, args: { reason: reasonOf(error) } } };
  }
}

function cancelled(folder: string, findings: readonly Finding[], since: number): DepartmentResult {
  const idle = { files: [], milliseconds: {}, seconds: secondsSince(since) };
  return { folder, state: "skipped", reason: "cancelled", ...idle, findings };
}

export function internalError(folder: string, error: unknown): Diagnostic {
  return { code: "internal-error", at: { kind: "file", file: folder }, args: { message: reasonOf(error) } };
}

/** To the millisecond. */
export function secondsSince(since: number): number {
  return Math.round(performance.now() - since) / 1000;
}

export type ReadOptions<Value> = {
  /** The user's own forms. */
  readonly templates: string | undefined;
  /** As given to `--limits`. */
  readonly limits?: string | undefined;
  readonly signal: AbortSignal;
  /** Departments worked on at a time. */
  readonly jobs?: number;
  readonly onEvent?: (event: RunEvent) => void;
  /** Of which entries of 忽略 hold; without it all do. */
  readonly day?: string;
  /** Which findings anybody will see; another is the cause of none. */
  readonly isWanted?: ((finding: Finding) => boolean) | undefined;
  /** A department.json to read with a department that has none. */
  readonly assume?: (department: DepartmentFolder) => Uint8Array | undefined;
  /** Which of the departments are read. */
  readonly select?: (departments: readonly DepartmentFolder[]) => Selection;
  /** Refuses what was found. */
  readonly refuse?: (departments: readonly DepartmentFolder[]) => readonly Diagnostic[];
  /** Called with each department before any is read. */
  readonly before?: (department: DepartmentFolder) => Promise<void>;
  /** What is wanted of a department's records, which are let go afterwards. */
  readonly take: (records: Records, examination: Examination, department: DepartmentFolder) => Value;
  /** Each finding comes with its line of the file. */
  readonly located?: boolean;
};

export type ReadFolders<Value> =
  | { readonly kind: "refused"; readonly exitCode: 2; readonly problems: readonly Diagnostic[] }
  | {
      readonly kind: "read";
      readonly problems: readonly Diagnostic[];
      readonly library: FormLibrary;
      readonly departments: readonly DepartmentRun<Value>[];
    };

export function readFolders<Value>(
  folders: readonly string[],
  options: ReadOptions<Value>,
): Promise<ReadFolders<Value>> {
  return withOpener(options.limits, (opener) => readWith(folders, opener, options));
}

async function readWith<Value>(
  folders: readonly string[],
  opener: SourceOpener,
  options: ReadOptions<Value>,
): Promise<ReadFolders<Value>> {
  const { templates, signal, jobs = 1, take } = options;
  const { onEvent = () => undefined, refuse = () => [], assume, day, isWanted } = options;
  const problems: Diagnostic[] = [];
  const report = (problem: Diagnostic) => problems.push(problem);
  const search = await searchDepartments(folders, { report, opener });
  const selection = options.select?.(search.departments);
  const refusals = [
    ...search.refusals,
    ...refuse(search.departments),
    ...(search.departments.length === 0 ? [] : (selection?.refusals ?? [])),
  ];
  const meant = search.departments.filter((one) => selection?.isSelected(one) ?? true);
  const library = await loadForms(templates, report, givenLimits(options.limits));
  if (library === undefined || refusals.length > 0)
    return { kind: "refused", exitCode: 2, problems: [...refusals, ...problems] };
  onEvent({ kind: "found", departments: meant.length });
  await Promise.all(meant.map((department) => options.before?.(department)));
  const tasks = meant.map((department) => ({ department }));
  const departments = await runDepartments(tasks, {
    ...{ jobs, signal, onEvent, opener },
    generate: (read, { department }) => {
      const bytes = read.departmentFile === undefined ? assume?.(department) : undefined;
      const sources =
        bytes === undefined ? read : { ...read, departmentFile: { name: "department.json", bytes } };
      const taking = (records: Records, examination: Examination) => take(records, examination, department);
      const examined = examine(sources, library, taking, { day, isWanted });
      return options.located ? located(examined, sources) : examined;
    },
  });
  return { kind: "read", problems, library, departments };
}

/** With each finding's line of the file. */
export function located<What extends Examined>(examined: What, sources: DepartmentSources): What {
  const { findings, consequences = [], ignored = [], readings } = examined;
  const locate = (found: readonly Finding[]) => locateFindings(found, sources, readings);
  return {
    ...examined,
    findings: locate(findings),
    consequences: locate(consequences),
    ignored: locate(ignored),
  };
}
