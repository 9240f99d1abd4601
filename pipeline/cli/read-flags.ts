/** Flags as typed → options that the run takes, or what is wrong with the first bad one. */
import { type BuildOptions, isOutputFormat, outputFormats, setClock } from "../commands/index.ts";
import type { Messages } from "./messages.ts";
import type { Flags, Parsed } from "./parse-arguments.ts";
import { readAloneFlags } from "./read-alone-flags.ts";

/** What `build` is asked for, beyond folders and what the surroundings give. */
export type BuildFlags = Pick<
  BuildOptions,
  | "out"
  | "formats"
  | "draft"
  | "strict"
  | "force"
  | "changed"
  | "only"
  | "exclude"
  | "jobs"
  | "clock"
  | "date"
  | "language"
  | "wait"
  | "keepEditions"
  | "draftDays"
  | "shard"
  | "runFile"
>;

export type Wrong = { readonly wrong: string };
export type Surroundings = { readonly now: Date; readonly epoch: string | undefined };

export function readBuildFlags(flags: Flags, around: Surroundings, say: Messages): BuildFlags | Wrong {
  const { invalid, conflict } = say.usageErrors;
  const { out = "out", draft = false, strict = false, force = false, changed = false, lang } = flags;
  const { only = [], exclude = [], date } = flags;
  if (force && changed) return { wrong: conflict("--force", "--changed") };
  const words = (flags.format ?? "").split(",").map((word) => word.trim().toLowerCase());
  const formats = outputFormats.filter((format) => words.includes(format));
  const wrongFormat = words.find((word) => !isOutputFormat(word));
  if (wrongFormat !== undefined)
    return { wrong: invalid("--format", wrongFormat, say.expected.choice(outputFormats.join(say.comma))) };
  const clock = setClock({ date: flags.date, ...around });
  if (clock === undefined) {
    return {
      wrong:
        date === undefined
          ? invalid("SOURCE_DATE_EPOCH", around.epoch ?? "", say.expected.epoch)
          : invalid("--date", date, say.expected.date),
    };
  }
  const wait = readWait(flags.wait);
  if (wait === undefined) return { wrong: invalid("--wait", String(flags.wait), say.expected.seconds) };
  const { keepEditions = "" } = flags;
  if (!/^\d{1,4}$/u.test(keepEditions))
    return { wrong: invalid("--keep-editions", keepEditions, say.expected.count) };
  const alone = readAloneFlags(flags, say);
  if ("wrong" in alone) return alone;
  const jobs = flags.jobs === undefined ? undefined : readJobs(flags, say);
  if (typeof jobs === "object") return jobs;
  const given = date === undefined ? {} : { date };
  const kind = { draft, strict, force, changed, only, exclude, language: lang };
  const kept = { wait, keepEditions: Number(keepEditions) };
  return { out, formats, jobs, clock, ...kind, ...kept, ...alone, ...given };
}

/** The run's names of the options that were typed beside `--retry`. */
export function givenAgain(
  given: Extract<Parsed, { kind: "command" }>["given"],
): NonNullable<BuildOptions["retry"]>["given"] {
  const names = { format: "formats", lang: "language" } as const;
  const same = ["folders", "draft", "strict", "templates", "fonts", "date"] as const;
  const renamed = (["format", "lang"] as const).filter((name) => given.has(name)).map((name) => names[name]);
  return [...renamed, ...same.filter((name) => given.has(name))];
}

/** Without a number it waits for as long as it takes. */
function readWait(wait: Flags["wait"]): number | undefined {
  if (wait === undefined) return 0;
  if (wait === true) return Number.POSITIVE_INFINITY;
  return /^\d{1,6}$/u.test(wait) ? Number(wait) : undefined;
}

export function readJobs({ jobs = "" }: Flags, say: Messages): number | Wrong {
  return /^[1-9]\d{0,3}$/u.test(jobs)
    ? Number(jobs)
    : { wrong: say.usageErrors.invalid("--jobs", jobs, say.expected.number) };
}
