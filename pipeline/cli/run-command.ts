/** A parsed command → its result, as the reporter prints it, and the exit code. Each command is loaded when it is run. */
import type { Outcome, RunEvent } from "../batch/index.ts";
import {
  chooseFindings,
  type Finding,
  nearestCode,
  toldAmong,
  type UnknownWord,
  wordingOf,
} from "../catalogue/index.ts";
import type { BuildOptions } from "../commands/build.ts";
import type { Answers, Proposal } from "../commands/init.ts";
import type { ExitCode } from "../contracts/index.ts";
import type { Diagnostic, Language } from "../diagnostics/index.ts";
import { type Clock, setClock } from "../files/index.ts";
import type { AllOptions, CommandName } from "../options/index.ts";
import { timingLines } from "./detail-lines.ts";
import type { Invoked } from "./parse-arguments.ts";
import { githubReporter } from "./report-github.ts";
import { jsonReporter } from "./report-json.ts";
import { prettyReporter } from "./report-pretty.ts";
import type { Reporter } from "./reporter.ts";
import { paintFor, printable, type Streams, type Terminal } from "./terminal.ts";
import { invalidSentence } from "./usage-sentence.ts";

export type Invocation = {
  readonly argv: readonly string[];
  readonly terminal: Terminal;
  /** Aborted if the user cancels. */
  readonly signal: AbortSignal;
  readonly now: Date;
  /** SOURCE_DATE_EPOCH */
  readonly epoch: string | undefined;
  /** The version of Node. */
  readonly node?: string;
  /** The process, as the lock of an output folder names it. */
  readonly self: Omit<BuildOptions["self"], "command">;
};

type Running<Name extends CommandName> = Extract<Invoked, { readonly command: Name }>;

/** What a command is run with, beside its own words and options. */
type Around = {
  readonly invocation: Invocation;
  readonly reporter: Reporter;
  readonly self: BuildOptions["self"];
  readonly onEvent: (event: RunEvent) => void;
};

const words = {
  waiting: { zh: "正在等候它结束……（Ctrl-C 取消）", en: "Waiting for it to end … (Ctrl-C to cancel)" },
  epoch: { zh: "秒数", en: "a number of seconds" },
  nobodyToAsk: {
    zh: "这里没有可以问答的终端：请加 --yes，只写数据里有的",
    en: "No terminal to ask questions at: add --yes to write only what the data say",
  },
  newForm: {
    zh: "新建表式请写：huibian forms new 〈名称〉 --like 〈表式〉；查看一个表式：huibian forms 〈表式〉",
    en: "To make a form: huibian forms new <name> --like <form>; to look at one: huibian forms <form>",
  },
  editionOfTwo: {
    zh: "--edition 只用于比较一个部门的两版，不能同时写两个文件夹",
    en: "--edition compares two editions of one department: it cannot be combined with two folders",
  },
};

export async function runCommand(invoked: Invoked, invocation: Invocation): Promise<ExitCode> {
  const { argv, terminal, self } = invocation;
  const { language } = invoked.options;
  const reporter = reporterFor(invoked.options, terminal);
  const around: Around = {
    invocation,
    reporter,
    self: { ...self, command: ["huibian", ...argv].join(" ") },
    onEvent: (event) => {
      // On standard error with every reporter: a run that waits must say why.
      if (event.kind !== "waiting") reporter.event(event);
      else {
        warn(event.problem, language, terminal);
        terminal.err(`${words.waiting[language]}\n`);
      }
    },
  };
  switch (invoked.command) {
    case "build":
      return onDay(invoked, around, (clock) => runBuild(invoked, around, clock));
    case "init":
      return runInit(invoked, around);
    case "check":
      return onDay(invoked, around, (clock) => runCheck(invoked, around, clock));
    case "preview":
      return onDay(invoked, around, (clock) => runPreview(invoked, around, clock));
    case "fix":
      return onDay(invoked, around, (clock) => runFix(invoked, around, clock));
    case "verify":
      return runVerify(invoked, around);
    case "rollup":
      return onDay(invoked, around, (clock) => runRollup(invoked, around, clock));
    case "forms":
      return runForms(invoked, around);
    case "rules":
      return runRules(invoked, around);
    case "explain":
      return runExplain(invoked, around);
    case "diff":
      return runDiff(invoked, around);
    case "merge-runs":
      return runMergeRuns(invoked, around);
  }
}

