/** A department's output folder → the edition that lies there, and what the earlier ones of its history said. */
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import {
  knownFindingsName,
  Manifest,
  manifestName,
  mostEditions,
  readSnapshot,
  recordsName,
  type Snapshot,
} from "../contracts/index.ts";
import type { Report } from "../diagnostics/index.ts";
import {
  displayPath,
  hashOfBytes,
  linkOnTheWay,
  parseJson,
  readOwn,
  readRegular,
  reasonOf,
} from "../files/index.ts";

/** Of a thousand files it has some 200 KB; another would take eighty times its bytes before it is found to be none. */
const mostManifestBytes = 2 ** 22;

/** Of the last edition in a folder; undefined if there is none that can be read. */
export async function readManifest(folder: string): Promise<Manifest | undefined> {
  // Damaged or written by hand: the next edition replaces it, and no file is removed on its word.
  const bytes = await readOwn(folder, manifestName, mostManifestBytes).catch(() => undefined);
  return bytes && Manifest.safeParse(parseJson(bytes.toString("utf8"))).data;
}

/** In a department's output folder, `<edition>/` for each: what it said, not its documents. */
export const historyFolder = ".history";

export type PastEdition = {
  readonly edition: number;
  readonly manifest: Manifest;
  /** The records handed in with it; undefined if there were none or they are no longer whole. */
  readonly loadRecords: () => Promise<Uint8Array | undefined>;
  /** What its findings are known by; undefined of an edition that kept none. */
  readonly loadFindings: () => Promise<Uint8Array | undefined>;
};

/** Oldest first; the newest is the one whose documents lie in the folder. Editions that are damaged are left out. */
export async function readHistory(folder: string): Promise<readonly PastEdition[]> {
  const editions = await listEditions(folder);
  const read = editions.map(async (edition): Promise<readonly PastEdition[]> => {
    const place = join(folder, historyPath(edition));
    const manifest = await readManifest(place);
    if (manifest?.edition !== edition) return [];
    const loadFindings = () => readOwn(place, knownFindingsName).catch(() => undefined);
    return [{ edition, manifest, loadRecords: () => loadRecords(place, manifest), loadFindings }];
  });
  return (await Promise.all(read)).flat();
}

/** The place of an edition, from its department's output folder. */
export function historyPath(edition: number, name = ""): string {
  return [historyFolder, String(edition), name].filter((part) => part !== "").join("/");
}

/** Numbers of the editions that are kept, ascending. */
export async function listEditions(folder: string): Promise<readonly number[]> {
  // What lies behind a link is the history of something else.
  if ((await linkOnTheWay(folder, historyFolder)) !== undefined) return [];
  const entries = await readdir(join(folder, historyFolder), { withFileTypes: true }).catch(() => []);
  const names = entries.flatMap((entry) => (entry.isSymbolicLink() ? [] : [entry.name]));
  const numbers = names.filter((name) => /^[1-9]\d*$/u.test(name)).map(Number);
  return numbers.filter((number) => number < mostEditions).sort((one, other) => one - other);
}

async function loadRecords(place: string, { records }: Manifest): Promise<Uint8Array | undefined> {
  const bytes = await readOwn(place, recordsName).catch(() => undefined);
  return bytes !== undefined && records?.sha256 === hashOfBytes(bytes) ? bytes : undefined;
}

/** Numbers of the editions whose records are there, from the oldest. */
export async function editionsWithRecords(output: string): Promise<readonly number[]> {
  const whole: number[] = [];
  for (const number of await listEditions(output))
    if (await hasRecords(editionFolder(output, number))) whole.push(number);
  return whole;
}

export function editionFolder(output: string, edition: number): string {
  return join(output, historyPath(edition));
}

export async function hasRecords(folder: string): Promise<boolean> {
  return stat(join(folder, recordsName)).then(
    (found) => found.isFile(),
    () => false,
  );
}

/** Undefined if they cannot be read: reported. */
export async function readEdition(folder: string, report: Report): Promise<Snapshot | undefined> {
  const path = join(folder, recordsName);
  const at = { kind: "file", file: displayPath(path) } as const;
  const bytes = await readRegular(path).catch((error: unknown) => {
    report({ code: "records-unreadable", at, args: { reason: reasonOf(error) } });
  });
  if (bytes === undefined) return undefined;
  const read = readSnapshot(bytes);
  if (read.success) return read.snapshot;
  const pointer = (read.problem?.path ?? []).map((part) => `/${part}`).join("");
  report({ code: "records-damaged", at, args: { pointer } });
  return undefined;
}
