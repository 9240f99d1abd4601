/** Folders that are to be read → what runs that are gone have left half done around them, completed or undone. */
import { dirname, join, resolve } from "node:path";
import type { Report } from "../diagnostics/index.ts";
import { isFolder } from "../find/find-departments.ts";
import { holdOutput } from "./hold-output.ts";
import { privateFolder, readJournals } from "./journal.ts";
import type { RunningProcess } from "./lock-owner.ts";

export type Settling = { readonly self: RunningProcess; readonly report: Report };

/** Each folder may be an output folder, or lie in one; of what is done `report` hears. */
export async function settleOutputs(folders: readonly string[], settling: Settling): Promise<void> {
  const outputs = await Promise.all(folders.map(outputsAround));
  for (const out of new Set(outputs.flat())) await settleOutput(out, settling);
}

async function outputsAround(folder: string): Promise<readonly string[]> {
  const path = resolve(folder);
  const above = dirname(path) === path ? [] : await outputsAround(dirname(path));
  return (await isFolder(join(path, privateFolder))) ? [...above, path] : above;
}

/** Leaves alone what a run is writing, and holds nothing where there is nothing to do: no run is kept out for it. */
async function settleOutput(out: string, { self, report }: Settling): Promise<void> {
  if ((await readJournals(out)).length === 0) return;
  const { signal } = new AbortController();
  const waiting = { wait: 0, signal, onWait: () => undefined };
  const held = await holdOutput(out, { self, report, ...waiting, brief: true });
  // Where it may not be written to, it is read as it stands.
  if (held.kind === "held") await held.release();
}
