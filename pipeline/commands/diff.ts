/** Two editions of a department, or an edition and data that are yet to be printed → what changed. */

import { stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { readFolders } from "../batch/index.ts";
import type { Finding } from "../catalogue/index.ts";
import type { SideName } from "../compare/index.ts";
import { compareSnapshots } from "../compare/index.ts";
import { type Changes, type ExitCode, manifestName, type Snapshot } from "../contracts/index.ts";
import { hasFailure, takeSnapshot } from "../department/index.ts";
import type { Diagnostic, Report } from "../diagnostics/index.ts";
import {
  editionFolder,
  editionsWithRecords,
  hasRecords,
  historyFolder,
  type RunningProcess,
  readEdition,
  settleOutputs,
} from "../editions/index.ts";
import { displayPath, isFolder } from "../files/index.ts";

export type DiffOptions = SidesOptions & {
  /** The user's own forms, for folders of data. */
  readonly templates: string | undefined;
  /** As given to `--limits`. */
  readonly limits: string | undefined;
  readonly signal: AbortSignal;
  /** For the lock of an output folder that a killed run has left half done. */
  readonly self: RunningProcess;
  /** Hears what was made of it. */
  readonly report: Report;
};

export type Comparison =
  /** 2: no such editions or folders; 1: records or data that cannot be read; 3: our own bug; 130: cancelled. */
  | {
      readonly kind: "failed";
      readonly exitCode: Exclude<ExitCode, 0>;
      readonly problems: readonly Finding[];
    }
  | { readonly kind: "done"; readonly exitCode: 0; readonly changes: Changes };

export async function diff(options: DiffOptions): Promise<Comparison> {
  const { folders, out } = options;
  await settleOutputs([out, ...folders], options);
  if (options.signal.aborted) return { kind: "failed", exitCode: 130, problems: [] };
  const sides = await findSides(options);
  if (!sides.found) return { kind: "failed", exitCode: 2, problems: [sides.problem] };
  const before = await readSide(sides.before, options);
  if (before.kind === "failed") return before;
  const after = await readSide(sides.after, options);
  if (after.kind === "failed") return after;
  const names = { before: sides.before.name, after: sides.after.name };
  return { kind: "done", exitCode: 0, changes: compareSnapshots(before.snapshot, after.snapshot, names) };
}

type ReadSide =
  | { readonly kind: "read"; readonly snapshot: Snapshot }
  | Extract<Comparison, { readonly kind: "failed" }>;

async function readSide(side: ComparedFolder, options: DiffOptions): Promise<ReadSide> {
  if (side.kind === "data") return readData(side.folder, options);
  const problems: Diagnostic[] = [];
  const snapshot = await readEdition(side.folder, (problem) => problems.push(problem));
  return snapshot === undefined ? { kind: "failed", exitCode: 1, problems } : { kind: "read", snapshot };
}

/** As `huibian check` reads it; what breaks a rule is no matter here, what cannot be read is. */
async function readData(folder: string, { templates, limits, signal }: DiffOptions): Promise<ReadSide> {
  const read = await readFolders([folder], {
    ...{ templates, limits, signal, take: takeSnapshot },
    refuse: (found) => (found.length > 1 ? [severalDepartments(folder, found)] : []),
  });
  if (read.kind === "refused") return { ...read, kind: "failed" };
  const [{ result, value: snapshot } = {}] = read.departments;
  if (snapshot !== undefined) return { kind: "read", snapshot };
  const failures = (result?.findings ?? []).filter((finding) => hasFailure([finding]));
  const crashed = failures.some(({ code }) => code === "internal-error");
  return { kind: "failed", exitCode: signal.aborted ? 130 : crashed ? 3 : 1, problems: failures };
}

function severalDepartments(folder: string, departments: readonly { readonly folder: string }[]): Diagnostic {
  const shown = displayPath(folder);
  const args = { folder: shown, departments: departments.map((one) => one.folder) };
  return { code: "comparison-several-departments", at: { kind: "option", option: shown }, args };
}

/** An edition's folder with its records, or a folder of exports. */
type ComparedFolder = {
  readonly kind: "records" | "data";
  readonly folder: string;
  readonly name: SideName;
};

/** Numbers of two editions of one department; the newest where only the older is given. */
export type WantedEditions = { readonly before: number; readonly after?: number };

type SidesOptions = {
  /** One folder whose editions are compared, or two that are compared with each other. */
  readonly folders: readonly string[];
  /** The folder below which departments are looked for that are given by name. */
  readonly out: string;
  readonly editions?: WantedEditions | undefined;
};

type Sides =
  | { readonly found: true; readonly before: ComparedFolder; readonly after: ComparedFolder }
  | { readonly found: false; readonly problem: Diagnostic };

async function findSides({ folders, out, editions }: SidesOptions): Promise<Sides> {
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
