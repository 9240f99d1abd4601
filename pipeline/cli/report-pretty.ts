/** The default style: progress, then findings by department and project, then the summary. */

import type { Finding } from "../catalogue/index.ts";
import { type DepartmentResult, findingsOf, type RunResult, severityNames } from "../commands/index.ts";
import { type Language, severityOf } from "../diagnostics/index.ts";
import { changeLines } from "./change-lines.ts";
import { endLines } from "./end-lines.ts";
import { explanationLines } from "./explanation-lines.ts";
import { findingLines, type ListOptions } from "./finding-lines.ts";
import { fontLines } from "./font-lines.ts";
import { formLines } from "./form-lines.ts";
import { mergedLines } from "./merged-lines.ts";
import { messages } from "./messages.ts";
import { planLines } from "./plan-lines.ts";
import { showProgress } from "./progress.ts";
import { readingLines } from "./reading-lines.ts";
import type { Reporter } from "./reporter.ts";
import { ruleLines } from "./rule-lines.ts";
import { listedDepartments, mostWithErrors } from "./summary.ts";
import { paintFor, printable, type Terminal } from "./terminal.ts";

/** A screenful for one department when it is built: the rest stands in its findings.csv. `check` writes none. */
const mostFindings = { build: 20, check: 200, rollup: 0 } as const;
/** Of more departments than this only errors are listed, a few of each: the screen is for what needs an eye. */
const mostListed = 20;
const gravest = { most: 3, from: "error" } as const;
/** Of one department, at the end; a ragged table may have thousands. */
const mostFailures = 10;

export function prettyReporter(
  terminal: Terminal,
  { language, verbose }: { readonly language: Language; readonly verbose: boolean },
): Reporter {
  const say = messages[language];
  const paint = paintFor(terminal);
  const progress = showProgress(terminal, say);
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
      print(problemLines(run, all));
      const departments = listedDepartments(run);
      const many = run.command === "build" && !verbose && departments.length > mostListed;
      const told = many ? withErrors(departments).slice(0, mostWithErrors) : failuresLast(departments);
      if (listed.most === 0 && departments.length > 1) print(unlistedLines(departments, all));
      else for (const one of told) print(findingsLines(one, many ? { ...all, ...gravest } : listed));
      print(["", ...endLines(run, say, { verbose, width })]);
      if (verbose)
        print([...fontLines(run, say), ...run.departments.flatMap((one) => readingLines(one, say))]);
      print(failureLines(run, verbose || run.command === "check" ? all : { ...all, most: mostFailures }));
      for (const { stack } of run.departments)
        if (stack !== undefined) terminal.err(`\n${say.summary.stack}\n${stack}\n`);
    },
    plan: (plan) => {
      const { problems, brokenForms } = plan;
      print(problemLines({ problems, brokenForms }, all));
      print(planLines(plan, { language, paint, verbose }));
    },
    refused: (problems) => {
      progress.clear();
      terminal.err(`${[...findingLines(problems, all).lines, say.summary.nothingWritten].join("\n")}\n`);
    },
    explanation: (explanation) => print(explanationLines(explanation, { language, paint })),
    changes: (changes) => print(changeLines(changes, { language, paint })),
    notCompared: ({ problems }) => terminal.err(`${findingLines(problems, all).lines.join("\n")}\n`),
    merged: (merged) => print(mergedLines(merged, say, { verbose, width })),
    rules: (rules) => print(ruleLines(rules, { language, paint })),
    forms: (forms, broken) => print([...formLines(forms, { language, paint }), ...brokenLines(broken, all)]),
  };
}

/** In the order of the table, so that these are the departments that it shows. */
function withErrors(departments: readonly DepartmentResult[]): readonly DepartmentResult[] {
  return departments.filter((one) => one.state === "built" && findingsOf(one).error > 0);
}

/** Near the summary, where a long list ends on the screen. */
function failuresLast(departments: readonly DepartmentResult[]): readonly DepartmentResult[] {
  return departments.toSorted(
    (one, other) => Number(one.state === "failed") - Number(other.state === "failed"),
  );
}

function problemLines(
  run: Pick<RunResult, "problems" | "brokenForms">,
  options: ListOptions,
): readonly string[] {
  const { lines } = findingLines(run.problems, options);
  const { noDepartment } = messages[options.language].findings;
  return [
    ...(lines.length === 0 ? [] : [options.paint("bold", noDepartment), ...lines]),
    ...brokenLines(run.brokenForms, options),
  ];
}

function brokenLines(broken: RunResult["brokenForms"], options: ListOptions): readonly string[] {
  const { brokenForm } = messages[options.language].findings;
  return broken.flatMap(({ form, problems }) => [
    options.paint("bold", brokenForm(form)),
    ...findingLines(problems, options).lines,
  ]);
}

function findingsLines(department: DepartmentResult, options: ListOptions): readonly string[] {
  // What made a department fail is said once, at the end.
  const lines = departmentLines(department, (finding) => !isFailure(finding), options);
  return lines.length === 0 ? [] : ["", ...lines];
}

function departmentLines(
  department: DepartmentResult,
  wanted: (finding: Finding) => boolean,
  options: ListOptions,
): readonly string[] {
  const say = messages[options.language].findings;
  const findings = department.findings.filter(wanted);
  const { lines, left } = findingLines(findings, options);
  if (lines.length === 0 && left === 0) return [];
  const { output } = department;
  const list = output === undefined ? undefined : printable(`${output}/findings.csv`);
  const where = list === undefined ? say.fullListVerbose : say.fullList(list);
  const name = department.name === undefined ? "" : ` ${printable(department.name)}`;
  return [
    options.paint("bold", printable(department.folder) + name),
    ...lines,
    ...(left === 0
      ? []
      : [
          `  ${lines.length === 0 ? say.unlisted(countsText(findings, options.language)) : say.more(left)}${where}`,
        ]),
  ];
}

/** One line for all, where no department's findings are listed. */
function unlistedLines(
  departments: readonly DepartmentResult[],
  { language }: ListOptions,
): readonly string[] {
  const say = messages[language].findings;
  const withFindings = departments.filter(({ findings }) => findings.some((finding) => !isFailure(finding)));
  if (withFindings.length === 0) return [];
  const findings = withFindings.flatMap((one) => one.findings.filter((finding) => !isFailure(finding)));
  const counts = countsText(findings, language);
  return ["", say.unlistedOfMany(withFindings.length, counts) + say.fullListVerbose];
}

/** The gravest first; what there is none of is left out. */
function countsText(findings: readonly Finding[], language: Language): string {
  const { comma, findings: say } = messages[language];
  return (["failure", "error", "warning", "info"] as const)
    .map((severity) => [severity, findings.filter((one) => severityOf(one) === severity).length] as const)
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => say.counted(count, severityNames[language][severity]))
    .join(comma);
}

/** What is left to do: at the end, where it is read. */
function failureLines(run: RunResult, options: ListOptions): readonly string[] {
  const say = messages[options.language].summary;
  const failed = run.departments.filter((one) => one.state === "failed");
  const lines = failed.flatMap((one) => departmentLines(one, isFailure, options));
  const cancelled = run.exitCode === 130 ? ["", say.cancelled] : [];
  return lines.length === 0 ? cancelled : ["", say.failedDepartments, ...lines, ...cancelled];
}

function isFailure(finding: Finding): boolean {
  return severityOf(finding) === "failure";
}
