/** Folders → the departments in and below them; where names leave it open, workbooks are looked into. */
import { evidenceInFile } from "../department/index.ts";
import type { Diagnostic, Report } from "../diagnostics/index.ts";
import { displayPath, readRegular } from "../files/index.ts";
import { findDepartments, type Search, type SearchOptions } from "../find/index.ts";
import { refusalBySize, startOpener } from "./open-source.ts";

export type Searching = Omit<SearchOptions, "evidenceIn" | "onAttachment"> & {
  /** What workbooks may hold, and cost, as given to `--limits`. */
  readonly limits: string | undefined;
};

export async function searchDepartments(
  folders: readonly string[],
  { limits, report, ...options }: Searching,
): Promise<Search> {
  const opener = startOpener(limits);
  const lists = new Map<string, Diagnostic>();
  const evidenceIn: SearchOptions["evidenceIn"] = async (path) => {
    // One that is too large is refused by name where the department is read.
    const refusal = await refusalBySize({ path, name: path }, limits).catch(() => undefined);
    const bytes = refusal === undefined ? await readRegular(path).catch(() => undefined) : undefined;
    if (bytes === undefined) return "projects";
    const opened = await opener.open({ name: path, bytes });
    return evidenceInFile(opened, (found) => {
      const file = displayPath(path);
      if (found.code === "feedback-not-a-source") lists.set(file, { ...found, at: { kind: "file", file } });
    });
  };
  // A list that came back and lies above the departments is used, and so is one among the attachments of one.
  const reportFound: Report = (problem) => {
    const { code, at } = problem;
    const list = code === "file-outside-department" && at.kind === "file" ? lists.get(at.file) : undefined;
    report(list ?? problem);
  };
  const onAttachment = (path: string) => {
    const list = lists.get(displayPath(path));
    if (list !== undefined) report(list);
  };
  try {
    return await findDepartments(folders, { ...options, report: reportFound, evidenceIn, onAttachment });
  } finally {
    opener.close();
  }
}