type ReporterOptions = Pick<AllOptions, "reporter" | "language" | "verbose"> &
  Partial<Pick<AllOptions, "statistics">>;

function reporterFor(
  { reporter, language, verbose, statistics = false }: ReporterOptions,
  terminal: Terminal,
): Reporter {
  switch (reporter) {
    case "pretty":
      return prettyReporter(terminal, { language, verbose, statistics });
    case "json":
      return jsonReporter(terminal);
    case "github":
      return githubReporter(terminal, language);
  }
}

/** Runs a command that knows the day, once it is clear which. */
async function onDay(
  { options: { date, language } }: Running<"build" | "check" | "preview" | "fix" | "rollup">,
  { invocation: { now, epoch = "", terminal } }: Around,
  run: (clock: Clock) => Promise<ExitCode>,
): Promise<ExitCode> {
  const clock = setClock({ date, now, epoch });
  if (clock !== undefined) return run(clock);
  return refuse(invalidSentence("SOURCE_DATE_EPOCH", epoch, words.epoch)[language], terminal);
}

async function runBuild(invoked: Running<"build">, around: Around, clock: Clock): Promise<ExitCode> {
  const { words: folders, options, given } = invoked;
  const choice = choiceIn(options);
  if (choice.unknown.length > 0) return refuseRules(choice.unknown, around);
  const { dryRun, logFile, onFinish: command, onFinishTimeout: timeout, wait = 0 } = options;
  const { reporter, self, onEvent, invocation } = around;
  const { node, signal } = invocation;
  const retry = options.retry ? { given } : undefined;
  const request: BuildOptions = { ...options, folders, wait, retry, clock, node, signal, self, onEvent };
  if (dryRun) {
    const { forecast } = await import("../commands/forecast.ts");
    const planned = await forecast(request);
    if (planned.kind === "refused") return refused(planned, around);
    reporter.plan(planned.plan);
    return planned.exitCode;
  }
  const { build } = await import("../commands/build.ts");
  const { runUnattended } = await import("../batch/index.ts");
  const onFinish = command === undefined ? undefined : { command, timeout };
  const unattended = { command: "build", logFile, onFinish, self, signal, onEvent } as const;
  const outcome = await runUnattended(unattended, (tell) => build({ ...request, onEvent: tell }));
  return finish(shownOf(outcome, choice.isWanted), invoked, around);
}

type ChoiceOptions = Pick<AllOptions, "select" | "ignoreRules" | "minSeverity">;

function choiceIn({ select = [], ignoreRules: ignore = [], minSeverity }: ChoiceOptions) {
  return chooseFindings({ select, ignore, minSeverity });
}

/** Of a build only what is shown is chosen: lists, record, --strict and exit code are of all. */
function shownOf(outcome: Outcome, isWanted: (finding: Finding) => boolean): Outcome {
  if (outcome.kind === "refused") return outcome;
  const departments = outcome.run.departments.map((one) => ({
    ...one,
    findings: toldAmong(one, isWanted).findings,
  }));
  return { ...outcome, run: { ...outcome.run, departments } };
}

function refuseRules(words: readonly UnknownWord[], around: Around): ExitCode {
  const problems = words.map(
    ({ list, word }): Diagnostic => ({
      code: "rule-not-there",
      at: { kind: "option", option: `--${list}` },
      args: { rule: word, nearest: nearestCode(word) },
    }),
  );
  return refused({ problems, exitCode: 2 }, around);
}

async function runInit({ words: folders, options }: Running<"init">, around: Around): Promise<ExitCode> {
  const { terminal, signal } = around.invocation;
  const { templates, limits, yes, language } = options;
  const { questions: streams } = terminal;
  if (!yes && streams === undefined) return refuse(words.nobodyToAsk[language], terminal);
  const { accepted, propose, writeDepartmentFiles } = await import("../commands/init.ts");
  const proposed = await propose({ folders, templates, limits, signal });
  if (proposed.kind === "refused") return refused(proposed, around);
  const decided: { proposal: Proposal; answers: Answers }[] = [];
  for (const proposal of proposed.proposals) {
    const answers =
      yes || streams === undefined ? accepted(proposal) : await askAt(streams, proposal, language);
    if (answers === undefined) return refused({ problems: [], exitCode: 130 }, around);
    decided.push({ proposal, answers });
  }
  const result = await writeDepartmentFiles(decided, proposed.kept);
  around.reporter.initialised(result);
  return result.exitCode;
}

