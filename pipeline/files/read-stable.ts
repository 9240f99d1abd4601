/** A file on disk → its bytes at one moment; undefined if it keeps changing. */
import { type FileHandle, open } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";

const attempts = 3;

/** Long enough for a save to get on with it. */
const pauseMilliseconds = 100;

/**
 * Half of an export that is just being copied reads like a whole one with fewer projects. So size and time of the file
 * are compared before and after, and if they differ it is read again.
 *
 * @throws if the file cannot be read.
 */
export async function readStable(
  path: string,
  readAll: (file: FileHandle) => Promise<Buffer> = (file) => file.readFile(),
): Promise<Uint8Array | undefined> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    if (attempt > 1) await pause(pauseMilliseconds);
    const bytes = await readOnce(path, readAll);
    if (bytes !== undefined) return bytes;
  }
  return undefined;
}

async function readOnce(
  path: string,
  readAll: (file: FileHandle) => Promise<Buffer>,
): Promise<Uint8Array | undefined> {
  const file = await open(path);
  try {
    const before = await file.stat({ bigint: true });
    const bytes = await readAll(file);
    const after = await file.stat({ bigint: true });
    return before.size === after.size && before.mtimeNs === after.mtimeNs ? bytes : undefined;
  } finally {
    await file.close();
  }
}
