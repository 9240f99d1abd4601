/** The default style: progress, then findings by department and project, then the summary. */

import { type DepartmentResult, findingsOf, type RunResult } from "../batch/index.ts";
import type { Finding } from "../catalogue/index.ts";
import { type Language, severities, severityOf } from "../diagnostics/index.ts";
import { severityNames } from "../lists/index.ts";
import { changeLines } from "./change-lines.ts";
import { fontLines, readingLines } from "./detail-lines.ts";
import { endLines, mergedLines } from "./end-lines.ts";
import { explainedRuleLines } from "./explained-rule-lines.ts";
import { explanationLines } from "./explanation-lines.ts";
import { findingLines, type ListOptions } from "./finding-lines.ts";
import { fixLines } from "./fix-lines.ts";
import { initLines } from "./init-lines.ts";
import { formLines, ruleLines } from "./list-lines.ts";
import { newFormLines } from "./new-form-lines.ts";
import { planLines } from "./plan-lines.ts";
import { previewLines } from "./preview-lines.ts";
import { showProgress } from "./progress.ts";
import type { Reporter } from "./reporter.ts";
import { statisticsLines } from "./statistics-lines.ts";
import { listedDepartments, mostWithErrors } from "./summary.ts";
import { paintFor, printable, type Terminal } from "./terminal.ts";
import { verifiedLines } from "./verified-lines.ts";
import { cancelled, comma, counted } from "./words.ts";

/** A screenful for one department when it is built: the rest is in its findings.csv. `check` writes none. */
const mostFindings = { build: 20, check: 200, rollup: 0 } as const;
/** Of more departments than this only errors are listed, a few of each: the screen is for what needs attention. */
const mostListed = 20;
const onlyErrors = { most: 3, from: "error" } as const;
/** Of one department, at the end; a ragged table may have thousands. */
const mostFailures = 10;

const words = {
  noDepartment: { zh: "不属于任何部门", en: "in no department" },
  brokenForm: (form: string) => ({
    zh: `表式 ${form} 有错误，本次不能使用`,
    en: `The form ${form} has errors and cannot be used in this run`,
  }),
  more: (count: number) => ({ zh: `还有 ${count} 条`, en: `${count} more` }),
  unlisted: (counts: string) => ({ zh: `有 ${counts}，没有在此列出`, en: `not listed here: ${counts}` }),
  unlistedOfMany: (departments: number, counts: string) => ({
    zh: `${departments} 个部门共有 ${counts}，没有在此列出`,
    en: `not listed here, of ${counted(departments, "department")}: ${counts}`,
  }),
  severity: { zh: (count: number, name: string) => `${count} 条${name}`, en: counted },
  fullList: (file: string) => ({ zh: `，全部见 ${file}`, en: `; all are in ${file}` }),
  fullListVerbose: { zh: "，加 -v 全部列出", en: "; -v lists all" },
  ignored: { zh: "department.json 忽略的：", en: "Ignored by department.json:" },
  failedDepartments: { zh: "失败的部门（未发布）：", en: "Failed departments (not published):" },
  notRolledUp: { zh: "没有发布汇总：", en: "The roll-up was not published:" },
  stack: { zh: "程序内部错误的位置：", en: "Stack trace of the internal error:" },
  nothingWritten: { zh: "没有写入任何文件。", en: "Nothing was written." },
};

type PrettyOptions = {
  readonly language: Language;
  readonly verbose: boolean;
  readonly statistics?: boolean;
};

export function prettyReporter(
  terminal: Terminal,
  { language, verbose, statistics = false }: PrettyOptions,
): Reporter {
  const paint = paintFor(terminal);
  const progress = showProgress(terminal, language);
  const all: ListOptions = { language, paint, most: Number.POSITIVE_INFINITY, from: "info", fold: !verbose };
  const width = terminal.interactive ? terminal.columns : undefined;
  const print = (lines: readonly string[]) => {
    if (lines.length > 0) terminal.out(`${lines.join("\n")}\n`);
  };
  return {
    event: progress.event,
    done: (run) => {
      progress.clear();
      const most = mostFindings[run.command];
      const from = run.command === "check" ? "info" : "warning";
      const listed: ListOptions = verbose ? all : { ...all, most, from };
      const { ended, others } = partProblems(run);
      print(problemLines({ ...run, problems: others }, all));
      const departments = listedDepartments(run);
      const many = run.command === "build" && !verbose && departments.length > mostListed;
      const shown = many ? withErrors(departments).slice(0, mostWithErrors) : failuresLast(departments);
      if (listed.most === 0 && departments.length > 1) print(unlistedLines(departments, all));
      else for (const one of shown) print(findingsLines(one, many ? { ...all, ...onlyErrors } : listed));
      if (statistics) print(statisticsLines(run, language));
      print(["", ...endLines(run, { language, verbose, width })]);
      if (verbose)
        print([
          ...fontLines(run, language),
          ...run.departments.flatMap((one) => readingLines(one, language)),
        ]);
      print(failureLines(run, verbose || run.command === "check" ? all : { ...all, most: mostFailures }));
      if (ended.length > 0) print(["", words.notRolledUp[language], ...findingLines(ended, all).lines]);
      for (const { stack } of run.departments)
        if (stack !== undefined) terminal.err(`\n${words.stack[language]}\n${stack}\n`);
    },
    plan: (plan) => {
      const { problems, brokenForms } = plan;
      print(problemLines({ problems, brokenForms }, all));
      print(planLines(plan, { language, paint, verbose }));
    },
    refused: (problems) => {
      progress.clear();
      terminal.err(`${[...findingLines(problems, all).lines, words.nothingWritten[language]].join("\n")}\n`);
    },
    explanation: (explanation) => print(explanationLines(explanation, { language, paint })),
    changes: (changes) => print(changeLines(changes, { language, paint })),
    notCompared: ({ problems }) => terminal.err(`${findingLines(problems, all).lines.join("\n")}\n`),
    merged: (merged) =>
      print([
        ...findingLines(merged.problems, all).lines,
        ...mergedLines(merged, { language, verbose, width }),
      ]),
    initialised: (result) => {
      progress.clear();
      print(initLines(result, language));
    },
    fixed: (departments) => print(fixLines(departments, { language, paint })),
    verified: ({ departments, ...run }) =>
      print([...problemLines(run, all), ...verifiedLines(departments, { language, paint, listed: true })]),
    rules: (rules) => print(ruleLines(rules, { language, paint })),
    explainedRules: (rules) => print(explainedRuleLines(rules, { language, paint })),
    previewing: ({ problems, ...preview }) =>
      print([...findingLines(problems, all).lines, ...previewLines(preview, language)]),
    newForm: (form) => print(newFormLines(form, language)),
    forms: ({ forms, brokenForms, remarks = [] }) => {
      const odd = findingLines(remarks, all).lines;
      const apart = forms.length > 0 && odd.length > 0 ? [""] : [];
      print([...formLines(forms, { language, paint }), ...brokenLines(brokenForms, all), ...apart, ...odd]);
    },
  };
}

