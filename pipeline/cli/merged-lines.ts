/** The joined record of all shards → the summary that a single run would have printed, and what is left to do. */
import type { Merged, RunResult } from "../commands/index.ts";
import type { Messages } from "./messages.ts";
import { type SummaryStyle, summaryLines } from "./summary.ts";
import { printable } from "./terminal.ts";

export function mergedLines(
  { record, file }: Extract<Merged, { kind: "done" }>,
  say: Messages,
  style: SummaryStyle,
): readonly string[] {
  const failed = record.departments.filter(({ state }) => state === "failed");
  return [
    ...summaryLines(resultOf(record), say, style),
    ...(failed.length === 0 ? [] : ["", say.mergeRuns.failed]),
    ...failed.map(({ folder }) => `  ${printable(folder)}`),
    say.mergeRuns.done(printable(file)),
  ];
}

/** A record counts findings and no longer has them. */
function resultOf({
  departments,
  problems: _,
  brokenForms: __,
  ...run
}: Extract<Merged, { kind: "done" }>["record"]): RunResult {
  return {
    ...run,
    departments: departments.map(({ findings, readings: _readings, reuse: _reuse, ...one }) => ({
      ...one,
      findings: [],
      counted: findings,
    })),
    problems: [],
    brokenForms: [],
  };
}
