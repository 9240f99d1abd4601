/** A process ↔ what its lock says of it, and whether it is still there. */
import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { hostname } from "node:os";
import { isRecord, parseJson } from "../files/is-record.ts";
import { encodeJson } from "../lists/findings-json.ts";

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
  const about = { pid, host: hostname(), command, since: since.toISOString(), token: randomUUID() };
  return start === undefined ? about : { ...about, start };
}

export function encodeOwner(owner: Owner): Uint8Array {
  return encodeJson(owner);
}

export function parseOwner(text: string): Owner | undefined {
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

/** Where the system tells, as Linux does: the boot, and the clock ticks from it to the start of the process. */
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
