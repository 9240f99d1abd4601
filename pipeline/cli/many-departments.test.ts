/** What a run of many departments looks like: in progress, at its end, as a plan, and for GitHub. */
import { describe, expect, test } from "vitest";
import type { DepartmentResult, PlannedDepartment, RunEvent, RunResult } from "../batch/index.ts";
import { recordedOptions } from "../options/index.ts";
import { buildOptions } from "../testing/build-options.ts";
import { reasonSentence } from "./plan-lines.ts";
import { showProgress } from "./progress.ts";
import { githubReporter } from "./report-github.ts";
import { jsonReporter } from "./report-json.ts";
import { prettyReporter } from "./report-pretty.ts";
import type { Reporter } from "./reporter.ts";
import { type Terminal, textWidth } from "./terminal.ts";

function screen(interactive = false) {
  const printed = { out: "", err: "" };
  const terminal: Terminal = {
    out: (text) => {
      printed.out += text;
    },
    err: (text) => {
      printed.err += text;
    },
    interactive,
    coloured: false,
    columns: 100,
    peakMegabytes: () => 0,
  };
  return { terminal, printed };
}

const counts = { failure: 0, error: 0, warning: 0, info: 0 };
const one = (folder: string, about: Partial<DepartmentResult> = {}): DepartmentResult => ({
  folder,
  state: "built",
  projects: 1,
  pages: 5,
  files: [],
  findings: [],
  seconds: 1,
  milliseconds: {},
  ...about,
});
const many = (count: number, name: string, about: Partial<DepartmentResult> = {}) =>
  Array.from({ length: count }, (_, index) => one(`${name}${index}`, about));

const failure = {
  code: "internal-error",
  at: { kind: "file", file: "x" },
  args: { message: "x" },
} as const;
const error = { code: "output-not-written", severity: "error", args: { file: "a", reason: "b" } } as const;
const errors = [{ ...error, at: { kind: "cell", file: "projects.csv", row: 2, column: 1 } }] as const;

const options: NonNullable<RunResult["options"]> = {
  ...recordedOptions({ ...buildOptions({ formats: ["docx"] }), retry: false }),
  folders: ["data"],
};

function runOf(departments: readonly DepartmentResult[], about: Partial<RunResult> = {}): RunResult {
  return {
    command: "build",
    version: "1.0.0",
    startedAt: "2024-01-01T00:00:00.000Z",
    seconds: 2,
    exitCode: 0,
    departments,
    problems: [],
    brokenForms: [],
    totals: { projects: 0, indicators: 0 },
    options,
    ...about,
  };
}

function print(reporterFor: (terminal: Terminal) => Reporter, run: RunResult): string {
  const { terminal, printed } = screen();
  reporterFor(terminal).done(run);
  return printed.out;
}

const pretty = (terminal: Terminal) => prettyReporter(terminal, { language: "zh", verbose: false });
const verbose = (terminal: Terminal) => prettyReporter(terminal, { language: "zh", verbose: true });

describe("the summary of a hundred departments", () => {
  const hundred = [
    ...many(40, "未改", { state: "unchanged", counted: { ...counts, warning: 2 } }),
    ...many(30, "无错"),
    ...many(12, "有错", { findings: errors }),
    ...many(13, "败", { state: "failed", pages: 0, findings: [failure] }),
    ...many(5, "未及", { state: "skipped", reason: "cancelled" }),
  ];
  const text = print(pretty, runOf(hundred));
  const table = text.slice(text.indexOf("部门 "), text.indexOf("加 -v")).trimEnd().split("\n");
  const starts = table.map((line) => line.split(/\s+/u).slice(0, 2).join(" "));

  test("shows failures, then errors, and counts the rest by state", () => {
    expect(starts.slice(1, 11)).toEqual(Array.from({ length: 10 }, (_, index) => `败${index} 失败`));
    expect(starts.slice(11, 13)).toEqual(["另 3", "5 个部门"]);
    expect(starts.slice(13, 21)).toEqual(Array.from({ length: 8 }, (_, index) => `有错${index} 完成`));
    expect(table.slice(21).map((line) => line.split(/ {2,}/u).slice(0, 3))).toEqual([
      ["另 4 个部门", "完成、有错误", "4"],
      ["30 个部门", "完成、无错误", "30"],
      ["40 个部门", "未改动", "40"],
      ["合计", "100 个部门", "100"],
    ]);
  });

  test("counts the findings of what is unchanged, too", () => {
    expect(table.at(-1)).toContain("13/12/80/0");
  });

  test("never calls done what was not reached", () => {
    expect(table.find((line) => line.includes("未处理"))).toMatch(/^5 个部门 +未处理/u);
  });

  test("lists all with -v", () => {
    const all = print(verbose, runOf(hundred));
    for (const { folder } of hundred) expect(all).toContain(`\n${folder} `);
  });
});

