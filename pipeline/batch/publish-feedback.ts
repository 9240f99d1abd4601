/** Rows of feedback → a workbook for each unit beside a department's reports, and one of all departments. */
import { join } from "node:path";
import {
  type FindingRecord,
  FindingsFile,
  feedbackFolder,
  feedbackOfAll,
  listNames,
  ownerName,
} from "../contracts/index.ts";
import type { Language, Report } from "../diagnostics/index.ts";
import { folderOf, type OutputPlace, readManifest } from "../editions/index.ts";
import {
  compareNames,
  displayPath,
  fileNameOf,
  hashOfBytes,
  hashOfData,
  parseJson,
  readOwn,
} from "../files/index.ts";
import { type AnsweredRow, type FeedbackRow, feedbackRows, withAnswers } from "../lists/index.ts";
import { groupBy } from "../records/index.ts";
import {
  carryOn,
  type Differing,
  differingAnswers,
  type FeedbackState,
  newLists,
  type ReturnedList,
  readRecord,
  returnedList,
} from "./feedback-record.ts";
import { feedbackColumns, feedbackWorkbook } from "./feedback-workbook.ts";
import { followRenamed, type LeftAnswer } from "./former-answers.ts";
import type { SourceOpener } from "./open-source.ts";
import { type Due, replaceLists } from "./replace-lists.ts";

type Options = {
  readonly language: Language;
  readonly opener: SourceOpener;
  readonly report: Report;
  /** Lists that lay above the departments, such as the one of all of them. */
  readonly above: readonly ReturnedList[];
};

/**
 * For each department that has lists of findings those of its units, and one of all departments; whenever the findings
 * were made, as a run that was cut short may have published an edition and no more. What units have answered is carried
 * on: in lists among the data, of which findings tell, also those of another department, in lists that were filled in
 * where we wrote them, and what earlier builds knew of it. What belongs to no finding now is kept: a build that fails, or an entry of 忽略 that ends, does not
 * ask units twice.
 */
export async function publishFeedback(
  out: string,
  places: readonly OutputPlace[],
  given: Options,
): Promise<void> {
  const departments: Listed[] = [];
  const strays: ReturnedList[] = [];
  for (const place of places) {
    const bytes = await readOwn(folderOf(place), listNames[1]).catch(() => undefined);
    if (bytes === undefined) continue;
    const read = once(() => readFound(place, given.language));
    departments.push({ place, of: hashOfBytes(bytes), read });
    // Few departments have a list among their data, and to parse the findings of all takes long.
    if (!Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes("feedback-not-a-source"))
      continue;
    const found = await read();
    if (found !== undefined)
      strays.push(...found.returned.filter((list) => ownerName(list) !== ownerName(found)));
  }
  const above = [...given.above, ...strays];
  const options = { ...given, above };
  const withAbove = (of: string) => (above.length === 0 ? of : hashOfData([of, above]));
  for (const one of departments) {
    const below = join(one.place.below, feedbackFolder);
    await replaceLists(
      { out, below },
      { of: withAbove(one.of), listsWith: (before, kept) => listsOfUnits(one, before, { kept, ...options }) },
      options,
    );
  }
  // A list that was filled in where we wrote it changes no findings.
  const answered = await Promise.all(departments.map(({ place }) => recordOf(place)));
  const of = hashOfData([departments.map((one) => one.of), answered.map(({ answers }) => [...answers])]);
  await replaceLists(
    { out, below: "" },
    { of: withAbove(of), listsWith: (before, kept) => listOfAll(departments, before, { kept, ...options }) },
    options,
  );
  await reportUnused(above, departments, options);
}

/** Lists of a department or of a year that there is none of: nobody is asked what they answer. */
async function reportUnused(
  lists: readonly ReturnedList[],
  departments: readonly Listed[],
  { report }: Options,
): Promise<void> {
  if (lists.length === 0) return;
  const names = await formerNames(departments);
  reportNotUsed(lists, new Set([...names].flat()), report);
}

