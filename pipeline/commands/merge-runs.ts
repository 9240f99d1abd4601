/** The records of all shards of a run → the one record that a single run would have written, or what keeps them apart. */
import { basename, dirname } from "node:path";
import { joinedOverview, readLastRun, withAbsolutePaths, workingFolder } from "../batch/index.ts";
import type { ExitCode, RunRecord, Shard } from "../contracts/index.ts";
import { sumOfTotals } from "../department/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import { type HoldOptions, holdOutput, replaceFiles } from "../editions/index.ts";
import { compareNames, displayPath, encodeJson } from "../files/index.ts";
import { findingRecord } from "../lists/index.ts";
import { sharedOptions } from "../options/index.ts";

export type MergeOptions = Pick<HoldOptions, "self" | "wait" | "signal" | "onWait"> & {
  /** Records of shards, in any order. */
  readonly files: readonly string[];
  /** Where the whole is written to. */
  readonly output: string;
};

export type Merged =
  | { readonly kind: "refused"; readonly exitCode: 2 | 130; readonly problems: readonly Diagnostic[] }
  | {
      readonly kind: "done";
      readonly record: RunRecord;
      readonly file: string;
      /** Why the page of all departments was not written. */
      readonly problems: readonly Diagnostic[];
    };

export async function mergeRuns({ files, output, ...holding }: MergeOptions): Promise<Merged> {
  const problems: Diagnostic[] = [];
  const report = (problem: Diagnostic) => problems.push(problem);
  // A build there writes the page of all departments, too, and its record when it has ended: none is read before.
  const held = await holdOutput(dirname(output), { ...holding, report });
  if (held.kind === "cancelled") return { kind: "refused", exitCode: 130, problems };
  if (held.kind === "refused") return refused([held.problem]);
  try {
    return await mergeInto(output, files, problems);
  } finally {
    await held.release();
  }
}

/** `problems`: so far, which are added to. */
async function mergeInto(output: string, files: readonly string[], problems: Diagnostic[]): Promise<Merged> {
  const read = await Promise.all(files.map(readShard));
  const shards = read.flatMap((one) => ("record" in one ? [one] : []));
  const unread = read.flatMap((one) => ("refusal" in one ? [one.refusal] : []));
  const [first] = shards;
  if (unread.length > 0 || first === undefined) return refused(unread);
  const apart = whatKeepsApart(shards, first);
  if (apart.length > 0) return refused(apart);
  return writeJoined(shards, output, problems);
}

/** The page of all departments and the record; `problems`: so far, which are added to. */
async function writeJoined(
  shards: readonly ReadShard[],
  output: string,
  problems: Diagnostic[],
): Promise<Merged> {
  const folder = dirname(output);
  const joined = merge(
    shards.map((one) => one.record),
    folder,
  );
  const made = shards.map(({ path, record }) => ({ folder: dirname(path), record }));
  const files = await joinedOverview(folder, {
    record: joined,
    shards: made,
    report: (problem) => problems.push(problem),
  });
  const record = { ...joined, problems: [...joined.problems, ...problems.map(findingRecord)] };
  const failures: Diagnostic[] = [];
  // The record says that all is there.
  const last = { name: basename(output), bytes: encodeJson(record) };
  const report = (problem: Diagnostic) => failures.push(problem);
  const written = await replaceFiles({ out: folder, below: "" }, { files, last }, { report });
  return written === "done"
    ? { kind: "done", record, file: displayPath(output), problems }
    : refused(failures);
}

function refused(problems: readonly Diagnostic[]): Merged {
  return { kind: "refused", exitCode: 2, problems };
}

type ReadShard = {
  readonly path: string;
  /** The same as shown. */
  readonly file: string;
  readonly record: RunRecord;
  readonly shard: Shard;
};

async function readShard(path: string): Promise<ReadShard | { readonly refusal: Diagnostic }> {
  const read = await readLastRun(path);
  const file = displayPath(path);
  const at = { kind: "file", file } as const;
  if ("refusal" in read) return { refusal: { code: "run-file-unreadable", at, args: {} } };
  const { shard } = read.record;
  if (shard === undefined) return { refusal: { code: "run-file-without-shard", at, args: {} } };
  return { path, file, record: read.record, shard };
}

