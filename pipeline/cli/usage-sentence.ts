/** What commander says about wrong usage, in English only → the same in the language chosen. */
import type { CommanderError } from "commander";
import type { Messages } from "./messages.ts";

/** One sentence, and where a name was misspelt the one that may have been meant. */
export function usageSentence(
  error: CommanderError,
  { say, command }: { readonly say: Messages; readonly command: string | undefined },
): string {
  const { usageErrors } = say;
  const [, name = ""] = /'([^']*)'/u.exec(error.message) ?? [];
  const [, meant] = /\(Did you mean (?:one of )?(.*)\?\)/u.exec(error.message) ?? [];
  const sentence = sentenceOf(error, name, say);
  return [
    sentence,
    ...(meant === undefined ? [] : [usageErrors.suggestion(meant)]),
    usageErrors.seeHelp(command === undefined ? "huibian" : `huibian ${command}`),
  ].join("\n");
}

function sentenceOf(error: CommanderError, name: string, { usageErrors, expected, comma }: Messages): string {
  switch (error.code) {
    case "commander.unknownOption":
      return usageErrors.unknownOption(name);
    case "commander.unknownCommand":
      return usageErrors.unknownCommand(name);
    case "commander.optionMissingArgument":
      return usageErrors.missingValue(name);
    case "commander.missingMandatoryOptionValue":
      return usageErrors.missingOption(name);
    case "commander.missingArgument":
      return usageErrors.missingArgument(name);
    case "commander.excessArguments":
      return usageErrors.excessArguments();
    case "commander.invalidArgument": {
      const [, value = "", choices] =
        /argument '(.*)' is invalid\.(?: Allowed choices are (.*)\.)?/u.exec(error.message) ?? [];
      const wanted = choices === undefined ? "" : expected.choice(choices.split(", ").join(comma));
      return usageErrors.invalid(name, value, wanted);
    }
    default:
      return usageErrors.other(error.message.replace(/^error: /u, ""));
  }
}
