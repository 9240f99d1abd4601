/** The command line as a function: words in, text to a terminal, an exit code out. */

import { type Finding, wordingOf } from "../catalogue/index.ts";
import {
  build,
  check,
  type ExitCode,
  explain,
  forecast,
  listForms,
  listRules,
  mergeRuns,
  type Outcome,
  type RunEvent,
  type RunningProcess,
  readVersion,
  runUnattended,
} from "../commands/index.ts";
import type { Language, Report } from "../diagnostics/index.ts";
import { type Messages, messages } from "./messages.ts";
import { type Flags, languageOf, type Parsed, parseArguments } from "./parse-arguments.ts";
import { readOnFinish } from "./read-alone-flags.ts";
import { givenAgain, readBuildFlags, readJobs, type Surroundings } from "./read-flags.ts";
import { githubReporter } from "./report-github.ts";
import { jsonReporter } from "./report-json.ts";
import { prettyReporter } from "./report-pretty.ts";
import type { Reporter } from "./reporter.ts";
import { runDiff } from "./run-diff.ts";
import { runRollup } from "./run-rollup.ts";
import { paintFor, printable, type Terminal } from "./terminal.ts";
import { timingLines } from "./timing-lines.ts";

export type Invocation = Surroundings & {
  readonly argv: readonly string[];
  readonly terminal: Terminal;
  /** Aborted where the user cancels. */
  readonly signal: AbortSignal;
  /** The version of Node. */
  readonly node?: string;
  /** The process, as the lock of an output folder names it. */
  readonly self: Omit<RunningProcess, "command">;
};

export async function runCli(invocation: Invocation): Promise<ExitCode> {
  const { argv, terminal } = invocation;
  const say = messages[languageOf(argv)];
  try {
    const parsed = parseArguments(argv, { version: readVersion(), columns: terminal.columns });
    switch (parsed.kind) {
      case "help":
        terminal.out(parsed.text);
        return 0;
      case "wrong":
        return refuse(parsed.text, terminal);
      case "command":
        return await runCommand(parsed, invocation, messages[parsed.flags.lang]);
    }
  } catch (error) {
    terminal.err(
      `${say.crash}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    return 3;
  }
}

async function runCommand(
  { command, folders, flags, given }: Extract<Parsed, { kind: "command" }>,
  { argv, terminal, signal, now, epoch, node, self }: Invocation,
  say: Messages,
): Promise<ExitCode> {
  const reporter = reporterFor(flags, terminal);
  const onEvent = (event: RunEvent) => {
    // On standard error with every reporter: a run that stands still must say why.
    if (event.kind === "waiting") terminal.err(waitingText(event.problem, flags.lang));
    else reporter.event(event);
  };
  const { templates, fonts, timings = false } = flags;
  const reporting = { reporter, timings: timings ? { terminal, say } : undefined };
  const typed = ["huibian", ...argv].join(" ");
  switch (command) {
    case "build": {
      const read = readBuildFlags(flags, { now, epoch }, say);
      if ("wrong" in read) return refuse(read.wrong, terminal);
      const options = { folders, ...read, templates, fonts, cache: flags.cache, signal, onEvent };
      const request = {
        ...options,
        self: { ...self, command: typed },
        ...(node === undefined ? {} : { node }),
        ...(flags.retry === true ? { retry: { given: givenAgain(given) } } : {}),
      };
      const told = readOnFinish(flags, say);
      if ("wrong" in told) return refuse(told.wrong, terminal);
      if (flags.dryRun !== true) {
        const unattended = { command, ...request, ...told, logFile: flags.logFile };
        return finish(
          await runUnattended(unattended, (tell) => build({ ...request, onEvent: tell })),
          reporting,
        );
      }
      const planned = await forecast(request);
      if (planned.kind === "refused") reporter.refused(planned.problems, planned.exitCode);
      else reporter.plan(planned.plan);
      return planned.exitCode;
    }
    case "check": {
      const jobs = readJobs(flags, say);
      if (typeof jobs !== "number") return refuse(jobs.wrong, terminal);
      const unattended = {
        command,
        logFile: flags.logFile,
        self: { ...self, command: typed },
        signal,
        onEvent,
      };
      const checked = runUnattended(unattended, (tell) =>
        check({ folders, jobs, templates, signal, onEvent: tell }),
      );
      return finish(await checked, reporting);
    }
    case "rollup": {
      const typed = ["huibian", ...argv].join(" ");
      const around = { now, epoch, signal, onEvent, self: { ...self, command: typed } };
      const outcome = await runRollup({ folders, flags }, around, say);
      return "wrong" in outcome ? refuse(outcome.wrong, terminal) : finish(outcome, reporting);
    }
    case "forms": {
      const list = await listForms(templates);
      if (list.kind === "done") reporter.forms(list.forms, list.brokenForms);
      else reporter.refused(list.problems, list.exitCode);
      return list.exitCode;
    }
    case "rules":
      reporter.rules(listRules());
      return 0;
    case "explain": {
      const [folder = "", project = "", wanted = ""] = folders;
      const explanation = await explain({ folder, project, wanted, templates, signal });
      if (explanation.kind === "refused") reporter.refused(explanation.problems, explanation.exitCode);
      else reporter.explanation(explanation);
      return explanation.exitCode;
    }
    case "merge-runs": {
      const merged = await mergeRuns({ files: folders, output: flags.out ?? "" });
      if (merged.kind === "refused") reporter.refused(merged.problems, merged.exitCode);
      else reporter.merged(merged);
      return merged.kind === "refused" ? merged.exitCode : merged.record.exitCode;
    }
    case "diff": {
      // On standard error with every reporter, as what waiting says.
      const report: Report = (problem) => terminal.err(`${printable(wordingOf(problem, flags.lang).says)}\n`);
      const around = { reporter, signal, self: { ...self, command: typed }, report };
      const done = await runDiff({ folders, flags, ...around }, say);
      return typeof done === "number" ? done : refuse(done.wrong, terminal);
    }
  }
}

function waitingText(problem: Finding, language: Language): string {
  return `${printable(wordingOf(problem, language).says)}\n${messages[language].progress.waiting}\n`;
}

type Reporting = {
  readonly reporter: Reporter;
  /** Wanted by --timings: on standard error, so that they mix with no reporter's output. */
  readonly timings: { readonly terminal: Terminal; readonly say: Messages } | undefined;
};

function finish(outcome: Outcome, { reporter, timings }: Reporting): ExitCode {
  if (outcome.kind === "refused") {
    reporter.refused(outcome.problems, outcome.exitCode);
    return outcome.exitCode;
  }
  reporter.done(outcome.run);
  if (timings !== undefined) {
    const { terminal, say } = timings;
    const lines = timingLines(outcome.run, { peakMegabytes: terminal.peakMegabytes(), say });
    terminal.err(`\n${lines.join("\n")}\n`);
  }
  return outcome.run.exitCode;
}

function refuse(text: string, terminal: Terminal): ExitCode {
  terminal.err(`${paintFor(terminal)("red", text.trimEnd())}\n`);
  return 2;
}

function reporterFor({ reporter, lang: language, verbose = false }: Flags, terminal: Terminal): Reporter {
  switch (reporter) {
    case "pretty":
      return prettyReporter(terminal, { language, verbose });
    case "json":
      return jsonReporter(terminal);
    case "github":
      return githubReporter(terminal, language);
  }
}
