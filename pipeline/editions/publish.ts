/** An edition's files → a department's output folder: all of them or none; the manifest comes last. */

import { readdir } from "node:fs/promises";
import { extname, join } from "node:path";
import {
  type FileHash,
  knownFindingsName,
  type Manifest,
  manifestName,
  type PublicRecord,
  recordsName,
} from "../contracts/index.ts";
import type { Report } from "../diagnostics/index.ts";
import {
  compareNames,
  type Disk,
  displayPath,
  encodeJson,
  hashOfBytes,
  hashOfFile,
  hashOfOwn,
  type JsonRecord,
  linkOnTheWay,
  type NewFile,
  readOwn,
} from "../files/index.ts";
import { historyPath, listEditions, readManifest } from "./history.ts";
import { folderOf, type OutputPlace } from "./journal.ts";
import { type Replaced, replaceFiles, settlePlace } from "./replace-files.ts";

type Document = NewFile & { readonly format: string };

export type Edition = {
  readonly version: string;
  readonly title: string;
  readonly form: string;
  readonly draft: boolean;
  readonly documents: readonly Document[];
  /** What may be published of it, which lies in a folder of its own; with what the manifest says of that beside the files. */
  readonly public?: ({ readonly documents: readonly Document[] } & Omit<PublicRecord, "files">) | undefined;
  /** The findings: written with the edition, but no part of it. */
  readonly lists: readonly NewFile[];
  /** Further files of the edition, which the manifest names beside the documents. */
  readonly extras: readonly NewFile[];
  /** What it was built from, and what it holds; for the manifest, and not looked into here. */
  readonly inputs?: JsonRecord;
  readonly summary?: JsonRecord;
  /** Absent if none is kept, as of drafts. */
  readonly history?: {
    /** How many of the newest editions are kept; this one always is. */
    readonly keep: number;
    readonly records?: Uint8Array;
    /** What its findings are known by. */
    readonly findings?: Uint8Array;
  };
};

/** Publishes an edition, with its place in the history; if it is not done, `report` has said why. */
export async function publishEdition(
  place: OutputPlace,
  edition: Edition,
  writing: { readonly report: Report; readonly on?: Disk },
): Promise<Replaced> {
  // First, as what is there to be completed may be the edition that this one follows.
  if (!(await settlePlace(place, writing))) return "pending";
  const folder = folderOf(place);
  const before = await readManifest(folder);
  const isDamaged = before === undefined && (await hashOfFile(join(folder, manifestName))) !== undefined;
  const kept = await listEditions(folder);
  const manifest = manifestOf(edition, before, kept);
  const encoded = encodeJson(manifest);
  const published = (edition.public?.documents ?? []).map(({ name, bytes }) => ({
    name: inPublic(name),
    bytes,
  }));
  const copies = await copiesOfEdited(folder, before, [...edition.documents, ...published]);
  const replaced = await replaceFiles(
    place,
    {
      files: [
        ...copies,
        ...edition.documents,
        ...published,
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
    if (isDamaged) reportDamaged(folder, manifest, writing.report);
    reportCopies(folder, copies, writing.report);
    await reportStrangers(folder, manifest, writing.report);
    await reportOutdated(folder, { before, manifest }, writing.report);
  }
  return replaced;
}

/** Its documents are left alone, and the history alone says which number comes next. */
function reportDamaged(folder: string, { edition }: Manifest, report: Report): void {
  const file = displayPath(join(folder, manifestName));
  report({ code: "manifest-damaged", at: { kind: "file", file }, args: { edition: String(edition) } });
}

export const publicFolder = "public";

/** The place of a document that may be published, from its department's output folder. */
export function inPublic(name: string): string {
  return `${publicFolder}/${name}`;
}

/**
 * Whatever else lies among the files to be published is published with them: those of an edition whose manifest was
 * lost, and copies of what somebody has edited.
 */
async function reportStrangers(folder: string, manifest: Manifest, report: Report): Promise<void> {
  if ((await linkOnTheWay(folder, publicFolder)) !== undefined) return;
  const own = new Set((manifest.public?.files ?? []).map(({ name }) => name));
  const entries = await readdir(join(folder, publicFolder), { withFileTypes: true }).catch(() => []);
  const files = entries.flatMap((one) => (one.isDirectory() || own.has(one.name) ? [] : [one.name]));
  if (files.length === 0) return;
  const shown = displayPath(join(folder, publicFolder));
  report({
    code: "public-strangers",
    at: { kind: "file", file: shown },
    args: { folder: shown, files: files.toSorted(compareNames) },
  });
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
    if (current.some((one) => one.name === name) || (await hashOfOwn(folder, name)) === undefined) continue;
    const file = displayPath(path);
    report({ code: "earlier-format-left", at: { kind: "file", file }, args: { file: name } });
  }
}

function manifestOf(edition: Edition, before: Manifest | undefined, kept: readonly number[]): Manifest {
  const { documents, public: published, lists: _, extras, history, inputs, summary, ...about } = edition;
  const files = documents.map(describeDocument);
  const formats = new Set(files.map((file) => file.format));
  const { records } = history ?? {};
  const said = { files, records: records && { bytes: records.length, sha256: hashOfBytes(records) } };
  return {
    ...about,
    edition: numberOf(said, before, kept),
    ...said,
    earlier: documentsOf(before).filter((old) => !formats.has(old.format)),
    extras: extras.map(describeFile),
    public: published && publicRecord(published),
    inputs,
    summary,
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

function publicOf(manifest: Manifest | undefined): Manifest["files"] {
  return (manifest?.public?.files ?? []).map((file) => ({ ...file, name: inPublic(file.name) }));
}

/**
 * Files of the edition before that have no successor of the same name, but for formats not asked for this time. What was
 * to be published of it is: no edition leaves there what another one says.
 */
function leftBehind(before: Manifest | undefined, now: Manifest): readonly FileHash[] {
  const names = new Set(
    [...now.files, ...now.earlier, ...now.extras, ...publicOf(now)].map(({ name }) => name),
  );
  const old = [...documentsOf(before), ...publicOf(before), ...(before?.extras ?? [])];
  return old
    .filter(({ name }) => !names.has(name))
    .map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 }));
}

