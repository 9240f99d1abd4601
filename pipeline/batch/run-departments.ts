/** Departments → their results in order: files read side by side, and no department stops another. */
import { basename, join } from "node:path";
import pLimit from "p-limit";
import type { PublishedFile } from "../contracts/index.ts";
import type { DepartmentBuild } from "../department/build-department.ts";
import type { DepartmentInput } from "../department/read-department.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import { readStable } from "../files/index.ts";
import type { DepartmentFolder } from "../find/index.ts";
import type { DepartmentResult, RunEvent } from "./run-result.ts";

/** What a command does with one department; what it finds goes to `findings`. */
export type DepartmentWork = (
  input: DepartmentInput,
  department: DepartmentFolder,
  findings: Diagnostic[],
) => Promise<DepartmentWorked>;

export type DepartmentWorked = {
  readonly built: DepartmentBuild;
  readonly state: "built" | "checked" | "failed";
  readonly output?: string;
  readonly files: readonly PublishedFile[];
};

export type DepartmentsOptions = {
  readonly jobs: number;
  readonly signal: AbortSignal;
  readonly onEvent: (event: RunEvent) => void;
  readonly work: DepartmentWork;
  /** Called where our own code threw, with what was found until then and what it threw. */
  readonly afterCrash?: (department: DepartmentFolder, findings: readonly Diagnostic[]) => Promise<void>;
};

export async function runDepartments(
  departments: readonly DepartmentFolder[],
  options: DepartmentsOptions,
): Promise<readonly DepartmentResult[]> {
  const limit = pLimit(options.jobs);
  return Promise.all(departments.map((department) => limit(() => runDepartment(department, options))));
}

async function runDepartment(
  department: DepartmentFolder,
  { signal, onEvent, work, afterCrash }: DepartmentsOptions,
): Promise<DepartmentResult> {
  const { folder } = department;
  const since = performance.now();
  const findings: Diagnostic[] = [];
  const finish = (about: Omit<DepartmentResult, "folder" | "findings" | "seconds">): DepartmentResult => {
    const result = { folder, ...about, seconds: secondsSince(since), findings };
    if (result.state !== "skipped") onEvent({ kind: "finished", department: result });
    return result;
  };
  try {
    signal.throwIfAborted();
    onEvent({ kind: "started", folder });
    const input = await readInput(department, findings);
    const { built, ...done } = await work(input, department, findings);
    const { title, pages } = built.report ?? {};
    return finish({
      ...done,
      ...built.about,
      readings: built.readings,
      ...(title === undefined || pages === undefined ? {} : { title, pages }),
      ...(built.changes?.count === undefined ? {} : { changes: built.changes.count }),
      milliseconds: built.milliseconds,
      ...(built.reuse === undefined ? {} : { reuse: built.reuse }),
    });
  } catch (error) {
    if (signal.aborted && error === signal.reason)
      return finish({ state: "skipped", reason: "cancelled", files: [], milliseconds: {} });
    findings.push(internalError(folder, error));
    await afterCrash?.(department, findings);
    const stack = error instanceof Error ? error.stack : undefined;
    const crash = { state: "failed", files: [], milliseconds: {} } as const;
    return finish(stack === undefined ? crash : { ...crash, stack });
  }
}

async function readInput(department: DepartmentFolder, findings: Diagnostic[]): Promise<DepartmentInput> {
  const limit = pLimit(8);
  const path = (name: string) => join(department.realPath, name);
  const read = (name: string) =>
    limit(async () => {
      try {
        const bytes = await readStable(path(name));
        if (bytes !== undefined) return [{ name, bytes }];
        findings.push({ code: "file-changed-while-read", at: { kind: "file", file: name }, args: {} });
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        findings.push({ code: "file-unreadable", at: { kind: "file", file: name }, args: { reason } });
      }
      return [];
    });
  const files = await Promise.all(department.files.map(read));
  const [departmentFile] =
    department.departmentFile === undefined ? [] : await read(department.departmentFile);
  return {
    folder: basename(department.realPath),
    files: files.flat(),
    unread: department.unread,
    ...(departmentFile === undefined ? {} : { departmentFile }),
  };
}

function internalError(folder: string, error: unknown): Diagnostic {
  const message = error instanceof Error ? error.message : String(error);
  return { code: "internal-error", at: { kind: "file", file: folder }, args: { message } };
}

/** To the millisecond. */
export function secondsSince(since: number): number {
  return Math.round(performance.now() - since) / 1000;
}
