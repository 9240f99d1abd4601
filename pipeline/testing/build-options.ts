/** What a test asks of a build → all its options: as the command line has them, on one day. */
import type { BuildOptions } from "../batch/index.ts";
import { parseArguments } from "../cli/parse-arguments.ts";
import { setClock } from "../files/index.ts";
import { thisProcess } from "./this-process.ts";

export function buildOptions(asked: Partial<BuildOptions>): BuildOptions {
  const invoked = parseArguments(["build"], 80);
  const clock = setClock({ now: new Date(2024, 0, 1) });
  if (invoked.kind !== "command" || invoked.command !== "build" || clock === undefined)
    throw new Error("the command line takes no build without options");
  const { retry: _, wait: __, ...options } = invoked.options;
  return {
    ...{ ...options, folders: invoked.words, clock, wait: 0, self: thisProcess },
    signal: new AbortController().signal,
    onEvent: () => undefined,
    ...asked,
  };
}
