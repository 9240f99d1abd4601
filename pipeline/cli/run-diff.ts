/** `huibian diff`: its words and flags → what changed, on the terminal, and the exit code. */

import { diff, type ExitCode, type RunningProcess, type WantedEditions } from "../commands/index.ts";
import type { Report } from "../diagnostics/index.ts";
import type { Messages } from "./messages.ts";
import type { Flags } from "./parse-arguments.ts";
import type { Wrong } from "./read-flags.ts";
import type { Reporter } from "./reporter.ts";

export type DiffCommand = {
  readonly folders: readonly string[];
  readonly flags: Flags;
  readonly reporter: Reporter;
  readonly signal: AbortSignal;
  readonly self: RunningProcess;
  /** Of an edition that an earlier run left half done. */
  readonly report: Report;
};

export async function runDiff(
  { folders, flags, reporter, ...around }: DiffCommand,
  say: Messages,
): Promise<ExitCode | Wrong> {
  const { out = "out", templates, exitCode = false } = flags;
  const editions = readEditions(flags, folders, say);
  if (editions !== undefined && "wrong" in editions) return editions;
  const comparison = await diff({ folders, out, editions, templates, ...around });
  switch (comparison.kind) {
    case "failed":
      reporter.notCompared(comparison);
      return comparison.exitCode;
    case "done":
      reporter.changes(comparison.changes);
      // As git diff has it: a script can ask whether anything changed.
      return exitCode && comparison.changes.count > 0 ? 1 : comparison.exitCode;
  }
}

/** `3..5`, or `3` for the third and the newest. */
function readEditions(
  { edition }: Flags,
  folders: readonly string[],
  say: Messages,
): WantedEditions | Wrong | undefined {
  if (edition === undefined) return undefined;
  const { invalid, editionOfTwo } = say.usageErrors;
  if (folders.length > 1) return { wrong: editionOfTwo() };
  const [, before, after] = /^([1-9]\d{0,8})(?:\.\.([1-9]\d{0,8}))?$/u.exec(edition) ?? [];
  if (before === undefined) return { wrong: invalid("--edition", edition, say.expected.editions) };
  return { before: Number(before), ...(after !== undefined && { after: Number(after) }) };
}
