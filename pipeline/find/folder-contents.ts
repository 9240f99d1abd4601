/** What lies in a folder → its files by what their names say: department.json, what may be exports, documents that are not read. */
import { compareNames } from "../files/index.ts";
import { classifyFile, type FileClass, isOurs, withoutEdition } from "./classify-file.ts";
import { type Entry, isFolderEntry } from "./list-folder.ts";

export type FolderContents = {
  /** department.json. */
  readonly own: readonly Entry[];
  /** What may be exports, sorted. */
  readonly exports: readonly Entry[];
  /** Those of them that may hold anything else as well: workbooks, Word files and lists that came back. */
  readonly containers: readonly Entry[];
  /** Documents in an old format. */
  readonly documents: readonly Entry[];
  readonly hasTable: boolean;
  readonly hasJson: boolean;
  /** A build has written something here. */
  readonly hasOutput: boolean;
};

const exportClasses: readonly FileClass[] = ["table", "json", "notes", "workbook"];

/** `lists`: names of the tables that are known to be lists of ours that came back. */
export function contentsOf(entries: readonly Entry[], lists: ReadonlySet<string>): FolderContents {
  const named = filesIn(entries);
  const ofClass = (wanted: FileClass) => named.filter(({ name }) => classifyFile(name) === wanted);
  const own = ofClass("department");
  const others = exportClasses.flatMap(ofClass);
  const hasOutput = named.some(({ name }) => isOurs(name));
  // Beside our own files and nothing else a Word file is a report.
  const words = own.length + others.length === 0 && hasOutput ? [] : ofClass("word");
  const isList = ({ name }: Entry) => lists.has(name);
  return {
    own,
    exports: [...others, ...words].toSorted((one, other) => compareNames(one.name, other.name)),
    containers: [...ofClass("workbook"), ...ofClass("table").filter(isList), ...words],
    documents: ofClass("document"),
    hasTable: !ofClass("table").every(isList),
    hasJson: ofClass("json").length > 0,
    hasOutput,
  };
}

/** All that is no folder, without what a build wrote as part of an edition. */
function filesIn(entries: readonly Entry[]): readonly Entry[] {
  const files = entries.filter((entry) => !isFolderEntry(entry));
  const names = new Set(withoutEdition(files.map(({ name }) => name)));
  return files.filter(({ name }) => names.has(name));
}
