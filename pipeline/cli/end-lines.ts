/** A run → what stands at its end: the summary, or the sentence that nothing was to be done. */
import type { RunResult } from "../run/index.ts";
import type { Messages } from "./messages.ts";
import { rollupLines } from "./rollup-lines.ts";
import { listedDepartments, summaryLines } from "./summary.ts";

export function endLines(
  run: RunResult,
  say: Messages,
  style: { readonly verbose: boolean },
): readonly string[] {
  const { summary } = say;
  const kept = run.kept?.length ?? 0;
  if (run.options?.retry === true && run.departments.length === 0) return [summary.nothingToRetry];
  if (listedDepartments(run).length === 0) return [summary.allUnchanged];
  return [
    ...summaryLines(run, say, style),
    ...(kept === 0 ? [] : [summary.kept(kept)]),
    ...(run.rollup === undefined ? [] : ["", ...rollupLines(run.rollup, say)]),
  ];
}
