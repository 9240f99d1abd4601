/** The lists that are due → the files of a folder, in which those that somebody has filled in stay as they are. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { type Diagnostic, type Report, severityOf } from "../diagnostics/index.ts";
import { folderOf, isRefusedForLink, type OutputPlace, replaceFiles } from "../editions/index.ts";
import {
  compareNames,
  displayPath,
  hashOfBytes,
  hashOfFile,
  isArchive,
  type NewFile,
  readRegular,
} from "../files/index.ts";
import { readSource } from "../read/index.ts";
import {
  type Carried,
  type FeedbackState,
  type ReturnedList,
  readRecord,
  recordFile,
} from "./feedback-record.ts";
import { refusalBySize, type SourceOpener } from "./open-source.ts";

type List = { readonly name: string; readonly bytes: () => Promise<Uint8Array> };

/** Lists to be written, what units have answered so far, and whose lists they are and were. */
export type Due = { readonly lists: readonly List[]; readonly carried: Carried } & Pick<
  FeedbackState,
  "owners"
>;

type Replacing = {
  /** Hash of what the lists are made from. */
  readonly of: string;
  readonly listsWith: (before: FeedbackState, kept: readonly ReturnedList[]) => Promise<Due>;
};

export type ReplacingTools = {
  readonly opener: SourceOpener;
  readonly report: Report;
};

/**
 * A list that somebody has filled in is not what we wrote, and stays as it is: the new one is put beside it under the
 * next free name. Those that we wrote and that nobody has touched are replaced, or removed if they are no longer due.
 */
export async function replaceLists(
  place: OutputPlace,
  { of, listsWith }: Replacing,
  tools: ReplacingTools,
): Promise<void> {
  const { report } = tools;
  if (await isRefusedForLink(place, { names: [""], report })) return;
  const folder = folderOf(place);
  const before = await readRecord(folder);
  const present = await listsIn(place);
  if (before.of === of && isSame(before.seen, present)) return;
  const kept = new Map([...present].filter(([name, hash]) => before.files.get(name) !== hash));
  const { lists, carried, owners } = await listsWith(before, await listsNamed(folder, kept, tools));
  // One beside a list that was filled in does not take the name of another unit: 一院-2.xlsx may be that of 一院-2.
  const taken = new Set(lists.map(({ name }) => name.toLowerCase()));
  const files: NewFile[] = [];
  for (const { name, bytes } of lists) {
    let free = name;
    for (let count = 2; kept.has(free) || (free !== name && taken.has(free.toLowerCase())); count += 1)
      free = name.replace(/\.xlsx$/u, `-${count}.xlsx`);
    taken.add(free.toLowerCase());
    if (free !== name) {
      const at = { kind: "file", file: displayPath(join(folder, name)) } as const;
      report({ code: "feedback-kept", at, args: { beside: free } });
    }
    files.push({ name: free, bytes: await bytes() });
  }
  const now = new Map(files.map(({ name, bytes }) => [name, hashOfBytes(bytes)]));
  const removals = [...before.files].flatMap(([name, sha256]) => (now.has(name) ? [] : [{ name, sha256 }]));
  const written = { of, owners, files: now, seen: new Map([...kept, ...now]), ...carried };
  const isNone = files.length === 0 && kept.size === 0;
  if (isNone && before.of === undefined) return;
  await replaceFiles(place, { files: [...files, recordFile(written)], removals }, { report });
}

/** Instead of a hash: lists that somebody has put into a folder are not looked for. */
const folderMark = "folder";

/** Whatever may be a list, or have some in it. Beside one that is open elsewhere lies a hidden twin, which begins with `~$`. */
async function listsIn({ out, below }: OutputPlace): Promise<ReadonlyMap<string, string>> {
  const folder = join(out, below);
  // Beside the list of all departments lies what other commands write.
  const pattern =
    below === "" ? /^反馈(?:-\d+)?\.(?:xlsx|xls|et|ods|csv)$/iu : /^[^~.].*\.(?:xlsx|xls|et|ods|csv)$/iu;
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const found: (readonly [string, string])[] = [];
  for (const entry of entries.toSorted((one, other) => compareNames(one.name, other.name))) {
    const { name } = entry;
    if (below !== "" && entry.isDirectory() && !isHidden(name)) found.push([name, folderMark]);
    const mayHaveLists = pattern.test(name) || (below !== "" && isArchive(name) && !/^[~.]/u.test(name));
    if (entry.isDirectory() || !mayHaveLists) continue;
    const hash = await hashOfFile(join(folder, name));
    if (hash !== undefined) found.push([name, hash]);
  }
  return new Map(found);
}

/** `__MACOSX` is what macOS puts into an archive beside its files. */
function isHidden(folder: string): boolean {
  return folder.startsWith(".") || folder === "__MACOSX";
}

/** What was filled in cannot be seen in one that is not opened, which is told. */
async function listsNamed(
  folder: string,
  kept: ReadonlyMap<string, string>,
  { opener, report }: ReplacingTools,
): Promise<readonly ReturnedList[]> {
  const lists: ReturnedList[] = [];
  for (const [name, hash] of kept) {
    const path = join(folder, name);
    const file = displayPath(path);
    const notRead = (what: "file" | "archive" | "folder") =>
      report({ code: "feedback-not-read", at: { kind: "file", file }, args: { what } });
    if (hash === folderMark) {
      notRead("folder");
      continue;
    }
    const found = await findingsIn({ path, name }, opener);
    const read = found.flatMap(({ code, args }) =>
      code === "feedback-not-a-source" ? [{ ...args, file }] : [],
    );
    lists.push(...read);
    const isUnopened = found.some(({ code }) => code === "container-not-read");
    if (isUnopened || (isArchive(name) && read.length === 0)) notRead("archive");
    else if (found.some((one) => severityOf(one) === "failure")) notRead("file");
  }
  return lists;
}

/** What is said of a file when it is read. */
async function findingsIn(
  { path, name }: { readonly path: string; readonly name: string },
  { open, limits }: SourceOpener,
): Promise<readonly Diagnostic[]> {
  // It may be gone again, or somebody else's.
  const refusal = await refusalBySize({ path, name }, limits).catch(() => undefined);
  if (refusal !== undefined) return [refusal];
  const bytes = await readRegular(path).catch(() => undefined);
  if (bytes === undefined) return [];
  const found: Diagnostic[] = [];
  readSource(await open({ name, bytes }), (one) => found.push(one));
  return found;
}

function isSame(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  return one.size === other.size && [...one].every(([name, hash]) => other.get(name) === hash);
}
