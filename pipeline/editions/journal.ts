/**
 * A set of files about to be replaced ↔ its journal, `<out>/.huibian/journal-….json`: what has to be done, or undone,
 * if the run is cut short.
 *
 * A journal is written before anything else and names every file that will be staged: as long as it is not committed,
 * they are nobody's and are removed. It is committed by a rename, once all of them are whole on the disk; from then on
 * the set is the new one, and whoever finds the journal does what is left of it. It is removed last.
 */
import { readdir } from "node:fs/promises";
import { dirname, isAbsolute, join } from "node:path";
import {
  type Disk,
  encodeJson,
  hashOfBytes,
  hashOfFile,
  isRecord,
  parseJson,
  readText,
  replaceFile,
} from "../files/index.ts";

/** A folder that is written to. */
export type OutputPlace = {
  /** The output folder of the run. */
  readonly out: string;
  /** The way down from there, with `/`; "" for itself. */
  readonly below: string;
};

/** From `from`, which is staged beside it, to `to`; both count from the place's folder. */
export type Replacement = { readonly from: string; readonly to: string; readonly sha256: string };

export type Removal = { readonly name: string; readonly sha256: string };

export type Journal = {
  readonly below: string;
  readonly committed: boolean;
  readonly replacements: readonly Replacement[];
  /** Files left behind, removed unless somebody has changed them. */
  readonly removals: readonly Removal[];
  /** Folders removed with all that is in them. */
  readonly prunes: readonly string[];
  /** Renamed after everything else: the manifest. */
  readonly last?: Replacement;
};

/** Below the output folder, hidden: whatever the program keeps there for itself. */
export const privateFolder = ".huibian";

export function folderOf({ out, below }: OutputPlace): string {
  return join(out, below);
}

/** In the order in which they are staged and renamed. */
export function stagedFiles({ replacements, last }: Journal): readonly Replacement[] {
  return last === undefined ? replacements : [...replacements, last];
}

export async function writeJournal(out: string, journal: Journal, on: Disk): Promise<void> {
  const path = journalPath(out, journal.below);
  const beside = `${path}.tmp`;
  await on.mkdir(join(out, privateFolder));
  await on.remove(beside);
  await replaceFile(path, encodeJson(journal), { beside, on });
}

export async function removeJournal(out: string, { below }: Journal, on: Disk): Promise<void> {
  await on.remove(`${journalPath(out, below)}.tmp`);
  await on.remove(journalPath(out, below));
}

/** Of one folder; undefined if it has none. */
export async function readJournal({ out, below }: OutputPlace): Promise<Journal | undefined> {
  return parseJournal(await readText(journalPath(out, below)).catch(() => ""));
}

/** Of all folders below an output folder. */
export async function readJournals(out: string): Promise<readonly Journal[]> {
  const names = await readdir(join(out, privateFolder)).catch(() => []);
  const texts = names
    .filter((name) => /^journal-[0-9a-f]+\.json$/u.test(name))
    .sort()
    .map((name) => readText(join(out, privateFolder, name)).catch(() => ""));
  return (await Promise.all(texts)).flatMap((text) => parseJournal(text) ?? []);
}

/** Half a journal, of a run that was cut short while it wrote it: nothing was staged yet, or all of it was named before. */
export async function removeHalfJournals(out: string, on: Disk): Promise<void> {
  const names = await readdir(join(out, privateFolder)).catch(() => []);
  for (const name of names)
    if (/^journal-[0-9a-f]+\.json\.tmp$/u.test(name))
      await on.remove(join(out, privateFolder, name)).catch(() => undefined);
}

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

/** The files that were staged for it, and the journal itself, removed again; rejects if some cannot be removed. */
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

function journalPath(out: string, below: string): string {
  const key = hashOfBytes(below).slice(0, 16);
  return join(out, privateFolder, `journal-${key}.json`);
}

function parseJournal(text: string): Journal | undefined {
  const value = parseJson(text);
  return isJournal(value) ? value : undefined;
}

// Files are renamed and removed on its word: it may name none but those of its own folder, and of two folders in it.
function isJournal(value: unknown): value is Journal {
  return (
    isRecord(value) &&
    isInside(value.below) &&
    typeof value.committed === "boolean" &&
    isListOf(value.replacements, isReplacement) &&
    isListOf(value.removals, isRemoval) &&
    isListOf(value.prunes, isEarlierEdition) &&
    (value.last === undefined || isReplacement(value.last))
  );
}

function isReplacement(value: unknown): value is Replacement {
  return isRecord(value) && isStaged(value.from) && isOwnFile(value.to) && typeof value.sha256 === "string";
}

function isRemoval(value: unknown): value is Removal {
  return isRecord(value) && isOwnFile(value.name) && typeof value.sha256 === "string";
}

/** What is rolled back is removed: nothing else is called so. */
export function stagedName(id: string, number: number): string {
  return `.huibian-${id}-${number}.tmp`;
}

function isStaged(name: unknown): name is string {
  return typeof name === "string" && /^\.huibian-[\da-f]{8}-\d+\.tmp$/u.test(name);
}

function isOwnFile(path: unknown): path is string {
  return typeof path === "string" && /^(?:\.history\/[1-9]\d*\/|public\/)?(?!\.{1,2}$)[^/\\]+$/u.test(path);
}

function isEarlierEdition(path: unknown): path is string {
  return typeof path === "string" && /^\.history\/[1-9]\d*$/u.test(path);
}

function isListOf<T>(value: unknown, isOne: (item: unknown) => item is T): value is readonly T[] {
  return Array.isArray(value) && value.every(isOne);
}

function isInside(path: unknown): path is string {
  return typeof path === "string" && !isAbsolute(path) && !path.split(/[/\\]/u).includes("..");
}
