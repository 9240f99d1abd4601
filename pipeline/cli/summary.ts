/** A run → the table at its end: failures first, then errors; of many departments, those without either are counted. */
import { addCounts, type DepartmentResult, findingsOf, ignoredOf, type RunResult } from "../batch/index.ts";
import type { FindingCounts } from "../contracts/index.ts";
import { sumOfTotals } from "../department/index.ts";
import { type Language, severities } from "../diagnostics/index.ts";
import { alignTable, printable, shorten, shortenStart, type TableColumn, textWidth } from "./terminal.ts";
import { comma, counted, stateNames } from "./words.ts";

/** Wide enough for the names that departments have, narrow enough for the table to keep to a screen. */
const widestName = 32;
/** So many departments have a line each; of more, only those that need attention, and not all of these. */
const mostLines = 20;
const mostFailed = 10;
/** The files, whose places are always the same, and the seconds. */
const mostDropped = 2;
const narrowestName = 12;
export const mostWithErrors = 8;

export type SummaryStyle = {
  readonly language: Language;
  readonly verbose: boolean;
  /** Of the screen; absent: lines may have any length. */
  readonly width?: number | undefined;
};

/** In the order of `rowOf`. */
const columns = [
  { zh: "部门", en: "Department", align: "start" },
  { zh: "状态", en: "State", align: "start" },
  { zh: "项目", en: "Projects", align: "end" },
  { zh: "页数", en: "Pages", align: "end" },
  { zh: "预算合计（万元）", en: "Budget (万元)", align: "end" },
  { zh: "失败/错误/警告/提示", en: "Failures/errors/warnings/infos", align: "end" },
  { zh: "秒", en: "Seconds", align: "end" },
  { zh: "文件", en: "Files", align: "start" },
] as const;

const words = {
  sum: { zh: "合计", en: "Total" },
  elapsed: (seconds: string) => ({ zh: `用时 ${seconds}`, en: `took ${seconds}` }),
  departments: (count: number) => ({ zh: `${count} 个部门`, en: counted(count, "department") }),
  others: (count: number) => ({ zh: `另 ${count} 个部门`, en: counted(count, "other department") }),
  clean: { zh: "无错误", en: "no errors" },
  withErrors: { zh: "有错误", en: "errors" },
  ignored: (count: number, each: string) => ({
    zh: `另有 ${count} 条按 department.json 的“忽略”没有计入（${each}）。`,
    en: `${counted(count, "finding")} ignored by department.json (${each}) not counted.`,
  }),
  verbose: { zh: "加 -v 逐个列出部门。", en: "-v lists every department." },
};

export function summaryLines(run: RunResult, style: SummaryStyle): readonly string[] {
  const { language } = style;
  const departments = listedDepartments(run);
  const rows = groupsOf(departments, style).flatMap((group) => rowsOf(group, language));
  const folded = rows.length < departments.length;
  const meant = departments.filter((one) => one.reason !== "not-selected");
  const all = meant.length > 1 ? [...rows, sumRow(run, meant, language)] : rows;
  const titled = columns.map(({ align, ...title }) => ({ title: title[language], align }));
  return [...fittingTable(titled, all, style), ...(folded ? [words.verbose[language]] : [])];
}

/** What is ignored is counted apart. */
export function ignoredLine(run: RunResult, { language }: SummaryStyle): readonly string[] {
  const counted = listedDepartments(run).flatMap((one) => ignoredOf(one) ?? []);
  if (counted.length === 0) return [];
  const all = addCounts(counted);
  const count = all.error + all.warning + all.info;
  return [words.ignored(count, counts(counted))[language]];
}

/** A line that is wrapped is read as two: on a narrow screen the least needed columns go, and then ends of names. */
function fittingTable(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  { width = Number.POSITIVE_INFINITY }: SummaryStyle,
): readonly string[] {
  let lines: readonly string[] = [];
  for (let left = columns.length; left >= columns.length - mostDropped; left -= 1) {
    const kept = rows.map((cells) => cells.slice(0, left));
    lines = alignTable(columns.slice(0, left), kept);
    const excess = widthOf(lines) - width;
    if (excess <= 0) return lines;
    if (left > columns.length - mostDropped) continue;
    const widest = Math.max(narrowestName, widthOf(kept.map(([name = ""]) => name)) - excess);
    const cut = kept.map(([name = "", ...cells]) => [shortenName(name, widest), ...cells]);
    lines = alignTable(columns.slice(0, left), cut);
  }
  return lines;
}

function widthOf(lines: readonly string[]): number {
  return Math.max(0, ...lines.map((line) => textWidth(line)));
}

