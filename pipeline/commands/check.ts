/** Folders of departments → findings; nothing is written. */

import { exitCodeOf, type Outcome, type RunEvent, readFolders, secondsSince } from "../batch/index.ts";
import { sumOfTotals } from "../department/index.ts";
import { readVersion } from "../files/index.ts";

export type CheckOptions = {
  readonly folders: readonly string[];
  /** The user's own forms. */
  readonly templates: string | undefined;
  /** As given to `--limits`. */
  readonly limits?: string | undefined;
  /** Of which entries of 忽略 hold. */
  readonly day: string;
  /** Departments worked on at a time. */
  readonly jobs: number;
  readonly signal: AbortSignal;
  readonly onEvent: (event: RunEvent) => void;
};

export async function check({ folders, ...options }: CheckOptions): Promise<Outcome> {
  const since = performance.now();
  const startedAt = new Date().toISOString();
  const read = await readFolders(folders, { ...options, located: true, take: () => undefined });
  if (read.kind === "refused") return read;
  const departments = read.departments.map(({ result }) => result);
  const done = {
    ...({ command: "check", version: readVersion(), startedAt } as const),
    ...{ departments, problems: read.problems, brokenForms: read.library.broken },
    totals: sumOfTotals(departments),
  };
  const exitCode = exitCodeOf(done, { strict: false, cancelled: options.signal.aborted });
  return { kind: "done", run: { ...done, exitCode, seconds: secondsSince(since) } };
}
