/** The steps of writing that can fail: every write passes through them, so that a test can stop at any. */
import { link, mkdir, open, rename, rm, rmdir, stat, utimes } from "node:fs/promises";
import { dirname } from "node:path";

/** To be written: `name` may lead into a folder below, with `/`. */
export type NewFile = { readonly name: string; readonly bytes: Uint8Array };

export type Disk = {
  /** With the folders above it; rejects if the path is a file. */
  readonly mkdir: (path: string) => Promise<void>;
  /** Writes a new file, whole or not at all, and flushes it to the disk. */
  readonly write: (path: string, bytes: Uint8Array) => Promise<void>;
  /** For what may be lost in a power cut, such as a cache: a new file that is not flushed. */
  readonly writeUnflushed: (path: string, pieces: readonly Uint8Array[]) => Promise<void>;
  readonly rename: (from: string, to: string) => Promise<void>;
  /** Gives a file a second name; rejects with EEXIST if that is taken. */
  readonly link: (from: string, to: string) => Promise<void>;
  /** Not an error if the file does not exist. */
  readonly remove: (path: string) => Promise<void>;
  readonly removeFolder: (path: string) => Promise<void>;
  /** Rejects if something is in it. */
  readonly removeEmptyFolder: (path: string) => Promise<void>;
  /** Marks a file as used at that time. */
  readonly touch: (path: string, time: Date) => Promise<void>;
  /** Rejects with EBUSY or EPERM if another program holds the file, as Word does on Windows; with EISDIR for a folder. */
  readonly probe: (path: string) => Promise<void>;
  readonly flushFolder: (path: string) => Promise<void>;
};

export const disk: Disk = {
  mkdir: makeFolder,
  write: async (path, bytes) => writeNew(path, [bytes], { flush: true }),
  writeUnflushed: async (path, pieces) => writeNew(path, pieces, { flush: false }),
  rename,
  link,
  remove: (path) => rm(path, { force: true }),
  removeFolder: (path) => rm(path, { force: true, recursive: true }),
  removeEmptyFolder: (path) => rmdir(path),
  touch: (path, time) => utimes(path, time, time),
  probe: async (path) => (await open(path, "r+")).close(),
  flushFolder: async (path) => {
    // Windows cannot open a folder; there a rename is as safe as it gets.
    const folder = await open(path, "r").catch(() => undefined);
    await folder?.sync().finally(() => folder.close());
  },
};

async function writeNew(
  path: string,
  pieces: readonly Uint8Array[],
  { flush }: { readonly flush: boolean },
): Promise<void> {
  const file = await open(path, "wx");
  try {
    const { bytesWritten } = await file.writev(pieces);
    const all = pieces.reduce((sum, { length }) => sum + length, 0);
    // A disk that fills up takes what it has room for; only the next write says why.
    if (bytesWritten < all) await file.writeFile(Buffer.concat(pieces).subarray(bytesWritten));
    if (flush) await file.sync();
    await file.close();
  } catch (error) {
    await file.close().catch(() => undefined);
    // Half a file is of no use, and half a lock would say that the folder is held, but not by whom.
    await rm(path, { force: true }).catch(() => undefined);
    throw error;
  }
}

// Node's own `recursive` never returns if the system answers ENOENT although the parent exists, as in /proc.
async function makeFolder(path: string): Promise<void> {
  const parent = dirname(path);
  try {
    await mkdir(path).catch(async (error: unknown) => {
      if (!hasCode(error, "ENOENT") || parent === path) throw error;
      // Departments are written side by side: another may have made the parent meanwhile.
      if (!(await isFolder(parent))) await makeFolder(parent);
      await mkdir(path);
    });
  } catch (error) {
    if (!(await isFolder(path))) throw error;
    return;
  }
  // Each new folder, not only the outermost: a power cut would take those below with all that is in them.
  await disk.flushFolder(parent);
}

/** Makes the file the new one, whole, or leaves the old one. `beside`: a name in the same folder for use meanwhile. */
export async function replaceFile(
  path: string,
  bytes: Uint8Array,
  { beside, on = disk }: { readonly beside: string; readonly on?: Disk },
): Promise<void> {
  try {
    await on.write(beside, bytes);
    await on.rename(beside, path);
  } catch (error) {
    await on.remove(beside).catch(() => undefined);
    throw error;
  }
  await on.flushFolder(dirname(path));
}

export async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/** Whether another program has the file open and so keeps it from being replaced. */
export function isHeld(error: unknown): boolean {
  return hasCode(error, "EBUSY", "EPERM");
}

export function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && "code" in error && codes.some((code) => code === error.code);
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
