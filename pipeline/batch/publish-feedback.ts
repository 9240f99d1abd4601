/** Rows of feedback → a workbook for each unit beside a department's reports, and one of all departments. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { FindingsFile, feedbackFolder, feedbackOfAll, listNames } from "../contracts/index.ts";
import type { Language, Report } from "../diagnostics/index.ts";
import { folderOf, type OutputPlace, readManifest, replaceFiles } from "../editions/index.ts";
import {
  compareNames,
  displayPath,
  fileNameOf,
  hashOfBytes,
  hashOfData,
  hashOfFile,
  type NewFile,
  parseJson,
  readRegular,
} from "../files/index.ts";
import { type AnsweredRow, type FeedbackRow, feedbackRows, withAnswers } from "../lists/index.ts";
import { type FeedbackList, readSource } from "../read/index.ts";
import { groupBy } from "../records/index.ts";
import {
  type Carried,
  carryOn,
  type Differing,
  differingAnswers,
  readRecord,
  recordFile,
  returnedList,
} from "./feedback-record.ts";
import { feedbackColumns, feedbackWorkbook } from "./feedback-workbook.ts";
import { openSource, startOpener } from "./open-source.ts";

type Options = {
  readonly language: Language;
  readonly report: Report;
  /** Lists that lay above the departments, such as the one of all of them. */
  readonly above: readonly FeedbackList[];
};

/**
 * For each department that has lists of findings those of its units, and one of all departments; whenever the findings
 * were made, as a run that was cut short may have published an edition and no more. What units have answered is carried
 * on: in lists among the data, of which findings tell, in lists that were filled in where we wrote them, and what earlier
 * builds knew of it. What belongs to no finding now is kept: a build that fails, or an entry of 忽略 that ends, does not
 * ask units twice.
 */
export async function publishFeedback(
  out: string,
  places: readonly OutputPlace[],
  options: Options,
): Promise<void> {
  const departments: Listed[] = [];
  for (const place of places) {
    const of = await hashOfFile(join(folderOf(place), listNames[1]));
    if (of !== undefined)
      departments.push({ place, of, read: once(() => readFound(place, options.language)) });
  }
  const { above } = options;
  const withAbove = (of: string) => (above.length === 0 ? of : hashOfData([of, above]));
  for (const one of departments) {
    const below = join(one.place.below, feedbackFolder);
    await replaceLists(
      { out, below },
      { of: withAbove(one.of), listsWith: (before, kept) => listsOfUnits(one, before, { kept, ...options }) },
      options,
    );
  }
  const of = hashOfBytes(new TextEncoder().encode(departments.map((one) => one.of).join()));
  await replaceLists(
    { out, below: "" },
    { of: withAbove(of), listsWith: (before, kept) => listOfAll(departments, before, { kept, ...options }) },
    options,
  );
}

type Listed = {
  readonly place: OutputPlace;
  /** Hash of its `findings.json`. */
  readonly of: string;
  /** Undefined if that is none. */
  readonly read: () => Promise<Found | undefined>;
};

type Found = {
  readonly rows: readonly FeedbackRow[];
  /** Lists that came back among the data. */
  readonly returned: readonly FeedbackList[];
};

/** For the lists of its units and for the one of all departments. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

async function readFound(place: OutputPlace, language: Language): Promise<Found | undefined> {
  const folder = folderOf(place);
  const bytes = await readRegular(join(folder, listNames[1]));
  const { data: file } = FindingsFile.safeParse(parseJson(new TextDecoder().decode(bytes)));
  if (file === undefined) return undefined;
  const { department, findings } = file;
  const { edition = 0 } = (await readManifest(folder)) ?? {};
  return {
    rows: feedbackRows(findings, { department, edition, language }),
    returned: findings.flatMap(({ code, args }) =>
      code === "feedback-not-a-source" ? (returnedList(args) ?? []) : [],
    ),
  };
}

type Due = { readonly lists: readonly List[]; readonly carried: Carried };

/** `kept`: those that somebody has filled in where we wrote them. */
type DueOptions = Options & { readonly kept: readonly FeedbackList[] };

/** A unit without findings gets none; what is about no unit is in the list that has the department's name. */
async function listsOfUnits({ place, read }: Listed, before: Carried, options: DueOptions): Promise<Due> {
  const { kept, above, language } = options;
  const found = await read();
  if (found === undefined) return { lists: [], carried: carryOn(before, kept) };
  const returned = [...kept, ...above, ...found.returned];
  const carried = carryOn(before, returned);
  // A list from above the departments answers for others as well.
  const asked = new Set(found.rows.map(({ key }) => key));
  const differing = differingAnswers(before, returned).filter(({ key }) => asked.has(key));
  reportDiffering(folderOf(place), differing, options);
  const byUnit = groupBy(found.rows, ({ unit, department }) => (unit === "" ? department : unit));
  const names = uniqueNames([...byUnit.keys()]);
  const columns = feedbackColumns(language).filter(({ of }) => of !== "department" && of !== "unit");
  const lists = [...byUnit].map(([unit, own]) => ({
    name: names.get(unit) ?? "",
    bytes: () =>
      feedbackWorkbook(unit, {
        columns,
        rows: withAnswers(own, { answers: carried.answers, language }),
      }),
  }));
  return { lists, carried };
}

