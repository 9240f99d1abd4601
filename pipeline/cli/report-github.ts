/** `--reporter github`: workflow commands that GitHub shows beside the lines they are about. */

import type { DepartmentResult } from "../batch/index.ts";
import { type Finding, wordingOf } from "../catalogue/index.ts";
import { formatPlace, type Language, severityOf, sheetOf } from "../diagnostics/index.ts";
import { changeLines } from "./change-lines.ts";
import { endLines, mergedLines } from "./end-lines.ts";
import { explainedRuleLines } from "./explained-rule-lines.ts";
import { explanationLines } from "./explanation-lines.ts";
import { fixLines } from "./fix-lines.ts";
import { initLines } from "./init-lines.ts";
import { newFormLines } from "./new-form-lines.ts";
import { planLines } from "./plan-lines.ts";
import { previewLines } from "./preview-lines.ts";
import type { Reporter } from "./reporter.ts";
import { printable, type Terminal } from "./terminal.ts";
import { verifiedLines } from "./verified-lines.ts";
import { cancelled } from "./words.ts";

const commands = { failure: "error", error: "error", warning: "warning", info: "notice" } as const;

export function githubReporter({ out }: Terminal, language: Language): Reporter {
  const annotate = (finding: Finding, folder: string | undefined) =>
    out(`${annotation(finding, { folder, language })}\n`);
  const list = (findings: readonly Finding[]) => {
    for (const finding of findings) annotate(finding, undefined);
  };
  const style = { language, paint: (_: unknown, text: string) => text, verbose: false };
  const print = (lines: readonly string[]) => out(`${lines.join("\n")}\n`);
  return {
    event: () => undefined,
    done: (run) => {
      list(run.problems);
      for (const { problems } of run.brokenForms) list(problems);
      for (const one of run.departments) for (const finding of one.findings) annotate(finding, one.folder);
      for (const one of run.departments) if (one.reason === "cancelled") out(`${skipped(one, language)}\n`);
      print(endLines(run, style));
    },
    plan: (plan) => {
      list(plan.problems);
      for (const { problems } of plan.brokenForms) list(problems);
      for (const { failures = [], folder } of plan.departments)
        for (const finding of failures) annotate(finding, folder);
      print(planLines(plan, style));
    },
    refused: list,
    forms: ({ forms, brokenForms, remarks = [] }) => {
      for (const { problems } of brokenForms) list(problems);
      list(remarks);
      print(forms.map((form) => `${form.id}  ${form.name[language]}`));
    },
    previewing: ({ problems, ...preview }) => {
      list(problems);
      print(previewLines(preview, language));
    },
    newForm: (form) => print(newFormLines(form, language)),
    // A cell may hold a line that GitHub would obey as a command.
    explanation: ({ cells, failures, notFound }) => {
      list(failures);
      for (const { field, printed, at } of cells)
        out(`${printable([field, printed, ...(at === undefined ? [] : [formatPlace(at)])].join("  "))}\n`);
      if (notFound !== undefined) print(explanationLines({ cells, failures: [], notFound }, style));
    },
    // Each line begins with a title, a label or blanks, never with a sign that GitHub would obey.
    changes: (changes) => print(changeLines(changes, style)),
    notCompared: ({ problems }) => list(problems),
    merged: (merged) => {
      list(merged.problems);
      print(mergedLines(merged, style));
    },
    initialised: (result) => print(initLines(result, language)),
    fixed: (departments) => print(fixLines(departments, style)),
    verified: ({ departments, problems, brokenForms }) => {
      list([problems, ...brokenForms.map((one) => one.problems)].flat());
      for (const { findings, folder } of departments)
        for (const finding of findings) annotate(finding, folder);
      print(verifiedLines(departments, { ...style, listed: false }));
    },
    rules: (rules) => print(rules.map((rule) => `${rule.code}  ${rule[language].title}`)),
    explainedRules: (rules) => print(explainedRuleLines(rules, style)),
  };
}

/** A department that was not reached is no success. */
function skipped({ folder }: DepartmentResult, language: Language): string {
  return `::warning file=${property(folder)},title=skipped::${message(cancelled[language])}`;
}

function annotation(
  finding: Finding,
  { folder, language }: { readonly folder: string | undefined; readonly language: Language },
): string {
  const { says, todo } = wordingOf(finding, language);
  const properties = Object.entries({ ...placeOf(finding, folder), title: finding.code }).flatMap(
    ([name, value]) => (value === undefined ? [] : [`${name}=${property(String(value))}`]),
  );
  return `::${commands[severityOf(finding)]} ${properties.join(",")}::${message(`${sheetPlace(finding)}${says}\n${todo}`)}`;
}

/** GitHub shows files and lines; what lies in a sheet is named in the message. */
function sheetPlace({ at }: Pick<Finding, "at">): string {
  return sheetOf(at) !== undefined ? `${formatPlace(at)}\n` : "";
}

type AnnotatedPlace = { readonly file?: string; readonly line?: number; readonly col?: number };

function placeOf({ at, source }: Pick<Finding, "at" | "source">, folder: string | undefined): AnnotatedPlace {
  if (at.kind === "option") return { file: folder };
  if (at.kind === "template") return { file: at.file, line: at.line, col: at.column };
  const file = fileInFolder(at.file, folder);
  // The row that Excel shows is not the line of the file if a cell above holds line breaks.
  if (source !== undefined) return { file, line: source.line, col: source.column };
  switch (at.kind) {
    case "cell":
      return at.sheet === undefined ? { file, line: at.row, col: at.column } : { file };
    case "json":
      return { file, line: at.line, col: at.column };
    case "file":
      return { file };
  }
}

/** A department's own files are named without their folder; what is about the folder itself names it whole. */
function fileInFolder(file: string, folder: string | undefined): string {
  if (folder === undefined || file.includes("/")) return file;
  return folder === file || folder.endsWith(`/${file}`) ? folder : `${folder}/${file}`;
}

// The escapes of GitHub's own @actions/core.
function message(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return message(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
