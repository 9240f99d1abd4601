/** A run → the table at its end: failures first, then errors, and of many departments the sound ones folded. */
import {
  type DepartmentResult,
  type FindingCounts,
  findingsOf,
  type RunResult,
  sumOfTotals,
} from "../commands/index.ts";
import { alignTable, type Column } from "./align-table.ts";
import { displayWidth, shorten } from "./display-width.ts";
import type { Messages } from "./messages.ts";
import { printable } from "./terminal.ts";

/** Wide enough for the names that departments have, narrow enough for the table to keep to a screen. */
const widestName = 32;
/** So many departments have a line each; of more, only those that need somebody's eye, and not all of these. */
const mostLines = 20;
const mostFailed = 10;
/** The files, which lie where they always do, and the seconds. */
const mostDropped = 2;
const narrowestName = 12;
export const mostWithErrors = 8;

export type SummaryStyle = {
  readonly verbose: boolean;
  /** Of the screen; absent where lines may have any length. */
  readonly width?: number | undefined;
};

export function summaryLines(run: RunResult, say: Messages, style: SummaryStyle): readonly string[] {
  const departments = listedDepartments(run);
  const [first, second, ...rest] = say.summary.columns;
  const columns = [
    { title: first ?? "", align: "start" },
    { title: second ?? "", align: "start" },
    ...rest.map((title, index) => ({ title, align: index === rest.length - 1 ? "start" : "end" }) as const),
  ] as const;
  const rows = groupsOf(departments, style).flatMap((group) => rowsOf(group, say));
  const folded = rows.length < departments.length;
  const meant = departments.filter((one) => one.reason !== "not-selected");
  const all = meant.length > 1 ? [...rows, sumRow(run, meant, say)] : rows;
  return [...fittingTable(columns, all, style), ...(folded ? [say.summary.verbose] : [])];
}

/** A line that is wrapped is read as two: on a narrow screen the least needed columns go, and then ends of names. */
function fittingTable(
  columns: readonly Column[],
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
    const cut = kept.map(([name = "", ...cells]) => [shorten(name, widest), ...cells]);
    lines = alignTable(columns.slice(0, left), cut);
  }
  return lines;
}

function widthOf(lines: readonly string[]): number {
  return Math.max(0, ...lines.map(displayWidth));
}

/** Those that the run's lists are about: with `--changed`, none that nothing was to be done for. */
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

function rowsOf({ kind, shown, folded }: Group, say: Messages): readonly (readonly string[])[] {
  const rows = shown.map((one) => rowOf(one, say));
  const [first] = folded;
  if (first === undefined) return rows;
  const { summary, comma } = say;
  const count = shown.length === 0 ? summary.departments(folded.length) : summary.others(folded.length);
  const state = [
    stateOf(first, say),
    ...(kind === "clean" ? [summary.clean] : []),
    ...(kind === "with-errors" ? [summary.withErrors] : []),
  ];
  return [...rows, [count, state.join(comma), ...figuresOf(folded), ""]];
}

function rowOf(department: DepartmentResult, say: Messages): readonly string[] {
  return [
    shorten(printable(department.name ?? department.folder), widestName),
    stateOf(department, say),
    ...figuresOf([department]),
    filesOf(department),
  ];
}

function stateOf({ state, reason }: DepartmentResult, { progress }: Messages): string {
  return reason === "not-selected" ? progress.notSelected : progress[state];
}

/** Projects, pages, money, findings and seconds; – where none of the departments has any. */
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
function filesOf({ output, files }: DepartmentResult): string {
  if (output === undefined) return "–";
  return printable([output, ...files.map(({ format }) => format)].join(" "));
}

function counts(all: readonly FindingCounts[]): string {
  const severities = ["failure", "error", "warning", "info"] as const;
  return severities.map((severity) => all.reduce((sum, one) => sum + one[severity], 0)).join("/");
}

function sumRow(
  run: RunResult,
  departments: readonly DepartmentResult[],
  { summary }: Messages,
): readonly string[] {
  const [projects = "", pages = "", budget = "", found = ""] = figuresOf(departments);
  const { seconds } = run;
  return [
    ...[summary.sum, summary.departments(departments.length), projects, pages, budget, found],
    // No sum: departments are worked on side by side.
    ...[summary.elapsed(seconds.toFixed(1)), ""],
  ];
}