function reportNotUsed(lists: readonly ReturnedList[], known: ReadonlySet<string>, report: Report): void {
  for (const [file, own] of groupBy(lists, (list) => list.file)) {
    const unused = own.filter((list) => !known.has(ownerName(list)));
    const [first] = unused;
    const count = unused.reduce((sum, { answers }) => sum + Object.keys(answers).length, 0);
    if (first === undefined || count === 0) continue;
    report({
      code: "feedback-not-used",
      at: { kind: "file", file },
      args: { owner: ownerName(first), count },
    });
  }
}

function recordOf(place: OutputPlace): Promise<FeedbackState> {
  return readRecord(join(folderOf(place), feedbackFolder));
}

/** What each department was called in its lists → what it is called now. */
async function formerNames(departments: readonly Listed[]): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  const present = new Set<string>();
  for (const { place, read } of departments) {
    const found = await read();
    if (found === undefined) continue;
    const owner = ownerName(found);
    present.add(owner);
    const { owners } = await recordOf(place);
    for (const [name, now] of namesOf(owners, owner)) names.set(name, now);
  }
  // What one was called another may be called now, and is meant first.
  for (const owner of present) names.set(owner, owner);
  return names;
}

/**
 * Of the same year: what was answered last year is no answer to what is found this year. Before a year was known, the first
 * that became known was meant.
 */
function namesOf(owners: readonly string[], owner: string): ReadonlyMap<string, string> {
  const yearOf = (name: string) => /^\d{4}(?=年 )/u.exec(name)?.[0];
  const year = yearOf(owner);
  const firstYear = [...owners, owner].map(yearOf).find((one) => one !== undefined);
  const same = owners.filter((name) => (yearOf(name) ?? firstYear) === (year ?? firstYear));
  return new Map([...same, owner].map((name) => [name, owner]));
}

type Listed = {
  readonly place: OutputPlace;
  /** Hash of its `findings.json`. */
  readonly of: string;
  /** Undefined if that is none. */
  readonly read: () => Promise<Found | undefined>;
};

type Found = {
  /** As its lists name it. */
  readonly department: string;
  readonly year: string | undefined;
  readonly edition: number;
  readonly findings: readonly FindingRecord[];
  readonly rows: readonly FeedbackRow[];
  /** Lists that came back among the data. */
  readonly returned: readonly ReturnedList[];
};

/** For the lists of its units and for the one of all departments. */
function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

async function readFound(place: OutputPlace, language: Language): Promise<Found | undefined> {
  const folder = folderOf(place);
  const bytes = await readOwn(folder, listNames[1]);
  const { data: file } = FindingsFile.safeParse(parseJson(new TextDecoder().decode(bytes)));
  if (file === undefined) return undefined;
  const { department, year, findings } = file;
  const { edition = 0 } = (await readManifest(folder)) ?? {};
  return {
    ...{ department, year, edition, findings },
    rows: feedbackRows(findings, { department, year, edition, language }),
    returned: findings.flatMap(({ code, at, args }) =>
      code === "feedback-not-a-source" ? (returnedList(args, "file" in at ? at.file : "") ?? []) : [],
    ),
  };
}

/** `kept`: those that somebody has filled in where we wrote them. */
type DueOptions = Options & { readonly kept: readonly ReturnedList[] };