/** All of it at once: whoever started five machines wants to know of both that are missing. */
function whatKeepsApart(shards: readonly ReadShard[], first: ReadShard): readonly Diagnostic[] {
  const differing = shards.flatMap((one) => {
    const what = differences(first, one);
    const at = { kind: "file", file: one.file } as const;
    return what.length === 0
      ? []
      : [{ code: "shards-differ", at, args: { other: first.file, what } } as const];
  });
  // Of two different runs it means nothing that shards are missing.
  if (differing.length > 0) return differing;
  const { of, departments: all } = first.shard;
  const problems: Diagnostic[] = [];
  for (let index = 1; index <= of; index += 1) {
    const files = shards.filter(({ shard }) => shard.index === index).map(({ file }) => file);
    const at = { kind: "file", file: files[0] ?? first.file } as const;
    if (files.length === 0) problems.push({ code: "shard-missing", at, args: { index, of } });
    if (files.length > 1) problems.push({ code: "shard-twice", at, args: { index, of, files } });
  }
  if (problems.length > 0) return problems;
  const inFile = new Map<string, string>();
  for (const { file, record } of shards)
    for (const { folder } of record.departments) {
      const other = inFile.get(folder);
      const at = { kind: "file", file } as const;
      if (other !== undefined) problems.push({ code: "department-twice", at, args: { folder, other } });
      inFile.set(folder, file);
    }
  if (problems.length === 0 && inFile.size !== all) {
    const at = { kind: "file", file: first.file } as const;
    problems.push({ code: "departments-missing", at, args: { found: inFile.size, all } });
  }
  return problems;
}

/** What must be the same and is not, as the command line calls it; where the shards were written to may differ. */
function differences(one: ReadShard, other: ReadShard): readonly string[] {
  const facts = [factsOf(one), factsOf(other)] as const;
  // A machine's working folder is its own matter; in a retry from elsewhere the paths have become absolute.
  const absolute = [factsOf(absolutely(one)), factsOf(absolutely(other))] as const;
  // A retry chooses by what failed, and forgets how the run before it chose.
  const retried = one.record.options.retry || other.record.options.retry;
  const names = Object.keys(facts[0]).filter((name) => !(retried && ["--only", "--exclude"].includes(name)));
  return names.filter((name) =>
    [facts, absolute].every(([here, there]) => textOf(here[name]) !== textOf(there[name])),
  );
}

function absolutely(one: ReadShard): ReadShard {
  return { ...one, record: withAbsolutePaths(one.record) };
}

function factsOf({ record, shard }: ReadShard): Readonly<Record<string, unknown>> {
  const { options } = record;
  return {
    version: record.version,
    folders: options.folders,
    departments: shard.places,
    forms: record.forms,
    "--shard": shard.of,
    ...sharedOptions(options),
  };
}

/** Whatever the order of the keys. */
function textOf(value: unknown): string {
  const text = JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([one], [two]) => (one < two ? -1 : 1)))
      : inner,
  );
  return text ?? "";
}

function merge(shards: readonly RunRecord[], folder: string): RunRecord {
  const records = seenAlike(shards);
  const [first, ...others] = records.toSorted((one, other) => (one.startedAt < other.startedAt ? -1 : 1));
  if (first === undefined) throw new Error("no records to merge");
  // The options of a retry are not all of what was asked for.
  const { options } = [first, ...others].find((one) => !one.options.retry) ?? first;
  const { shard: _, node: __, ...same } = first;
  const startedAt = Date.parse(first.startedAt);
  const ends = records.map((one) => Date.parse(one.startedAt) + one.seconds * 1000);
  const departments = records.flatMap((one) => one.departments);
  const removedDrafts = records.flatMap((one) => one.removedDrafts ?? []);
  const outs = new Set(records.map((one) => one.options.out));
  const nodes = new Set(records.map(({ node }) => node));
  const froms = new Set(records.map((one) => one.options.from));
  return {
    ...same,
    ...(nodes.size === 1 && first.node !== undefined ? { node: first.node } : {}),
    seconds: Math.round(Math.max(...ends) - startedAt) / 1000,
    exitCode: gravest(records.map(({ exitCode }) => exitCode)),
    options: {
      ...options,
      // Machines keep their data in places of their own: it is tried again from where the records were joined.
      ...(froms.size === 1 ? {} : { from: workingFolder() }),
      ...(outs.size === 1 ? {} : { out: displayPath(folder) }),
    },
    totals: sumOfTotals(departments),
    departments: departments.toSorted((one, other) => compareNames(one.folder, other.folder)),
    ...(removedDrafts.length === 0 ? {} : { removedDrafts }),
    problems: onceEach(records.flatMap((one) => one.problems)),
    brokenForms: onceEach(records.flatMap((one) => one.brokenForms)),
  };
}

/** Where one was tried again from elsewhere, its paths are absolute: so are the others' then. */
function seenAlike(records: readonly RunRecord[]): readonly RunRecord[] {
  const absolute = records.map(withAbsolutePaths);
  const isOne = (these: readonly RunRecord[]) =>
    new Set(these.map(({ options }) => textOf(options.folders))).size === 1;
  return !isOne(records) && isOne(absolute) ? absolute : records;
}

/** In the order in which a single run decides. */
function gravest(exitCodes: readonly ExitCode[]): ExitCode {
  const byGravity = [130, 3, 2, 1, 0] as const;
  return byGravity.find((code) => exitCodes.includes(code)) ?? 0;
}

/** Each shard says again what belongs to no department. */
function onceEach<Item>(items: readonly Item[]): readonly Item[] {
  return [...new Map(items.map((item) => [textOf(item), item])).values()];
}