/** Those that the run's lists are about: with `--changed`, none that needed nothing. */
export function listedDepartments({ departments, options }: RunResult): readonly DepartmentResult[] {
  if (options?.changed !== true) return departments;
  return departments.filter((one) => one.state !== "unchanged" && one.reason !== "not-selected");
}

type Kind = "failed" | "cancelled" | "with-errors" | "clean" | "unchanged" | "not-selected";

/** `shown` have a line each, `folded` share one. */
type Group = {
  readonly kind: Kind;
  readonly shown: readonly DepartmentResult[];
  readonly folded: readonly DepartmentResult[];
};

const kinds: readonly Kind[] = ["failed", "cancelled", "with-errors", "clean", "unchanged", "not-selected"];
const mostOf: Readonly<Partial<Record<Kind, number>>> = { failed: mostFailed, "with-errors": mostWithErrors };

function groupsOf(departments: readonly DepartmentResult[], { verbose }: SummaryStyle): readonly Group[] {
  const meant = departments.filter((one) => kindOf(one) !== "not-selected").length;
  return kinds.map((kind) => {
    const members = departments.filter((one) => kindOf(one) === kind);
    const all = verbose || (meant <= mostLines && kind !== "not-selected");
    const most = all ? members.length : (mostOf[kind] ?? 0);
    // A line for one department says more than a line that counts one.
    const shown = members.length <= most + 1 && most > 0 ? members.length : most;
    return { kind, shown: members.slice(0, shown), folded: members.slice(shown) };
  });
}

function kindOf(department: DepartmentResult): Kind {
  switch (department.state) {
    case "failed":
      return "failed";
    case "skipped":
      return department.reason === "not-selected" ? "not-selected" : "cancelled";
    case "unchanged":
      return "unchanged";
    case "built":
    case "checked":
      return findingsOf(department).error > 0 ? "with-errors" : "clean";
  }
}

function rowsOf({ kind, shown, folded }: Group, language: Language): readonly (readonly string[])[] {
  const rows = shown.map((one) => rowOf(one, language));
  const [first] = folded;
  if (first === undefined) return rows;
  const count = shown.length === 0 ? words.departments(folded.length) : words.others(folded.length);
  const state = [
    stateOf(first, language),
    ...(kind === "clean" ? [words.clean[language]] : []),
    ...(kind === "with-errors" ? [words.withErrors[language]] : []),
  ];
  return [...rows, [count[language], state.join(comma[language]), ...figuresOf(folded), ""]];
}

function rowOf(department: DepartmentResult, language: Language): readonly string[] {
  return [
    shortenName(printable(department.name ?? department.folder), widestName),
    stateOf(department, language),
    ...figuresOf([department]),
    filesOf(department),
  ];
}

/** A department that failed is known by its folder, and paths differ at their ends. */
function shortenName(name: string, width: number): string {
  return /^…|\//u.test(name) ? shortenStart(name, width) : shorten(name, width);
}

function stateOf({ state, reason }: DepartmentResult, language: Language): string {
  return stateNames[reason === "not-selected" ? reason : state][language];
}

/** Projects, pages, money, findings and seconds; – if none of the departments has any. */
function figuresOf(departments: readonly DepartmentResult[]): readonly string[] {
  const { projects, budgetTotal } = sumOfTotals(departments);
  const known = departments.some((one) => one.projects !== undefined);
  const paged = departments.filter((one) => one.pages !== undefined);
  const pages = paged.reduce((sum, one) => sum + (one.pages ?? 0), 0);
  const seconds = departments.reduce((sum, one) => sum + one.seconds, 0);
  return [
    known ? String(projects) : "–",
    paged.length === 0 ? "–" : String(pages),
    budgetTotal ?? "–",
    counts(departments.map(findingsOf)),
    departments.every((one) => one.state === "skipped") ? "–" : seconds.toFixed(1),
  ];
}

/** The folder, and the formats that lie in it: the title is too long for a table and is said above it. */
function filesOf({ output, files, public: its }: DepartmentResult): string {
  if (output === undefined) return "–";
  const published = its === undefined ? [] : ["public"];
  return printable([output, ...files.map(({ format }) => format), ...published].join(" "));
}

function counts(all: readonly FindingCounts[]): string {
  return severities.map((severity) => all.reduce((sum, one) => sum + one[severity], 0)).join("/");
}

function sumRow(
  { seconds }: RunResult,
  departments: readonly DepartmentResult[],
  language: Language,
): readonly string[] {
  const [projects = "", pages = "", budget = "", found = ""] = figuresOf(departments);
  // Time elapsed and no sum, as departments are worked on side by side.
  const elapsed = words.elapsed(seconds.toFixed(1))[language];
  const named = [words.sum[language], words.departments(departments.length)[language]];
  return [...named, projects, pages, budget, found, elapsed, ""];
}
