/** Folders → the departments in and below them; where names leave it open, workbooks are looked into. */
import { evidenceInFile } from "../department/index.ts";
import { readRegular } from "../files/index.ts";
import { findDepartments, type Search, type SearchOptions } from "../find/index.ts";
import { openSource, startOpener } from "./open-source.ts";

export type Searching = Omit<SearchOptions, "evidenceIn"> & {
  /** What workbooks may hold, and cost, as given to `--limits`. */
  readonly limits: string | undefined;
};

export async function searchDepartments(
  folders: readonly string[],
  { limits, ...options }: Searching,
): Promise<Search> {
  const workbooks = startOpener(limits);
  const evidenceIn: SearchOptions["evidenceIn"] = async (path) => {
    const bytes = await readRegular(path).catch(() => undefined);
    return bytes === undefined
      ? "projects"
      : evidenceInFile(await openSource({ name: path, bytes }, workbooks));
  };
  try {
    return await findDepartments(folders, { ...options, evidenceIn });
  } finally {
    workbooks.close();
  }
}
