/** Words of the command line → a command with its arguments and options, or the text to print instead. */
import { Command, CommanderError, Help, Option } from "commander";
import type { Language } from "../diagnostics/index.ts";
import {
  type AllOptions,
  type Argument,
  type CommandName,
  commandNames,
  commandRows,
  flagOf,
  type Given,
  isCommandName,
  isOwnOption,
  type OptionName,
  type OptionsOf,
  optionNames,
  optionRows,
} from "../options/index.ts";
import { textWidth } from "./terminal.ts";
import { invalidSentence, usageSentence } from "./usage-sentence.ts";
import { comma } from "./words.ts";

/** A command that is to be run. */
export type Invoked = {
  [Name in CommandName]: {
    readonly kind: "command";
    readonly command: Name;
    readonly words: readonly string[];
    readonly options: OptionsOf<Name>;
    readonly given: Given;
  };
}[CommandName];

export type Parsed =
  | Invoked
  | { readonly kind: "version" }
  | { readonly kind: "help"; readonly text: string }
  | { readonly kind: "wrong"; readonly text: string };

const words = {
  description: {
    zh: "把部门预算项目的绩效目标导出数据汇编成一份报告（DOCX 和 PDF）",
    en: "Consolidate a department's budget performance goals into one report, as DOCX and PDF",
  },
  usage: { zh: "[选项] [命令]", en: "[options] [command]" },
  commandUsage: { zh: "[选项]", en: "[options]" },
  default: (value: string) => ({ zh: `（默认 ${value}）`, en: ` (default: ${value})` }),
  choices: (values: readonly string[]) => ({
    zh: `（可选 ${values.join(comma.zh)}）`,
    en: ` (one of: ${values.join(comma.en)})`,
  }),
  needs: (one: string, other: string) => ({
    zh: `${one} 要与 ${other} 一起用`,
    en: `${one} needs ${other}`,
  }),
  help: { zh: "显示帮助", en: "show help" },
  helpCommand: { zh: "显示命令的帮助", en: "show help for a command" },
  version: { zh: "显示版本号", en: "show the version" },
};

const headings = new Map([
  ["Usage:", { zh: "用法：", en: "Usage:" }],
  ["Arguments:", { zh: "参数：", en: "Arguments:" }],
  ["Options:", { zh: "选项：", en: "Options:" }],
  ["Global Options:", { zh: "全局选项：", en: "Global options:" }],
  ["Commands:", { zh: "命令：", en: "Commands:" }],
]);

/** `argv` without the program and the script; help is as wide as `columns`. */
export function parseArguments(argv: readonly string[], columns: number): Parsed {
  const language = languageOf(argv);
  let printed = "";
  let parsed: Parsed | undefined;
  const print = (text: string) => {
    printed += text;
  };
  const program = new Command("huibian").exitOverride().configureOutput({
    writeOut: print,
    writeErr: print,
    outputError: () => undefined,
    getOutHelpWidth: () => columns,
    getErrHelpWidth: () => columns,
  });
  declareProgram(program, language);
  for (const name of commandNames) {
    const command = declareCommand(program.command(name), name, language);
    command.action(() => {
      parsed = invocationOf(name, command);
      refuseAlone(parsed, language);
    });
  }
  try {
    program.parse(argv, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.code === "commander.version") return { kind: "version" };
    if (error.exitCode === 0) return { kind: "help", text: printed };
    if (error.code === "commander.help") return { kind: "wrong", text: printed };
    return { kind: "wrong", text: usageSentence(error, { language, command: argv.find(isCommandName) }) };
  }
  return parsed ?? { kind: "wrong", text: program.helpInformation() };
}

/** Found before parsing, as wrong usage is answered in this language. */
export function languageOf(argv: readonly string[]): Language {
  const at = argv.findLastIndex((word) => word === "--lang" || word.startsWith("--lang="));
  const word = argv[at] === "--lang" ? argv[at + 1] : argv[at]?.slice("--lang=".length);
  return word === "en" ? "en" : "zh";
}

