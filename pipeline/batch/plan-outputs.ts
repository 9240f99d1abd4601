/** Departments → what forbids writing them: two that would share a place, or a place among the source files. */
import { realpath, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Diagnostic } from "../diagnostics/index.ts";
import { displayPath } from "../files/index.ts";
import type { DepartmentFolder } from "../find/index.ts";

/** Folders below a department's own that other editions of it take. */
export const editionFolders = ["draft", "public"] as const;

/** What is wrong with the plan; nothing may be written while this is not empty. */
export async function refuseOutputs(
  departments: readonly DepartmentFolder[],
  out: string,
): Promise<readonly Diagnostic[]> {
  const refusals: Diagnostic[] = [];
  const taken = new Map<string, DepartmentFolder>();
  const sources = new Set(departments.map((one) => one.realPath));
  if (await isFile(out))
    refusals.push({
      code: "output-not-a-folder",
      at: { kind: "option", option: "--out" },
      args: { output: out },
    });
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

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => !found.isDirectory(),
    () => false,
  );
}
