/** Drafts below an output folder that have grown old and that nobody makes any more → removed, and listed. */
import { readdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { listNames, manifestName, type RemovedDraft, readEditionRecord } from "../contracts/index.ts";
import type { Report } from "../diagnostics/index.ts";
import { disk, displayPath, hashOfBytes, hashOfOwn, isHeld, readOwn } from "../files/index.ts";
import { readManifest } from "./history.ts";
import { folderOf, type OutputPlace, type Removal } from "./journal.ts";
import { replaceFiles } from "./replace-files.ts";

export type OldDraft = {
  readonly place: OutputPlace;
  /** Since its manifest was written, or its newest list if it has none. */
  readonly days: number;
  /** What the draft put there and is unchanged since; its manifest, if it has one, is the last. */
  readonly files: readonly Removal[];
  /** Whatever else lies in its folder. */
  readonly others: readonly string[];
};

export type DraftOptions = {
  readonly days: number;
  /** The places of this run's drafts, built or not: a failure takes nothing away. */
  readonly current: ReadonlySet<string>;
  readonly now: Date;
};

const draftFolder = "draft";
const dayLength = 24 * 60 * 60 * 1000;

/** In the order of their folders. Only reads. */
export async function findOldDrafts(
  out: string,
  { days, current, now }: DraftOptions,
): Promise<readonly OldDraft[]> {
  const old: OldDraft[] = [];
  for (const below of await draftsBelow(out, "")) {
    if (current.has(below)) continue;
    const draft = await readDraft({ out, below }, now);
    if (draft !== undefined && draft.days > days) old.push(draft);
  }
  return old;
}

/** Only for who holds the output folder's lock. What stays although it was to go is reported. */
export async function removeOldDrafts(
  drafts: readonly OldDraft[],
  report: Report,
): Promise<readonly RemovedDraft[]> {
  const removed: RemovedDraft[] = [];
  for (const draft of drafts) {
    const folder = displayPath(folderOf(draft.place));
    const at = { kind: "file", file: folder } as const;
    const held = await heldOf(draft);
    if (held.length > 0) {
      report({ code: "draft-in-use", at, args: { folder, files: held } });
      continue;
    }
    if ((await replaceFiles(draft.place, { files: [], removals: draft.files }, { report })) !== "done")
      continue;
    const left = await removeIfEmpty(draft.place);
    const names = draft.files.map(({ name }) => name);
    const stuck = names.filter((name) => left.includes(name));
    const others = left.filter((name) => !names.includes(name));
    removed.push({
      folder,
      days: Math.floor(draft.days),
      files: names.filter((name) => !stuck.includes(name)),
      left,
    });
    if (stuck.length > 0) report({ code: "draft-in-use", at, args: { folder, files: stuck } });
    if (others.length > 0) report({ code: "draft-files-left", at, args: { folder, files: others } });
  }
  return removed;
}

/** Links are not followed: what they lead to is nobody's output. */
async function draftsBelow(out: string, below: string): Promise<readonly string[]> {
  const entries = await readdir(join(out, below), { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith("."));
  const found: string[] = [];
  for (const { name } of names.toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
    const way = below === "" ? name : `${below}/${name}`;
    if (name === draftFolder) found.push(way);
    found.push(...(await draftsBelow(out, way)));
  }
  return found;
}

/** Undefined if the folder holds no draft of ours: a department may be called 〈draft〉. */
async function readDraft(place: OutputPlace, now: Date): Promise<OldDraft | undefined> {
  const folder = folderOf(place);
  const path = join(folder, manifestName);
  const manifest = await readManifest(folder);
  if (manifest === undefined) return readWithheld(place, now);
  if (!manifest.draft) return undefined;
  const [bytes, written] = await Promise.all([readOwn(folder, manifestName), stat(path)]);
  const { lists = {} } = readEditionRecord(manifest)?.summary ?? {};
  const named = [
    ...[...manifest.files, ...manifest.earlier, ...manifest.extras],
    ...Object.entries(lists).map(([name, sha256]) => ({ name, sha256 })),
  ];
  const files: Removal[] = [];
  for (const { name, sha256 } of named)
    if ((await hashOfOwn(folder, name)) === sha256) files.push({ name, sha256 });
  files.push({ name: manifestName, sha256: hashOfBytes(bytes) });
  const own = new Set(files.map(({ name }) => name));
  const others = (await readdir(folder)).filter((name) => !own.has(name)).toSorted();
  return { place, days: (now.getTime() - written.mtimeMs) / dayLength, files, others };
}

/**
 * A draft that could never be published has left its lists, and nothing else, and no manifest to name them; one whose
 * removal was cut short has left its folder.
 */
async function readWithheld(place: OutputPlace, now: Date): Promise<OldDraft | undefined> {
  const folder = folderOf(place);
  const names = (await readdir(folder)).toSorted();
  if (names.length > 0 && names.join() !== listNames.toSorted().join()) return undefined;
  const paths = names.map((name) => join(folder, name));
  const [hashes, written] = await Promise.all([
    Promise.all(names.map((name) => hashOfOwn(folder, name))),
    Promise.all((names.length === 0 ? [folder] : paths).map((path) => stat(path))),
  ]);
  const files = names.flatMap((name, index): readonly Removal[] => {
    const sha256 = hashes[index];
    return sha256 === undefined ? [] : [{ name, sha256 }];
  });
  const newest = Math.max(...written.map(({ mtimeMs }) => mtimeMs));
  return { place, days: (now.getTime() - newest) / dayLength, files, others: [] };
}

/** Files that another program has open, which Windows would not remove: the draft stays whole, and goes next time. */
async function heldOf({ place, files }: OldDraft): Promise<readonly string[]> {
  const held: string[] = [];
  for (const { name } of files)
    await disk.probe(join(folderOf(place), name)).catch((error: unknown) => {
      if (isHeld(error)) held.push(name);
    });
  return held;
}

/** The folder, and those above it that hold nothing else; names what is still there. */
async function removeIfEmpty({ out, below }: OutputPlace): Promise<readonly string[]> {
  const left = await readdir(join(out, below)).catch(() => []);
  if (left.length > 0) return left.toSorted();
  for (let way = below; way !== "."; way = dirname(way)) {
    const gone = await disk.removeEmptyFolder(join(out, way)).then(
      () => true,
      () => false,
    );
    if (!gone) break;
  }
  return [];
}