/** The library of questions is loaded only if some are asked. */
async function askAt(streams: Streams, proposal: Proposal, language: Language): Promise<Answers | undefined> {
  const { askFor } = await import("./ask-init.ts");
  return askFor(proposal, { language, streams });
}

async function runCheck(invoked: Running<"check">, around: Around, clock: Clock): Promise<ExitCode> {
  const { words: folders, options } = invoked;
  const { logFile, templates, limits, checkJobs: jobs } = options;
  const { self, onEvent, invocation } = around;
  const { signal } = invocation;
  const choice = choiceIn(options);
  if (choice.unknown.length > 0) return refuseRules(choice.unknown, around);
  const { check } = await import("../commands/check.ts");
  const { runUnattended } = await import("../batch/index.ts");
  const unattended = { command: "check", logFile, self, signal, onEvent } as const;
  const work = (tell: Around["onEvent"]) =>
    check({
      ...{ folders, jobs, templates, limits, day: clock.day, self, signal, onEvent: tell },
      ...{ only: options.only, exclude: options.exclude, isWanted: choice.isWanted },
      ...{ baseline: options.baseline, out: options.checkOut, language: options.language },
    });
  return finish(await runUnattended(unattended, work), invoked, around);
}

async function runPreview(invoked: Running<"preview">, around: Around, clock: Clock): Promise<ExitCode> {
  const { words: folders, options } = invoked;
  const { signal } = around.invocation;
  const { preview } = await import("../commands/preview.ts");
  const ended = await preview({
    ...{ ...options, folders, clock, signal },
    onServing: (served) => {
      around.reporter.previewing(served);
      if (options.browser) void openInBrowser(served.address);
    },
  });
  return ended.kind === "refused" ? refused(ended, around) : ended.exitCode;
}

/** Where there is none, the address that was printed is enough. */
async function openInBrowser(address: string): Promise<void> {
  const { default: open } = await import("open");
  await open(address).catch(() => undefined);
}

async function runFix(
  { words: folders, options }: Running<"fix">,
  around: Around,
  { day }: Clock,
): Promise<ExitCode> {
  const { templates, limits } = options;
  const { signal } = around.invocation;
  const { fix } = await import("../commands/fix.ts");
  const out = options.fixDryRun ? undefined : options.fixOut;
  const fixed = await fix({ folders, out, templates, limits, day, signal });
  if (fixed.kind === "refused") return refused(fixed, around);
  around.reporter.fixed(fixed.departments);
  return fixed.exitCode;
}

async function runVerify({ words: folders, options }: Running<"verify">, around: Around): Promise<ExitCode> {
  const { out, templates, limits } = options;
  const { signal } = around.invocation;
  const { verify } = await import("../commands/verify.ts");
  const verified = await verify({ folders, out, templates, limits, signal });
  if (verified.kind === "refused") return refused(verified, around);
  around.reporter.verified(verified);
  return verified.exitCode;
}

async function runRollup(invoked: Running<"rollup">, around: Around, clock: Clock): Promise<ExitCode> {
  const { words: folders, options } = invoked;
  const { rollupDraft: draft, rollupStrict: strict, wait = 0, ...others } = options;
  const { rollup } = await import("../commands/rollup.ts");
  const { self, onEvent, invocation } = around;
  const { signal } = invocation;
  const outcome = await rollup({ ...others, folders, draft, strict, wait, clock, signal, self, onEvent });
  return finish(outcome, invoked, around);
}

async function runForms(
  { words: [named, name], options: { templates, limits, like, language } }: Running<"forms">,
  around: Around,
): Promise<ExitCode> {
  const { terminal } = around.invocation;
  if (named === "new") {
    if (name === undefined || like === undefined) return refuse(words.newForm[language], terminal);
    const { newForm } = await import("../commands/new-form.ts");
    const made = await newForm({ name, like, templates, limits });
    if (made.kind === "refused") return refused(made, around);
    around.reporter.newForm(made);
    return made.exitCode;
  }
  if (name !== undefined || like !== undefined) return refuse(words.newForm[language], terminal);
  const { listForms } = await import("../commands/forms.ts");
  const list = await listForms({ templates, limits, named });
  if (list.kind === "refused") return refused(list, around);
  around.reporter.forms(list);
  return list.exitCode;
}

