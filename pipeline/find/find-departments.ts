/** Folders on the command line → the departments in and below them, each with its place below the output folder. */
import { readdir, realpath, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import type { Diagnostic, Report } from "../diagnostics/index.ts";
import { compareNames, displayPath, isFolder, reasonOf } from "../files/index.ts";
import { classifyFile, type FileClass, isOurs, withoutEdition } from "./classify-file.ts";

export type DepartmentFolder = {
  /** As people see it: the folder they gave, and the way down from there; always with `/`. */
  readonly folder: string;
  /** Place below the output folder, with `/`. */
  readonly output: string;
  readonly realPath: string;
  readonly departmentFile?: string;
  /** Names of what may be exports, sorted. */
  readonly files: readonly string[];
  /** Names of spreadsheets and Word files, which are not read. */
  readonly unread: readonly string[];
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
    if (!(await isFolder(folder)))
      refusals.push((await fileInstead(folder, folder)) ?? folderNotFound(folder));
    else found.push(...(await searchBelow(folder, { ...options, refuse })));
  }
  const departments = withoutRepeats(found);
  const empty = departments.every((one) => isBlank(one));
  if (refusals.length === 0 && empty) refusals.push(noDepartment(folders));
  return { departments, refusals };
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
  readonly seen: Set<string>;
};

async function searchBelow(
  root: string,
  { out, report, refuse }: SearchOptions & Pick<Walk, "refuse">,
): Promise<readonly DepartmentFolder[]> {
  const place = out === undefined ? undefined : await realpath(out).catch(() => resolve(out));
  const walk: Walk = { root, out: place, report, refuse, seen: new Set() };
  const found = await visit(walk, { way: "", inside: false });
  // The folder given is a department itself: it goes by its own name, and what lies below it stays below.
  const own = found.some((one) => one.output === "");
  const name = basename(resolve(root));
  return found.map((one) => ({ ...one, output: own ? join(name, one.output) : one.output })).map(slashed);
}

async function visit(walk: Walk, { way, inside }: Visit): Promise<readonly DepartmentFolder[]> {
  const path = join(walk.root, way);
  const listing = await list(path, walk);
  if (listing === undefined) return [];
  if (listing.realPath === walk.out) {
    // Whatever lies in the output folder is not read: data there would be passed over without a word.
    const file = await findData(path);
    if (file !== undefined) walk.refuse(outputHoldsData(path, file));
    return [];
  }
  const names = (wanted: FileClass) => listing.files.filter((name) => classifyFile(name) === wanted);
  const data = [...names("table"), ...names("json"), ...names("notes")].sort(compareNames);
  const [departmentFile] = names("department");
  const hasData = departmentFile !== undefined || data.length > 0;
  // What an earlier build has written is no department, wherever it was written to.
  if (!hasData && listing.files.some(isOurs)) {
    const file = await findData(path);
    if (file !== undefined) walk.report(passedOver(path, file));
    return [];
  }
  const below: DepartmentFolder[] = [];
  for (const name of listing.folders)
    below.push(...(await visit(walk, { way: join(way, name), inside: inside || hasData })));

  const unread = names("convert");
  const leaf = below.length === 0;
  const isDepartment =
    departmentFile !== undefined ||
    names("table").length > 0 ||
    (leaf && names("json").length > 0) ||
    (leaf && !inside && (hasData || unread.length > 0 || listing.folders.length === 0));
  if (isDepartment) {
    const { realPath } = listing;
    return [{ folder: path, output: way, realPath, departmentFile, files: data, unread }, ...below];
  }
  for (const name of [...data, ...unread]) if (!inside) walk.report(outsideDepartment(join(path, name)));
  return below;
}

type Listing = {
  readonly realPath: string;
  readonly files: readonly string[];
  readonly folders: readonly string[];
};

async function list(path: string, walk: Walk): Promise<Listing | undefined> {
  try {
    const real = await realpath(path);
    // A link that leads back up would never end.
    if (walk.seen.has(real)) return undefined;
    walk.seen.add(real);
    const entries = await readdir(path, { withFileTypes: true });
    const names = entries.map((entry) => entry.name).sort();
    const folders: string[] = [];
    for (const name of names) if (await isFolder(join(path, name))) folders.push(name);
    return {
      realPath: real,
      files: withoutEdition(names.filter((name) => !folders.includes(name))),
      folders: folders.filter(isSearched),
    };
  } catch (error) {
    walk.report(folderUnreadable(displayPath(path), error));
    return undefined;
  }
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
    return what === "department" || what === "table" || (what === "json" && !isOutput);
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
  return one.departmentFile === undefined && one.files.length === 0 && one.unread.length === 0;
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

function folderUnreadable(folder: string, error: unknown): Diagnostic {
  return { code: "folder-unreadable", at: { kind: "file", file: folder }, args: { reason: reasonOf(error) } };
}
