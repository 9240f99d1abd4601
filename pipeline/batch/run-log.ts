/** A run's events and its end → the lines of `--log-file`, as `records/log-line.ts` has them. */

import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import type { LogLine } from "../contracts/index.ts";
import { type Diagnostic, severityOf } from "../diagnostics/index.ts";
import type { RunningProcess } from "../editions/index.ts";
import { displayPath, readVersion, reasonOf } from "../files/index.ts";
import { findingRecord } from "../lists/index.ts";
import { holdsOther, openLines } from "./append-lines.ts";
import type { OnFinishEnd } from "./on-finish.ts";
import { secondsSince } from "./run-departments.ts";
import {
  addCounts,
  type Command,
  countFindings,
  type DepartmentResult,
  findingsOf,
  type Outcome,
  type RunEvent,
} from "./run-result.ts";

export type RunLog = {
  readonly event: (event: RunEvent) => void;
  readonly ended: (outcome: Outcome) => void;
  /** Our own code threw. */
  readonly crashed: (error: unknown) => void;
  readonly commandEnded: (command: string, end: OnFinishEnd) => void;
  /** @returns what was wrong with the file on the way. */
  readonly close: () => readonly Diagnostic[];
};

export type LogOptions = {
  readonly path: string;
  readonly command: Exclude<Command, "rollup">;
  readonly self: RunningProcess;
};

/** How each line begins, as `write` has it. */
const beginning = '{"time":"';

/** A log that cannot be opened, or is an export that was named by mistake, refuses the run: nobody would see what became of it. */
export function openRunLog(options: LogOptions): RunLog | { readonly refusal: Diagnostic } {
  try {
    if (!holdsOther(options.path, beginning)) return startLog(options);
    const at = { kind: "option", option: "--log-file" } as const;
    return { refusal: { code: "log-file-not-a-log", at, args: { file: displayPath(options.path) } } };
  } catch (error) {
    return { refusal: { code: "log-file-not-written", ...about(options, error) } };
  }
}

type Said<Line = LogLine> = Line extends LogLine ? Omit<Line, "time" | "run"> : never;

/** @throws where the first line cannot be written. */
function startLog({ path, command, self }: LogOptions): RunLog {
  const file = openLines(path);
  const run = randomUUID().slice(0, 8);
  const since = performance.now();
  let failure: { readonly error: unknown } | undefined;
  const write = (said: Said) => {
    const { event, ...rest } = said;
    file.append(JSON.stringify({ time: new Date().toISOString(), run, event, ...rest }));
  };
  const say = (said: Said) => {
    try {
      write(said);
    } catch (error) {
      // The run is worth more than its log: it goes on, and says so at its end.
      failure ??= { error };
    }
  };
  const { afterTornLine } = file;
  const { pid, command: typed } = self;
  const started = {
    event: "run-started",
    command,
    version: readVersion(),
    pid,
    host: hostname(),
    typed,
  } as const;
  write(afterTornLine ? { ...started, afterTornLine } : started);
  const told = new Set<string>();
  return {
    event: (event) => {
      if (event.kind === "finished") told.add(event.department.folder);
      say(lineOf(event));
    },
    ended: (outcome) => {
      for (const line of endLines(outcome, { told, seconds: secondsSince(since) })) say(line);
    },
    crashed: (error) => {
      const crash = error instanceof Error ? (error.stack ?? error.message) : String(error);
      say({ ...nothingDone(3, secondsSince(since)), crash });
    },
    commandEnded: (command, { diagnostic: _, ...end }) => say({ event: "on-finish-ended", command, ...end }),
    close: () => {
      file.close();
      if (failure === undefined) return [];
      return [{ code: "log-file-cut-short", ...about({ path }, failure.error) }];
    },
  };
}

function about({ path }: Pick<LogOptions, "path">, error: unknown) {
  const args = { file: displayPath(path), reason: reasonOf(error) };
  return { at: { kind: "option", option: "--log-file" }, args } as const;
}

function lineOf(event: RunEvent): Said {
  switch (event.kind) {
    case "waiting":
      return { event: "waiting", problem: findingRecord(event.problem) };
    case "found":
      return { event: "departments-found", departments: event.departments, unchanged: event.unchanged ?? 0 };
    case "started":
      return { event: "department-started", folder: event.folder };
    case "finished":
      return departmentLine(event.department);
    case "on-finish":
      return { event: "on-finish-started", command: event.command };
  }
}

function departmentLine(department: DepartmentResult): Said {
  const { folder, state, reason, because, output, pages, projects, seconds, files } = department;
  const failures = department.findings.filter((finding) => severityOf(finding) === "failure");
  return {
    event: "department-finished",
    ...{ folder, state },
    ...(reason === undefined ? {} : { reason }),
    ...(because === undefined ? {} : { because }),
    ...(output === undefined ? {} : { output }),
    files: files.map(({ name }) => name),
    ...(pages === undefined ? {} : { pages }),
    ...(projects === undefined ? {} : { projects }),
    findings: findingsOf(department),
    ...(failures.length === 0 ? {} : { failures: failures.map(findingRecord) }),
    seconds,
  };
}

type Ending = {
  /** Folders that have their line. */
  readonly told: ReadonlySet<string>;
  readonly seconds: number;
};

/** What no event has told yet, and the sum. */
function endLines(outcome: Outcome, { told, seconds }: Ending): readonly Said[] {
  const problems = outcome.kind === "refused" ? outcome.problems : outcome.run.problems;
  const said = problems.map((problem) => ({ event: "problem", problem: findingRecord(problem) }) as const);
  if (outcome.kind === "refused") return [...said, nothingDone(outcome.exitCode, seconds)];
  const { run, runFile } = outcome;
  const { departments, exitCode, totals, removedDrafts = [] } = run;
  const counted = { ...noDepartments };
  for (const { state } of departments) counted[state] += 1;
  return [
    ...departments
      .filter(({ folder, reason }) => !told.has(folder) && reason !== "not-selected")
      .map(departmentLine),
    ...said,
    ...removedDrafts.map((draft) => ({ event: "draft-removed", ...draft }) as const),
    {
      event: "run-finished",
      ...{ exitCode, seconds: run.seconds, departments: counted, totals },
      findings: addCounts([countFindings(run.problems), ...departments.map(findingsOf)]),
      ...(runFile === undefined ? {} : { runFile: displayPath(runFile.path) }),
    },
  ];
}

const noDepartments = { built: 0, unchanged: 0, checked: 0, failed: 0, skipped: 0 } as const satisfies Record<
  DepartmentResult["state"],
  number
>;

function nothingDone(exitCode: 2 | 3 | 130, seconds: number) {
  const totals = { projects: 0, indicators: 0 };
  const nothing = { departments: noDepartments, findings: addCounts([]), totals };
  return { event: "run-finished", exitCode, seconds, ...nothing } as const;
}