/** A unit without findings gets none; what is about no unit is in the list that has the department's name. */
async function listsOfUnits(
  { place, read }: Listed,
  before: FeedbackState,
  options: DueOptions,
): Promise<Due> {
  const { kept, above, language } = options;
  const found = await read();
  if (found === undefined) return { lists: [], carried: carryOn(before, kept), owners: before.owners };
  const folder = folderOf(place);
  const returned = [...kept, ...above, ...found.returned];
  const owner = ownerName(found);
  const owners = [...before.owners.filter((name) => name !== owner), owner];
  const names = namesOf(owners, owner);
  const given = carryOn(before, returned, names);
  reportOfAnotherYear(folder, { before, names, returned }, options);
  const editions = newLists(before, returned).map(({ edition }) => edition);
  const { left, ...after } = await followRenamed(
    { ...found, folder, language },
    { answers: given.answers, editions, followed: before.followed },
  );
  const carried = { ...given, ...after, left: new Set([...given.left, ...left.map(({ key }) => key)]) };
  reportLeft(
    folder,
    left.filter(({ key }) => !given.left.has(key)),
    options,
  );
  reportNotUsed(newLists(before, kept), new Set(names.keys()), options.report);
  // A list from above the departments answers for others as well.
  const asked = new Set(found.rows.map(({ key }) => key));
  const differing = differingAnswers(before, returned).filter(({ key }) => asked.has(key));
  reportDiffering(folder, differing, options);
  const byUnit = groupBy(found.rows, ({ unit, department }) => (unit === "" ? department : unit));
  const fileNames = uniqueNames([...byUnit.keys()]);
  const columns = feedbackColumns(language).filter(({ of }) => of !== "department" && of !== "unit");
  const lists = [...byUnit].map(([unit, own]) => ({
    name: fileNames.get(unit) ?? "",
    bytes: () =>
      feedbackWorkbook(unit, {
        columns,
        rows: withAnswers(own, { answers: carried.answers, language }),
      }),
  }));
  return { lists, carried, owners };
}

async function listOfAll(
  departments: readonly Listed[],
  before: FeedbackState,
  { kept, above, language, report }: DueOptions,
): Promise<Due> {
  const names = await formerNames(departments);
  const carried = carryOn(before, [...kept, ...above], names);
  reportNotUsed(newLists(before, kept), new Set(names.keys()), report);
  const rows: AnsweredRow[] = [];
  for (const { place, read } of departments) {
    const found = await read();
    if (found === undefined) continue;
    const own = await recordOf(place);
    const answers = new Map([...carried.answers, ...own.answers]);
    for (const row of withAnswers(found.rows, { answers, language })) rows.push(row);
  }
  const columns = feedbackColumns(language);
  const list = { name: feedbackOfAll, bytes: () => feedbackWorkbook("反馈", { columns, rows }) };
  return { lists: rows.length === 0 ? [] : [list], carried, owners: [] };
}

type OwnersNow = {
  readonly before: FeedbackState;
  readonly names: ReadonlyMap<string, string>;
  readonly returned: readonly ReturnedList[];
};

/** Once, when the year is another than before; of a list that lies among the data it is told by itself. */
function reportOfAnotherYear(
  folder: string,
  { before: { owners, answers }, names, returned }: OwnersNow,
  { report }: Options,
): void {
  const owner = owners.at(-1);
  if (owner === undefined || names.has(owner) || returned.some((list) => ownerName(list) === owner)) return;
  const own = [...answers.keys()].filter((key) => !key.startsWith("@") && key.endsWith(` ${owner}`));
  if (own.length === 0) return;
  const at = { kind: "file", file: displayPath(join(folder, feedbackFolder)) } as const;
  report({ code: "feedback-not-used", at, args: { owner, count: own.length } });
}

/** What was answered about a project or an indicator that is there no longer, and is paired with none that is. */
function reportLeft(folder: string, left: readonly LeftAnswer[], { report }: Options): void {
  const at = { kind: "file", file: displayPath(join(folder, feedbackFolder)) } as const;
  for (const [first, ...others] of groupBy(left, (one) => `${one.project}\n${one.indicator}`).values()) {
    if (first === undefined) continue;
    const { project, indicator, answer } = first;
    const args = { project, count: others.length + 1, answer };
    if (indicator === undefined) report({ code: "feedback-project-gone", at, args });
    else report({ code: "feedback-indicator-gone", at, args: { ...args, indicator } });
  }
}

function reportDiffering(folder: string, differing: readonly Differing[], { report }: Options): void {
  const [first] = differing;
  if (first === undefined) return;
  const { one, other } = first;
  const at = { kind: "file", file: displayPath(folder) } as const;
  const args = {
    ...{ count: differing.length, one: one.says, oneFile: one.file },
    ...{ other: other.says, otherFile: other.file },
  };
  report({ code: "feedback-answers-differ", at, args });
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
