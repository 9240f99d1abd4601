/** A run → what stands at its end: the summary, or the sentence that nothing was to be done. */
import type { RunResult } from "../commands/index.ts";
import type { Messages } from "./messages.ts";
import { rollupLines } from "./rollup-lines.ts";
import { listedDepartments, type SummaryStyle, summaryLines } from "./summary.ts";
import { printable } from "./terminal.ts";

export function endLines(run: RunResult, say: Messages, style: SummaryStyle): readonly string[] {
  return [...tableLines(run, say, style), ...shardLines(run, say), ...draftLines(run, say)];
}

function tableLines(run: RunResult, say: Messages, style: SummaryStyle): readonly string[] {
  const { summary } = say;
  const kept = run.kept?.length ?? 0;
  if (run.options?.retry === true && run.departments.length === 0)
    // What failed and is not found any more was said above.
    return run.problems.some(({ code }) => code === "retry-folder-gone") ? [] : [summary.nothingToRetry];
  // A shard of few departments may have none, and says so below.
  if (run.shard !== undefined && run.departments.length === 0) return [];
  if (listedDepartments(run).length === 0) return [summary.allUnchanged];
  return [
    ...summaryLines(run, say, style),
    ...(kept === 0 ? [] : [summary.kept(kept)]),
    ...(run.rollup === undefined ? [] : ["", ...rollupLines(run.rollup, say)]),
  ];
}

function shardLines({ shard, departments, kept = [] }: RunResult, { summary }: Messages): readonly string[] {
  if (shard === undefined) return [];
  return [summary.shard(shard.index, shard.of, departments.length + kept.length, shard.departments)];
}

function draftLines({ removedDrafts = [] }: RunResult, { summary }: Messages): readonly string[] {
  if (removedDrafts.length === 0) return [];
  const days = removedDrafts.map((draft) => draft.days);
  const [least, most] = [Math.min(...days), Math.max(...days)];
  return [
    summary.removedDrafts(removedDrafts.length, least === most ? String(least) : `${least}–${most}`),
    ...removedDrafts.map(({ folder }) => `  ${printable(folder)}`),
  ];
}
