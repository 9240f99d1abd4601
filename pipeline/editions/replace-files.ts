/** Bytes → the files of one folder, all of them or none: staged beside, flushed, committed by a journal, renamed. */
import { randomUUID } from "node:crypto";
import { dirname, join } from "node:path";
import type { Diagnostic, Report } from "../diagnostics/index.ts";
import { type Disk, disk, hasCode, isHeld, reasonOf } from "../files/disk.ts";
import { displayPath } from "../files/display-path.ts";
import { hashOfBytes } from "../files/hash-of.ts";
import { carryOut, rollBack } from "./carry-out.ts";
import {
  folderOf,
  type Journal,
  type OutputPlace,
  type Removal,
  type Replacement,
  readJournal,
  writeJournal,
} from "./journal.ts";
import { settlePlace } from "./recover-outputs.ts";

/** `name` may lead into a folder below, with `/`. */
export type NewFile = { readonly name: string; readonly bytes: Uint8Array };

export type Change = {
  readonly files: readonly NewFile[];
  readonly removals?: readonly Removal[];
  readonly prunes?: readonly string[];
  /** Put in place when all else is done: who finds it new finds everything new. */
  readonly last?: NewFile;
};

/** pending: some are new and the rest could not be replaced; the next run completes the set. */
export type Replaced = "done" | "failed" | "pending";

type Writing = { readonly report: Report; readonly on?: Disk };

/**
 * Replaces a set of files in one folder. Nothing is renamed before all of them are whole on the disk, their folders are
 * made, and none of the old ones is found open elsewhere. Each file is the old or the new one, whole, at every moment; a set that is cut
 * short half-way is completed by the next run.
 *
 * Where it is not done, `report` has said why.
 */
export async function replaceFiles(
  place: OutputPlace,
  change: Change,
  { report, on = disk }: Writing,
): Promise<Replaced> {
  if (!(await settlePlace(place, { report, on }))) return "pending";

  const { journal, staged } = planJournal(place, change);
  if (!(await stage(place, { journal, staged }, { report, on }))) return "failed";
  const done = await carryOut(place.out, { ...journal, committed: true }, on);
  if (done.kind === "done") return "done";
  const file = displayPath(done.file);
  const at = { kind: "file", file } as const;
  if (done.renamed > 0) {
    report({ code: "edition-pending", at, args: { file, reason: reasonOf(done.error) } });
    return "pending";
  }
  // Nothing is new yet. Whether it is undone here or, where that fails too, completed by the next run: it is not mixed.
  await undo(place.out, journal, on);
  report(failureOf(done.file, done.error));
  return "failed";
}

type Staging = {
  readonly journal: Journal;
  /** The journal's files with their bytes, in its order. */
  readonly staged: readonly (Replacement & Pick<NewFile, "bytes">)[];
};

function planJournal({ below }: OutputPlace, { files, removals = [], prunes = [], last }: Change): Staging {
  const id = randomUUID().slice(0, 8);
  const stagedAs = ({ name, bytes }: NewFile, number: number) => ({
    from: `.huibian-${id}-${number}.tmp`,
    to: name,
    sha256: hashOfBytes(bytes),
    bytes,
  });
  const named = ({ from, to, sha256 }: Replacement): Replacement => ({ from, to, sha256 });
  const staged = files.map(stagedAs);
  const journal = { below, committed: false, replacements: staged.map(named), removals, prunes };
  if (last === undefined) return { journal, staged };
  const stagedLast = stagedAs(last, files.length);
  return { journal: { ...journal, last: named(stagedLast) }, staged: [...staged, stagedLast] };
}

/** @returns whether the journal is committed. */
async function stage(
  place: OutputPlace,
  { journal, staged }: Staging,
  { report, on }: Required<Writing>,
): Promise<boolean> {
  const folder = folderOf(place);
  let current = folder;
  try {
    await on.mkdir(folder);
    await writeJournal(place.out, journal, on);
    for (const { from, to, bytes } of staged) {
      current = join(folder, to);
      // Now, as a folder that cannot be made after the commit would leave the set mixed for good.
      if (dirname(to) !== ".") await on.mkdir(dirname(current));
      await refuseIrreplaceable(current, on);
      await on.write(join(folder, from), bytes);
    }
    current = folder;
    await on.flushFolder(folder);
    await writeJournal(place.out, { ...journal, committed: true }, on);
    return true;
  } catch (error) {
    await undo(place.out, journal, on);
    report(failureOf(current, error));
    return false;
  }
}

/** What cannot be undone now, on a disk that has failed, is undone or completed by the next run. */
async function undo(out: string, journal: Journal, on: Disk): Promise<void> {
  const { committed } = (await readJournal({ out, below: journal.below })) ?? journal;
  // A committed journal whose files are gone would be a promise that nobody can keep: it is taken back first.
  const takenBack = committed ? writeJournal(out, journal, on) : Promise.resolve();
  await takenBack.then(() => rollBack(out, journal, on)).catch(() => undefined);
}

/** A file that is in use, or a folder; a file that may not be written can still be replaced by a rename. */
async function refuseIrreplaceable(target: string, on: Disk): Promise<void> {
  await on.probe(target).catch((error: unknown) => {
    if (isHeld(error) || hasCode(error, "EISDIR")) throw error;
  });
}

function failureOf(target: string, error: unknown): Diagnostic {
  const file = displayPath(target);
  const at = { kind: "file", file } as const;
  if (isHeld(error)) return { code: "output-locked", at, args: { file } };
  return { code: "output-not-written", at, args: { file, reason: reasonOf(error) } };
}
