/** An output folder → the departments that have something in it, whichever run made it: their editions, and why one failed since. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import {
  type EditionSummary,
  type FindingRecord,
  FindingsFile,
  listNames,
  type Manifest,
  manifestName,
  readEditionRecord,
} from "../contracts/index.ts";
import { folderOf, type OutputPlace, readManifest } from "../editions/index.ts";
import { compareNames, hashOfBytes, parseJson, readOwn } from "../files/index.ts";

/** What a folder holds of a department: its final edition or its draft. */
export type FoundEdition = {
  readonly place: OutputPlace;
  /** Absent where nothing was published yet. */
  readonly manifest: Manifest | undefined;
  /** Undefined of editions of other versions. */
  readonly summary: EditionSummary | undefined;
  /** Of a try since that failed, all that it found; undefined if the lists are those of the edition. */
  readonly failed: FindingsFile | undefined;
  /** Of files and folders in it. */
  readonly names: ReadonlySet<string>;
};

export type FoundDepartment = {
  /** The way to its folder, within its output folder. */
  readonly folder: string;
  readonly final?: FoundEdition | undefined;
  readonly draft?: FoundEdition | undefined;
};

const draftFolder = "draft";
const [, findingsName] = listNames;

/** In the order of their folders. Links are not followed: what they lead to is nobody's output. */
export async function findEditions(out: string): Promise<readonly FoundDepartment[]> {
  const departments = new Map<string, FoundDepartment>();
  for (const found of await editionsBelow(out, "")) {
    const { below } = found.place;
    const isDraft = found.manifest?.draft ?? below.endsWith(`/${draftFolder}`);
    const folder = isDraft ? below.slice(0, -draftFolder.length - 1) : below;
    departments.set(folder, { folder, ...departments.get(folder), [isDraft ? "draft" : "final"]: found });
  }
  return [...departments.values()].toSorted((one, other) => compareNames(one.folder, other.folder));
}

async function editionsBelow(out: string, below: string): Promise<readonly FoundEdition[]> {
  const entries = await readdir(join(out, below), { withFileTypes: true }).catch(() => []);
  const names = new Set(entries.map(({ name }) => name));
  const own =
    below !== "" && (names.has(manifestName) || names.has(findingsName))
      ? [await readFound({ out, below }, names)]
      : [];
  const folders = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith("."));
  const further = await Promise.all(
    folders.map(({ name }) => editionsBelow(out, below === "" ? name : `${below}/${name}`)),
  );
  return [...own, ...further.flat()];
}

async function readFound(place: OutputPlace, names: ReadonlySet<string>): Promise<FoundEdition> {
  const folder = folderOf(place);
  const manifest = await readManifest(folder);
  const summary = manifest && readEditionRecord(manifest)?.summary;
  const bytes = await readOwn(folder, findingsName).catch(() => undefined);
  const isOwn = bytes === undefined || summary?.lists[findingsName] === hashOfBytes(bytes);
  const lists = isOwn ? undefined : FindingsFile.safeParse(parseJson(bytes.toString("utf8"))).data;
  // Lists that were edited or are of another version tell of no failure.
  const failed = lists?.findings.some(isFailure) ? lists : undefined;
  return { place, manifest, summary, failed, names };
}

export function isFailure({ severity }: Pick<FindingRecord, "severity">): boolean {
  return severity === "failure";
}
