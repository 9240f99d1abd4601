/** Program, data files, forms, fonts and options → hashes of all that an edition depends on, and what has changed since. */

import { readdir, readFile, stat } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import { versions } from "node:process";
import pLimit from "p-limit";
import { baseOf, type FormSources, filesOfForm } from "../assets/forms/index.ts";
import type { TemplateFile } from "../compose/index.ts";
import type { EditionInputs, Hashes, RebuildReason } from "../contracts/index.ts";
import {
  codeFolder,
  displayPath,
  hashOfBytes,
  isRecord,
  libraryVersion,
  ownTemplates,
  readRegular,
  readVersion,
  runtimeLibraries,
} from "../files/index.ts";
import { type DepartmentFolder, listFonts } from "../find/index.ts";
import { editionOptionNames, flagOf } from "../options/index.ts";

/** What every department of a run shares, hashed once. */
export type RunInputs = Pick<EditionInputs, "program" | "fonts" | "options"> & {
  readonly forms: FormHashes;
  /** Whether `--date` says which day a draft prints. */
  readonly isDateGiven: boolean;
};

export type FormHashes = {
  /** The files of each form, those shared with others included. */
  readonly files: ReadonlyMap<string, Hashes>;
  /** All files of each form in one. */
  readonly whole: Hashes;
  readonly choice: Hashes;
};

/** What a department itself brings. */
export type DataInputs = Pick<EditionInputs, "folder" | "data" | "unread" | "edition"> & {
  /** Of all its files: how much work it is, compared with others. */
  readonly bytes: number;
};

