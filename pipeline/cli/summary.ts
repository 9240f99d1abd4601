/** A run → the table at its end: one line a department, failures first. */
import { countFindings, type DepartmentResult, type RunResult } from "../run/index.ts";
import { alignTable } from "./align-table.ts";
import { shorten } from "./display-width.ts";
import type { Messages } from "./messages.ts";
import { printable } from "./terminal.ts";

/** Wide enough for the names that departments have, narrow enough for the table to keep to a screen. */
const widestName = 32;

const stateOrder = { failed: 0, skipped: 1, built: 2, checked: 2 } as const;

export function summaryLines(run: RunResult, say: Messages): readonly string[] {
  const [first, second, ...rest] = say.summary.columns;
  const columns = [
    { title: first ?? "", align: "start" },
    { title: second ?? "", align: "start" },
    ...rest.map((title, index) => ({ title, align: index === rest.length - 1 ? "start" : "end" }) as const),
  ] as const;
  const rows = failuresFirst(run.departments).map((department) => rowOf(department, say));
  return alignTable(columns, run.departments.length > 1 ? [...rows, sumRow(run, say)] : rows);
}

function failuresFirst(departments: readonly DepartmentResult[]): readonly DepartmentResult[] {
  return departments.toSorted((one, other) => stateOrder[one.state] - stateOrder[other.state]);
}

function rowOf(department: DepartmentResult, say: Messages): readonly string[] {
  return [
    shorten(printable(department.name ?? department.folder), widestName),
    say.progress[department.state],
    String(department.projects ?? "–"),
    String(department.pages ?? "–"),
    department.budgetTotal ?? "–",
    counts(department),
    department.seconds.toFixed(1),
    filesOf(department),
  ];
}

/** The folder, and the formats that lie in it: the title is too long for a table and is said above it. */
function filesOf({ output, files }: DepartmentResult): string {
  if (output === undefined) return "–";
  const formats = files.map((name) => name.slice(name.lastIndexOf(".") + 1));
  return printable([output, ...formats].join(" "));
}

function counts({ findings }: Pick<DepartmentResult, "findings">): string {
  const { failure, error, warning, info } = countFindings(findings);
  return [failure, error, warning, info].join("/");
}

function sumRow(run: RunResult, say: Messages): readonly string[] {
  const pages = run.departments.reduce((sum, one) => sum + (one.pages ?? 0), 0);
  return [
    say.summary.sum,
    say.summary.departments(run.departments.length),
    String(run.totals.projects),
    run.command === "check" ? "–" : String(pages),
    run.totals.budgetTotal ?? "–",
    counts({ findings: run.departments.flatMap((one) => one.findings) }),
    run.seconds.toFixed(1),
    "",
  ];
}
