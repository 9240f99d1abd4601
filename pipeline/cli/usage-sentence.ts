/** What commander says about wrong usage, in English only → the same in the language chosen. */
import type { CommanderError } from "commander";
import type { Bilingual, Language } from "../diagnostics/index.ts";
import { suggestion } from "./words.ts";

const words = {
  unknownOption: (name: string) => ({ zh: `没有这个选项：${name}`, en: `Unknown option: ${name}` }),
  unknownCommand: (name: string) => ({ zh: `没有这个命令：${name}`, en: `Unknown command: ${name}` }),
  missingValue: (name: string) => ({ zh: `选项缺少值：${name}`, en: `Option needs a value: ${name}` }),
  missingOption: (name: string) => ({ zh: `须写明选项：${name}`, en: `Missing option: ${name}` }),
  missingArgument: (name: string) => ({ zh: `缺少参数：${name}`, en: `Missing argument: ${name}` }),
  excessArguments: { zh: "参数太多", en: "Too many arguments" },
  conflict: (one: string, other: string) => ({
    zh: `${one} 和 ${other} 不能同时使用`,
    en: `${one} cannot be combined with ${other}`,
  }),
  seeHelp: (command: string) => ({ zh: `用法见 ${command} --help`, en: `See ${command} --help` }),
};

/** One sentence, the name that was probably meant if one is unknown, and which help to read. */
export function usageSentence(
  error: CommanderError,
  { language, command }: { readonly language: Language; readonly command: string | undefined },
): string {
  const [, meant] = /\(Did you mean (?:one of )?(.*)\?\)/u.exec(error.message) ?? [];
  const program = command === undefined ? "huibian" : `huibian ${command}`;
  return [
    sentenceOf(error)[language],
    ...(meant === undefined ? [] : [suggestion(meant)[language]]),
    words.seeHelp(program)[language],
  ].join("\n");
}

function sentenceOf(error: CommanderError): Bilingual {
  const [name = "", other = ""] = [...error.message.matchAll(/'([^']*)'/gu)].map(([, quoted = ""]) => quoted);
  switch (error.code) {
    case "commander.unknownOption":
      return words.unknownOption(name);
    case "commander.unknownCommand":
      return words.unknownCommand(name);
    case "commander.optionMissingArgument":
      return words.missingValue(name);
    case "commander.missingMandatoryOptionValue":
      return words.missingOption(name);
    case "commander.missingArgument":
      return words.missingArgument(name);
    case "commander.excessArguments":
      return words.excessArguments;
    case "commander.conflictingOption":
      return words.conflict(longFlag(name), longFlag(other));
    default: {
      const text = error.message.replace(/^error: /u, "");
      return { zh: text, en: text };
    }
  }
}

/** `-o, --out <folder>` → `--out`. */
function longFlag(flags: string): string {
  return /--[\w-]+/u.exec(flags)?.[0] ?? flags;
}

export function invalidSentence(option: string, text: string, expected: Bilingual): Bilingual {
  return {
    zh: `${option} 的值“${text}”不对，应为${expected.zh}`,
    en: `${option}: expected ${expected.en}, not "${text}"`,
  };
}
