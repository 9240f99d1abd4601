/** Rows of feedback → a workbook for each unit beside a department's reports, and one of all departments. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  answerKey,
  FindingsFile,
  feedbackAnswer,
  feedbackFolder,
  feedbackMark,
  feedbackOfAll,
  feedbackRecord,
  listNames,
  readFeedbackMark,
} from "../contracts/index.ts";
import type { Language, Report } from "../diagnostics/index.ts";
import { folderOf, type OutputPlace, readManifest, replaceFiles } from "../editions/index.ts";
import {
  compareNames,
  displayPath,
  encodeJson,
  fileNameOf,
  hashOfBytes,
  hashOfFile,
  isRecord,
  type NewFile,
  parseJson,
  readRegular,
} from "../files/index.ts";
import { type FeedbackRow, feedbackRows } from "../lists/index.ts";
import { readSource } from "../read/index.ts";
import { groupBy } from "../records/index.ts";
import { type WorksheetCell, type WorksheetColumn, writeWorkbook } from "../write/xlsx/index.ts";
import { openSource, startOpener } from "./open-source.ts";

type Options = { readonly language: Language; readonly report: Report };

/**
 * For each department that has lists of findings those of its units, and one of all departments; whenever the findings
 * were made, as a run that was cut short may have published an edition and no more. What units have answered is carried
 * on: in lists among the data, of which findings tell, in lists that were filled in where we wrote them, and what earlier
 * builds knew of it.
 */
export async function publishFeedback(
  out: string,
  places: readonly OutputPlace[],
  options: Options,
): Promise<void> {
  const departments: Listed[] = [];
  for (const place of places) {
    const bytes = await readRegular(join(folderOf(place), listNames[1])).catch(() => undefined);
    if (bytes !== undefined) departments.push({ place, bytes, of: hashOfBytes(bytes) });
  }
  for (const one of departments) {
    const below = join(one.place.below, feedbackFolder);
    await replaceLists(
      { out, below },
      { of: one.of, listsWith: (known) => listsOfUnits(one, known, options) },
      options,
    );
  }
  const of = hashOfBytes(new TextEncoder().encode(departments.map((one) => one.of).join()));
  await replaceLists(
    { out, below: "" },
    { of, listsWith: (known) => listOfAll(departments, known, options) },
    options,
  );
}

/** A department with its `findings.json`. */
type Listed = { readonly place: OutputPlace; readonly bytes: Uint8Array; readonly of: string };

type Answers = ReadonlyMap<string, string>;

type Due = { readonly lists: readonly List[]; readonly answers: Answers };

/** A unit without findings gets none; what is about no unit is in the list that has the department's name. */
async function listsOfUnits(one: Listed, known: Answers, { language }: Options): Promise<Due> {
  const { rows, answers } = await rowsOf(one, known, language);
  const byUnit = groupBy(rows, ({ unit, department }) => (unit === "" ? department : unit));
  const names = uniqueNames([...byUnit.keys()]);
  const columns = columnsOf(language).filter(({ of }) => of !== "department" && of !== "unit");
  const lists = [...byUnit].map(([unit, own]) => ({
    name: names.get(unit) ?? "",
    bytes: () => workbookOf(unit, { columns, rows: own }),
  }));
  return { lists, answers };
}

async function listOfAll(
  departments: readonly Listed[],
  known: Answers,
  { language }: Options,
): Promise<Due> {
  const rows: FeedbackRow[] = [];
  const answers = new Map<string, string>();
  for (const one of departments) {
    const { place } = one;
    const own = await readRecord(join(folderOf(place), feedbackFolder));
    const read = await rowsOf(one, new Map([...known, ...own.answers]), language);
    rows.push(...read.rows);
    for (const [key, answer] of read.answers) answers.set(key, answer);
  }
  const columns = columnsOf(language);
  const list = { name: feedbackOfAll, bytes: () => workbookOf("反馈", { columns, rows }) };
  return { lists: rows.length === 0 ? [] : [list], answers };
}

