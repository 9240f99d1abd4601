/** The last run's record and the departments found now → reports in the output folder whose data are gone. */
import type { RunRecord } from "../contracts/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import { displayPath, isFolder } from "../files/index.ts";
import type { DepartmentFolder } from "../find/index.ts";

export type LeftOptions = {
  /** The folders that are searched now: of others nothing is known. */
  readonly folders: readonly string[];
  readonly departments: readonly DepartmentFolder[];
};

/** Those that the record lists, of the same folders; they are named and stay. */
export async function findLeftReports(
  { options, departments: listed }: RunRecord,
  { folders, departments }: LeftOptions,
): Promise<readonly Diagnostic[]> {
  if (options.folders.join("\n") !== folders.map(displayPath).join("\n")) return [];
  const found = new Set(departments.map(({ folder }) => folder));
  const left: Diagnostic[] = [];
  for (const { folder, output, files } of listed) {
    if (found.has(folder) || output === undefined || files.length === 0 || !(await isFolder(output)))
      continue;
    left.push({ code: "report-without-data", at: { kind: "file", file: output }, args: { folder, output } });
  }
  return left;
}
