/** Words of the command line → what is asked for, or the text to print instead. */
import { Command, CommanderError, Option } from "commander";
import { outputFormats } from "../commands/index.ts";
import type { Language } from "../diagnostics/index.ts";
import { displayWidth } from "./display-width.ts";
import { type Messages, messages } from "./messages.ts";
import { usageSentence } from "./usage-sentence.ts";

export const reporterNames = ["pretty", "json", "github"] as const;
export type ReporterName = (typeof reporterNames)[number];

/** As typed; `read-flags.ts` makes options of them. */
export type Flags = {
  readonly out?: string;
  readonly format?: string;
  readonly draft?: boolean;
  readonly strict?: boolean;
  readonly force?: boolean;
  readonly dryRun?: boolean;
  readonly retry?: boolean;
  readonly changed?: boolean;
  readonly only?: readonly string[];
  readonly exclude?: readonly string[];
  readonly jobs?: string;
  readonly cache?: string | false;
  /** True where it is given without a number of seconds. */
  readonly wait?: string | true;
  readonly keepEditions?: string;
  readonly draftDays?: string;
  readonly logFile?: string;
  readonly onFinish?: string;
  readonly onFinishTimeout?: string;
  readonly shard?: string;
  readonly runFile?: string;
  readonly templates?: string;
  readonly fonts?: string;
  readonly date?: string;
  readonly lang: Language;
  readonly reporter: ReporterName;
  readonly verbose?: boolean;
  readonly timings?: boolean;
  /** Of `diff`: two numbers, as `3..5`. */
  readonly edition?: string;
  readonly exitCode?: boolean;
  /** Of `rollup`. */
  readonly title?: string;
  readonly volume?: boolean;
};

/** Those that a retry takes from the last run where they are not typed. */
const flagNames = ["format", "draft", "strict", "templates", "fonts", "date", "lang"] as const;

type CommandName = "build" | "check" | "forms" | "rules" | "explain" | "diff" | "rollup" | "merge-runs";

export type Parsed =
  | {
      readonly kind: "command";
      readonly command: CommandName;
      /** Folders; of `explain` its three words, of `diff` one or two. */
      readonly folders: readonly string[];
      readonly flags: Flags;
      /** Which of them were typed, and stand for no default. */
      readonly given: ReadonlySet<keyof Flags | "folders">;
    }
  | { readonly kind: "help"; readonly text: string }
  | { readonly kind: "wrong"; readonly text: string };

