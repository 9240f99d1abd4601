/**
 * A path → held by one process at a time, which the file there names.
 *
 * Made here and not taken from a library: proper-lockfile, the one that is kept up, marks a folder with nothing in it,
 * so that it cannot say who holds it, and takes it for abandoned when its time stamp is not renewed, as of a run on a
 * laptop that was closed for a minute. Locks of the operating system need a native module and do
 * not reach across network drives.
 */
import { randomUUID } from "node:crypto";
import { lstat, readFile } from "node:fs/promises";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import {
  type Disk,
  disk,
  encodeJson,
  hasCode,
  isRecord,
  parseJson,
  readText,
  reasonOf,
} from "../files/index.ts";

export type Taken =
  /** `from`: it was left by a process that is gone. */
  | { readonly kind: "taken"; readonly from?: Owner }
  | { readonly kind: "held"; readonly by: Owner | UnreadableLock };

/** A lock that does not say whose it is. */
export type UnreadableLock = { readonly unreadable: string };

type Taker = {
  readonly owner: Owner;
  readonly self: RunningProcess;
  readonly on?: Disk;
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
    const holder = await readHolder(path);
    // Released meanwhile.
    if (holder === undefined) continue;
    if ("unreadable" in holder) return { kind: "held", by: holder };
    if (!(await isGone(holder, taker.self))) return { kind: "held", by: holder };
    const claim = claimTo(path, holder);
    const claimed = await takeLock(claim, taker);
    if (claimed.kind === "held") return claimed;
    try {
      if ((await readOwner(path))?.token !== holder.token) continue;
      await replace(path, taker);
      return { kind: "taken", from: holder };
    } finally {
      await (taker.on ?? disk).remove(claim);
    }
  }
}

export async function releaseLock(path: string, owner: Owner): Promise<void> {
  // Somebody who was sure that we are gone may have removed it, and another taken it since.
  if ((await readOwner(path))?.token === owner.token) await disk.remove(path);
}

/** Undefined if there is no lock. */
async function readHolder(path: string): Promise<Owner | UnreadableLock | undefined> {
  try {
    return parseOwner(await readText(path)) ?? { unreadable: "EBADMSG: names no process" };
  } catch (error) {
    if (hasCode(error, "ENOENT") && !(await isLink(path))) return undefined;
    return { unreadable: reasonOf(error) };
  }
}

/** A link that leads nowhere cannot be read, and yet its name is taken. */
function isLink(path: string): Promise<boolean> {
  return lstat(path).then(
    (found) => found.isSymbolicLink(),
    () => false,
  );
}

export async function readOwner(path: string): Promise<Owner | undefined> {
  const holder = await readHolder(path);
  return holder === undefined || "unreadable" in holder ? undefined : holder;
}

function claimTo(path: string, { token }: Owner): string {
  return join(dirname(path), `lock-claim-${token}`);
}

/** @returns false if there is one already. */
async function create(path: string, { owner, on = disk }: Taker): Promise<boolean> {
  const beside = await writeBeside(path, owner, on);
  try {
    // Unlike a file that is opened and then written, this one is never seen empty.
    await on.link(beside, path);
    return true;
  } catch (error) {
    if (hasCode(error, "EEXIST")) return false;
    if (hasCode(error, "ENOENT")) throw error;
    // FAT, as on memory sticks, and some network drives have no links.
    return await createPlainly(path, owner, on);
  } finally {
    await on.remove(beside);
  }
}

async function createPlainly(path: string, owner: Owner, on: Disk): Promise<boolean> {
  try {
    await writeLock(path, owner, on);
    return true;
  } catch (error) {
    if (hasCode(error, "EEXIST")) return false;
    throw error;
  }
}

async function replace(path: string, { owner, on = disk }: Taker): Promise<void> {
  await on.rename(await writeBeside(path, owner, on), path);
}

async function writeBeside(path: string, owner: Owner, on: Disk): Promise<string> {
  const beside = join(dirname(path), `lock-${owner.token}.tmp`);
  await on.remove(beside);
  await writeLock(beside, owner, on);
  return beside;
}

/** Not flushed: after a power cut no process holds anything. */
async function writeLock(path: string, owner: Owner, on: Disk): Promise<void> {
  await on.writeUnflushed(path, [encodeOwner(owner)]);
}

/** The process that we are, seen by the one stage that may look. */
export type RunningProcess = {
  readonly pid: number;
  /** As typed, for whoever meets our lock. */
  readonly command: string;
  /** Whether a process of that number is running on this machine. */
  readonly isRunning: (pid: number) => boolean;
};

export type Owner = {
  readonly pid: number;
  readonly host: string;
  /** When the process was started, as the system counts it: numbers of processes come round again. */
  readonly start?: string;
  readonly command: string;
  /** ISO 8601 */
  readonly since: string;
  /** Of this one lock. */
  readonly token: string;
  /** Holds it only to settle what a dead run has left, which takes a moment. */
  readonly brief?: true;
};

export async function describeOwner({ pid, command }: RunningProcess, since: Date): Promise<Owner> {
  const start = await startOf(pid);
  return { pid, host: hostname(), command, since: since.toISOString(), token: randomUUID(), start };
}

export function encodeOwner(owner: Owner): Uint8Array {
  return encodeJson(owner);
}

function parseOwner(text: string): Owner | undefined {
  const value = parseJson(text);
  return isOwner(value) ? value : undefined;
}

/** Only what is certain: of another machine's processes nothing is. */
export async function isGone(owner: Owner, self: RunningProcess): Promise<boolean> {
  if (owner.host !== hostname()) return false;
  if (!self.isRunning(owner.pid)) return true;
  const start = await startOf(owner.pid);
  return owner.start !== undefined && start !== undefined && owner.start !== start;
}

/** If the system says so, as Linux does: the boot, and the clock ticks from it to the start of the process. */
async function startOf(pid: number): Promise<string | undefined> {
  const [boot, stat] = await Promise.all(
    ["/proc/sys/kernel/random/boot_id", `/proc/${pid}/stat`].map((path) =>
      readFile(path, "utf8").catch(() => ""),
    ),
  );
  // The second field is the program's name in brackets and may hold spaces; the start is the 22nd.
  const ticks = stat?.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
  return ticks === undefined ? undefined : `${boot?.trim()} ${ticks}`;
}

function isOwner(value: unknown): value is Owner {
  return (
    isRecord(value) &&
    typeof value.pid === "number" &&
    [value.host, value.command, value.since, value.token].every((text) => typeof text === "string") &&
    /^[\w-]+$/u.test(String(value.token)) &&
    (value.start === undefined || typeof value.start === "string") &&
    (value.brief === undefined || value.brief === true)
  );
}