/** With the answers to what is still found. */
async function rowsOf(
  { place, bytes }: Listed,
  known: Answers,
  language: Language,
): Promise<{ readonly rows: readonly FeedbackRow[]; readonly answers: Answers }> {
  const read = FindingsFile.safeParse(parseJson(new TextDecoder().decode(bytes)));
  if (!read.success) return { rows: [], answers: new Map() };
  const { department, findings } = read.data;
  const { edition = 0 } = (await readManifest(folderOf(place))) ?? {};
  const returned = findings.flatMap(({ code, args }) =>
    code === "feedback-not-a-source" ? textsIn(args.answers) : [],
  );
  const all = new Map([...known, ...returned]);
  const rows = feedbackRows(findings, { department, edition, language, answers: all });
  const due = new Set(rows.flatMap(({ mark }) => readFeedbackMark(mark) ?? []).map(answerKey));
  return { rows, answers: new Map([...all].filter(([key]) => due.has(key))) };
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
  readonly listsWith: (known: Answers) => Promise<Due>;
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
  const answered = await answersIn(folder, [...kept.keys()]);
  const { lists, answers } = await listsWith(new Map([...before.answers, ...answered]));
  const files: NewFile[] = [];
  for (const { name, bytes } of lists) {
    let free = name;
    for (let count = 2; kept.has(free) || files.some((file) => file.name === free); count += 1)
      free = name.replace(/\.xlsx$/u, `-${count}.xlsx`);
    if (free !== name) {
      const at = { kind: "file", file: displayPath(join(folder, name)) } as const;
      report({ code: "feedback-kept", at, args: { beside: free } });
    }
    files.push({ name: free, bytes: await bytes() });
  }
  const now = new Map(files.map(({ name, bytes }) => [name, hashOfBytes(bytes)]));
  const removals = [...before.files].flatMap(([name, sha256]) => (now.has(name) ? [] : [{ name, sha256 }]));
  const written = { of, files: now, seen: new Map([...kept, ...now]), answers };
  const isNone = files.length === 0 && kept.size === 0;
  if (isNone && before.of === undefined) return;
  const record = { name: feedbackRecord, bytes: encodeRecord(written) };
  await replaceFiles(place, { files: [...files, record], removals }, { report });
}

/** Whatever may be a list. Beside one that is open elsewhere lies a hidden twin, which begins with `~$`. */
async function listsIn({ out, below }: OutputPlace): Promise<ReadonlyMap<string, string>> {
  const folder = join(out, below);
  // Beside the list of all departments lies what other commands write.
  const pattern = below === "" ? /^反馈(?:-\d+)?\.xlsx$/u : /^[^~.].*\.xlsx$/u;
  const names = (await readdir(folder).catch(() => [])).filter((name) => pattern.test(name));
  const found: (readonly [string, string])[] = [];
  for (const name of names.toSorted(compareNames)) {
    const hash = await hashOfFile(join(folder, name));
    if (hash !== undefined) found.push([name, hash]);
  }
  return new Map(found);
}

async function answersIn(
  folder: string,
  names: readonly string[],
): Promise<readonly (readonly [string, string])[]> {
  const answers: (readonly [string, string])[] = [];
  const workbooks = startOpener(undefined);
  try {
    for (const name of names) {
      const bytes = await readRegular(join(folder, name)).catch(() => undefined);
      if (bytes === undefined) continue;
      readSource(await openSource({ name, bytes }, workbooks), (found) => {
        if (found.code === "feedback-not-a-source") answers.push(...Object.entries(found.args.answers));
      });
    }
  } finally {
    workbooks.close();
  }
  return answers;
}

/** What was written last. */
type Written = {
  readonly of: string | undefined;
  /** By name, the hashes of our own lists, and of all that were there afterwards. */
  readonly files: ReadonlyMap<string, string>;
  readonly seen: ReadonlyMap<string, string>;
  readonly answers: Answers;
};