/** `argv` without the program and the script. */
export function parseArguments(
  argv: readonly string[],
  { version, columns }: { readonly version: string; readonly columns: number },
): Parsed {
  const say = messages[languageOf(argv)];
  let printed = "";
  let parsed: Parsed | undefined;
  const program = new Command("huibian");
  program.exitOverride().configureOutput({
    writeOut: (text) => {
      printed += text;
    },
    writeErr: (text) => {
      printed += text;
    },
    outputError: () => undefined,
    getOutHelpWidth: () => columns,
    getErrHelpWidth: () => columns,
  });
  addCommands(program, { say, version, take: (taken) => (parsed = taken) });
  try {
    program.parse(argv, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { kind: "help", text: printed };
    const names = program.commands.map((command) => command.name());
    const command = argv.find((word) => names.includes(word));
    const text = error.code === "commander.help" ? printed : usageSentence(error, { say, command });
    return { kind: "wrong", text };
  }
  return parsed ?? { kind: "wrong", text: program.helpInformation() };
}

/** The language is needed before parsing, as it is the language that a wrong option is answered in. */
export function languageOf(argv: readonly string[]): Language {
  const at = argv.findLastIndex((word) => word === "--lang" || word.startsWith("--lang="));
  const word = argv[at] === "--lang" ? argv[at + 1] : argv[at]?.slice("--lang=".length);
  return word === "en" ? "en" : "zh";
}

type Declared = {
  readonly say: Messages;
  readonly version: string;
  readonly take: (parsed: Parsed) => void;
};

function addCommands(program: Command, { say, version, take }: Declared): void {
  const { options } = say;
  translateHelp(program, say)
    .description(say.description)
    .usage(say.usage.program)
    .version(version, "--version", options.version)
    .helpCommand("help [command]", say.commands.help)
    .addOption(new Option("--lang <zh|en>", options.lang).choices(["zh", "en"]).default("zh"))
    .addOption(new Option("--reporter <name>", options.reporter).choices(reporterNames).default("pretty"))
    .option("-v, --verbose", options.verbose)
    .option("--timings", options.timings);

  const add = (name: CommandName) => {
    const command = translateHelp(program.command(name), say)
      .description(say.commands[name])
      .usage(
        name === "build" || name === "check" || name === "rollup"
          ? `${say.usage.command} [${say.foldersName}...]`
          : say.usage[name === "explain" || name === "diff" || name === "merge-runs" ? name : "command"],
      );
    return command.action(() => {
      const flags = command.optsWithGlobals<Flags>();
      const folders = command.args.length === 0 ? ["data"] : command.args;
      take({ kind: "command", command: name, folders, flags, given: givenOf(command, flags) });
    });
  };
  add("build")
    .argument(`[${say.foldersName}...]`, say.folders, ["data"])
    .option("-o, --out <folder>", options.out, "out")
    .option("--format <list>", options.format, outputFormats.join(","))
    .option("--draft", options.draft)
    .option("--strict", options.strict)
    .option("--force", options.force)
    .option("--dry-run", options.dryRun)
    .option("--retry", options.retry)
    .option("--only <name>", options.only, collect)
    .option("--exclude <name>", options.exclude, collect)
    .option("--changed", options.changed)
    .option("--jobs <n>", options.threads)
    .option("--cache <folder>", options.cache)
    .option("--no-cache", options.noCache)
    .option("--templates <folder>", options.templates)
    .option("--fonts <folder>", options.fonts)
    .option("--date <date>", options.date)
    .option("--wait [seconds]", options.wait)
    .option("--keep-editions <n>", options.keepEditions, "10")
    .option("--draft-days <n>", options.draftDays)
    .option("--log-file <file>", options.logFile)
    .option("--on-finish <command>", options.onFinish)
    .option("--on-finish-timeout <n>", options.onFinishTimeout, "60")
    .option("--shard <i/n>", options.shard)
    .option("--run-file <name>", options.runFile, "run.json");
  add("check")
    .argument(`[${say.foldersName}...]`, say.folders, ["data"])
    .option("--jobs <n>", options.jobs, "2")
    .option("--templates <folder>", options.templates)
    .option("--log-file <file>", options.logFile);
  add("rollup")
    .argument(`[${say.foldersName}...]`, say.folders, ["data"])
    .option("-o, --out <folder>", options.out, "out")
    .option("--format <list>", options.format, outputFormats.join(","))
    .option("--volume", options.volume)
    .option("--title <title>", options.title)
    .option("--draft", options.rollupDraft)
    .option("--strict", options.rollupStrict)
    .option("--jobs <n>", options.threads)
    .option("--cache <folder>", options.cache)
    .option("--no-cache", options.noCache)
    .option("--templates <folder>", options.templates)
    .option("--fonts <folder>", options.fonts)
    .option("--date <date>", options.date)
    .option("--wait [seconds]", options.wait);
  add("forms").option("--templates <folder>", options.templates);
  add("rules");
  say.explain.words
    .reduce((command, { name, about }) => command.argument(`<${name}>`, about), add("explain"))
    .option("--templates <folder>", options.templates);
  const { department, other } = say.diff;
  add("diff")
    .argument(`<${department.name}>`, department.about)
    .argument(`[${other.name}]`, other.about)
    .option("-o, --out <folder>", options.diffOut, "out")
    .option("--edition <n..m>", options.edition)
    .option("--templates <folder>", options.templates)
    .option("--exit-code", options.exitCode);
  add("merge-runs")
    .argument("<run.json...>", say.mergeRuns.records)
    .requiredOption("-o, --out <file>", say.mergeRuns.out);
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

function givenOf(command: Command, flags: Flags): ReadonlySet<keyof Flags | "folders"> {
  const given = new Set<keyof Flags | "folders">(command.args.length === 0 ? [] : ["folders"]);
  for (const name of flagNames)
    if (name in flags && command.getOptionValueSourceWithGlobals(name) === "cli") given.add(name);
  return given;
}

/** Commander has no translations: its headings, defaults and choices are put into the language here. */
function translateHelp(command: Command, say: Messages): Command {
  const headings: Readonly<Record<string, string>> = say.headings;
  return command.helpOption("-h, --help", say.options.help).configureHelp({
    showGlobalOptions: true,
    displayWidth,
    styleTitle: (title) => headings[title] ?? title,
    subcommandTerm: (sub) => [sub.name(), ...argumentTerms(sub)].join(" "),
    argumentDescription: (argument) => argument.description + describeDefault(argument.defaultValue, say),
    optionDescription: (option) =>
      option.description +
      (option.argChoices === undefined ? "" : say.choices(option.argChoices.join(say.comma))) +
      describeDefault(option.defaultValue, say),
  });
}

function argumentTerms(command: Command): readonly string[] {
  return command.registeredArguments.map((argument) => {
    const name = `${argument.name()}${argument.variadic ? "..." : ""}`;
    return argument.required ? `<${name}>` : `[${name}]`;
  });
}

function describeDefault(value: unknown, say: Messages): string {
  return value === undefined ? "" : say.default(Array.isArray(value) ? value.join(" ") : String(value));
}
