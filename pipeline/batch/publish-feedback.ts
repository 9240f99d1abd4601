/** Rows of feedback → a workbook for each unit beside a department's reports, and one of all departments. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Finding } from "../catalogue/index.ts";
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
import { type FeedbackRow, feedbackRows, listedRecords } from "../lists/index.ts";
import { readSource } from "../read/index.ts";
import { groupBy } from "../records/index.ts";
import { type WorksheetCell, type WorksheetColumn, writeWorkbook } from "../write/xlsx/index.ts";
import { openSource, startOpener } from "./open-source.ts";

type Options = { readonly language: Language; readonly report: Report };

type FeedbackOptions = Options & {
  readonly department: string;
  readonly edition: number;
  readonly findings: readonly Finding[];
};

/**
 * What units have answered is carried on: in lists among the data, which findings tell of, in lists that were filled in
 * where we wrote them, and what earlier builds knew of it.
 */
export async function publishFeedback(
  place: OutputPlace,
  { findings, ...options }: FeedbackOptions,
): Promise<void> {
  const lists = { out: place.out, below: join(place.below, feedbackFolder) };
  const { files, answers: before } = await readRecord(folderOf(lists));
  const returned = findings.flatMap((one) =>
    one.code === "feedback-not-a-source" ? [one.args.answers] : [],
  );
  const kept = await answersInKept(folderOf(lists), files);
  const all = new Map([...before, ...kept, ...returned.flatMap((one) => Object.entries(one))]);
  const rows = feedbackRows(listedRecords(findings), { ...options, answers: all });
  const due = new Set(rows.flatMap(({ mark }) => readFeedbackMark(mark) ?? []).map(answerKey));
  const answers = new Map([...all].filter(([key]) => due.has(key)));
  await replaceLists(lists, { lists: listsOfUnits(rows, options.language), answers }, options);
}

/** A unit without findings gets none; what is about no unit is in the one that has the department's name. */
function listsOfUnits(rows: readonly FeedbackRow[], language: Language): readonly List[] {
  const byUnit = groupBy(rows, ({ unit, department }) => (unit === "" ? department : unit));
  const names = uniqueNames([...byUnit.keys()]);
  return [...byUnit].map(([unit, own]) => {
    const columns = columnsOf(language).filter(({ of }) => of !== "department" && of !== "unit");
    return { name: names.get(unit) ?? "", bytes: () => workbookOf(unit, { columns, rows: own }) };
  });
}

/** Of all departments below the output folder that have lists, in the order given. */
export async function publishFeedbackOfAll(
  out: string,
  places: readonly (OutputPlace & {
    /** The way to the department's own folder, in which those of its units are. */
    readonly lists: string;
  })[],
  options: Options,
): Promise<void> {
  const rows: FeedbackRow[] = [];
  const { files, answers: before } = await readRecord(out);
  const kept = new Map([...before, ...(await answersInKept(out, files))]);
  for (const { lists, ...place } of places) {
    const folder = folderOf(place);
    const text = await readFile(join(folder, listNames[1]), "utf8").catch(() => "");
    const read = FindingsFile.safeParse(parseJson(text));
    if (!read.success) continue;
    const { department, findings } = read.data;
    const edition = (await readManifest(folder))?.edition ?? 0;
    const own = await readRecord(join(out, lists, feedbackFolder));
    const answers = new Map([...kept, ...own.answers]);
    rows.push(...feedbackRows(findings, { department, edition, language: options.language, answers }));
  }
  const columns = columnsOf(options.language);
  const list = { name: feedbackOfAll, bytes: () => workbookOf("反馈", { columns, rows }) };
  const lists = rows.length === 0 ? [] : [list];
  await replaceLists({ out, below: "" }, { lists, answers: kept }, options);
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

/**
 * A list that somebody has filled in is not what we wrote, and stays as it is: the new one is put beside it under the
 * next free name. Those that we wrote and that nobody has touched are replaced, or removed if they are no longer due.
 */
async function replaceLists(
  place: OutputPlace,
  { lists, answers }: { readonly lists: readonly List[]; readonly answers: ReadonlyMap<string, string> },
  { report }: Options,
): Promise<void> {
  const folder = folderOf(place);
  const { files: before, ...known } = await readRecord(folder);
  const isOurs = async (name: string) => {
    const hash = await hashOfFile(join(folder, name));
    return hash === undefined || hash === before.get(name);
  };
  const files: NewFile[] = [];
  const now = new Map<string, string>();
  for (const { name, bytes } of lists) {
    let free = name;
    for (let count = 2; !(await isOurs(free)) || now.has(free); count += 1)
      free = name.replace(/\.xlsx$/u, `-${count}.xlsx`);
    if (free !== name) {
      const at = { kind: "file", file: displayPath(join(folder, name)) } as const;
      report({ code: "feedback-kept", at, args: { beside: free } });
    }
    const file = { name: free, bytes: await bytes() };
    now.set(free, hashOfBytes(file.bytes));
    files.push(file);
  }
  const removals = [...before].flatMap(([name, sha256]) => (now.has(name) ? [] : [{ name, sha256 }]));
  if (
    isSame(before, now) &&
    isSame(known.answers, answers) &&
    (await Promise.all([...now.keys()].map(isThere))).every(Boolean)
  )
    return;
  const record = {
    name: feedbackRecord,
    bytes: encodeJson({ files: Object.fromEntries(now), answers: Object.fromEntries(answers) }),
  };
  const empty =
    now.size === 0 ? [...removals, await removalOf(record.name)].flatMap((one) => one ?? []) : removals;
  const change = { files: now.size === 0 ? [] : [...files, record], removals: empty };
  await replaceFiles(place, change, { report });

  async function isThere(name: string): Promise<boolean> {
    return (await hashOfFile(join(folder, name))) === now.get(name);
  }

  async function removalOf(name: string) {
    const sha256 = await hashOfFile(join(folder, name));
    return sha256 === undefined ? undefined : { name, sha256 };
  }
}

type Written = {
  /** By name, the hashes of what was written last. */
  readonly files: ReadonlyMap<string, string>;
  readonly answers: ReadonlyMap<string, string>;
};

async function readRecord(folder: string): Promise<Written> {
  const text = await readFile(join(folder, feedbackRecord), "utf8").catch(() => "");
  const value = parseJson(text);
  const textsIn = (key: string) => {
    const texts = isRecord(value) ? value[key] : undefined;
    const entries = isRecord(texts) ? Object.entries(texts) : [];
    return entries.flatMap(([name, one]) => (typeof one === "string" ? [[name, one] as const] : []));
  };
  // Files are removed on its word: it may name none outside its folder.
  const files = textsIn("files").filter(([name]) => !/[/\\]/u.test(name));
  return { files: new Map(files), answers: new Map(textsIn("answers")) };
}

/** In lists that are not as we wrote them. */
async function answersInKept(
  folder: string,
  written: ReadonlyMap<string, string>,
): Promise<readonly (readonly [string, string])[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => /^[^~.].*\.xlsx$/u.test(name));
  const answers: (readonly [string, string])[] = [];
  const workbooks = startOpener(undefined);
  try {
    for (const name of names.toSorted(compareNames)) {
      const path = join(folder, name);
      if ((await hashOfFile(path)) === written.get(name)) continue;
      const bytes = await readRegular(path).catch(() => undefined);
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
  if (whole === undefined) return undefined;
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
