/** The command line as a function: words in, text to a terminal, an exit code out. */
import {
  build,
  check,
  type ExitCode,
  explain,
  forecast,
  listForms,
  listRules,
  type Outcome,
  readVersion,
} from "../run/index.ts";
import { type Messages, messages } from "./messages.ts";
import { type Flags, languageOf, type Parsed, parseArguments } from "./parse-arguments.ts";
import { givenAgain, readBuildFlags, readJobs, type Surroundings } from "./read-flags.ts";
import { githubReporter } from "./report-github.ts";
import { jsonReporter } from "./report-json.ts";
import { prettyReporter } from "./report-pretty.ts";
import type { Reporter } from "./reporter.ts";
import { paintFor, type Terminal } from "./terminal.ts";
import { timingLines } from "./timing-lines.ts";

export type Invocation = Surroundings & {
  readonly argv: readonly string[];
  readonly terminal: Terminal;
  /** Aborted where the user cancels. */
  readonly signal: AbortSignal;
  /** The version of Node. */
  readonly node?: string;
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
  { terminal, signal, now, epoch, node }: Invocation,
  say: Messages,
): Promise<ExitCode> {
  const reporter = reporterFor(flags, terminal);
  const { event: onEvent } = reporter;
  const { templates, fonts, timings = false } = flags;
  const reporting = { reporter, timings: timings ? { terminal, say } : undefined };
  switch (command) {
    case "build": {
      const read = readBuildFlags(flags, { now, epoch }, say);
      if ("wrong" in read) return refuse(read.wrong, terminal);
      const options = { folders, ...read, templates, fonts, cache: flags.cache, signal, onEvent };
      const request = {
        ...options,
        ...(node === undefined ? {} : { node }),
        ...(flags.retry === true ? { retry: { given: givenAgain(given) } } : {}),
      };
      if (flags.dryRun !== true) return finish(await build(request), reporting);
      const planned = await forecast(request);
      if (planned.kind === "refused") reporter.refused(planned.problems);
      else reporter.plan(planned.plan);
      return planned.exitCode;
    }
    case "check": {
      const jobs = readJobs(flags, say);
      if (typeof jobs !== "number") return refuse(jobs.wrong, terminal);
      return finish(await check({ folders, jobs, templates, signal, onEvent }), reporting);
    }
    case "forms": {
      const list = await listForms(templates);
      if (list.kind === "done") reporter.forms(list.forms, list.brokenForms);
      else reporter.refused(list.problems);
      return list.exitCode;
    }
    case "rules":
      reporter.rules(listRules());
      return 0;
    case "explain": {
      const [folder = "", project = "", wanted = ""] = folders;
      const explanation = await explain({ folder, project, wanted, templates, signal });
      if (explanation.kind === "refused") reporter.refused(explanation.problems);
      else reporter.explanation(explanation);
      return explanation.exitCode;
    }
  }
}

type Reporting = {
  readonly reporter: Reporter;
  /** Wanted by --timings: on standard error, so that they mix with no reporter's output. */
  readonly timings: { readonly terminal: Terminal; readonly say: Messages } | undefined;
};

function finish(outcome: Outcome, { reporter, timings }: Reporting): ExitCode {
  if (outcome.kind === "refused") {
    reporter.refused(outcome.problems);
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
