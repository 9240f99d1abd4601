/** The words of a comparison → which editions or folders of data are meant, or why none is. */
import { stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import type { SideName } from "../compare/index.ts";
import { manifestName } from "../contracts/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import { editionFolder, editionsWithRecords, hasRecords, historyFolder } from "../editions/index.ts";
import { displayPath, isFolder } from "../files/index.ts";

/** An edition's folder with its records, or a folder of exports. */
export type ComparedFolder = {
  readonly kind: "records" | "data";
  readonly folder: string;
  readonly name: SideName;
};

/** Numbers of two editions of one department; the newest where only the older is given. */
export type WantedEditions = { readonly before: number; readonly after?: number };

export type SidesOptions = {
  /** One folder whose editions are compared, or two that are compared with each other. */
  readonly folders: readonly string[];
  /** The folder below which departments are looked for that are given by name. */
  readonly out: string;
  readonly editions?: WantedEditions | undefined;
};

export type Sides =
  | { readonly found: true; readonly before: ComparedFolder; readonly after: ComparedFolder }
  | { readonly found: false; readonly problem: Diagnostic };

export async function findSides({ folders, out, editions }: SidesOptions): Promise<Sides> {
  const [first = "", second] = folders;
  if (second === undefined) return findEditions(await candidatesOf(first, out), { first, out, editions });
  const [before, after] = [await findSide(first, out), await findSide(second, out)];
  if (before === undefined) return notFound(first, out);
  return after === undefined ? notFound(second, out) : { found: true, before, after };
}

/** A folder given by its path goes before one of that name below the output folder. */
async function candidatesOf(word: string, out: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const folder of [word, join(out, word)]) if (await isFolder(folder)) found.push(folder);
  return found;
}

type OneDepartment = Pick<SidesOptions, "out" | "editions"> & { readonly first: string };

async function findEditions(
  candidates: readonly string[],
  { first, out, editions: wanted }: OneDepartment,
): Promise<Sides> {
  const [nearest] = candidates;
  if (nearest === undefined) return notFound(first, out);
  const listed = await Promise.all(
    candidates.map(async (folder) => ({ folder, editions: await editionsWithRecords(folder) })),
  );
  const { folder, editions } = listed.find((one) => one.editions.length > 0) ?? {
    folder: nearest,
    editions: [],
  };
  const at = { kind: "file", file: displayPath(folder) } as const;
  const older = wanted?.before ?? editions.at(-2);
  const newer = wanted?.after ?? editions.at(-1);
  for (const edition of [wanted?.before, wanted?.after])
    if (edition !== undefined && !editions.includes(edition)) {
      const args = { folder: at.file, edition, editions };
      return { found: false, problem: { code: "edition-not-found", at, args } };
    }
  if (older === undefined || newer === undefined)
    return { found: false, problem: { code: "no-edition", at, args: { folder: at.file, editions } } };
  const side = (edition: number): ComparedFolder => ({
    kind: "records",
    folder: editionFolder(folder, edition),
    name: { edition },
  });
  return { found: true, before: side(older), after: side(newer) };
}

async function findSide(word: string, out: string): Promise<ComparedFolder | undefined> {
  const [folder] = await candidatesOf(word, out);
  if (folder === undefined) return undefined;
  const name = displayPath(folder);
  const newest = (await editionsWithRecords(folder)).at(-1);
  if (newest !== undefined)
    return { kind: "records", folder: editionFolder(folder, newest), name: { name, edition: newest } };
  if (!(await hasRecords(folder)) || !(await isEdition(folder)))
    return { kind: "data", folder, name: { name } };
  return { kind: "records", folder, name: { name } };
}

/** Beside a manifest, or in a history: an export may be called records.json as well. */
async function isEdition(folder: string): Promise<boolean> {
  const manifest = await stat(join(folder, manifestName)).catch(() => undefined);
  return manifest !== undefined || basename(dirname(resolve(folder))) === historyFolder;
}

function notFound(word: string, out: string): Sides {
  const args = { folder: displayPath(word), out: displayPath(out) };
  return {
    found: false,
    problem: { code: "comparison-not-found", at: { kind: "option", option: word }, args },
  };
}
