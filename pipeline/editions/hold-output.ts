/** An output folder → one run at a time writes to it, after what an earlier one left half done is settled. */
import { readdir, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Diagnostic, Report } from "../diagnostics/index.ts";
import { disk, displayPath, encodeJson, hasCode, isFolder, linkOnTheWay, reasonOf } from "../files/index.ts";
import { privateFolder, readJournals } from "./journal.ts";
import {
  describeOwner,
  isGone,
  type Owner,
  type RunningProcess,
  readOwner,
  releaseLock,
  type Taken,
  takeLock,
  type UnreadableLock,
} from "./lock.ts";
import { recoverOutputs } from "./replace-files.ts";

/** Completing an edition renames its files, which takes a moment unless the disk hangs. */
const briefSeconds = 30;

export type HoldOptions = {
  readonly self: RunningProcess;
  /** Seconds to wait while another run holds the folder. */
  readonly wait: number;
  readonly signal: AbortSignal;
  readonly report: Report;
  /** Called once, if there is something to wait for. */
  readonly onWait: (held: Diagnostic) => void;
  /** Held only to settle what a dead run has left. */
  readonly brief?: true;
};

export type Held =
  | { readonly kind: "held"; readonly release: () => Promise<void> }
  | { readonly kind: "refused"; readonly problem: Diagnostic }
  /** Cancelled while it waited. */
  | { readonly kind: "cancelled" };

/** Makes the folder if it does not exist. Nothing below it may be written before, or after `release`. */
export async function holdOutput(out: string, options: HoldOptions): Promise<Held> {
  const { self, report, brief } = options;
  const link = await linkOnTheWay(out, privateFolder);
  if (link !== undefined) {
    const file = displayPath(link);
    const at = { kind: "option", option: "--out" } as const;
    return { kind: "refused", problem: { code: "output-through-link", at, args: { file } } };
  }
  const owner: Owner = { ...(await describeOwner(self, new Date())), brief };
  const taken = await take(out, owner, options).catch((error: unknown) => refusal(out, error));
  if (taken.kind !== "taken") return taken;
  if (taken.from !== undefined) report(takenOver(out, taken.from));
  await sweepLocks(out, self);
  await recoverOutputs(out, { report });
  return { kind: "held", release: () => release(out, owner) };
}

async function take(
  out: string,
  owner: Owner,
  { self, wait, signal, onWait }: HoldOptions,
): Promise<Extract<Taken, { kind: "taken" }> | Exclude<Held, { kind: "held" }>> {
  const since = performance.now();
  for (let waiting = false; ; waiting = true) {
    const taken = await tryLock(out, owner, self);
    if (taken.kind === "taken") return taken;
    const problem = inUse(out, taken.by);
    // Nobody is refused for the sake of one who only reads.
    const brief = "brief" in taken.by && taken.by.brief === true;
    const seconds = brief ? Math.max(wait, briefSeconds) : wait;
    if (performance.now() >= since + seconds * 1000) return { kind: "refused", problem };
    if (!waiting && !brief) onWait(problem);
    await pause(brief ? 20 : 200, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return { kind: "cancelled" };
  }
}

/**
 * The folder may go again while we are on our way into it, as who releases it last tidies up: after it was found to be
 * there (EEXIST) as well as after it was made (ENOENT).
 */
async function tryLock(out: string, owner: Owner, self: RunningProcess): Promise<Taken> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await disk.mkdir(join(out, privateFolder));
      return await takeLock(lockPath(out), { owner, self });
    } catch (error) {
      if (attempt === 100 || !hasCode(error, "ENOENT", "EEXIST")) throw error;
    }
  }
}

async function release(out: string, owner: Owner): Promise<void> {
  await releaseLock(lockPath(out), owner);
  // Only if it is empty: others wait in it, or keep something there.
  await disk.removeEmptyFolder(join(out, privateFolder)).catch(() => undefined);
}

/**
 * What starters that were killed have left beside the lock. One that is only half there may be of a starter at work,
 * who then tries again, and finds us.
 */
async function sweepLocks(out: string, self: RunningProcess): Promise<void> {
  const folder = join(out, privateFolder);
  for (const name of await readdir(folder)) {
    if (!/^lock-/u.test(name)) continue;
    const owner = await readOwner(join(folder, name));
    // What cannot be removed is in nobody's way.
    if (owner === undefined || (await isGone(owner, self)))
      await disk.remove(join(folder, name)).catch(() => undefined);
  }
}

function lockPath(out: string): string {
  return join(out, privateFolder, "lock");
}

function inUse(out: string, by: Owner | UnreadableLock): Diagnostic {
  const output = displayPath(out);
  const lock = displayPath(lockPath(out));
  const at = { kind: "option", option: "--out" } as const;
  if ("unreadable" in by)
    return { code: "output-lock-unreadable", at, args: { output, lock, reason: by.unreadable } };
  return { code: "output-in-use", at, args: { output, lock, ...facts(by) } };
}

function takenOver(out: string, from: Owner): Diagnostic {
  const output = displayPath(out);
  return {
    code: "output-lock-taken-over",
    at: { kind: "file", file: output },
    args: { output, ...facts(from) },
  };
}

function facts({ pid, host, since, command }: Owner) {
  // The Swedish write a time as 2024-01-31 09:05:00, which everybody can read.
  return { pid, host, command, since: new Date(since).toLocaleString("sv-SE") };
}

function refusal(out: string, error: unknown): Held & { kind: "refused" } {
  const file = displayPath(out);
  const args = { file, reason: reasonOf(error) };
  return {
    kind: "refused",
    problem: { code: "output-not-written", at: { kind: "option", option: "--out" }, args },
  };
}

export type Settling = Pick<HoldOptions, "self" | "signal" | "report">;

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

/** Leaves alone what a run is writing, and holds nothing if there is nothing to do: no run is kept out for it. */
async function settleOutput(out: string, settling: Settling): Promise<void> {
  if ((await readJournals(out)).length === 0) return;
  const held = await holdOutput(out, { ...settling, wait: 0, onWait: () => undefined, brief: true });
  // If it may not be written to, it is read as it is.
  if (held.kind === "held") await held.release();
}

/** The record that a run is going to write: each has a mark of its own. */
export type RunPlace = { readonly out: string; readonly runFile: string };

/** Only for who holds the output folder's lock. */
export async function markStarted(place: RunPlace, startedAt: string): Promise<void> {
  await disk.remove(markOf(place));
  // A disk that takes no mark takes no report either, and says so there.
  await disk.write(markOf(place), encodeJson({ startedAt })).catch(() => undefined);
}

export async function markEnded(place: RunPlace): Promise<void> {
  await disk.remove(markOf(place)).catch(() => undefined);
}

/** Of a run that is at work, or was killed. */
export async function isMarkedStarted(place: RunPlace): Promise<boolean> {
  return stat(markOf(place)).then(
    () => true,
    () => false,
  );
}

function markOf({ out, runFile }: RunPlace): string {
  return join(out, privateFolder, `started-${runFile}`);
}