async function runRules({ words: [wanted], options }: Running<"rules">, around: Around): Promise<ExitCode> {
  const { explainRule, listRules } = await import("../commands/rules.ts");
  if (wanted !== undefined) {
    const explanation = await explainRule(wanted, options);
    if (explanation.kind === "refused") return refused(explanation, around);
    if (explanation.kind === "listed") around.reporter.rules(explanation.rules);
    else around.reporter.explainedRules(explanation.explained);
    return explanation.exitCode;
  }
  const list = await listRules(options);
  if (list.kind === "refused") return refused(list, around);
  around.reporter.rules(list.rules);
  return list.exitCode;
}

async function runExplain(
  { words, options: { templates, limits } }: Running<"explain">,
  around: Around,
): Promise<ExitCode> {
  const { signal } = around.invocation;
  const [folder = "", project = "", wanted = ""] = words;
  const { explain } = await import("../commands/explain.ts");
  const explanation = await explain({ folder, project, wanted, templates, limits, signal });
  if (explanation.kind === "refused") return refused(explanation, around);
  around.reporter.explanation(explanation);
  return explanation.exitCode;
}

async function runDiff(
  { words: folders, options }: Running<"diff">,
  { reporter, self, invocation: { terminal, signal } }: Around,
): Promise<ExitCode> {
  const { diffOut: out, edition: editions, templates, limits, exitCode, language } = options;
  if (editions !== undefined && folders.length > 1) return refuse(words.editionOfTwo[language], terminal);
  const { diff } = await import("../commands/diff.ts");
  // On standard error with every reporter: an edition that an earlier run left half done.
  const report = (problem: Diagnostic) => warn(problem, language, terminal);
  const comparison = await diff({ folders, out, editions, templates, limits, signal, self, report });
  switch (comparison.kind) {
    case "failed":
      reporter.notCompared(comparison);
      return comparison.exitCode;
    case "done":
      reporter.changes(comparison.changes);
      // As git diff has it: a script can ask whether anything changed.
      return exitCode && comparison.changes.count > 0 ? 1 : comparison.exitCode;
  }
}

async function runMergeRuns(
  { words: files, options }: Running<"merge-runs">,
  around: Around,
): Promise<ExitCode> {
  const { mergeRuns } = await import("../commands/merge-runs.ts");
  const { mergedFile: output, wait = 0 } = options;
  const { self, onEvent, invocation } = around;
  const onWait = (problem: Diagnostic) => onEvent({ kind: "waiting", problem });
  const merged = await mergeRuns({ files, output, self, wait, onWait, signal: invocation.signal });
  if (merged.kind === "refused") return refused(merged, around);
  around.reporter.merged(merged);
  return merged.record.exitCode;
}

/** Ends a run: its results, and with --timings where its time went, on standard error with every reporter. */
function finish(outcome: Outcome, { options }: Invoked, around: Around): ExitCode {
  if (outcome.kind === "refused") return refused(outcome, around);
  const { terminal } = around.invocation;
  around.reporter.done(outcome.run);
  if (options.timings)
    terminal.err(`\n${timingLines(outcome.run, terminal.peakMegabytes(), options.language).join("\n")}\n`);
  return outcome.run.exitCode;
}

type Refusal = { readonly problems: readonly Finding[]; readonly exitCode: 2 | 130 };

/** Ends a command that was refused, by what it found. */
function refused({ problems, exitCode }: Refusal, { reporter }: Around): ExitCode {
  reporter.refused(problems, exitCode);
  return exitCode;
}

/** Refuses a command line that no command could run. */
function refuse(text: string, terminal: Terminal): ExitCode {
  terminal.err(`${paintFor(terminal)("red", text)}\n`);
  return 2;
}

function warn(problem: Diagnostic, language: Language, terminal: Terminal): void {
  terminal.err(`${printable(wordingOf(problem, language).says)}\n`);
}
