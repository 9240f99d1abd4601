/** `--reporter github`: workflow commands that GitHub shows beside the lines they are about. */

import { type Finding, wordingOf } from "../catalogue/index.ts";
import type { DepartmentResult } from "../commands/index.ts";
import { formatPlace, type Language, severityOf } from "../diagnostics/index.ts";
import { changeLines } from "./change-lines.ts";
import { endLines } from "./end-lines.ts";
import { explanationLines } from "./explanation-lines.ts";
import { mergedLines } from "./merged-lines.ts";
import { messages } from "./messages.ts";
import { planLines } from "./plan-lines.ts";
import type { Reporter } from "./reporter.ts";
import { printable, type Terminal } from "./terminal.ts";

const commands = { failure: "error", error: "error", warning: "warning", info: "notice" } as const;

export function githubReporter({ out }: Terminal, language: Language): Reporter {
  const annotate = (finding: Finding, folder: string | undefined) =>
    out(`${annotation(finding, { folder, language })}\n`);
  const list = (findings: readonly Finding[]) => {
    for (const finding of findings) annotate(finding, undefined);
  };
  return {
    event: () => undefined,
    done: (run) => {
      list(run.problems);
      for (const { problems } of run.brokenForms) list(problems);
      for (const one of run.departments) for (const finding of one.findings) annotate(finding, one.folder);
      for (const one of run.departments) if (one.reason === "cancelled") out(`${skipped(one, language)}\n`);
      out(`${endLines(run, messages[language], { verbose: false }).join("\n")}\n`);
    },
    plan: (plan) => {
      list(plan.problems);
      for (const { problems } of plan.brokenForms) list(problems);
      for (const { failures = [], folder } of plan.departments)
        for (const finding of failures) annotate(finding, folder);
      out(`${planLines(plan, { language, paint: (_, text) => text, verbose: false }).join("\n")}\n`);
    },
    refused: list,
    forms: (forms, broken) => {
      for (const { problems } of broken) list(problems);
      out(`${forms.map((form) => `${form.id}  ${form.name[language]}`).join("\n")}\n`);
    },
    // A cell may hold a line that GitHub would obey as a command.
    explanation: ({ cells, failures, notFound }) => {
      list(failures);
      for (const { field, printed, at } of cells)
        out(`${printable([field, printed, ...(at === undefined ? [] : [formatPlace(at)])].join("  "))}\n`);
      if (notFound !== undefined)
        out(
          `${explanationLines({ cells, failures: [], notFound }, { language, paint: (_, text) => text }).join("\n")}\n`,
        );
    },
    // Each line begins with a title, a label or blanks, never with a sign that GitHub would obey.
    changes: (changes) => out(`${changeLines(changes, { language, paint: (_, text) => text }).join("\n")}\n`),
    notCompared: ({ problems }) => list(problems),
    merged: (merged) => out(`${mergedLines(merged, messages[language], { verbose: false }).join("\n")}\n`),
    rules: (rules) => out(`${rules.map((rule) => `${rule.code}  ${rule[language].title}`).join("\n")}\n`),
  };
}

/** A department that was not reached is no success. */
function skipped({ folder }: DepartmentResult, language: Language): string {
  return `::warning file=${property(folder)},title=skipped::${message(messages[language].summary.cancelled)}`;
}

function annotation(
  finding: Finding,
  { folder, language }: { readonly folder: string | undefined; readonly language: Language },
): string {
  const { says, todo } = wordingOf(finding, language);
  const place = properties(finding, folder);
  const all = [...place, ["title", finding.code]].map(
    ([name, value]) => `${name}=${property(String(value))}`,
  );
  return `::${commands[severityOf(finding)]} ${all.join(",")}::${message(`${says}\n${todo}`)}`;
}

function properties(
  { at, source }: Pick<Finding, "at" | "source">,
  folder: string | undefined,
): readonly (readonly [string, string | number])[] {
  // A department's own files are named without their folder; what is about the folder itself names it whole.
  const inFolder = (file: string) => {
    if (folder === undefined || file.includes("/")) return file;
    return folder === file || folder.endsWith(`/${file}`) ? folder : `${folder}/${file}`;
  };
  // A row that Excel shows is no line of the file where a cell above it holds line breaks.
  if (source !== undefined && at.kind !== "option")
    return [
      ["file", inFolder(at.file)],
      ["line", source.line],
      ["col", source.column],
    ];
  switch (at.kind) {
    case "cell":
      return [
        ["file", inFolder(at.file)],
        ["line", at.row],
        ...(at.column === undefined ? [] : [["col", at.column] as const]),
      ];
    case "json":
      return [
        ["file", inFolder(at.file)],
        ["line", at.line],
        ["col", at.column],
      ];
    case "template":
      return [
        ["file", at.file],
        ["line", at.line],
        ...(at.column === undefined ? [] : [["col", at.column] as const]),
      ];
    case "file":
      return [["file", inFolder(at.file)]];
    case "option":
      return folder === undefined ? [] : [["file", folder]];
  }
}

// The escapes of GitHub's own @actions/core.
function message(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return message(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
