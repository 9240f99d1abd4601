/**
 * A path → held by one process at a time, which the file there names.
 *
 * Made here and not taken from a library: proper-lockfile, the one that is kept up, marks a folder with nothing in it,
 * so that nobody can be told who holds it, and takes it for abandoned when its time stamp is not renewed, which is what
 * happens to a run on a laptop that was closed for a minute. Locks of the operating system need a native module and do
 * not reach across network drives.
 */
import { link as linkFile, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { hasCode } from "../files/disk.ts";
import { encodeOwner, isGone, type Owner, parseOwner, type RunningProcess } from "./lock-owner.ts";

export type Taken =
  /** `from`: it was left by a process that is gone. */
  | { readonly kind: "taken"; readonly from?: Owner }
  | { readonly kind: "held"; readonly by: Owner | "unknown" };

type Taker = {
  readonly owner: Owner;
  readonly self: RunningProcess;
  /** Gives a file a second name; rejects with EEXIST where there is such a file. */
  readonly link?: (from: string, to: string) => Promise<void>;
};

/**
 * Takes the lock, or says who holds it.
 *
 * The lock of a process that is gone may be replaced only by who holds the claim to it, a lock named after it. So of
 * two that find it abandoned one replaces it, and the other cannot take away what the first has put there: the claim
 * to that is another.
 */
export async function takeLock(path: string, taker: Taker): Promise<Taken> {
  for (;;) {
    if (await create(path, taker)) return { kind: "taken" };
    const text = await readFile(path, "utf8").catch(() => undefined);
    // Released meanwhile.
    if (text === undefined) continue;
    const holder = parseOwner(text);
    if (holder === undefined) return { kind: "held", by: "unknown" };
    if (!(await isGone(holder, taker.self))) return { kind: "held", by: holder };
    const claim = claimTo(path, holder);
    const claimed = await takeLock(claim, taker);
    if (claimed.kind === "held") return claimed;
    try {
      if ((await readOwner(path))?.token !== holder.token) continue;
      await replace(path, taker.owner);
      return { kind: "taken", from: holder };
    } finally {
      await rm(claim, { force: true });
    }
  }
}

export async function releaseLock(path: string, owner: Owner): Promise<void> {
  // Somebody who was sure that we are gone may have removed it, and another taken it since.
  if ((await readOwner(path))?.token === owner.token) await rm(path, { force: true });
}

async function readOwner(path: string): Promise<Owner | undefined> {
  return parseOwner(await readFile(path, "utf8").catch(() => ""));
}

function claimTo(path: string, { token }: Owner): string {
  return join(dirname(path), `lock-claim-${token}`);
}

/** @returns false where there is one already. */
async function create(path: string, { owner, link = linkFile }: Taker): Promise<boolean> {
  const beside = await writeBeside(path, owner);
  try {
    // Unlike a file that is opened and then written, this one is never seen empty.
    await link(beside, path);
    return true;
  } catch (error) {
    if (hasCode(error, "EEXIST")) return false;
    if (hasCode(error, "ENOENT")) throw error;
    // FAT, as on memory sticks, and some network drives have no links.
    return await createPlainly(path, owner);
  } finally {
    await rm(beside, { force: true });
  }
}

async function createPlainly(path: string, owner: Owner): Promise<boolean> {
  try {
    await writeNew(path, owner);
    return true;
  } catch (error) {
    if (hasCode(error, "EEXIST")) return false;
    throw error;
  }
}

async function replace(path: string, owner: Owner): Promise<void> {
  await rename(await writeBeside(path, owner), path);
}

async function writeBeside(path: string, owner: Owner): Promise<string> {
  const beside = join(dirname(path), `lock-${owner.token}.tmp`);
  await rm(beside, { force: true });
  await writeNew(beside, owner);
  return beside;
}

async function writeNew(path: string, owner: Owner): Promise<void> {
  const file = await open(path, "wx");
  try {
    await file.writeFile(encodeOwner(owner));
  } catch (error) {
    // Half a lock would say that somebody holds it, and not who.
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
}
