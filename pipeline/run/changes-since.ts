/** A department's records and those of its last edition → the files of the new edition that tell what changed. */
import { changesJson, changesMarkdown, compareSnapshots, type SideName } from "../compare/index.ts";
import type { Language, Report } from "../diagnostics/index.ts";
import { readSnapshot, type Snapshot, writeSnapshot } from "../records/index.ts";
import { recordsName } from "./history.ts";
import type { NewFile } from "./replace-files.ts";
import { type Printed, takeSnapshot } from "./take-snapshot.ts";

/** `records.json` of the last final edition, which drafts are compared with as well. */
export type PreviousRecords = {
  readonly bytes: Uint8Array;
  /** What messages call it. */
  readonly file: string;
  readonly edition?: number;
};

export type ChangesOptions = {
  readonly language: Language;
  /** The new edition's number; a draft has none. */
  readonly edition?: number;
  readonly report: Report;
};

export type ChangeFiles = {
  readonly records: NewFile;
  readonly changes: readonly NewFile[];
  /** Undefined where there is nothing to compare with. */
  readonly count: number | undefined;
};

export function changesSince(
  previous: PreviousRecords | undefined,
  printed: Printed,
  { language, edition, report }: ChangesOptions,
): ChangeFiles {
  const now = takeSnapshot(printed);
  const before = previous && readPrevious(previous, report);
  const changes = compareSnapshots(before, now, {
    before: numbered(previous?.edition),
    after: numbered(edition),
  });
  return {
    records: { name: recordsName, bytes: writeSnapshot(now) },
    changes: [
      { name: "changes.md", bytes: utf8(changesMarkdown(changes, { language })) },
      { name: "changes.json", bytes: utf8(changesJson(changes)) },
    ],
    count: before === undefined ? undefined : changes.count,
  };
}

function readPrevious({ bytes, file }: PreviousRecords, report: Report): Snapshot | undefined {
  const read = readSnapshot(bytes);
  if (read.success) return read.snapshot;
  report({ code: "changes-not-known", at: { kind: "file", file }, args: {} });
  return undefined;
}

function numbered(edition: number | undefined): SideName {
  return edition === undefined ? {} : { edition };
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
