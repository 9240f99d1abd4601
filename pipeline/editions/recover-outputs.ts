/** What a run that was cut short has left in an output folder → every set of files old or new again, and said so. */
import { join } from "node:path";
import type { Report } from "../diagnostics/index.ts";
import { type Disk, disk, reasonOf } from "../files/disk.ts";
import { displayPath } from "../files/display-path.ts";
import { hashOfFile } from "../files/hash-of.ts";
import { carryOut, rollBack } from "./carry-out.ts";
import {
  folderOf,
  type Journal,
  type OutputPlace,
  type Replacement,
  readJournal,
  readJournals,
  removeHalfJournals,
  stagedFiles,
} from "./journal.ts";

type Recovering = { readonly report: Report; readonly on?: Disk };

/** Only for who holds the output folder's lock: the sets of a run that is still at work look the same. */
export async function recoverOutputs(out: string, { report, on = disk }: Recovering): Promise<void> {
  await removeHalfJournals(out, on);
  for (const journal of await readJournals(out)) await recoverJournal(out, journal, { report, on });
}

/**
 * A set that could not be completed goes before a new one, which would bury it half done.
 *
 * @returns whether the folder may be written to.
 */
export async function settlePlace(place: OutputPlace, { report, on = disk }: Recovering): Promise<boolean> {
  const journal = await readJournal(place);
  return journal === undefined || recoverJournal(place.out, journal, { report, on });
}

/** @returns whether nothing is left of it. */
async function recoverJournal(
  out: string,
  journal: Journal,
  { report, on }: Required<Recovering>,
): Promise<boolean> {
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
  const { last, ...rest } = journal;
  const left = { ...rest, replacements: journal.replacements.filter((one) => staged.has(one)) };
  const done = await carryOut(out, last && staged.has(last) ? { ...left, last } : left, on);
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
 * is not, because somebody has cleaned up or the disk has failed.
 */
type State = "staged" | "placed" | "gone" | "lost";

async function stateOf(journal: Journal, folder: string, { from, to, sha256 }: Replacement): Promise<State> {
  const staged = await hashOfFile(join(folder, from));
  if (!journal.committed) return staged === undefined ? "gone" : "staged";
  if (staged !== undefined) return staged === sha256 ? "staged" : "lost";
  return (await hashOfFile(join(folder, to))) === sha256 ? "placed" : "lost";
}
