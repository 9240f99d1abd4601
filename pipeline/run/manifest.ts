/** An edition ↔ `manifest.json`, which names its files with their hashes and is written after all of them. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { NewFile } from "./replace-files.ts";

export const manifestName = "manifest.json";

export type ManifestFile = {
  readonly name: string;
  readonly format: string;
  readonly bytes: number;
  readonly sha256: string;
};

export type Manifest = {
  readonly version: string;
  readonly title: string;
  readonly form: string;
  readonly draft: boolean;
  readonly files: readonly ManifestFile[];
  /** Formats that were not asked for this time: their files are of an earlier edition. */
  readonly earlier: readonly ManifestFile[];
  /** What went into it, so that it need not be built again while that is the same. */
  readonly inputs?: object;
  /** The figures that it is reported with while it stands. */
  readonly summary?: object;
};

export function describeFile(file: NewFile & { readonly format: string }): ManifestFile {
  return { name: file.name, format: file.format, bytes: file.bytes.length, sha256: hashOf(file.bytes) };
}

export function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** What `manifest.json` in a folder says; undefined where there is none, or it is no JSON. */
export async function readManifest(folder: string): Promise<unknown> {
  const text = await readFile(join(folder, manifestName), "utf8").catch(() => "");
  try {
    return JSON.parse(text);
  } catch {
    // Damaged or written by hand: the next edition replaces it, and no file is removed on its word.
    return undefined;
  }
}

/** The files of the last edition in a folder; none where there is no manifest that can be read. */
export async function readPublished(folder: string): Promise<readonly ManifestFile[]> {
  const manifest = await readManifest(folder);
  return isRecord(manifest) ? [...filesIn(manifest.files), ...filesIn(manifest.earlier)] : [];
}

/** The well-formed ones of a list of files in a manifest. */
export function filesIn(list: unknown): readonly ManifestFile[] {
  return Array.isArray(list) ? list.filter(isFile) : [];
}

function isFile(value: unknown): value is ManifestFile {
  return (
    isRecord(value) &&
    typeof value.name === "string" &&
    // Files are removed on the manifest's word: it may name none outside its folder.
    value.name === basename(value.name) &&
    typeof value.format === "string" &&
    typeof value.bytes === "number" &&
    typeof value.sha256 === "string"
  );
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