/** Commands inherit how help is shown. Commander has no translations: headings are put into the language here. */
function declareProgram(program: Command, language: Language): void {
  program
    .description(words.description[language])
    .usage(words.usage[language])
    .helpOption("-h, --help", words.help[language])
    .helpCommand("help [command]", words.helpCommand[language])
    .version("", "--version", words.version[language])
    .configureHelp({
      showGlobalOptions: true,
      displayWidth: textWidth,
      // Commander adds a space, which a Chinese colon has already.
      formatHelp: (command, help) =>
        Help.prototype.formatHelp.call(help, command, help).replace(/^用法： /u, "用法："),
      styleTitle: (title) => headings.get(title)?.[language] ?? title,
      subcommandTerm: (command) =>
        [command.name(), argumentTerms(command.name(), language)].join(" ").trimEnd(),
      // Said in their sentences, in the language.
      argumentDescription: ({ description }) => description,
      optionDescription: ({ description }) => description,
    });
  for (const name of optionNames)
    if (optionRows[name].on === "every command") addOption(program, name, language);
}

function declareCommand(command: Command, name: CommandName, language: Language): Command {
  const { about, takes } = commandRows[name];
  command
    .description(about[language])
    .usage([words.commandUsage[language], argumentTerms(name, language)].join(" ").trimEnd());
  for (const argument of takes) {
    const fallback =
      argument.default === undefined ? "" : words.default(argument.default.join(" "))[language];
    command.argument(termOf(argument, language), argument.about[language] + fallback);
  }
  for (const option of optionNames) if (isOwnOption(option, name)) addOption(command, option, language);
  return command;
}

function argumentTerms(name: string, language: Language): string {
  if (!isCommandName(name)) return "[command]";
  return commandRows[name].takes.map((argument) => termOf(argument, language)).join(" ");
}

function termOf({ name, required = false, variadic = false }: Argument, language: Language): string {
  const term = variadic ? `${name[language]}...` : name[language];
  return required ? `<${term}>` : `[${term}]`;
}

function addOption(command: Command, name: OptionName, language: Language): void {
  const row = optionRows[name];
  const { flag, about, value, negated } = row;
  const choices = value?.choices === undefined ? "" : words.choices(value.choices)[language];
  const fallback = row.default === undefined ? "" : words.default(row.default)[language];
  const option = new NamedOption(name, flag, about[language] + choices + fallback);
  option.conflicts([...(row.excludes ?? [])]).makeOptionMandatory(row.required ?? false);
  if (value?.preset !== undefined) option.preset(value.preset);
  if (row.repeatable === true)
    option.argParser((text, before: readonly string[]) => [...before, text]).default([]);
  else if (option.negate) option.default(true);
  else if (option.isBoolean()) option.default(false);
  else if (value === undefined) option.default(row.default);
  else
    option
      .argParser((text) => parseValue(text, name, language))
      .default(row.default === undefined ? undefined : value.parse(row.default));
  command.addOption(option);
  if (negated !== undefined)
    command.addOption(new NamedOption(name, `--no-${option.name()}`, negated[language]));
}

/** Commander keeps its value under the table's name, whatever its flag is called. */
class NamedOption extends Option {
  readonly #name: OptionName;

  constructor(name: OptionName, flag: string, about: string) {
    super(flag, about);
    this.#name = name;
  }

  override attributeName(): string {
    return this.#name;
  }
}

function parseValue(text: string, name: OptionName, language: Language): unknown {
  const { value } = optionRows[name];
  const parsed = value?.parse(text);
  if (value !== undefined && parsed === undefined)
    throw new CommanderError(2, "wrong-value", invalidSentence(flagOf(name), text, value.expected)[language]);
  return parsed;
}

/** Commander knows no option that means nothing without another. */
function refuseAlone({ given }: Invoked, language: Language): void {
  if (given.includes("retry")) return;
  for (const name of given.filter((one) => one !== "folders")) {
    const missing = optionRows[name].needs?.find((other) => given.every((one) => one !== other));
    if (missing !== undefined)
      throw new CommanderError(2, "needs-another", words.needs(flagOf(name), `--${missing}`)[language]);
  }
}

function invocationOf(command: CommandName, parsed: Command): Invoked {
  const { args } = parsed;
  const words = args.length === 0 ? (commandRows[command].takes[0]?.default ?? []) : args;
  const typed = optionNames.filter((name) => parsed.getOptionValueSourceWithGlobals(name) === "cli");
  const given: Given = args.length === 0 ? typed : ["folders", ...typed];
  return { kind: "command", command, words, options: parsed.optsWithGlobals<AllOptions>(), given };
}
