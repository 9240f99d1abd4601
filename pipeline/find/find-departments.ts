/** Folders on the command line → the departments in and below them, each with its place below the output folder. */
import { stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import type { Diagnostic, Report } from "../diagnostics/index.ts";
import { compareNames, displayPath, hasCode, reasonOf } from "../files/index.ts";
import { classifyFile, hasExtension, isOurs, isSearched } from "./classify-file.ts";
import { findData } from "./find-data.ts";
import { contentsOf } from "./folder-contents.ts";
import { createLinks, type Links, linkNotFollowed, realPathOf } from "./links.ts";
import { type Entry, isFolderEntry, listFolder, type Unreadable } from "./list-folder.ts";

export type DepartmentFolder = {
  /** As people see it: the folder they gave, and the way down from there; always with `/`. */
  readonly folder: string;
  /** Place below the output folder, with `/`. */
  readonly output: string;
  readonly realPath: string;
  readonly departmentFile?: string;
} & FolderFiles;

/** What of a folder may be data. Names are paths from it, with `/`: a department has files in folders below it too. */
type FolderFiles = {
  /** Names of what may be exports, sorted; those of the folder itself come before those of folders below it. */
  readonly files: readonly string[];
  /** Names of documents in an old format (.doc, .wps), which are not read. */
  readonly unread: readonly string[];
  /** What cannot be looked at, and may hold data: nothing is published without it. */
  readonly unreadable: readonly UnreadableData[];
};

export type UnreadableData = {
  /** As in `FolderFiles`; "" for the folder itself. */
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
   * What a workbook or Word file holds: `list` is something that may be an export, though nothing in it is known. Asked
   * only if nothing else says that its folder is a department's. Above other folders, and among the attachments of a
   * department, projects alone make it one; elsewhere a list does, as a department would otherwise be missed.
   */
  readonly evidenceIn: (path: string) => Promise<Evidence>;
  /** Whether a table is a list of ours that came back, and so makes its folder no department. */
  readonly isReturnedList?: (path: string) => Promise<boolean>;
  /** Called with each file among the attachments of a department that makes none of its folder. */
  readonly onAttachment?: (path: string) => void;
};

type Evidence = "projects" | "list" | "none";

/**
 * Finds every department in and below the folders. A folder without any data below a container is returned too, as
 * a department with nothing to read, so that an export somebody forgot is seen; findings go to `report`.
 */
export async function findDepartments(folders: readonly string[], options: SearchOptions): Promise<Search> {
  const refusals: Diagnostic[] = [];
  const refuse: Report = (refusal) => refusals.push(refusal);
  const found: DepartmentFolder[] = [];
  const out = options.out === undefined ? undefined : await realPathOf(options.out);
  const links = await createLinks(folders, out);
  for (const folder of folders) {
    const missing = await whyNoFolder(folder);
    if (missing !== undefined) refusals.push(missing);
    else found.push(...(await searchBelow({ ...options, root: folder, out, refuse, links })));
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
  /** From the folder above that holds department.json, whose files these are unless the folder has one itself. */
  readonly fromOwner?: string;
  /** A link leads to it, or to a folder above it. */
  readonly isLinked: boolean;
};

type Found = {
  readonly departments: readonly DepartmentFolder[];
  /** What belongs to the department above. */
  readonly owned: FolderFiles;
};

const nothing: FolderFiles = { files: [], unread: [], unreadable: [] };

type Walk = {
  readonly root: string;
  /** The output folder, links followed. */
  readonly out: string | undefined;
  readonly report: Report;
  readonly refuse: Report;
  readonly evidenceIn: SearchOptions["evidenceIn"];
  readonly isReturnedList?: SearchOptions["isReturnedList"];
  readonly onAttachment?: SearchOptions["onAttachment"];
  readonly links: Links;
};

async function searchBelow(walk: Walk): Promise<readonly DepartmentFolder[]> {
  const { departments: found } = await visit(walk, { way: "", inside: false, isLinked: false });
  // The folder given is a department itself: it goes by its own name, and what lies below it stays below.
  const own = found.some((one) => one.output === "");
  const name = basename(resolve(walk.root));
  return found.map((one) => ({ ...one, output: own ? join(name, one.output) : one.output })).map(slashed);
}

async function visit(walk: Walk, one: Visit): Promise<Found> {
  const { way, inside } = one;
  const path = join(walk.root, way);
  const listing = await listFolder(path).catch(reasonOf);
  if (typeof listing === "string") return lost(path, one, { reason: listing });
  const { realPath, entries } = listing;
  const none: Found = { departments: [], owned: nothing };
  if (one.isLinked) {
    const other = walk.links.follow(realPath, path);
    if (other !== undefined) {
      walk.report(linkNotFollowed(path, other));
      return none;
    }
  }
  if (realPath === walk.out) {
    // Whatever lies in the output folder is not read: data there would be passed over without a word.
    const file = await findData(path);
    if (file !== undefined) walk.refuse(outputHoldsData(path, file));
    return none;
  }
  const { own, exports, containers, documents, ...contents } = contentsOf(
    entries,
    await returnedLists(path, entries, walk),
  );
  const owner = own.length > 0 ? "" : one.fromOwner;
  const isOwned = own.length === 0 && owner !== undefined;
  const settled = own.length > 0 || contents.hasTable;
  const hasFolders = entries.some(isSearchedFolder);
  const isAlone = !inside && !hasFolders;
  const isOpen = !isAlone || (way !== "" && exports.length === containers.length);
  const asked = containers.length > 0 && !settled && !isOwned && isOpen;
  const evidence = asked ? await bestEvidence(containers) : "none";
  const holds = evidence === "projects" || (isAlone && evidence === "list");
  const hasData = exports.length - (asked && !holds ? containers.length : 0) + own.length > 0;
  // What an earlier build has written is no department, wherever it was written to.
  if (!hasData && contents.hasOutput) {
    const file = await findData(path);
    if (file !== undefined) walk.report(passedOver(path, file));
    return none;
  }
  const below: Found[] = [];
  for (const entry of entries) {
    const next: Visit = {
      way: join(way, entry.name),
      inside: inside || hasData,
      fromOwner: owner === undefined ? undefined : join(owner, entry.name),
      isLinked: one.isLinked || (entry.kind === "folder" && entry.leadsTo !== undefined),
    };
    if (entry.kind === "folder" && isSearched(entry.name)) {
      const place = entry.leadsTo === undefined ? undefined : walk.links.placeOf(entry.leadsTo);
      if (place === undefined) below.push(await visit(walk, next));
      else walk.report(linkNotFollowed(join(path, entry.name), place));
    }
    if (entry.kind !== "unreadable" || isPassedOver(entry.name)) continue;
    const lies = join(path, entry.name);
    if (mayBeDepartment(entry, next)) below.push(lost(lies, next, entry));
    else if (!exports.includes(entry) && !own.includes(entry)) walk.report(notLookedAt(lies, entry));
  }
  const departments = below.flatMap((found) => found.departments);
  const files: FolderFiles = {
    files: [...namesOf(exports, owner), ...below.flatMap((found) => found.owned.files)],
    unread: [...namesOf(documents, owner), ...below.flatMap((found) => found.owned.unread)],
    unreadable: [
      ...[...own, ...exports].flatMap((entry) => unreadableData(entry, owner)),
      ...below.flatMap((found) => found.owned.unreadable),
    ],
  };
  if (isOwned) return { departments, owned: files };
  const leaf = departments.length === 0;
  const isDepartment =
    settled ||
    holds ||
    (leaf && contents.hasJson) ||
    (leaf && !inside && evidence === "list") ||
    (leaf && !inside && (hasData || files.unread.length > 0 || (!asked && !hasFolders)));
  if (isDepartment) {
    const [departmentFile] = namesOf(own);
    const department = { folder: path, output: way, realPath, departmentFile, ...sorted(files) };
    return { departments: [department, ...departments], owned: nothing };
  }
  for (const { name } of [...exports, ...documents])
    if (inside) walk.onAttachment?.(join(path, name));
    else walk.report(outsideDepartment(join(path, name), asked ? "no-projects" : "departments-below"));
  return { departments, owned: nothing };

  async function bestEvidence(some: readonly Entry[]): Promise<Evidence> {
    let best: Evidence = "none";
    for (const { name, kind } of some) {
      const evidence = kind === "unreadable" ? "projects" : await walk.evidenceIn(join(path, name));
      if (evidence === "projects") return evidence;
      if (evidence === "list") best = evidence;
    }
    return best;
  }
}

/** Not asked of a folder with a department.json, which is a department whatever else lies in it. */
async function returnedLists(
  path: string,
  entries: readonly Entry[],
  { isReturnedList = async () => false }: Walk,
): Promise<ReadonlySet<string>> {
  const classed = entries.map((entry) => ({ ...entry, what: classifyFile(entry.name) }));
  if (classed.some(({ what }) => what === "department")) return new Set();
  const lists = new Set<string>();
  for (const { name, kind, what } of classed)
    if (kind === "file" && what === "table" && (await isReturnedList(join(path, name)))) lists.add(name);
  return lists;
}

function isSearchedFolder(entry: Entry): boolean {
  return isFolderEntry(entry) && isSearched(entry.name);
}

/** Of those that can be read, as the department names them that has the folder `from` it. */
function namesOf(entries: readonly Entry[], from = ""): readonly string[] {
  return entries.filter(({ kind }) => kind === "file").map(({ name }) => displayPath(join(from, name)));
}

/** Files of the folder itself first, and then those of each folder below it. */
function sorted({ files, unread, unreadable }: FolderFiles): FolderFiles {
  const byPlace = (one: string, other: string) =>
    compareNames(folderOf(one), folderOf(other)) || compareNames(one, other);
  return { files: files.toSorted(byPlace), unread: unread.toSorted(byPlace), unreadable };
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}

/** A folder, or a link to who knows what that is named like one; beside data that may as well lead to an attachment. */
function mayBeDepartment({ name, is }: Unreadable, { inside }: Visit): boolean {
  return is === "folder" || (is === "unknown" && !inside && !hasExtension(name));
}

function isPassedOver(name: string): boolean {
  return !isSearched(name) || name.startsWith("~$") || isOurs(name);
}

function unreadableData(entry: Entry, from = ""): readonly UnreadableData[] {
  if (entry.kind !== "unreadable") return [];
  const { reason, found } = entry;
  const name = displayPath(join(from, entry.name));
  const at = { kind: "file", file: name } as const;
  return [{ name, problem: { code: "file-unreadable", at, found, args: { reason } } }];
}

/** A department of which nothing is known but its place, or data that the department above lacks. */
function lost(
  path: string,
  { way, fromOwner }: Visit,
  { reason, found }: Pick<Unreadable, "reason" | "found">,
): Found {
  const name = displayPath(fromOwner ?? "");
  const at = { kind: "file", file: fromOwner === undefined ? displayPath(path) : name } as const;
  const problem = { code: "folder-unreadable", at, found, args: { reason } } as const;
  const missing: FolderFiles = { ...nothing, unreadable: [{ name, problem }] };
  if (fromOwner !== undefined) return { departments: [], owned: missing };
  const department = { folder: path, output: way, realPath: resolve(path), ...missing };
  return { departments: [department], owned: nothing };
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

function outsideDepartment(path: string, why: "no-projects" | "departments-below"): Diagnostic {
  return { code: "file-outside-department", at: { kind: "file", file: displayPath(path) }, args: { why } };
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
