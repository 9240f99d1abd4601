/** The command line as a function: words in, text to a terminal, an exit code out. */
import type { ExitCode } from "../contracts/index.ts";
import { languageOf, parseArguments } from "./parse-arguments.ts";
import type { Invocation } from "./run-command.ts";
import { paintFor } from "./terminal.ts";

const crash = {
  zh: "程序内部错误，请把以下内容发给维护者：",
  en: "Internal error; please send this to the maintainers:",
};

/** Loads no more than it needs: whoever asks for help or the version does not wait for the rest of the program. */
export async function runCli(invocation: Invocation): Promise<ExitCode> {
  const { argv, terminal } = invocation;
  try {
    const parsed = parseArguments(argv, terminal.columns);
    switch (parsed.kind) {
      case "version": {
        const { readVersion } = await import("../files/index.ts");
        terminal.out(`${readVersion()}\n`);
        return 0;
      }
      case "help":
        terminal.out(parsed.text);
        return 0;
      case "wrong":
        terminal.err(`${paintFor(terminal)("red", parsed.text.trimEnd())}\n`);
        return 2;
      case "command": {
        const { runCommand } = await import("./run-command.ts");
        return await runCommand(parsed, invocation);
      }
    }
  } catch (error) {
    const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
    terminal.err(`${crash[languageOf(argv)]}\n${trace}\n`);
    return 3;
  }
}