/** In the order of the table, so that these are the departments that it shows; what a nightly run left alone is in their lists. */
function withErrors(departments: readonly DepartmentResult[]): readonly DepartmentResult[] {
  return departments.filter((one) => one.state === "built" && findingsOf(one).error > 0);
}

/** Near the summary, as a long list ends there on the screen. */
function failuresLast(departments: readonly DepartmentResult[]): readonly DepartmentResult[] {
  return departments.toSorted(
    (one, other) => Number(one.state === "failed") - Number(other.state === "failed"),
  );
}

/** Why a roll-up published nothing is listed at the end, like the failures of departments. */
function partProblems(run: RunResult) {
  const ends = (problem: Finding) =>
    run.command === "rollup" && run.rollup === undefined && isFailure(problem);
  return { ended: run.problems.filter(ends), others: run.problems.filter((problem) => !ends(problem)) };
}

function problemLines(
  run: Pick<RunResult, "problems" | "brokenForms">,
  options: ListOptions,
): readonly string[] {
  const { lines } = findingLines(run.problems, options);
  const title = options.paint("bold", words.noDepartment[options.language]);
  return [...(lines.length === 0 ? [] : [title, ...lines]), ...brokenLines(run.brokenForms, options)];
}

function brokenLines(broken: RunResult["brokenForms"], options: ListOptions): readonly string[] {
  return broken.flatMap(({ form, problems }) => [
    options.paint("bold", words.brokenForm(form)[options.language]),
    ...findingLines(problems, options).lines,
  ]);
}

function findingsLines(department: DepartmentResult, options: ListOptions): readonly string[] {
  // What made a department fail is listed once, at the end.
  const lines = departmentLines(department, (finding) => !isFailure(finding), options);
  const ignored = options.fold ? [] : ignoredLines(department, options);
  return lines.length + ignored.length === 0 ? [] : ["", ...lines, ...ignored];
}

/** With -v: each with why. */
function ignoredLines({ ignored = [] }: DepartmentResult, options: ListOptions): readonly string[] {
  if (ignored.length === 0) return [];
  const { language, paint } = options;
  return [paint("bold", words.ignored[language]), ...findingLines(ignored, options).lines];
}

function departmentLines(
  department: DepartmentResult,
  wanted: (finding: Finding) => boolean,
  options: ListOptions,
): readonly string[] {
  const { language, paint } = options;
  const findings = department.findings.filter(wanted);
  const { lines, left } = findingLines(findings, options);
  if (lines.length === 0 && left === 0) return [];
  const { output, folder, name } = department;
  const list = output === undefined ? undefined : printable(`${output}/findings.csv`);
  const where = list === undefined ? words.fullListVerbose : words.fullList(list);
  const rest = lines.length === 0 ? words.unlisted(countsText(findings, language)) : words.more(left);
  return [
    paint("bold", printable(name === undefined ? folder : `${folder} ${name}`)),
    ...lines,
    ...(left === 0 ? [] : [`  ${rest[language]}${where[language]}`]),
  ];
}

/** One line for all, as no department's findings are listed. */
function unlistedLines(
  departments: readonly DepartmentResult[],
  { language }: ListOptions,
): readonly string[] {
  const withFindings = departments.filter(({ findings }) => findings.some((finding) => !isFailure(finding)));
  if (withFindings.length === 0) return [];
  const findings = withFindings.flatMap((one) => one.findings.filter((finding) => !isFailure(finding)));
  const counts = countsText(findings, language);
  const sentence = words.unlistedOfMany(withFindings.length, counts)[language];
  return ["", sentence + words.fullListVerbose[language]];
}

/** The most severe first; severities without findings are left out. */
function countsText(findings: readonly Finding[], language: Language): string {
  return severities
    .map((severity) => [severity, findings.filter((one) => severityOf(one) === severity).length] as const)
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => words.severity[language](count, severityNames[language][severity]))
    .join(comma[language]);
}

/** What is left to do is listed at the end. */
function failureLines(run: RunResult, options: ListOptions): readonly string[] {
  const { language } = options;
  const failed = run.departments.filter((one) => one.state === "failed");
  const lines = failed.flatMap((one) => departmentLines(one, isFailure, options));
  const end = run.exitCode === 130 ? ["", cancelled[language]] : [];
  return lines.length === 0 ? end : ["", words.failedDepartments[language], ...lines, ...end];
}

function isFailure(finding: Finding): boolean {
  return severityOf(finding) === "failure";
}
