/** `huibian rollup`: its words and flags → what came of it. */
import { type Outcome, type RollupOptions, rollup } from "../commands/index.ts";
import type { Messages } from "./messages.ts";
import type { Flags } from "./parse-arguments.ts";
import { readBuildFlags, type Surroundings, type Wrong } from "./read-flags.ts";

type RollupCommand = { readonly folders: readonly string[]; readonly flags: Flags };

export async function runRollup(
  { folders, flags }: RollupCommand,
  { now, epoch, ...around }: Surroundings & Pick<RollupOptions, "signal" | "onEvent" | "self">,
  say: Messages,
): Promise<Outcome | Wrong> {
  const { templates, fonts, cache, title, volume = false } = flags;
  // It keeps no history, so nobody can say how much of it.
  const read = readBuildFlags({ ...flags, keepEditions: "0" }, { now, epoch }, say);
  if ("wrong" in read) return read;
  if (title !== undefined && !isTitle(title.trim()))
    return { wrong: say.usageErrors.invalid("--title", title, say.expected.title) };
  const { out, formats, draft, strict, jobs, clock, wait } = read;
  const asked = { folders, out, formats, draft, strict, jobs, clock, wait, templates, fonts, cache };
  return rollup({ ...asked, ...around, title: title?.trim(), volume });
}

/** The volume's file name has a word more, which must not be cut off. */
const longestTitle = 50;

function isTitle(title: string): boolean {
  return title !== "" && title.length <= longestTitle;
}