async function listOfAll(
  departments: readonly Listed[],
  before: Carried,
  { kept, above, language }: DueOptions,
): Promise<Due> {
  const carried = carryOn(before, [...kept, ...above]);
  const rows: AnsweredRow[] = [];
  for (const { place, read } of departments) {
    const found = await read();
    if (found === undefined) continue;
    const own = await readRecord(join(folderOf(place), feedbackFolder));
    const answers = new Map([...carried.answers, ...own.answers]);
    for (const row of withAnswers(found.rows, { answers, language })) rows.push(row);
  }
  const columns = feedbackColumns(language);
  const list = { name: feedbackOfAll, bytes: () => feedbackWorkbook("反馈", { columns, rows }) };
  return { lists: rows.length === 0 ? [] : [list], carried };
}

function reportDiffering(folder: string, differing: readonly Differing[], { report }: Options): void {
  const [first] = differing;
  if (first === undefined) return;
  const { one, other } = first;
  const at = { kind: "file", file: displayPath(folder) } as const;
  report({ code: "feedback-answers-differ", at, args: { count: differing.length, one, other } });
}

/** Names that Windows takes for one another are told apart by a number. */
function uniqueNames(units: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const names = new Map<string, string>();
  for (const unit of units.toSorted(compareNames)) {
    const base = fileNameOf(unit);
    let name = base;
    for (let count = 2; taken.has(name.toLowerCase()); count += 1) name = `${base}（${count}）`;
    taken.add(name.toLowerCase());
    names.set(unit, `${name}.xlsx`);
  }
  return names;
}

type List = { readonly name: string; readonly bytes: () => Promise<Uint8Array> };

type Replacing = {
  /** Hash of what the lists are made from. */
  readonly of: string;
  readonly listsWith: (before: Carried, kept: readonly FeedbackList[]) => Promise<Due>;
};

/**
 * A list that somebody has filled in is not what we wrote, and stays as it is: the new one is put beside it under the
 * next free name. Those that we wrote and that nobody has touched are replaced, or removed if they are no longer due.
 */
async function replaceLists(
  place: OutputPlace,
  { of, listsWith }: Replacing,
  { report }: Options,
): Promise<void> {
  const folder = folderOf(place);
  const before = await readRecord(folder);
  const present = await listsIn(place);
  if (before.of === of && isSame(before.seen, present)) return;
  const kept = new Map([...present].filter(([name, hash]) => before.files.get(name) !== hash));
  const { lists, carried } = await listsWith(before, await listsNamed(folder, [...kept.keys()]));
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
  const written = { of, files: now, seen: new Map([...kept, ...now]), ...carried };
  const isNone = files.length === 0 && kept.size === 0;
  if (isNone && before.of === undefined) return;
  await replaceFiles(place, { files: [...files, recordFile(written)], removals }, { report });
}

/** Whatever may be a list. Beside one that is open elsewhere lies a hidden twin, which begins with `~$`. */
async function listsIn({ out, below }: OutputPlace): Promise<ReadonlyMap<string, string>> {
  const folder = join(out, below);
  // Beside the list of all departments lies what other commands write.
  const pattern =
    below === "" ? /^反馈(?:-\d+)?\.(?:xlsx|xls|et|ods|csv)$/iu : /^[^~.].*\.(?:xlsx|xls|et|ods|csv)$/iu;
  const names = (await readdir(folder).catch(() => [])).filter((name) => pattern.test(name));
  const found: (readonly [string, string])[] = [];
  for (const name of names.toSorted(compareNames)) {
    const hash = await hashOfFile(join(folder, name));
    if (hash !== undefined) found.push([name, hash]);
  }
  return new Map(found);
}

async function listsNamed(folder: string, names: readonly string[]): Promise<readonly FeedbackList[]> {
  const lists: FeedbackList[] = [];
  const workbooks = startOpener(undefined);
  try {
    for (const name of names) {
      const bytes = await readRegular(join(folder, name)).catch(() => undefined);
      if (bytes === undefined) continue;
      readSource(await openSource({ name, bytes }, workbooks), (found) => {
        if (found.code === "feedback-not-a-source") lists.push(found.args);
      });
    }
  } finally {
    workbooks.close();
  }
  return lists;
}

function isSame(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  return one.size === other.size && [...one].every(([name, hash]) => other.get(name) === hash);
}