/** Read before the department is: where a file changes in between, it is built once more and not once too few. */
export async function hashData(department: DepartmentFolder): Promise<DataInputs> {
  const { departmentFile, files, unread, realPath } = department;
  const names = departmentFile === undefined ? files : [departmentFile, ...files];
  const unreadable = department.unreadable.map(({ name }) => hashOfUnreadable(name));
  const read = [...(await hashFiles(realPath, names)), ...unreadable];
  return {
    folder: basename(realPath),
    data: hashesOf(read),
    unread,
    bytes: read.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}

/** Undefined where the folder cannot be read. */
export async function hashFonts(folder: string | undefined): Promise<Hashes | undefined> {
  if (folder === undefined) return {};
  const names = await listFonts(folder);
  return names && hashesOf(await hashFiles(folder, names));
}

export function hashForms(sources: FormSources): FormHashes {
  const ids = [...sources.forms.keys()];
  const files = new Map(ids.map((id) => [id, hashTexts(filesOfForm(sources, id) ?? [])]));
  return {
    files,
    whole: Object.fromEntries([...files].map(([id, hashes]) => [id, hashText(JSON.stringify(hashes))])),
    choice: Object.fromEntries([...sources.forms].map(([id, own]) => [id, hashText(choiceText(own))])),
  };
}

/** The whole of it, once it is known in which form the department is printed and which forms are broken. */
export function editionInputs(
  { bytes: _, ...data }: DataInputs,
  { program, fonts, options, forms }: RunInputs,
  { form, broken }: { readonly form: string; readonly broken: readonly string[] },
): EditionInputs {
  return {
    program,
    ...data,
    form: { id: form, files: forms.files.get(form) ?? {} },
    choice: pick(forms.choice, (id) => !broken.includes(id)),
    broken: pick(forms.whole, (id) => broken.includes(id)),
    fonts,
    options,
  };
}

type HashedFile = { readonly name: string; readonly sha256: string; readonly bytes: number };

const openAtATime = 16;
const limit = pLimit(openAtATime);

async function hashFiles(folder: string, names: readonly string[]): Promise<readonly HashedFile[]> {
  const hash = (name: string): Promise<HashedFile> =>
    readRegular(join(folder, name)).then(
      (bytes) => ({ name, sha256: hashOfBytes(bytes), bytes: bytes.length }),
      () => hashOfUnreadable(name),
    );
  return Promise.all(names.map((name) => limit(() => hash(name))));
}

/** Not left out: an edition made without the file is not the one that is wanted, and its department says why. */
function hashOfUnreadable(name: string): HashedFile {
  return { name, sha256: hashOfBytes(`unreadable: ${name}`), bytes: 0 };
}

function hashesOf(files: readonly HashedFile[]): Hashes {
  return Object.fromEntries(files.map(({ name, sha256 }) => [name, sha256]));
}

function hashTexts(files: readonly TemplateFile[]): Hashes {
  const hashed = files.map(({ name, text }) => [baseOf(name), hashText(text)] as const);
  return Object.fromEntries(hashed.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

/** The names and fields in form.json: headers are known by all forms' fields, and a form is taken by them. */
function choiceText(files: readonly TemplateFile[]): string {
  const text = files.find(({ name }) => baseOf(name) === "form.json")?.text ?? "";
  try {
    const form: unknown = JSON.parse(text);
    return isRecord(form) ? JSON.stringify([form.name, form.fields]) : text;
  } catch {
    // A form with a fault: it has its say once it is mended, when its text is another.
    return text;
  }
}

function hashText(text: string): string {
  return hashOfBytes(new TextEncoder().encode(text));
}

function pick(hashes: Hashes, isWanted: (id: string) => boolean): Hashes {
  return Object.fromEntries(Object.entries(hashes).filter(([id]) => isWanted(id)));
}

/** Why the edition would come out otherwise today; empty if it would not. */
export function inputChanges(
  before: EditionInputs,
  data: DataInputs,
  run: RunInputs,
): readonly RebuildReason[] {
  return [
    ...dataChanges(before, data),
    ...formChanges(before, run.forms),
    ...listed("fonts", changedNames(before.fonts, run.fonts)),
    ...optionChanges(before.options, run),
    ...programChanges(before.program, run.program),
  ];
}

function dataChanges(before: EditionInputs, now: DataInputs): readonly RebuildReason[] {
  const changes = compareHashes(before.data, now.data).map(
    ({ name, change }) => ({ kind: "data", file: name, change }) as const,
  );
  const documents = compareHashes(namesOnly(before.unread), namesOnly(now.unread)).map(
    ({ name, change }) => ({ kind: "data", file: name, change }) as const,
  );
  const folder =
    before.folder === now.folder ? [] : [{ kind: "folder", before: before.folder, now: now.folder } as const];
  const edition =
    now.edition === undefined || now.edition === before.edition
      ? []
      : [{ kind: "edition", now: now.edition } as const];
  return [...changes, ...documents, ...folder, ...edition];
}

function formChanges({ form, choice, broken }: EditionInputs, now: FormHashes): readonly RebuildReason[] {
  const files = now.files.get(form.id);
  const changed = changedNames(form.files, files ?? {});
  const own = changed.length === 0 ? [] : [{ kind: "form", form: form.id, files: changed } as const];
  const wasBroken = Object.keys(broken);
  const others = [
    ...changedNames(
      choice,
      pick(now.choice, (id) => !wasBroken.includes(id)),
    ),
    ...changedNames(
      broken,
      pick(now.whole, (id) => wasBroken.includes(id)),
    ),
  ];
  // The form's own form.json is told once.
  return [...own, ...listed("choice", own.length === 0 ? others : others.filter((id) => id !== form.id))];
}

/** A draft prints the day that it was made on: it is not made again because another has come. */
function optionChanges(
  before: EditionInputs["options"],
  { options: now, isDateGiven }: Pick<RunInputs, "options" | "isDateGiven">,
): readonly RebuildReason[] {
  const flags = [
    ...editionOptionNames.map((name) => [flagOf(name), name] as const),
    ...(isDateGiven ? [["--date", "day"] as const] : []),
  ];
  return flags.flatMap(([option, name]): readonly RebuildReason[] => {
    // What was read back may stand where nobody asks for that.
    if (name === "verify" && !now.verify) return [];
    const [was, is] = [shown(before[name]), shown(now[name])];
    return was === is ? [] : [{ kind: "option", option, before: was, now: is }];
  });
}

/** A list in whatever order. */
function shown(value: unknown): string {
  return Array.isArray(value) ? value.toSorted().join(",") : String(value ?? "");
}

function programChanges(
  before: EditionInputs["program"],
  now: EditionInputs["program"],
): readonly RebuildReason[] {
  if (before.version !== now.version) return [{ kind: "version", before: before.version, now: now.version }];
  return before.code === now.code ? [] : [{ kind: "program" }];
}

function listed(kind: "fonts" | "choice", names: readonly string[]): readonly RebuildReason[] {
  if (names.length === 0) return [];
  return [kind === "fonts" ? { kind, files: names } : { kind, forms: names }];
}

type Change = { readonly name: string; readonly change: "changed" | "added" | "removed" };

function compareHashes(before: Hashes, now: Hashes): readonly Change[] {
  const [was, is] = [new Map(Object.entries(before)), new Map(Object.entries(now))];
  const names = [...new Set([...was.keys(), ...is.keys()])];
  return names.flatMap((name): readonly Change[] => {
    if (was.get(name) === is.get(name)) return [];
    if (!was.has(name)) return [{ name, change: "added" }];
    return [{ name, change: is.has(name) ? "changed" : "removed" }];
  });
}

function changedNames(before: Hashes, now: Hashes): readonly string[] {
  return compareHashes(before, now).map(({ name }) => name);
}

function namesOnly(names: readonly string[]): Hashes {
  return Object.fromEntries(names.map((name) => [name, ""]));
}

/** Tests and what they need take no part in a build. */
const notRun = /(?:^|\/)testing\/|\.test\.|\.d\.ts$/u;

let known: Promise<EditionInputs["program"]> | undefined;

/**
 * The version alone would not do: in a clone the code changes without it, and npm renews libraries. Node counts, as it
 * brings the zlib that deflates the reports.
 */
export function readProgram(): Promise<EditionInputs["program"]> {
  known ??= hashProgram();
  return known;
}

async function hashProgram(): Promise<EditionInputs["program"]> {
  const parts = [
    ...(await codeLines()),
    ...runtimeLibraries().map(libraryVersion),
    `node ${versions.node}`,
    ...(await fontLines()),
  ];
  return { version: readVersion(), code: hashOfBytes(new TextEncoder().encode(parts.join("\n"))) };
}

async function codeLines(): Promise<readonly string[]> {
  const entries = await readdir(codeFolder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile() && /\.[jt]s$/u.test(entry.name))
    .map((entry) => displayPath(relative(codeFolder, join(entry.parentPath, entry.name))))
    .filter((name) => !notRun.test(name))
    .toSorted();
  return Promise.all(
    names.map(async (name) => `${name} ${hashOfBytes(await readFile(join(codeFolder, name)))}`),
  );
}

/** The fonts that come with the program, by their size: they are 26 MB, and change with its version or by damage. */
async function fontLines(): Promise<readonly string[]> {
  const folder = join(ownTemplates, "shared", "fonts");
  const names = (await readdir(folder)).filter((name) => name.endsWith(".ttf")).toSorted();
  return Promise.all(names.map(async (name) => `${name} ${(await stat(join(folder, name))).size}`));
}