async function readRecord(folder: string): Promise<Written> {
  const text = await readFile(join(folder, feedbackRecord), "utf8").catch(() => "");
  const value = parseJson(text);
  const { of, files, seen, answers } = isRecord(value) ? value : {};
  return {
    of: typeof of === "string" ? of : undefined,
    // Files are removed on its word: it may name none outside its folder.
    files: new Map(textsIn(files).filter(([name]) => !/[/\\]/u.test(name))),
    seen: new Map(textsIn(seen)),
    answers: new Map(textsIn(answers)),
  };
}

function encodeRecord({ of, ...maps }: Written): Uint8Array {
  const entries = Object.entries(maps).map(([key, map]) => [key, Object.fromEntries(map)] as const);
  return encodeJson({ of, ...Object.fromEntries(entries) });
}

function textsIn(value: unknown): readonly (readonly [string, string])[] {
  const entries = isRecord(value) ? Object.entries(value) : [];
  return entries.flatMap(([name, one]) => (typeof one === "string" ? [[name, one] as const] : []));
}

function isSame(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  return one.size === other.size && [...one].every(([name, hash]) => other.get(name) === hash);
}

type Column = WorksheetColumn & { readonly of: keyof FeedbackRow };

function columnsOf(language: Language): readonly Column[] {
  return columns.map(({ zh, en, ...column }) => ({ ...column, header: language === "zh" ? zh : en }));
}

const columns: readonly (Omit<Column, "header"> & Readonly<Record<Language, string>>)[] = [
  { of: "department", zh: "部门", en: "Department", width: 18 },
  { of: "unit", zh: "单位", en: "Unit", width: 18 },
  { of: "project", zh: "项目", en: "Project", width: 24 },
  { of: "indicator", zh: "指标", en: "Indicator", width: 26 },
  { of: "found", zh: "当前值", en: "Found", width: 20 },
  { of: "says", zh: "问题", en: "What is wrong", width: 36 },
  { of: "todo", zh: "建议", en: "What to do", width: 36 },
  { of: "page", zh: "报告页码", en: "Page", width: 9 },
  { of: "basis", zh: "依据", en: "Basis", width: 26 },
  { of: "severity", zh: "严重程度", en: "Severity", width: 9 },
  { of: "answer", ...feedbackAnswer, width: 30 },
  { of: "mark", zh: feedbackMark, en: feedbackMark, width: 10, hidden: true },
];

function workbookOf(
  title: string,
  { columns: some, rows }: { readonly columns: readonly Column[]; readonly rows: readonly FeedbackRow[] },
): Promise<Uint8Array> {
  const cells = rows.map((row) => some.map(({ of }): WorksheetCell => cellOf(row[of], of)));
  return writeWorkbook([{ name: sheetName(title), columns: some, rows: cells }]);
}

function cellOf(text: string, of: Column["of"]): WorksheetCell {
  return (of === "found" || of === "page" ? numberIn(text) : undefined) ?? { kind: "text", text };
}

/** A number as people write amounts, counts and shares; not a code, which may begin with 0 and has digits to keep. */
function numberIn(text: string): WorksheetCell | undefined {
  const [, whole, places = "", percent] =
    /^(-?(?:0|[1-9]\d{0,11}|[1-9]\d{0,2}(?:,\d{3})+))(?:\.(\d{1,6}))?(%?)$/u.exec(text.trim()) ?? [];
  // Excel keeps 15 digits.
  if (whole === undefined || `${whole}${places}`.replace(/\D/gu, "").length > 15) return undefined;
  const shown = `${whole.includes(",") ? "#,##0" : "0"}${places === "" ? "" : `.${"0".repeat(places.length)}`}`;
  const plain = `${whole.replaceAll(",", "")}${places === "" ? "" : `.${places}`}`;
  if (percent !== "%") return { kind: "number", value: plain, format: shown };
  return { kind: "number", value: String(Number(`${plain}e-2`)), format: `${shown}%` };
}

/** Excel takes 31 characters, and none of these. */
function sheetName(title: string): string {
  const clean = title.replace(/[\\/?*[\]:'\p{Cc}]/gu, " ").trim();
  return clean === "" ? "反馈" : [...clean].slice(0, 15).join("");
}
