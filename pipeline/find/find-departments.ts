/** Folders on the command line → the departments in and below them, each with its place below the output folder. */
import { readdir, realpath, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import type { Diagnostic, Report } from "../diagnostics/index.ts";
import { compareNames, displayPath, hasCode, reasonOf } from "../files/index.ts";
import { classifyFile, type FileClass, hasExtension, isOurs, withoutEdition } from "./classify-file.ts";
import { type Entry, listFolder, type Unreadable } from "./list-folder.ts";

export type DepartmentFolder = {
  /** As people see it: the folder they gave, and the way down from there; always with `/`. */
  readonly folder: string;
  /** Place below the output folder, with `/`. */
  readonly output: string;
  readonly realPath: string;
  readonly departmentFile?: string;
  /** Names of what may be exports, sorted. */
  readonly files: readonly string[];
  /** Names of documents in an old format (.doc, .wps), which are not read. */
  readonly unread: readonly string[];
  /** What cannot be looked at, and may hold data: nothing is published without it. */
  readonly unreadable: readonly UnreadableData[];
};

export type UnreadableData = {
  /** "" for the folder itself. */
  readonly name: string;
  readonly problem: Diagnostic;
};

export type Search = {
  readonly departments: readonly DepartmentFolder[];
  /** What stops the run before anything is written. */
  readonly refusals: readonly Diagnostic[];
};

export type SearchOptions = {
  /** Not searched: what we wrote ourselves is no input. */
  readonly out?: string;
  readonly report: Report;
  /**
   * Whether a workbook holds projects, or cannot be read and may do so. Asked only where names leave open whose folder
   * it lies in: above other folders, and among the attachments of a department.
   */
  readonly holdsProjects: (path: string) => Promise<boolean>;
};

/**
 * Finds every department in and below the folders. A folder without any data below a container is returned too, as
 * a department with nothing to read, so that an export somebody forgot is seen; findings go to `report`.
 */
export async function findDepartments(folders: readonly string[], options: SearchOptions): Promise<Search> {
  const refusals: Diagnostic[] = [];
  const refuse: Report = (refusal) => refusals.push(refusal);
  const found: DepartmentFolder[] = [];
  for (const folder of folders) {
    const missing = await whyNoFolder(folder);
    if (missing !== undefined) refusals.push(missing);
    else found.push(...(await searchBelow(folder, { ...options, refuse })));
  }
  const departments = withoutRepeats(found);
  const empty = departments.every((one) => isBlank(one));
  if (refusals.length === 0 && empty) refusals.push(noDepartment(folders));
  return { departments, refusals };
}

async function whyNoFolder(folder: string): Promise<Diagnostic | undefined> {
  try {
    if ((await stat(folder)).isDirectory()) return undefined;
    return fileInstead(folder, folder);
  } catch (error) {
    if (hasCode(error, "ENOENT", "ENOTDIR")) return folderNotFound(folder);
    const args = { reason: reasonOf(error) };
    return { code: "folder-unreadable", at: { kind: "option", option: folder }, args };
  }
}

/** What is wrong with a folder that an option names if it is a file. */
export async function fileInstead(path: string, option: string): Promise<Diagnostic | undefined> {
  const isFile = await stat(path).then(
    (found) => !found.isDirectory(),
    () => false,
  );
  if (!isFile) return undefined;
  const args = { path: displayPath(path), parent: displayPath(dirname(path)) };
  return { code: "not-a-folder", at: { kind: "option", option }, args };
}

type Visit = {
  /** From the folder given, "" for itself. */
  readonly way: string;
  /** Lies in a folder that has data itself: an attachments folder there is nobody's missing export. */
  readonly inside: boolean;
};

type Walk = {
  readonly root: string;
  /** The output folder, links followed. */
  readonly out: string | undefined;
  readonly report: Report;
  readonly refuse: Report;
  readonly holdsProjects: SearchOptions["holdsProjects"];
  readonly seen: Set<string>;
};

async function searchBelow(
  root: string,
  { out, ...tools }: SearchOptions & Pick<Walk, "refuse">,
): Promise<readonly DepartmentFolder[]> {
  const place = out === undefined ? undefined : await realpath(out).catch(() => resolve(out));
  const walk: Walk = { root, out: place, ...tools, seen: new Set() };
  const found = await visit(walk, { way: "", inside: false });
  // The folder given is a department itself: it goes by its own name, and what lies below it stays below.
  const own = found.some((one) => one.output === "");
  const name = basename(resolve(root));
  return found.map((one) => ({ ...one, output: own ? join(name, one.output) : one.output })).map(slashed);
}

async function visit(walk: Walk, { way, inside }: Visit): Promise<readonly DepartmentFolder[]> {
  const path = join(walk.root, way);
  const listing = await listFolder(path).catch(reasonOf);
  if (typeof listing === "string") return [lost(path, way, { reason: listing })];
  const { realPath, entries } = listing;
  // A link that leads back up would never end.
  if (walk.seen.has(realPath)) return [];
  walk.seen.add(realPath);
  if (realPath === walk.out) {
    // Whatever lies in the output folder is not read: data there would be passed over without a word.
    const file = await findData(path);
    if (file !== undefined) walk.refuse(outputHoldsData(path, file));
    return [];
  }
  const named = filesIn(entries);
  const ofClass = (wanted: FileClass) => named.filter(({ name }) => classifyFile(name) === wanted);
  const own = ofClass("department");
  const others = exportClasses.flatMap(ofClass);
  // Beside our own files and nothing else a Word file is a report.
  const words =
    own.length + others.length === 0 && named.some(({ name }) => isOurs(name)) ? [] : ofClass("word");
  const exports = [...others, ...words].toSorted(byName);
  const containers = [...ofClass("workbook"), ...words];
  const settled = own.length + ofClass("table").length > 0;
  const asked = containers.length > 0 && !settled && (inside || entries.some(isSearchedFolder));
  const holds = asked && (await holdProjects(containers));
  const hasData = exports.length - (asked && !holds ? containers.length : 0) + own.length > 0;
  // What an earlier build has written is no department, wherever it was written to.
  if (!hasData && named.some(({ name }) => isOurs(name))) {
    const file = await findData(path);
    if (file !== undefined) walk.report(passedOver(path, file));
    return [];
  }
  const below: DepartmentFolder[] = [];
  for (const entry of entries) {
    const next = { way: join(way, entry.name), inside: inside || hasData };
    if (entry.kind === "folder" && isSearched(entry.name)) below.push(...(await visit(walk, next)));
    if (entry.kind !== "unreadable" || isPassedOver(entry.name)) continue;
    const lies = join(path, entry.name);
    if (mayBeDepartment(entry, next)) below.push(lost(lies, next.way, entry));
    else if (!exports.includes(entry) && !own.includes(entry)) walk.report(notLookedAt(lies, entry));
  }
  const unread = namesOf(ofClass("document"));
  const leaf = below.length === 0;
  const isDepartment =
    settled ||
    holds ||
    (leaf && ofClass("json").length > 0) ||
    (leaf && !inside && (hasData || unread.length > 0 || !entries.some(isSearchedFolder)));
  if (isDepartment) {
    const [departmentFile] = namesOf(own);
    const unreadable = [...own, ...exports].flatMap(unreadableData);
    const files = namesOf(exports);
    return [{ folder: path, output: way, realPath, departmentFile, files, unread, unreadable }, ...below];
  }
  for (const { name } of [...exports, ...ofClass("document")])
    if (!inside) walk.report(outsideDepartment(join(path, name)));
  return below;

  async function holdProjects(some: readonly Entry[]): Promise<boolean> {
    for (const { name, kind } of some)
      if (kind === "unreadable" || (await walk.holdsProjects(join(path, name)))) return true;
    return false;
  }
}

const exportClasses: readonly FileClass[] = ["table", "json", "notes", "workbook"];

/** All that is no folder, without what a build wrote as part of an edition. */
function filesIn(entries: readonly Entry[]): readonly Entry[] {
  const files = entries.filter((entry) => !isFolderEntry(entry));
  const names = new Set(withoutEdition(files.map(({ name }) => name)));
  return files.filter(({ name }) => names.has(name));
}

function isFolderEntry(entry: Entry): boolean {
  return entry.kind === "folder" || (entry.kind === "unreadable" && entry.is === "folder");
}

function isSearchedFolder(entry: Entry): boolean {
  return isFolderEntry(entry) && isSearched(entry.name);
}

function byName(one: Entry, other: Entry): number {
  return compareNames(one.name, other.name);
}

/** Of those that can be read. */
function namesOf(entries: readonly Entry[]): readonly string[] {
  return entries.filter(({ kind }) => kind === "file").map(({ name }) => name);
}

/** A folder, or a link to who knows what that is named like one; beside data that may as well lead to an attachment. */
function mayBeDepartment({ name, is }: Unreadable, { inside }: Visit): boolean {
  return is === "folder" || (is === "unknown" && !inside && !hasExtension(name));
}

function isPassedOver(name: string): boolean {
  return !isSearched(name) || name.startsWith("~$") || isOurs(name);
}

function unreadableData(entry: Entry): readonly UnreadableData[] {
  if (entry.kind !== "unreadable") return [];
  const { name, reason, found } = entry;
  const at = { kind: "file", file: name } as const;
  return [{ name, problem: { code: "file-unreadable", at, found, args: { reason } } }];
}

/** A department of which nothing is known but its place. */
function lost(
  path: string,
  output: string,
  { reason, found }: Pick<Unreadable, "reason" | "found">,
): DepartmentFolder {
  const at = { kind: "file", file: displayPath(path) } as const;
  const problem = { code: "folder-unreadable", at, found, args: { reason } } as const;
  const unreadable = [{ name: "", problem }];
  return { folder: path, output, realPath: resolve(path), files: [], unread: [], unreadable };
}

/** The first file in or below a folder that only an export can be; a build writes none of these. */
async function findData(path: string): Promise<string | undefined> {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
  const named = entries.toSorted((one, other) => compareNames(one.name, other.name));
  const files = named.filter((entry) => !entry.isDirectory()).map(({ name }) => name);
  const isOutput = files.some(isOurs);
  const data = files.find((name) => {
    const what = classifyFile(name);
    // Beside our own files lies other JSON of ours, such as the joined record of all shards.
    return what === "department" || what === "table" || what === "workbook" || (what === "json" && !isOutput);
  });
  if (data !== undefined) return join(path, data);
  for (const entry of named) {
    if (!entry.isDirectory() || !isSearched(entry.name)) continue;
    const below = await findData(join(path, entry.name));
    if (below !== undefined) return below;
  }
  return undefined;
}

function isSearched(folder: string): boolean {
  return !folder.startsWith(".") && folder !== "node_modules";
}

function isBlank(one: DepartmentFolder): boolean {
  const { departmentFile, files, unread, unreadable } = one;
  return departmentFile === undefined && files.length + unread.length + unreadable.length === 0;
}

function withoutRepeats(found: readonly DepartmentFolder[]): readonly DepartmentFolder[] {
  const first = new Map<string, DepartmentFolder>();
  for (const one of found) if (!first.has(one.realPath)) first.set(one.realPath, one);
  return [...first.values()];
}

function slashed(one: DepartmentFolder): DepartmentFolder {
  return { ...one, folder: displayPath(one.folder), output: displayPath(one.output) };
}

function folderNotFound(folder: string): Diagnostic {
  return { code: "folder-not-found", at: { kind: "option", option: folder }, args: { folder } };
}

function noDepartment(folders: readonly string[]): Diagnostic {
  const option = folders.join(" ");
  return { code: "no-department-found", at: { kind: "option", option }, args: { folders: option } };
}

function outsideDepartment(path: string): Diagnostic {
  return { code: "file-outside-department", at: { kind: "file", file: displayPath(path) }, args: {} };
}

function outputHoldsData(folder: string, file: string): Diagnostic {
  const args = { output: displayPath(folder), file: displayPath(file) };
  return { code: "output-holds-data", at: { kind: "option", option: "--out" }, args };
}

function passedOver(folder: string, file: string): Diagnostic {
  const at = { kind: "file", file: displayPath(folder) } as const;
  return { code: "folder-passed-over", at, args: { file: displayPath(file) } };
}

function notLookedAt(path: string, { reason, found }: Unreadable): Diagnostic {
  return {
    code: "file-not-looked-at",
    at: { kind: "file", file: displayPath(path) },
    found,
    args: { reason },
  };
}
