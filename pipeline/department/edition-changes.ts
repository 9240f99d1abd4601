/** A department's earlier editions, and what is to be published → what changed since which of them. */
import { join } from "node:path";
import { type Manifest, recordsName, writeSnapshot } from "../contracts/index.ts";
import type { Diagnostic, Language } from "../diagnostics/index.ts";
import { historyPath, listEditions, type PastEdition, readHistory, readManifest } from "../editions/index.ts";
import { displayPath, hashOfBytes } from "../files/index.ts";
import { type ChangeFiles, compareWith, type PreviousRecords } from "./changes-since.ts";
import { type Printed, takeSnapshot } from "./take-snapshot.ts";

/** Plain data: it goes with a department to the thread that builds it. */
export type EarlierEditions = {
  readonly newest: Pick<Manifest, "edition" | "records"> | undefined;
  /** Records of the newest edition, and of the one before. */
  readonly records: readonly PreviousRecords[];
  /** The number of an edition that says something else than the newest. */
  readonly next: number;
};

/** What the folder of a department's final editions holds. */
export async function readEarlier(folder: string): Promise<EarlierEditions> {
  const newest = await readManifest(folder);
  const kept = await listEditions(folder);
  const history = await readHistory(folder);
  // The newest counts though nothing of it is left in the history.
  const numbers = [...new Set([...kept, ...(newest === undefined ? [] : [newest.edition])])];
  const past = numbers.toSorted((one, other) => other - one).slice(0, 2);
  const records = past.map((edition) => {
    const one = history.find((entry) => entry.edition === edition);
    const manifest = one?.manifest ?? (newest?.edition === edition ? newest : undefined);
    return recordsOf({ edition, manifest, loadRecords: one?.loadRecords }, folder);
  });
  return {
    newest: newest && { edition: newest.edition, ...(newest.records && { records: newest.records }) },
    records: (await Promise.all(records)).flat(),
    next: Math.max(0, ...numbers) + 1,
  };
}

type Kept = {
  readonly edition: number;
  /** Undefined where nothing but its number is known. */
  readonly manifest: Manifest | undefined;
  readonly loadRecords: PastEdition["loadRecords"] | undefined;
};

/** None of an edition that was published without; where they are lost, its place stays, and no older one takes it. */
async function recordsOf(
  { edition, manifest, loadRecords }: Kept,
  folder: string,
): Promise<readonly PreviousRecords[]> {
  if (manifest !== undefined && manifest.records === undefined) return [];
  const bytes = await loadRecords?.();
  const file = displayPath(join(folder, historyPath(edition, recordsName)));
  return [{ bytes, file, edition }];
}

type Comparison = {
  readonly earlier: EarlierEditions;
  readonly draft: boolean;
  readonly language: Language;
  readonly report: (finding: Diagnostic) => void;
};

/**
 * An edition whose records are those of the newest is that edition again, and is compared with the one before; a draft
 * is none, and is compared with the newest.
 */
export function editionChanges(
  printed: Printed,
  { earlier: { newest, records: past, next }, draft, language, report }: Comparison,
): ChangeFiles {
  const now = takeSnapshot(printed);
  const bytes = writeSnapshot(now);
  const again = !draft && newest?.records?.sha256 === hashOfBytes(bytes);
  const number = again ? newest.edition : next;
  const previous = past.find(({ edition = 0 }) => edition < number);
  const options = { language, report, edition: draft ? undefined : number };
  const changes = compareWith(previous, { now, bytes }, options);
  return again ? { ...changes, projects: 0 } : changes;
}
