/** The steps of writing that can fail: what is written passes through them, so that a test can stop at any. */
import { mkdir, open, rename, rm, rmdir } from "node:fs/promises";
import { dirname } from "node:path";
import { isFolder } from "../find/find-departments.ts";

export type Disk = {
  readonly mkdir: (path: string) => Promise<unknown>;
  /** Writes a new file and flushes it to the disk. */
  readonly write: (path: string, bytes: Uint8Array) => Promise<void>;
  readonly rename: (from: string, to: string) => Promise<void>;
  /** No error where it is not there. */
  readonly remove: (path: string) => Promise<void>;
  readonly removeFolder: (path: string) => Promise<void>;
  /** Rejects where something is in it. */
  readonly removeEmptyFolder: (path: string) => Promise<void>;
  /** Rejects with EBUSY or EPERM where another program holds the file, as Word does on Windows; with EISDIR for a folder. */
  readonly probe: (path: string) => Promise<void>;
  readonly flushFolder: (path: string) => Promise<void>;
};

export const disk: Disk = {
  mkdir: makeFolder,
  write: async (path, bytes) => {
    const file = await open(path, "wx");
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
  },
  rename: (from, to) => rename(from, to),
  remove: (path) => rm(path, { force: true }),
  removeFolder: (path) => rm(path, { force: true, recursive: true }),
  removeEmptyFolder: (path) => rmdir(path),
  probe: async (path) => (await open(path, "r+")).close(),
  flushFolder,
};

async function flushFolder(path: string): Promise<void> {
  // Windows cannot open a folder; there a rename is as safe as it gets.
  const folder = await open(path, "r").catch(() => undefined);
  await folder?.sync().finally(() => folder.close());
}

// Node's own `recursive` never returns where the system answers ENOENT although the parent is there, as in /proc.
async function makeFolder(path: string): Promise<void> {
  const parent = dirname(path);
  try {
    await mkdir(path);
    await flushFolder(parent);
  } catch (error) {
    if (hasCode(error, "ENOENT") && parent !== path) {
      // Departments are written side by side: another may have made the parent meanwhile, or make this folder now.
      if (!(await isFolder(parent))) await makeFolder(parent);
      await mkdir(path).catch(() => undefined);
    }
    if (!(await isFolder(path))) throw error;
  }
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
