/** A run as each style prints it. */
import { expect, test } from "vitest";
import type { DepartmentResult, RunResult } from "../batch/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import { githubReporter } from "./report-github.ts";
import { prettyReporter } from "./report-pretty.ts";
import type { Reporter } from "./reporter.ts";
import type { Terminal } from "./terminal.ts";

const unreadable = (row: number, project?: string): Diagnostic => ({
  code: "log-file-cut-short",
  at: { kind: "cell", file: "projects.csv", row, column: 2 },
  ...(project === undefined ? {} : { subject: { project } }),
  args: { file: "a", reason: "50%, a:b" },
});

const failure: Diagnostic = {
  code: "internal-error",
  at: { kind: "file", file: "乙" },
  args: { message: "x" },
};

const result = (about: Partial<DepartmentResult>): DepartmentResult => ({
  folder: "data/甲",
  state: "built",
  files: [],
  seconds: 1,
  milliseconds: {},
  findings: [],
  ...about,
});

const run = (departments: readonly DepartmentResult[]): RunResult => ({
  command: "build",
  version: "1.0.0",
  startedAt: "2024-01-01T00:00:00.000Z",
  seconds: 2,
  exitCode: 0,
  departments,
  problems: [],
  brokenForms: [],
  totals: { projects: 0, indicators: 0 },
});

const silent: Terminal = {
  out: () => undefined,
  err: () => undefined,
  interactive: false,
  coloured: false,
  columns: 80,
  peakMegabytes: () => 0,
};

function print(
  reporterFor: (terminal: Terminal) => Reporter,
  departments: readonly DepartmentResult[],
): string {
  let out = "";
  const add = (text: string) => {
    out += text;
  };
  reporterFor({ ...silent, out: add }).done(run(departments));
  return out;
}

const pretty = (terminal: Terminal) => prettyReporter(terminal, { language: "zh", verbose: false });

test("a screen shows twenty findings of a department and says where the rest is", () => {
  const findings = Array.from({ length: 25 }, (_, row) => unreadable(row + 1));
  const out = print(pretty, [result({ findings, output: "out/甲" })]);
  expect(out.match(/projects\.csv:/gu)?.length).toBe(20);
  expect(out).toContain("还有 5 条，全部见 out/甲/findings.csv");
});

test("what is left out if nothing was listed is not called the rest", () => {
  const findings = [{ ...unreadable(1), severity: "info" as const }];
  const out = print(pretty, [result({ findings, output: "out/甲" })]);
  expect(out).toContain("有 1 条提示，没有在此列出，全部见 out/甲/findings.csv");
  expect(out).not.toContain("还有");
});

test("a roll-up lists no department's findings, and counts them by severity in one line", () => {
  const info = { ...unreadable(1), severity: "info" as const };
  const departments = [
    result({ findings: [info, unreadable(2)] }),
    result({ folder: "data/乙", findings: [unreadable(3)] }),
  ];
  let out = "";
  const add = (text: string) => {
    out += text;
  };
  pretty({ ...silent, out: add }).done({ ...run(departments), command: "rollup" });
  expect(out).toContain("2 个部门共有 2 条警告、1 条提示，没有在此列出，加 -v 全部列出");
  expect(out.match(/没有在此列出/gu)).toHaveLength(1);
});

test("findings about no project come before the projects, not below one of them", () => {
  const out = print(pretty, [result({ findings: [unreadable(1, "租赁费"), unreadable(2)] })]);
  expect(out.indexOf("projects.csv:2")).toBeLessThan(out.indexOf("租赁费"));
});

test("failures come first in the table, and are said once more with what to do at the end", () => {
  const failed = result({ folder: "data/乙", state: "failed", findings: [failure] });
  const lines = print(pretty, [result({}), failed])
    .trimEnd()
    .split("\n");
  const table = lines.findIndex((line) => line.startsWith("部门 "));
  expect(lines.slice(table + 1, table + 3).map((line) => line.split(/\s+/u)[0])).toEqual([
    "data/乙",
    "data/甲",
  ]);
  expect(lines.at(-1)).toContain("发给维护者");
});

test("GitHub gets the file from the repository's root, and its own escapes", () => {
  const out = print(
    (terminal) => githubReporter(terminal, "en"),
    [result({ findings: [unreadable(3)] }), result({ folder: "data/乙", findings: [failure] })],
  );
  expect(out).toContain(
    "::warning file=data/甲/projects.csv,line=3,col=2,title=log-file-cut-short::The log is incomplete: a (50%25, a:b)%0A",
  );
  expect(out).toContain("::error file=data/乙,title=internal-error::");
});

test("GitHub gets the line of the file, which is not the row that Excel shows, and no line break of ours", () => {
  const at = { kind: "cell", file: "projects.csv", row: 3, column: 2 } as const;
  const args = { file: "a\r\nb", reason: "c" };
  const source = { line: 7, column: 4, text: "甲", from: 0, to: 1 };
  const out = print(
    (terminal) => githubReporter(terminal, "en"),
    [result({ findings: [{ code: "log-file-cut-short", at, source, args }] })],
  );
  expect(out).toContain("::warning file=data/甲/projects.csv,line=7,col=4,title=log-file-cut-short::");
  expect(out).toContain("The log is incomplete: a%0D%0Ab (c)%0A");
});