describe("the summary on a screen", () => {
  const output = {
    output: "out/省/很长的部门名称",
    files: [{ name: "a.docx", format: "docx", bytes: 1, sha256: "" }],
  };
  const run = runOf(many(3, "某某市某某区某某镇财政所", output));
  const lines = (columns: number) => {
    const { terminal, printed } = screen(true);
    prettyReporter({ ...terminal, columns }, { language: "zh", verbose: false }).done(run);
    return printed.out.split("\n").filter((line) => line !== "");
  };

  test("keeps to its width: the files go first, then the seconds, then the ends of names", () => {
    for (const columns of [140, 110, 90, 80, 72])
      for (const line of lines(columns)) expect(textWidth(line)).toBeLessThanOrEqual(columns);
    expect(lines(140)[1]).toContain("out/省/很长的部门名称 docx");
    expect(lines(110)[0]).toMatch(/秒$/u);
    expect(lines(90)[0]).toMatch(/提示$/u);
    expect(lines(72)[1]).toMatch(/^某某市[^ ]*… /u);
  });

  test("names a department that failed by the end of its path", () => {
    const failed = one("data/某某省某某市财政局所属单位二〇二六年导出/甲局", {
      state: "failed",
      name: undefined,
    });
    const text = print(pretty, runOf([failed]));
    expect(text).toMatch(/\n….*\/甲局 +失败/u);
  });

  test("has any width where nobody looks", () => {
    expect(print(pretty, run)).toContain("out/省/很长的部门名称 docx");
  });
});

test("with --changed, what nothing was done for is no part of the list or its sum", () => {
  const departments = [...many(3, "甲", { state: "unchanged" }), one("乙"), one("丙")];
  const text = print(pretty, runOf(departments, { options: { ...options, changed: true } }));
  expect(text).not.toContain("甲");
  expect(text).toMatch(/^合计 +2 个部门/mu);
  const idle = runOf(many(3, "甲", { state: "unchanged" }), { options: { ...options, changed: true } });
  expect(print(pretty, idle)).toBe("\n没有改动，不需要重新生成。\n");
});

test("departments that were not selected are counted, and are no part of the sum", () => {
  const idle = many(3, "甲", { state: "skipped", reason: "not-selected", projects: 0 });
  const text = print(pretty, runOf([...idle, one("乙"), one("丙")]));
  expect(text).toMatch(/^3 个部门 +未选中/mu);
  expect(text).toMatch(/^合计 +2 个部门/mu);
});

test("GitHub is warned of departments that were not reached, and of no others", () => {
  const run = runOf([
    one("data/甲", { state: "skipped", reason: "cancelled" }),
    one("data/乙", { state: "skipped", reason: "not-selected" }),
    one("data/丙", { state: "unchanged" }),
  ]);
  const text = print((terminal) => githubReporter(terminal, "en"), run);
  expect(text.match(/^::.*$/gmu)).toEqual([
    "::warning file=data/甲,title=skipped::Cancelled; departments not reached are unchanged.",
  ]);
});

test("programs get the findings of an unchanged department counted", () => {
  const run = runOf([one("data/甲", { state: "unchanged", counted: { ...counts, warning: 2 } })]);
  const { departments } = JSON.parse(print(jsonReporter, run));
  expect(departments).toMatchObject([{ state: "unchanged", findings: [], counts: { warning: 2 } }]);
});

