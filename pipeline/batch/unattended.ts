/** A build or a check that nobody watches → the same, with its events in a log file and a command told of its end. */

import { resolve } from "node:path";
import type { Diagnostic } from "../diagnostics/index.ts";
import type { RunningProcess } from "../editions/index.ts";
import { type OnFinish, runOnFinish } from "./on-finish.ts";
import { openRunLog, type RunLog } from "./run-log.ts";
import type { Command, DepartmentState, Outcome, RunEvent } from "./run-result.ts";

export type UnattendedOptions = {
  readonly command: Exclude<Command, "rollup">;
  readonly logFile?: string | undefined;
  readonly onFinish?: OnFinish | undefined;
  readonly self: RunningProcess;
  readonly signal: AbortSignal;
  readonly onEvent: (event: RunEvent) => void;
};

/** `work` is handed where to send its events; when it resolves, it must have left the output folder. */
export function runUnattended(
  options: UnattendedOptions,
  work: (onEvent: UnattendedOptions["onEvent"]) => Promise<Outcome>,
): Promise<Outcome> {
  const { command, logFile, self, onEvent } = options;
  if (logFile === undefined) return work(onEvent).then((outcome) => tellCommand(outcome, options));
  const log = openRunLog({ path: logFile, command, self });
  if ("refusal" in log) return Promise.resolve({ kind: "refused", exitCode: 2, problems: [log.refusal] });
  return runLogged(log, options, work);
}

async function runLogged(
  log: RunLog,
  options: UnattendedOptions,
  work: (onEvent: UnattendedOptions["onEvent"]) => Promise<Outcome>,
): Promise<Outcome> {
  try {
    const outcome = await work((event) => {
      log.event(event);
      options.onEvent(event);
    });
    log.ended(outcome);
    const told = await tellCommand(outcome, { ...options, log });
    return addProblems(told, log.close());
  } catch (error) {
    log.crashed(error);
    log.close();
    throw error;
  }
}

/** A run that was refused has done nothing and has no record: nobody is told. */
async function tellCommand(
  outcome: Outcome,
  { onFinish, logFile, signal, onEvent, log }: UnattendedOptions & { readonly log?: RunLog },
): Promise<Outcome> {
  if (onFinish === undefined || outcome.kind === "refused" || outcome.runFile === undefined) return outcome;
  const { run, runFile } = outcome;
  const count = (state: DepartmentState) => run.departments.filter((one) => one.state === state).length;
  const begins = { kind: "on-finish", command: onFinish.command } as const;
  log?.event(begins);
  onEvent(begins);
  const end = await runOnFinish(onFinish, {
    environment: {
      HUIBIAN_EXIT_CODE: String(run.exitCode),
      HUIBIAN_RUN_JSON: resolve(runFile.path),
      HUIBIAN_BUILT: String(count("built")),
      HUIBIAN_UNCHANGED: String(count("unchanged")),
      HUIBIAN_FAILED: String(count("failed")),
      HUIBIAN_SKIPPED: String(count("skipped")),
      ...(logFile === undefined ? {} : { HUIBIAN_LOG_FILE: resolve(logFile) }),
    },
    input: runFile.bytes,
    signal,
  });
  log?.commandEnded(onFinish.command, end);
  if (end.diagnostic === undefined) return outcome;
  const told = addProblems(outcome, [end.diagnostic]);
  // A message that never goes out is found out by the scheduler alone; a graver exit code says more.
  return told.kind === "done" && run.exitCode === 0 ? { ...told, run: { ...told.run, exitCode: 1 } } : told;
}

function addProblems(outcome: Outcome, problems: readonly Diagnostic[]): Outcome {
  if (problems.length === 0) return outcome;
  if (outcome.kind === "refused") return { ...outcome, problems: [...outcome.problems, ...problems] };
  const { run } = outcome;
  return { ...outcome, run: { ...run, problems: [...run.problems, ...problems] } };
}
