/** A department's earlier editions, `.history/<edition>/` in its output folder: what each said, not its documents. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { hashOfBytes } from "../files/hash-of.ts";
import { isEditionNumber, type Manifest, readManifest } from "./manifest.ts";

export const recordsName = "records.json";

export const historyFolder = ".history";

export type PastEdition = {
  readonly edition: number;
  readonly manifest: Manifest;
  /** The records handed in with it; undefined where there were none or they are no longer whole. */
  readonly loadRecords: () => Promise<Uint8Array | undefined>;
};

/** Oldest first; the newest is the one whose documents lie in the folder. Editions that are damaged are left out. */
export async function readHistory(folder: string): Promise<readonly PastEdition[]> {
  const editions = await listEditions(folder);
  const read = editions.map(async (edition): Promise<readonly PastEdition[]> => {
    const place = join(folder, historyPath(edition));
    const manifest = await readManifest(place);
    if (manifest?.edition !== edition) return [];
    return [{ edition, manifest, loadRecords: () => loadRecords(place, manifest) }];
  });
  return (await Promise.all(read)).flat();
}

/** Where an edition is kept, from its department's output folder. */
export function historyPath(edition: number, name = ""): string {
  return [historyFolder, String(edition), name].filter((part) => part !== "").join("/");
}

/** Numbers of the editions kept, ascending. */
export async function listEditions(folder: string): Promise<readonly number[]> {
  const names = await readdir(join(folder, historyFolder)).catch(() => []);
  const numbers = names.filter((name) => /^[1-9]\d*$/u.test(name)).map(Number);
  return numbers.filter(isEditionNumber).sort((one, other) => one - other);
}

async function loadRecords(place: string, { records }: Manifest): Promise<Uint8Array | undefined> {
  const bytes = await readFile(join(place, recordsName)).catch(() => undefined);
  return bytes !== undefined && records?.sha256 === hashOfBytes(bytes) ? bytes : undefined;
}
