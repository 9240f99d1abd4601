/** An edition ↔ `manifest.json`, which names its files with their hashes and is put in place after all of them. */
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { hashOfBytes } from "../files/hash-of.ts";
import { isRecord, type JsonRecord, parseJson } from "../files/is-record.ts";
import type { NewFile } from "./replace-files.ts";

export const manifestName = "manifest.json";

export type FileHash = { readonly name: string; readonly bytes: number; readonly sha256: string };
export type ManifestFile = FileHash & { readonly format: string };

export type Manifest = {
  readonly version: string;
  readonly title: string;
  readonly form: string;
  readonly draft: boolean;
  /** Counts the editions of this folder from 1; one that says the same as the last keeps its number. */
  readonly edition: number;
  /** The documents. */
  readonly files: readonly ManifestFile[];
  /** Formats that were not asked for this time: their files are of an earlier edition. */
  readonly earlier: readonly ManifestFile[];
  /** Further files that were published with the documents. */
  readonly extras: readonly FileHash[];
  /** The records that the history keeps of this edition. */
  readonly records?: Omit<FileHash, "name">;
  /** What the edition was built from. */
  readonly inputs?: JsonRecord;
  /** What it holds: projects, pages and the like. */
  readonly summary?: JsonRecord;
};

export function describeFile({ name, bytes }: NewFile): FileHash {
  return { name, bytes: bytes.length, sha256: hashOfBytes(bytes) };
}

/**
 * Whether two editions say the same: by their records, and only where one has none by their documents, whose bytes
 * change with the day, the fonts and the formats that were asked for.
 */
export function saysTheSame(
  one: Pick<Manifest, "files" | "records">,
  other: Pick<Manifest, "files" | "records">,
): boolean {
  if (one.records !== undefined && other.records !== undefined)
    return one.records.sha256 === other.records.sha256;
  const [first, second] = [one, other].map(({ files }) =>
    JSON.stringify(files.map(({ name, sha256 }) => [name, sha256])),
  );
  return first === second;
}

/** Of the last edition in a folder; undefined where there is none that can be read. */
export async function readManifest(folder: string): Promise<Manifest | undefined> {
  // Damaged or written by hand: the next edition replaces it, and no file is removed on its word.
  const value = parseJson(await readFile(join(folder, manifestName), "utf8").catch(() => ""));
  return isManifest(value) ? value : undefined;
}

function isManifest(value: unknown): value is Manifest {
  return (
    isRecord(value) &&
    [value.version, value.title, value.form].every((text) => typeof text === "string") &&
    typeof value.draft === "boolean" &&
    isEditionNumber(value.edition) &&
    isListOf(value.files, isManifestFile) &&
    isListOf(value.earlier, isManifestFile) &&
    isListOf(value.extras, isFileHash) &&
    (value.records === undefined || isHash(value.records)) &&
    (value.inputs === undefined || isRecord(value.inputs)) &&
    (value.summary === undefined || isRecord(value.summary))
  );
}

export function isEditionNumber(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) > 0;
}

function isManifestFile(value: unknown): value is ManifestFile {
  return isFileHash(value) && "format" in value && typeof value.format === "string";
}

function isFileHash(value: unknown): value is FileHash {
  // Files are removed on the manifest's word: it may name none outside its folder.
  return (
    isHash(value) && "name" in value && typeof value.name === "string" && value.name === basename(value.name)
  );
}

function isHash(value: unknown): value is Omit<FileHash, "name"> {
  return isRecord(value) && typeof value.bytes === "number" && typeof value.sha256 === "string";
}

function isListOf<T>(value: unknown, isOne: (item: unknown) => item is T): value is readonly T[] {
  return Array.isArray(value) && value.every(isOne);
}
