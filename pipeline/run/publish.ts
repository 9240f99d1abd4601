/** An edition's files → a department's output folder, old or new but never torn; the manifest comes last. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Report } from "../diagnostics/index.ts";
import { encodeJson } from "./findings-json.ts";
import {
  describeFile,
  hashOf,
  type Manifest,
  type ManifestFile,
  manifestName,
  readPublished,
} from "./manifest.ts";
import { type Disk, disk, type NewFile, replaceFiles } from "./replace-files.ts";

export type Edition = {
  readonly version: string;
  readonly title: string;
  readonly form: string;
  readonly draft: boolean;
  /** Kept in the manifest as they are. */
  readonly inputs?: object;
  readonly summary?: object;
  readonly documents: readonly (NewFile & { readonly format: string })[];
  /** The findings: written with the edition, but no part of it. */
  readonly lists: readonly NewFile[];
};

/**
 * Publishes an edition.
 *
 * The manifest is written last: files whose hashes it does not name belong to an edition that was cut short.
 *
 * @returns whether it stands; where not, `report` has said why.
 */
export async function publishEdition(
  folder: string,
  edition: Edition,
  { report, on = disk }: { readonly report: Report; readonly on?: Disk },
): Promise<boolean> {
  const before = await readPublished(folder);
  const { documents, lists, ...about } = edition;
  if (!(await replaceFiles(folder, [...documents, ...lists], { report, on }))) return false;

  const files = documents.map(describeFile);
  const formats = new Set(files.map((file) => file.format));
  await removeLeftBehind(
    folder,
    before.filter((old) => formats.has(old.format) && !files.some((file) => file.name === old.name)),
    on,
  );
  const earlier = before.filter((old) => !formats.has(old.format));
  const manifest: Manifest = { ...about, files, earlier };
  return replaceFiles(folder, [{ name: manifestName, bytes: encodeJson(manifest) }], { report, on });
}

/** A report whose title has changed leaves its old files. One that somebody edited since is theirs, and stays. */
async function removeLeftBehind(folder: string, files: readonly ManifestFile[], on: Disk): Promise<void> {
  for (const file of files) {
    const path = join(folder, file.name);
    const bytes = await readFile(path).catch(() => undefined);
    // One that is open elsewhere cannot be removed on Windows; it is old, not wrong, and no reason to fail.
    if (bytes !== undefined && hashOf(bytes) === file.sha256) await on.remove(path).catch(() => undefined);
  }
}
