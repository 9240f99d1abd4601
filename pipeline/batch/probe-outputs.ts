/** Output folders that are to be written → those that cannot be, before anything is. */
import { randomUUID } from "node:crypto";
import { access, constants, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Diagnostic } from "../diagnostics/index.ts";
import { disk, displayPath, reasonOf } from "../files/index.ts";

/** Rejects where no file can be made in a folder that is there. */
export type Probe = (folder: string) => Promise<void>;

/** Asks the system, which answers by permissions alone: nothing is written. */
export const askPermission: Probe = (folder) => access(folder, constants.W_OK | constants.X_OK);

/** A full disk, a share that is read-only or a quota show only when a file is made. */
export const makeFile: Probe = async (folder) => {
  await askPermission(folder);
  const path = join(folder, `.huibian-${randomUUID().slice(0, 8)}.tmp`);
  try {
    await disk.writeUnflushed(path, [new TextEncoder().encode("x")]);
  } finally {
    await disk.remove(path);
  }
};

/** A folder that is not there yet is judged by the nearest one above it that is. */
export async function refuseUnwritable(
  folders: readonly string[],
  probe: Probe,
): Promise<readonly Diagnostic[]> {
  const refusals: Diagnostic[] = [];
  const probed = new Set<string>();
  for (const folder of folders) {
    const standing = await nearestStanding(folder);
    if (probed.has(standing.path)) continue;
    probed.add(standing.path);
    const output = displayPath(standing.path);
    const at = { kind: "option", option: "--out" } as const;
    if (!standing.isFolder) refusals.push({ code: "output-not-a-folder", at, args: { output } });
    else
      await probe(standing.path).catch((error: unknown) => {
        refusals.push({ code: "output-not-writable", at, args: { output, reason: reasonOf(error) } });
      });
  }
  return refusals;
}

async function nearestStanding(path: string): Promise<{ readonly path: string; readonly isFolder: boolean }> {
  const found = await stat(path).catch(() => undefined);
  if (found !== undefined) return { path, isFolder: found.isDirectory() };
  const parent = dirname(path);
  return parent === path ? { path, isFolder: false } : nearestStanding(parent);
}
