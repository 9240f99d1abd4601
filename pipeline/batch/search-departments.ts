/** Folders → the departments in and below them; where names leave it open, workbooks are looked into. */
import { feedbackMark } from "../contracts/index.ts";
import { evidenceInFile } from "../department/index.ts";
import type { Diagnostic, Report } from "../diagnostics/index.ts";
import { displayPath, readRegular, readStart } from "../files/index.ts";
import { findDepartments, type Search, type SearchOptions } from "../find/index.ts";
import { decodeText } from "../read/index.ts";
import { refusalBySize, type SourceOpener } from "./open-source.ts";

export type Searching = Omit<SearchOptions, "evidenceIn" | "isReturnedList" | "onAttachment"> & {
  /** Keeps what it opened here for the reading that follows. */
  readonly opener: SourceOpener;
};

export async function searchDepartments(
  folders: readonly string[],
  { opener, report, ...options }: Searching,
): Promise<Search> {
  const lists = new Map<string, Diagnostic>();
  const evidenceIn: SearchOptions["evidenceIn"] = async (path) => {
    // One that is too large is refused by name where the department is read.
    const refusal = await refusalBySize({ path, name: path }, opener.limits).catch(() => undefined);
    const bytes = refusal === undefined ? await readRegular(path).catch(() => undefined) : undefined;
    if (bytes === undefined) return "projects";
    const opened = await opener.peek({ name: path, bytes });
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
  const asking = { evidenceIn, isReturnedList, onAttachment };
  return findDepartments(folders, { ...options, ...asking, report: reportFound });
}

/** The header of its hidden column is in one of its first lines. */
const startBytes = 2 ** 16;

/** By its beginning: a table is read whole where its department is. */
async function isReturnedList(path: string): Promise<boolean> {
  const start = await readStart(path, startBytes).catch(() => new Uint8Array());
  return decodeText(start).text.includes(feedbackMark);
}
