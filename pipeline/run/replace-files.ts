/** Bytes → files on disk, each whole at every moment: written beside, flushed, renamed over the old one. */
import { randomUUID } from "node:crypto";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Diagnostic, Report } from "../diagnostics/index.ts";
import { displayPath } from "./display-path.ts";
import { isFolder } from "./find-departments.ts";

export type NewFile = { readonly name: string; readonly bytes: Uint8Array };

/** The steps that can fail, so that a test can make each of them fail. */
export type Disk = {
  readonly mkdir: (path: string) => Promise<unknown>;
  /** Writes a new file and flushes it to the disk. */
  readonly write: (path: string, bytes: Uint8Array) => Promise<void>;
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly remove: (path: string) => Promise<void>;
  /** Rejects with EBUSY or EPERM where another program holds the file, as Word does on Windows. */
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
  probe: async (path) => (await open(path, "r+")).close(),
  flushFolder: async (path) => {
    const folder = await open(path, "r");
    await folder.sync().finally(() => folder.close());
  },
};

/**
 * Replaces a set of files in one folder. Nothing is renamed before all of them are whole on the disk and none of the
 * old ones is found open elsewhere. Each file is the old or the new one, whole, at every moment; where a rename fails
 * after others were done, the set is mixed until the next run.
 *
 * @returns whether all were replaced; where not, `report` has said why.
 */
export async function replaceFiles(
  folder: string,
  files: readonly NewFile[],
  { report, on = disk }: { readonly report: Report; readonly on?: Disk },
): Promise<boolean> {
  const pending = files.map((file) => ({
    ...file,
    target: join(folder, file.name),
    beside: join(folder, `.huibian-${randomUUID().slice(0, 8)}.tmp`),
  }));
  let current = folder;
  try {
    await on.mkdir(folder);
    for (const file of pending) {
      current = file.target;
      await refuseHeld(file.target, on);
      await on.write(file.beside, file.bytes);
    }
    for (const file of pending) {
      current = file.target;
      await on.rename(file.beside, file.target);
    }
    // Windows cannot open a folder; there a rename is as safe as it gets.
    await on.flushFolder(folder).catch(() => undefined);
    return true;
  } catch (error) {
    await Promise.all(pending.map((file) => on.remove(file.beside).catch(() => undefined)));
    report(failureOf(current, error));
    return false;
  }
}

// Node's own `recursive` never returns where the system answers ENOENT although the parent is there, as in /proc.
async function makeFolder(path: string): Promise<void> {
  const parent = dirname(path);
  try {
    await mkdir(path);
  } catch (error) {
    if (hasCode(error, "ENOENT") && parent !== path) {
      // Departments are written side by side: another may have made the parent meanwhile, or make this folder now.
      if (!(await isFolder(parent))) await makeFolder(parent);
      await mkdir(path).catch(() => undefined);
    }
    if (!(await isFolder(path))) throw error;
  }
}

/** Rejects only where the file is in use: one that may not be written can still be replaced by a rename. */
async function refuseHeld(target: string, on: Disk): Promise<void> {
  await on.probe(target).catch((error: unknown) => {
    if (isHeld(error)) throw error;
  });
}

function failureOf(target: string, error: unknown): Diagnostic {
  const file = displayPath(target);
  const at = { kind: "file", file } as const;
  if (isHeld(error)) return { code: "output-locked", at, args: { file } };
  const reason = error instanceof Error ? error.message : String(error);
  return { code: "output-not-written", at, args: { file, reason } };
}

function isHeld(error: unknown): boolean {
  return hasCode(error, "EBUSY", "EPERM");
}

function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && "code" in error && codes.some((code) => code === error.code);
}
