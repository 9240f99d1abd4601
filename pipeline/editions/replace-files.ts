/**
 * Bytes → the files of one folder, all of them or none: staged beside, flushed, committed by a journal, renamed. What a
 * run that was cut short has left becomes the old set or the new one again.
 */
import { randomUUID } from "node:crypto";
import { dirname, join } from "node:path";
import type { Diagnostic, Report } from "../diagnostics/index.ts";
import {
  type Disk,
  disk,
  displayPath,
  hasCode,
  hashOfBytes,
  hashOfOwn,
  isHeld,
  linkOnTheWay,
  type NewFile,
  reasonOf,
} from "../files/index.ts";
import {
  carryOut,
  folderOf,
  type Journal,
  type OutputPlace,
  type Removal,
  type Replacement,
  readJournal,
  readJournals,
  removeHalfJournals,
  rollBack,
  stagedFiles,
  stagedName,
  writeJournal,
} from "./journal.ts";

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
 * If it is not done, `report` has said why.
 */
export async function replaceFiles(
  place: OutputPlace,
  change: Change,
  { report, on = disk }: Writing,
): Promise<Replaced> {
  if (!(await settlePlace(place, { report, on }))) return "pending";

  const { journal, staged } = planJournal(place, change);
  if (await isRefusedForLink(place, { names: namesIn(journal), report })) return "failed";
  if (!(await stage(place, { journal, staged }, { report, on }))) return "failed";
  const done = await carryOut(place.out, { ...journal, committed: true }, on);
  if (done.kind === "done") return "done";
  const file = displayPath(done.file);
  const at = { kind: "file", file } as const;
  if (done.renamed > 0) {
    report({ code: "edition-pending", at, args: { file, reason: reasonOf(done.error) } });
    return "pending";
  }
  // Nothing is new yet. It is undone here or, if that fails too, completed by the next run: it is never mixed.
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
    from: stagedName(id, number),
    to: name,
    sha256: hashOfBytes(bytes),
    bytes,
  });
  const named = ({ from, to, sha256 }: Replacement): Replacement => ({ from, to, sha256 });
  const staged = files.map(stagedAs);
  const stagedLast = last && stagedAs(last, files.length);
  const replacements = staged.map(named);
  return {
    journal: {
      below,
      committed: false,
      replacements,
      removals,
      prunes,
      last: stagedLast && named(stagedLast),
    },
    staged: stagedLast === undefined ? staged : [...staged, stagedLast],
  };
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
  // A committed journal whose files are gone would be a promise that cannot be kept: it is taken back first.
  const takenBack = committed ? writeJournal(out, journal, on) : Promise.resolve();
  await takenBack.then(() => rollBack(out, journal, on)).catch(() => undefined);
}

/** Through a link, files would be replaced and removed that are nobody's business: `report` has said which it is. */
export async function isRefusedForLink(
  { out, below }: OutputPlace,
  { names, report }: { readonly names: readonly string[]; readonly report: Report },
): Promise<boolean> {
  for (const name of names) {
    const link = await linkOnTheWay(out, `${below}/${name}`);
    if (link === undefined) continue;
    const file = displayPath(link);
    report({ code: "output-through-link", at: { kind: "file", file }, args: { file } });
    return true;
  }
  return false;
}

function namesIn(journal: Journal): readonly string[] {
  const { removals, prunes } = journal;
  return ["", ...stagedFiles(journal).map(({ to }) => to), ...removals.map(({ name }) => name), ...prunes];
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

/** Only for who holds the output folder's lock: the sets of a run that is still at work look the same. */
export async function recoverOutputs(out: string, { report, on = disk }: Writing): Promise<void> {
  await removeHalfJournals(out, on);
  for (const journal of await readJournals(out)) await recoverJournal(out, journal, { report, on });
}

/**
 * A set that could not be completed goes before a new one, which would bury it half done.
 *
 * @returns whether the folder may be written to.
 */
export async function settlePlace(place: OutputPlace, { report, on = disk }: Writing): Promise<boolean> {
  const journal = await readJournal(place);
  return journal === undefined || recoverJournal(place.out, journal, { report, on });
}

/** @returns whether nothing is left of it. */
async function recoverJournal(
  out: string,
  journal: Journal,
  { report, on }: Required<Writing>,
): Promise<boolean> {
  if (await isRefusedForLink({ out, below: journal.below }, { names: namesIn(journal), report }))
    return false;
  const folder = folderOf({ out, below: journal.below });
  const shown = displayPath(folder);
  const at = { kind: "file", file: shown } as const;
  const states = await Promise.all(
    stagedFiles(journal).map(async (one) => ({ one, state: await stateOf(journal, folder, one) })),
  );
  const lost = journal.committed ? states.filter(({ state }) => state === "lost") : [];
  try {
    if (!journal.committed || lost.length > 0) {
      await rollBack(out, journal, on);
      if (lost.length > 0) {
        const files = lost.map(({ one }) => one.to);
        report({ code: "edition-not-recovered", at, args: { folder: shown, files } });
      } else if (states.some(({ state }) => state !== "gone"))
        report({ code: "edition-rolled-back", at, args: { folder: shown } });
      return true;
    }
  } catch (error) {
    report({ code: "output-not-written", at, args: { file: shown, reason: reasonOf(error) } });
    return false;
  }
  const staged = new Set(states.filter(({ state }) => state === "staged").map(({ one }) => one));
  const { replacements, last } = journal;
  const left = {
    ...journal,
    replacements: replacements.filter((one) => staged.has(one)),
    last: last && staged.has(last) ? last : undefined,
  };
  const done = await carryOut(out, left, on);
  if (done.kind === "done") report({ code: "edition-completed", at, args: { folder: shown } });
  else {
    const file = displayPath(done.file);
    report({
      code: "edition-pending",
      at: { kind: "file", file },
      args: { file, reason: reasonOf(done.error) },
    });
  }
  return done.kind === "done";
}

/**
 * staged: beside its target; placed: already there; gone: not staged, or no more; lost: it should be there, whole, and
 * is not, because it was cleaned up or the disk has failed.
 */
type State = "staged" | "placed" | "gone" | "lost";

async function stateOf(journal: Journal, folder: string, { from, to, sha256 }: Replacement): Promise<State> {
  const staged = await hashOfOwn(folder, from);
  if (!journal.committed) return staged === undefined ? "gone" : "staged";
  if (staged !== undefined) return staged === sha256 ? "staged" : "lost";
  return (await hashOfOwn(folder, to)) === sha256 ? "placed" : "lost";
}
