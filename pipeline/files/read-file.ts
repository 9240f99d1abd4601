/** A file on disk → its bytes, in bounded time: pipes, devices and what the system makes up are not read. */
import { constants, type Stats } from "node:fs";
import { type FileHandle, open, stat, statfs } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";

const attempts = 3;

/** Long enough for a save to get on with it. */
const pauseMilliseconds = 100;

/** Node reads no larger file at once. */
const mostBytes = 2 ** 31 - 1;

/** What `statfs` says of /proc, whose files say that they are empty, and may never end. */
const procFileSystem = 0x9fa0;

/** @throws if it cannot be read, is no regular file, or has more bytes than `most`. */
export async function readRegular(path: string, most = mostBytes): Promise<Buffer> {
  const { file, size } = await openRegular(path, most);
  try {
    return await readUpTo(file, size);
  } finally {
    await file.close();
  }
}

/** As `readRegular`, of a large file the first bytes. */
export async function readStart(path: string, most: number): Promise<Buffer> {
  const { file, size } = await openRegular(path);
  try {
    return (await readUpTo(file, Math.min(size, most))).subarray(0, most);
  } finally {
    await file.close();
  }
}

/** As `readRegular`, of UTF-8. */
export async function readText(path: string): Promise<string> {
  return (await readRegular(path)).toString("utf8");
}

/** @throws for all but a regular file, with the reason. */
export async function statRegular(path: string | Buffer): Promise<Stats> {
  const found = await stat(path);
  if (found.isDirectory()) throw failed("EISDIR", "is a directory", path);
  if (found.isFIFO()) throw failed("FIFO", "is a pipe", path);
  if (found.isSocket()) throw failed("SOCKET", "is a socket", path);
  if (!found.isFile()) throw failed("DEVICE", "is a device", path);
  return found;
}

/**
 * Half of an export that is just being copied reads like a whole one with fewer projects. So size and time of the file
 * are compared before and after, and if they differ it is read again.
 *
 * @returns undefined if the file keeps changing.
 * @throws if it cannot be read, or is no regular file.
 */
export async function readStable(path: string, readAll = readUpTo): Promise<Uint8Array | undefined> {
  let read: ReadOnce | undefined;
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    if (attempt > 1) await pause(pauseMilliseconds);
    read = await readOnce(path, readAll);
    if (!read.changed && read.whole) return read.bytes;
  }
  if (read?.changed === false) throw notStored(path);
  return undefined;
}

type ReadOnce = {
  readonly bytes: Uint8Array;
  /** As many bytes as the file system said there are. */
  readonly whole: boolean;
  readonly changed: boolean;
};

async function readOnce(path: string, readAll: typeof readUpTo): Promise<ReadOnce> {
  const { file, size, time } = await openRegular(path);
  try {
    const bytes = await readAll(file, size);
    const after = await file.stat({ bigint: true });
    const changed = BigInt(size) !== after.size || time !== after.mtimeNs;
    return { bytes, whole: bytes.length === size, changed };
  } finally {
    await file.close();
  }
}

type OpenedFile = { readonly file: FileHandle; readonly size: number; readonly time: bigint };

/** Looks before it opens, as opening a device may do something; without waiting, in case it is another by then. */
async function openRegular(path: string, most = mostBytes): Promise<OpenedFile> {
  const { size } = await statRegular(path);
  if (size > most) throw failed("EFBIG", "file too large", path);
  if (size === 0 && (await statfs(path)).type === procFileSystem) throw notStored(path);
  // Windows has no such flag, and no pipes among its files.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const found = await file.stat({ bigint: true });
    if (!found.isFile()) throw notStored(path);
    return { file, size: Number(found.size), time: found.mtimeNs };
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** No more than a byte beyond the size, which shows that there is more: it may never end. */
async function readUpTo(file: FileHandle, size: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(size + 1);
  let length = 0;
  while (length <= size) {
    const { bytesRead } = await file.read(buffer, length, size + 1 - length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return buffer.subarray(0, length);
}

function notStored(path: string): Error {
  return failed("UNSTORED", "not a stored file", path);
}

/** In the shape of the system's own answers: those who word them know these codes too. */
function failed(code: string, why: string, path: string | Buffer): Error {
  return Object.assign(new Error(`${code}: ${why}, '${path}'`), { code });
}
