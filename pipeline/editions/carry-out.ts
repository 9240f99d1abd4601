/** A committed journal → the files it names in their places, and the journal gone. */

import { dirname, join } from "node:path";
import type { Disk } from "../files/disk.ts";
import { hashOfFile } from "../files/hash-of.ts";
import {
  folderOf,
  type Journal,
  type Removal,
  type Replacement,
  removeJournal,
  stagedFiles,
} from "./journal.ts";

export type CarriedOut =
  | { readonly kind: "done" }
  /** `renamed`: how many were already in place when `file` could not be replaced. */
  | { readonly kind: "stopped"; readonly file: string; readonly error: unknown; readonly renamed: number };

/**
 * Does what a committed journal asks for, the last file last. It may be called again after it was cut short:
 * `replacements` and `last` name then what is still staged.
 */
export async function carryOut(out: string, journal: Journal, on: Disk): Promise<CarriedOut> {
  const folder = folderOf({ out, below: journal.below });
  let renamed = 0;
  let current = folder;
  const replace = async ({ from, to }: Replacement) => {
    current = join(folder, to);
    // Made when it was staged; somebody may have tidied an empty folder away since.
    if (dirname(to) !== ".") await on.mkdir(dirname(current));
    await on.rename(join(folder, from), current);
    renamed += 1;
  };
  try {
    for (const replacement of journal.replacements) await replace(replacement);
    await flushFolders(folder, journal.replacements, on);
    for (const removal of journal.removals) await removeLeftBehind(folder, removal, on);
    // An old edition's records are in nobody's way.
    for (const prune of journal.prunes) await on.removeFolder(join(folder, prune)).catch(() => undefined);
    if (journal.last !== undefined) await replace(journal.last);
    current = folder;
    await on.flushFolder(folder);
    await removeJournal(out, journal, on);
    return { kind: "done" };
  } catch (error) {
    return { kind: "stopped", file: current, error, renamed };
  }
}

/** The files that were staged for it, and the journal itself, gone again; rejects where some cannot be removed. */
export async function rollBack(out: string, journal: Journal, on: Disk): Promise<void> {
  const folder = folderOf({ out, below: journal.below });
  for (const { from } of stagedFiles(journal)) await on.remove(join(folder, from));
  // Deepest first. An empty one would be taken for an edition; one that is not empty was there before, and stays.
  for (const way of foldersBelow(stagedFiles(journal)))
    await on.removeEmptyFolder(join(folder, way)).catch(() => undefined);
  await removeJournal(out, journal, on);
}

/** The folders must hold the new names before the journal, which knows them, may go. */
async function flushFolders(folder: string, replacements: readonly Replacement[], on: Disk): Promise<void> {
  await on.flushFolder(folder);
  for (const way of foldersBelow(replacements)) await on.flushFolder(join(folder, way));
}

/** Those that the files lead into, the deepest first. */
function foldersBelow(files: readonly Replacement[]): readonly string[] {
  const ways = new Set<string>();
  for (const { to } of files) for (let way = dirname(to); way !== "."; way = dirname(way)) ways.add(way);
  return [...ways].toSorted((one, other) => other.length - one.length);
}

/** A report whose title has changed leaves its old files. One that somebody edited since is theirs, and stays. */
async function removeLeftBehind(folder: string, { name, sha256 }: Removal, on: Disk): Promise<void> {
  const path = join(folder, name);
  // One that is open elsewhere cannot be removed on Windows; it is old, not wrong, and no reason to fail.
  if ((await hashOfFile(path)) === sha256) await on.remove(path).catch(() => undefined);
}
