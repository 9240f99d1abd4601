/** A department's records and those of its last edition → the files of the new edition that tell what changed. */
import { changesJson, changesMarkdown, compareSnapshots, type SideName } from "../compare/index.ts";
import { readSnapshot, recordsName, type Snapshot, writeSnapshot } from "../contracts/index.ts";
import type { Language, Report } from "../diagnostics/index.ts";
import type { NewFile } from "../files/index.ts";
import { type Printed, takeSnapshot } from "./take-snapshot.ts";

/** `records.json` of an earlier final edition; drafts are compared with one as well. */
export type PreviousRecords = {
  /** Undefined where they are gone, or not those that were published. */
  readonly bytes: Uint8Array | undefined;
  /** What messages call it. */
  readonly file: string;
  readonly edition?: number;
};

export type ChangesOptions = {
  readonly language: Language;
  /** The new edition's number; a draft has none. */
  readonly edition?: number | undefined;
  readonly report: Report;
};

export type ChangeFiles = {
  readonly records: NewFile;
  readonly changes: readonly NewFile[];
  /** Undefined where there is nothing to compare with. */
  readonly count: number | undefined;
  /** How many projects came, went or say something else than in the newest edition. */
  readonly projects: number;
};

/** What an edition's change list is called, for people and for programs. */
export const changeNames = ["changes.md", "changes.json"] as const;

export function changesSince(
  previous: PreviousRecords | undefined,
  printed: Printed,
  { language, edition, report }: ChangesOptions,
): ChangeFiles {
  const now = takeSnapshot(printed);
  return compareWith(previous, { now, bytes: writeSnapshot(now) }, { language, edition, report });
}

/** The same, of records that are taken and written already. */
export function compareWith(
  previous: PreviousRecords | undefined,
  { now, bytes }: { readonly now: Snapshot; readonly bytes: Uint8Array },
  { language, edition, report }: ChangesOptions,
): ChangeFiles {
  const before = previous && readPrevious(previous, report);
  const names = { before: numbered(previous?.edition), after: numbered(edition) };
  const lost = previous !== undefined && before === undefined;
  const changes = { ...compareSnapshots(before, now, names), ...(lost && { unknown: true as const }) };
  const { added, removed, changed } = changes.projects;
  const [markdown, json] = changeNames;
  return {
    records: { name: recordsName, bytes },
    changes: [
      { name: markdown, bytes: utf8(changesMarkdown(changes, { language })) },
      { name: json, bytes: utf8(changesJson(changes)) },
    ],
    count: before === undefined ? undefined : changes.count,
    projects: before === undefined ? 0 : added.length + removed.length + changed.length,
  };
}

function readPrevious({ bytes, file }: PreviousRecords, report: Report): Snapshot | undefined {
  const read = bytes && readSnapshot(bytes);
  if (read?.success) return read.snapshot;
  report({ code: "changes-not-known", at: { kind: "file", file }, args: {} });
  return undefined;
}

function numbered(edition: number | undefined): SideName {
  return edition === undefined ? {} : { edition };
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