function historyFiles(
  { history }: Edition,
  { number, encoded }: { readonly number: number; readonly encoded: Uint8Array },
): readonly NewFile[] {
  if (history === undefined) return [];
  const { records, findings } = history;
  const kept = (name: string, bytes: Uint8Array | undefined) =>
    bytes === undefined ? [] : [{ name: historyPath(number, name), bytes }];
  return [
    ...kept(recordsName, records),
    ...kept(knownFindingsName, findings),
    ...kept(manifestName, encoded),
  ];
}

function outlived(kept: readonly number[], current: number, keep: number): readonly string[] {
  const older = kept.filter((edition) => edition !== current).toSorted((one, other) => other - one);
  return older.slice(Math.max(0, keep - 1)).map((edition) => historyPath(edition));
}

export function describeDocument(file: Document): Manifest["files"][number] {
  return { ...describeFile(file), format: file.format };
}

export function publicRecord({ documents, ...about }: NonNullable<Edition["public"]>): PublicRecord {
  return { files: documents.map(describeDocument), ...about };
}

function describeFile({ name, bytes }: NewFile): FileHash {
  return { name, bytes: bytes.length, sha256: hashOfBytes(bytes) };
}

/**
 * Whether two editions say the same: by their records, and only if one has none by their documents, whose bytes
 * change with the day, the fonts and the formats that were asked for.
 */
function saysTheSame(one: Said, other: Said): boolean {
  if (one.records !== undefined && other.records !== undefined)
    return one.records.sha256 === other.records.sha256;
  const [first, second] = [one, other].map(({ files }) =>
    JSON.stringify(files.map(({ name, sha256 }) => [name, sha256])),
  );
  return first === second;
}

type KeptCopy = NewFile & {
  /** The report it was, which is about to be replaced. */
  readonly of: string;
};

/**
 * Copies of the documents that the last manifest names, that now have other bytes, and that the new ones would
 * replace. They are files of the same set, so they are there exactly if the report is replaced.
 */
async function copiesOfEdited(
  folder: string,
  before: Manifest | undefined,
  documents: readonly NewFile[],
): Promise<readonly KeptCopy[]> {
  const published = new Map(
    [...documentsOf(before), ...publicOf(before)].map(({ name, sha256 }) => [name, sha256]),
  );
  const copies: KeptCopy[] = [];
  for (const { name, bytes } of documents) {
    const sha256 = published.get(name);
    if (sha256 === undefined) continue;
    const standing = await readOwn(folder, name).catch(() => undefined);
    if (standing === undefined || [sha256, hashOfBytes(bytes)].includes(hashOfBytes(standing))) continue;
    copies.push({ of: name, name: await freeName(folder, name), bytes: standing });
  }
  return copies;
}

/** For when they are in place. */
function reportCopies(folder: string, copies: readonly KeptCopy[], report: Report): void {
  for (const { of, name } of copies) {
    const at = { kind: "file", file: displayPath(join(folder, of)) } as const;
    report({ code: "edited-report-kept", at, args: { file: of, kept: name } });
  }
}

/** 〈title〉（手工修改）.docx, and with a number if that is taken. */
async function freeName(folder: string, name: string): Promise<string> {
  const extension = extname(name);
  const title = name.slice(0, name.length - extension.length);
  for (let number = 1; ; number += 1) {
    const free = `${title}（手工修改${number === 1 ? "" : number}）${extension}`;
    if ((await hashOfFile(join(folder, free))) === undefined) return free;
  }
}
