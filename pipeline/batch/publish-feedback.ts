/** Rows of feedback → a workbook for each unit beside a department's reports, and one of all departments. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  FindingsFile,
  feedbackFolder,
  feedbackMark,
  feedbackOfAll,
  feedbackRecord,
  listNames,
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
} from "../files/index.ts";
import { type FeedbackRow, feedbackRows } from "../lists/index.ts";
import { groupBy } from "../records/index.ts";
import { type WorksheetCell, type WorksheetColumn, writeWorkbook } from "../write/xlsx/index.ts";

type Options = { readonly language: Language; readonly report: Report };

/** A unit without findings gets none; what is about no unit is in the one that has the department's name. */
export async function publishFeedback(
  place: OutputPlace,
  rows: readonly FeedbackRow[],
  options: Options,
): Promise<void> {
  const byUnit = groupBy(rows, ({ unit, department }) => (unit === "" ? department : unit));
  const names = uniqueNames([...byUnit.keys()]);
  const lists = [...byUnit].map(([unit, own]) => {
    const columns = columnsOf(options.language).filter(({ of }) => of !== "department" && of !== "unit");
    return { name: names.get(unit) ?? "", bytes: () => workbookOf(unit, { columns, rows: own }) };
  });
  await replaceLists({ out: place.out, below: join(place.below, feedbackFolder) }, lists, options);
}

/** Of all departments below the output folder that have lists, in the order given. */
export async function publishFeedbackOfAll(
  out: string,
  places: readonly OutputPlace[],
  options: Options,
): Promise<void> {
  const rows: FeedbackRow[] = [];
  for (const place of places) {
    const folder = folderOf(place);
    const text = await readFile(join(folder, listNames[1]), "utf8").catch(() => "");
    const read = FindingsFile.safeParse(parseJson(text));
    if (!read.success) continue;
    const { department, findings } = read.data;
    const edition = (await readManifest(folder))?.edition ?? 0;
    rows.push(...feedbackRows(findings, { department, edition, language: options.language }));
  }
  const columns = columnsOf(options.language);
  const list = { name: feedbackOfAll, bytes: () => workbookOf("反馈", { columns, rows }) };
  await replaceLists({ out, below: "" }, rows.length === 0 ? [] : [list], options);
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
async function replaceLists(place: OutputPlace, lists: readonly List[], { report }: Options): Promise<void> {
  const folder = folderOf(place);
  const before = await readRecord(folder);
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
  if (isSame(before, now) && (await Promise.all([...now.keys()].map(isThere))).every(Boolean)) return;
  const record = { name: feedbackRecord, bytes: encodeJson(Object.fromEntries(now)) };
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

/** By name, the hashes of what was written last. */
async function readRecord(folder: string): Promise<ReadonlyMap<string, string>> {
  const text = await readFile(join(folder, feedbackRecord), "utf8").catch(() => "");
  const value = parseJson(text);
  const entries = isRecord(value) ? Object.entries(value) : [];
  return new Map(
    entries.flatMap(([name, hash]) =>
      typeof hash === "string" && !/[/\\]/u.test(name) ? [[name, hash] as const] : [],
    ),
  );
}

function isSame(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  return one.size === other.size && [...one].every(([name, hash]) => other.get(name) === hash);
}

type Column = WorksheetColumn & { readonly of: keyof FeedbackRow | "answer" };

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
  { of: "answer", zh: "整改情况", en: "What was done", width: 30 },
  { of: "mark", zh: feedbackMark, en: feedbackMark, width: 10, hidden: true },
];

function workbookOf(
  title: string,
  { columns: some, rows }: { readonly columns: readonly Column[]; readonly rows: readonly FeedbackRow[] },
): Promise<Uint8Array> {
  const cells = rows.map((row) =>
    some.map(({ of }): WorksheetCell => (of === "answer" ? { kind: "text", text: "" } : cellOf(row[of], of))),
  );
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