describe("progress", () => {
  const events: readonly RunEvent[] = [
    {
      kind: "found",
      departments: 2,
      unchanged: 97,
      weights: new Map([
        ["甲", 10],
        ["乙", 990],
      ]),
    },
    { kind: "started", folder: "甲" },
    { kind: "started", folder: "乙" },
    {
      kind: "finished",
      department: one("甲", { because: [{ kind: "data", file: "p.csv", change: "changed", projects: 2 }] }),
    },
    { kind: "finished", department: one("乙", { state: "failed" }) },
  ];

  test("in a log is a line a department with its reason, and one for all that is unchanged", () => {
    const { terminal, printed } = screen();
    const progress = showProgress(terminal, "zh");
    for (const event of events) progress.event(event);
    expect(printed.err.split("\n")).toEqual([
      "97 个部门没有改动",
      "[1/2] 甲  完成、1 个项目、5 页  p.csv 有改动：2 个项目",
      "[2/2] 乙  失败、1 个项目、5 页",
      "",
    ]);
  });

  test("on a terminal names what is in hand below the lines of what is done", () => {
    const { terminal, printed } = screen(true);
    const progress = showProgress(terminal, "zh");
    for (const event of events.slice(0, 4)) progress.event(event);
    const last = printed.err.slice(printed.err.lastIndexOf("\u001B[2K") + 4);
    expect(last).toBe("[1/2] 5 页  乙");
  });

  test("on a terminal counts what has failed", () => {
    const { terminal, printed } = screen(true);
    const progress = showProgress(terminal, "zh");
    const failed = { kind: "finished", department: one("甲", { state: "failed", pages: 0 }) } as const;
    for (const event of [...events.slice(0, 3), failed]) progress.event(event);
    expect(printed.err.slice(printed.err.lastIndexOf("\u001B[2K") + 4)).toBe("[1/2] 失败 1 个  乙");
  });
});

describe("a plan", () => {
  const departments: readonly PlannedDepartment[] = [
    {
      folder: "data/甲",
      state: "build",
      because: [{ kind: "form", form: "hebei", files: ["project.hbs"] }],
      reads: ["data/甲/p.csv"],
      writes: ["out/甲/报告.docx", "out/甲/findings.csv"],
    },
    {
      folder: "data/乙",
      state: "build",
      because: [{ kind: "new" }],
      failures: [failure],
      reads: [],
      writes: [],
    },
    { folder: "data/丙", state: "unchanged", reads: [], writes: [] },
    { folder: "data/丁", state: "not-selected", reads: [], writes: [] },
  ];
  const plan = { changed: false, out: "out", departments, problems: [], brokenForms: [] };
  const show = (reporterFor: (terminal: Terminal) => Reporter, changed = false) => {
    const { terminal, printed } = screen();
    reporterFor(terminal).plan({ ...plan, changed });
    return printed.out;
  };

  test("says of each department what would be done, why, from what and into what", () => {
    expect(show(pretty)).toContain(
      "data/甲  生成：表式 hebei 有改动（project.hbs）\n  读取：p.csv\n  写入 out/甲/：报告.docx、findings.csv\n",
    );
    expect(show(pretty)).toContain("data/乙  生成：新部门\n  照现在的数据会失败：\n");
    expect(show(pretty)).toContain("未改动：data/丙\n");
    expect(show(pretty)).toContain("未选中：data/丁\n");
    expect(show(pretty)).toContain("将生成 2 个部门，未改动 1 个，未选中 1 个。\n");
    expect(show(pretty, true)).not.toContain("data/丙");
  });

  test("is data on demand, and annotations for GitHub", () => {
    expect(JSON.parse(show(jsonReporter))).toMatchObject({
      dryRun: true,
      departments: [{ state: "build" }, { failures: [{ code: "internal-error" }] }, {}, {}],
    });
    expect(show((terminal) => githubReporter(terminal, "en"))).toContain("::error file=data/乙");
  });
});

test("every reason is a sentence in both languages, and many are cut short", () => {
  const reasons: NonNullable<PlannedDepartment["because"]> = [
    { kind: "new" },
    { kind: "unpublished" },
    { kind: "forced" },
    { kind: "unrecorded" },
    { kind: "data", file: "a.csv", change: "added" },
    { kind: "form", form: "hebei", files: ["form.json"] },
    { kind: "choice", forms: ["mine"] },
    { kind: "fonts", files: ["a.ttf"] },
    { kind: "option", option: "--date", before: "", now: "2024-01-01" },
    { kind: "option", option: "--strict", before: "false", now: "true" },
    { kind: "data", file: "b.csv", change: "removed", projects: 3 },
    { kind: "folder", before: "a", now: "b" },
    { kind: "version", before: "0.1.0", now: "0.2.0" },
    { kind: "program" },
    { kind: "lists" },
    { kind: "output", file: "a.pdf", change: "removed" },
  ];
  const sentences = (language: "zh" | "en") => reasons.map((reason) => reasonSentence([reason], language));
  expect(new Set(sentences("zh")).size).toBe(reasons.length);
  expect(sentences("zh")).toContain("a.pdf 不在了");
  expect(sentences("zh")).toContain("b.csv 不在了：3 个项目");
  expect(sentences("zh")).toContain("--strict 与上次不同（否 → 是）");
  expect(sentences("en").join("")).not.toMatch(/\p{Script=Han}/u);
  expect(reasonSentence(reasons, "zh")).toBe("新部门、上次失败、--force 等 16 项");
});
