/** A department's earlier editions, and what is to be published → what changed since which of them. */
import { join } from "node:path";
import type { Diagnostic, Language } from "../diagnostics/index.ts";
import { writeSnapshot } from "../records/index.ts";
import { hashOf } from "./carry-out.ts";
import { type ChangeFiles, compareWith, type PreviousRecords } from "./changes-since.ts";
import { displayPath } from "./display-path.ts";
import { historyPath, listEditions, type PastEdition, readHistory, recordsName } from "./history.ts";
import { type Manifest, readManifest } from "./manifest.ts";
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
  const past = (await readHistory(folder)).toReversed().slice(0, 2);
  const records = await Promise.all(past.map((one) => recordsOf(one, folder)));
  const kept = await listEditions(folder);
  return {
    newest: newest && { edition: newest.edition, ...(newest.records && { records: newest.records }) },
    records: records.flat(),
    next: Math.max(0, newest?.edition ?? 0, ...kept) + 1,
  };
}

async function recordsOf(
  { edition, loadRecords }: PastEdition,
  folder: string,
): Promise<readonly PreviousRecords[]> {
  const bytes = await loadRecords();
  const file = displayPath(join(folder, historyPath(edition, recordsName)));
  return bytes === undefined ? [] : [{ bytes, file, edition, verified: true }];
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
  const again = !draft && newest?.records?.sha256 === hashOf(bytes);
  const number = again ? newest.edition : next;
  const previous = past.find(({ edition = 0 }) => edition < number);
  const options = { language, report, edition: draft ? undefined : number };
  const changes = compareWith(previous, { now, bytes }, options);
  return again ? { ...changes, projects: 0 } : changes;
}
