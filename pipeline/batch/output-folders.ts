/** Departments and output folders → what forbids writing them, before anything is written. */

import { access, constants, realpath, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Diagnostic } from "../diagnostics/index.ts";
import { disk, displayPath, hasCode, reasonOf } from "../files/index.ts";
import type { DepartmentFolder } from "../find/index.ts";

/** Folders below a department's own that other editions of it take. */
export const editionFolders = ["draft", "public"] as const;

/** Two departments that would share a place, or a place among the source files. */
export async function refuseOutputs(
  departments: readonly DepartmentFolder[],
  out: string,
): Promise<readonly Diagnostic[]> {
  const refusals: Diagnostic[] = [];
  const taken = new Map<string, DepartmentFolder>();
  const sources = new Set(departments.map((one) => one.realPath));
  const found = await stat(out).catch(() => undefined);
  if (found?.isDirectory() === false) refusals.push(notAFolder(out));
  for (const department of departments) {
    const output = displayPath(join(out, department.output));
    const at = { kind: "file", file: department.folder } as const;
    const other = taken.get(keyOf(department.output));
    if (other !== undefined)
      refusals.push({ code: "output-collision", at, args: { other: other.folder, output } });
    if (sources.has(await realpath(output).catch(() => "")))
      refusals.push({ code: "output-in-source", at, args: { output } });
    for (const place of placesOf(department)) if (!taken.has(place)) taken.set(place, department);
  }
  return refusals;
}

function placesOf(department: DepartmentFolder): readonly string[] {
  const below = editionFolders.map((edition) => join(department.output, edition));
  return [department.output, ...below].map(keyOf);
}

// Windows and macOS keep 〈A〉 and 〈a〉, and composed and decomposed letters, in one folder: no output may rely on more.
function keyOf(place: string): string {
  return displayPath(place).normalize("NFC").toLowerCase();
}

/** Rejects if no file can be made in a folder that is there. */
export type Probe = (folder: string) => Promise<void>;

/** Asks the system, which answers by permissions alone: nothing is written. */
export const askPermission: Probe = (folder) => access(folder, constants.W_OK | constants.X_OK);

/**
 * A full disk, a share that is read-only or a quota show only when a file is made. It has one name, so that one which a
 * killed run left goes with the next. Of a folder where only its owner may remove it, it tells that files can be made.
 */
export const makeFile: Probe = async (folder) => {
  await askPermission(folder);
  const path = join(folder, ".huibian-probe.tmp");
  const clear = () => disk.remove(path).catch(() => {});
  await clear();
  try {
    await disk.writeUnflushed(path, [new TextEncoder().encode("x")]);
  } catch (error) {
    // Another run made it, just now or as somebody else: files can be made here.
    if (!hasCode(error, "EEXIST")) throw error;
  } finally {
    await clear();
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
    const { path, isFolder } = await nearestThere(folder);
    if (probed.has(path)) continue;
    probed.add(path);
    const output = displayPath(path);
    const at = { kind: "option", option: "--out" } as const;
    if (!isFolder) refusals.push(notAFolder(output));
    else
      await probe(path).catch((error: unknown) => {
        refusals.push({ code: "output-not-writable", at, args: { output, reason: reasonOf(error) } });
      });
  }
  return refusals;
}

async function nearestThere(path: string): Promise<{ readonly path: string; readonly isFolder: boolean }> {
  const found = await stat(path).catch(() => undefined);
  if (found !== undefined) return { path, isFolder: found.isDirectory() };
  const parent = dirname(path);
  return parent === path ? { path, isFolder: false } : nearestThere(parent);
}

function notAFolder(output: string): Diagnostic {
  return { code: "output-not-a-folder", at: { kind: "option", option: "--out" }, args: { output } };
}
