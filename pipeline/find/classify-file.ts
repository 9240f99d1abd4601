/** Names of files and folders → which may be data, are documents, are fonts, or are to be ignored. */
import { readdir } from "node:fs/promises";
import { ignoredListName, listNames, manifestName, recordsName } from "../contracts/index.ts";
import { isArchive } from "../files/index.ts";
import { isRunFile } from "../options/index.ts";

/**
 * department: `department.json`; table, json: an export; notes: .txt or .js, an export or just a note; workbook: a spreadsheet,
 * of whatever kind; word: a Word file, with forms that were filled in or anything else; document: one in an old format, or an
 * archive.
 */
export type FileClass =
  | "department"
  | "table"
  | "json"
  | "notes"
  | "workbook"
  | "word"
  | "document"
  | "ignored";

const ours = new Set<string>([
  ...listNames,
  ignoredListName,
  manifestName,
  ...["changes.md", "changes.json", "rollup.json", "rollup.csv", "rollup.xlsx"],
]);

/** Of an edition as well, but under names that an export may have too. */
const oursBesideManifest = new Set([recordsName, "changes.json"]);

const classOf: ReadonlyMap<string, FileClass> = new Map([
  ["csv", "table"],
  ["tsv", "table"],
  ["txt", "notes"],
  ["json", "json"],
  ["jsonl", "json"],
  ["ndjson", "json"],
  ["jsonp", "json"],
  ["js", "notes"],
  ["xlsx", "workbook"],
  ["xlsm", "workbook"],
  ["xlsb", "workbook"],
  ["xls", "workbook"],
  ["et", "workbook"],
  ["ods", "workbook"],
  ["fods", "workbook"],
  ["mht", "workbook"],
  ["xml", "workbook"],
  ["docx", "word"],
  ["docm", "word"],
  ["wps", "document"],
]);

/** Whether a file of that name is one that a build writes beside its reports. */
export function isOurs(name: string): boolean {
  return ours.has(name.toLowerCase()) || isRunFile(name);
}

/** The files of a folder without those that a build wrote as part of an edition. */
export function withoutEdition(names: readonly string[]): readonly string[] {
  const isOutput = names.some((name) => name.toLowerCase() === manifestName);
  return isOutput ? names.filter((name) => !oursBesideManifest.has(name.toLowerCase())) : names;
}

export function classifyFile(name: string): FileClass {
  const lower = name.toLowerCase();
  // `~$name` is what Word and Excel leave beside an open file.
  if (lower.startsWith(".") || lower.startsWith("~$") || isOurs(lower)) return "ignored";
  if (lower === "department.json") return "department";
  if (isArchive(lower)) return "document";
  const dot = lower.lastIndexOf(".");
  const extension = dot < 0 ? "" : lower.slice(dot + 1);
  return classOf.get(extension) ?? (extension.startsWith("doc") ? "document" : "ignored");
}

/** Whether a name ends as a file's does: `印章.png`, not `民政局` or `2026.预算`. */
export function hasExtension(name: string): boolean {
  return /\.(?=\d*[a-z])[a-z\d]{1,5}$/iu.test(name);
}

/** Whether a folder of that name is looked into. */
export function isSearched(folder: string): boolean {
  return !folder.startsWith(".") && folder !== "node_modules";
}

/** Names of the fonts in a folder, sorted; undefined if it cannot be read. */
export async function listFonts(folder: string): Promise<readonly string[] | undefined> {
  const names = await readdir(folder).catch(() => undefined);
  return names?.filter((name) => /\.(?:ttf|otf|ttc|otc)$/iu.test(name)).toSorted();
}
