/** Data files, forms, fonts and options → hashes of all that a department's edition depends on. */
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import pLimit from "p-limit";
import { baseOf, type FormSources, filesOfForm } from "../assets/forms/index.ts";
import type { TemplateFile } from "../compose/index.ts";
import type { EditionInputs, Hashes } from "../contracts/index.ts";
import { hashOfBytes, isRecord } from "../files/index.ts";
import { type DepartmentFolder, listFonts } from "../find/index.ts";

/** What every department of a run shares, hashed once. */
export type RunInputs = Pick<EditionInputs, "program" | "fonts" | "options"> & { readonly forms: FormHashes };

export type FormHashes = {
  /** The files of each form, those shared with others included. */
  readonly files: ReadonlyMap<string, Hashes>;
  /** All files of each form in one. */
  readonly whole: Hashes;
  readonly choice: Hashes;
};

/** What a department itself brings. */
export type DataInputs = Pick<EditionInputs, "folder" | "data" | "unread"> & {
  /** Of all its files: how much work it is, compared with others. */
  readonly bytes: number;
};

/** Read before the department is: where a file changes in between, it is built once more and not once too few. */
export async function hashData(department: DepartmentFolder): Promise<DataInputs> {
  const { departmentFile, files, unread, realPath } = department;
  const names = departmentFile === undefined ? files : [departmentFile, ...files];
  const read = await hashFiles(realPath, names);
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
  const of = (hashes: Hashes, wanted: (id: string) => boolean) =>
    Object.fromEntries(Object.entries(hashes).filter(([id]) => wanted(id)));
  return {
    program,
    ...data,
    form: { id: form, files: forms.files.get(form) ?? {} },
    choice: of(forms.choice, (id) => !broken.includes(id)),
    broken: of(forms.whole, (id) => broken.includes(id)),
    fonts,
    options,
  };
}

type HashedFile = { readonly name: string; readonly sha256: string; readonly bytes: number };

const openAtATime = 16;
const limit = pLimit(openAtATime);

/** A file that cannot be read is left out: the department is read next, and says why. */
async function hashFiles(folder: string, names: readonly string[]): Promise<readonly HashedFile[]> {
  const hash = async (name: string): Promise<readonly HashedFile[]> => {
    const bytes = await readFile(join(folder, name)).catch(() => undefined);
    return bytes === undefined ? [] : [{ name, sha256: hashOfBytes(bytes), bytes: bytes.length }];
  };
  return (await Promise.all(names.map((name) => limit(() => hash(name))))).flat();
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
