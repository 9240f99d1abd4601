/** An edition's files → a department's output folder: all of them or none; the manifest comes last. */
import { join } from "node:path";
import type { Report } from "../diagnostics/index.ts";
import type { Disk } from "../files/disk.ts";
import { displayPath } from "../files/display-path.ts";
import { hashOfBytes, hashOfFile } from "../files/hash-of.ts";
import type { JsonRecord } from "../files/is-record.ts";
import { encodeJson } from "../lists/findings-json.ts";
import { historyPath, listEditions, recordsName } from "./history.ts";
import { folderOf, type OutputPlace } from "./journal.ts";
import { copiesOfEdited, reportCopies } from "./keep-edited.ts";
import {
  describeFile,
  type FileHash,
  type Manifest,
  manifestName,
  readManifest,
  saysTheSame,
} from "./manifest.ts";
import { settlePlace } from "./recover-outputs.ts";
import { type NewFile, type Replaced, replaceFiles } from "./replace-files.ts";

export type Edition = {
  readonly version: string;
  readonly title: string;
  readonly form: string;
  readonly draft: boolean;
  readonly documents: readonly (NewFile & { readonly format: string })[];
  /** The findings: written with the edition, but no part of it. */
  readonly lists: readonly NewFile[];
  /** Further files of the edition, which the manifest names beside the documents. */
  readonly extras: readonly NewFile[];
  /** What it was built from, and what it holds; for the manifest, and not looked into here. */
  readonly inputs?: JsonRecord;
  readonly summary?: JsonRecord;
  /** Absent where none is kept, as of drafts. */
  readonly history?: {
    /** How many of the newest editions are kept; this one always is. */
    readonly keep: number;
    readonly records?: Uint8Array;
  };
};

/** Publishes an edition, with its place in the history; where it is not done, `report` has said why. */
export async function publishEdition(
  place: OutputPlace,
  edition: Edition,
  writing: { readonly report: Report; readonly on?: Disk },
): Promise<Replaced> {
  // First, as what is there to be completed may be the edition that this one follows.
  if (!(await settlePlace(place, writing))) return "pending";
  const folder = folderOf(place);
  const before = await readManifest(folder);
  const kept = await listEditions(folder);
  const manifest = manifestOf(edition, before, kept);
  const encoded = encodeJson(manifest);
  const copies = await copiesOfEdited(folder, before, edition.documents);
  const replaced = await replaceFiles(
    place,
    {
      files: [
        ...copies,
        ...edition.documents,
        ...edition.extras,
        ...edition.lists,
        ...historyFiles(edition, { number: manifest.edition, encoded }),
      ],
      removals: leftBehind(before, manifest),
      prunes: edition.history === undefined ? [] : outlived(kept, manifest.edition, edition.history.keep),
      last: { name: manifestName, bytes: encoded },
    },
    writing,
  );
  if (replaced === "done") {
    reportCopies(folder, copies, writing.report);
    await reportOutdated(folder, { before, manifest }, writing.report);
  }
  return replaced;
}

type Succession = { readonly before: Manifest | undefined; readonly manifest: Manifest };

/** Documents that stay because their format was not asked for, and that look as new as what lies beside them. */
async function reportOutdated(
  folder: string,
  { before, manifest }: Succession,
  report: Report,
): Promise<void> {
  const current = before?.edition === manifest.edition ? before.files : [];
  for (const { name } of manifest.earlier) {
    const path = join(folder, name);
    if (current.some((one) => one.name === name) || (await hashOfFile(path)) === undefined) continue;
    const file = displayPath(path);
    report({ code: "earlier-format-left", at: { kind: "file", file }, args: { file: name } });
  }
}

function manifestOf(edition: Edition, before: Manifest | undefined, kept: readonly number[]): Manifest {
  const { documents, lists: _, extras, history, inputs, summary, ...about } = edition;
  const files = documents.map((file) => ({ ...describeFile(file), format: file.format }));
  const formats = new Set(files.map((file) => file.format));
  const { records } = history ?? {};
  const said = {
    files,
    ...(records && { records: { bytes: records.length, sha256: hashOfBytes(records) } }),
  };
  return {
    ...about,
    edition: numberOf(said, before, kept),
    ...said,
    earlier: documentsOf(before).filter((old) => !formats.has(old.format)),
    extras: extras.map(describeFile),
    ...(inputs && { inputs }),
    ...(summary && { summary }),
  };
}

type Said = Pick<Manifest, "files" | "records">;

/** Built again from the same data it is the same edition: the history holds what has changed, not every run. */
function numberOf(said: Said, before: Manifest | undefined, kept: readonly number[]): number {
  if (before !== undefined && saysTheSame(before, said)) return before.edition;
  return Math.max(0, before?.edition ?? 0, ...kept) + 1;
}

function documentsOf(manifest: Manifest | undefined): Manifest["files"] {
  return manifest === undefined ? [] : [...manifest.files, ...manifest.earlier];
}

/** Files of the edition before that have no successor of the same name, but for formats not asked for this time. */
function leftBehind(before: Manifest | undefined, now: Manifest): readonly FileHash[] {
  const names = new Set([...now.files, ...now.earlier, ...now.extras].map(({ name }) => name));
  const old = [...documentsOf(before), ...(before?.extras ?? [])];
  return old
    .filter(({ name }) => !names.has(name))
    .map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 }));
}

function historyFiles(
  { history }: Edition,
  { number, encoded }: { readonly number: number; readonly encoded: Uint8Array },
): readonly NewFile[] {
  if (history === undefined) return [];
  const { records } = history;
  return [
    ...(records === undefined ? [] : [{ name: historyPath(number, recordsName), bytes: records }]),
    { name: historyPath(number, manifestName), bytes: encoded },
  ];
}

function outlived(kept: readonly number[], current: number, keep: number): readonly string[] {
  const older = kept.filter((edition) => edition !== current).toSorted((one, other) => other - one);
  return older.slice(Math.max(0, keep - 1)).map((edition) => historyPath(edition));
}
