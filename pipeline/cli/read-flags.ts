/** Flags as typed → options that the run takes, or what is wrong with the first bad one. */
import { type Clock, isOutputFormat, type OutputFormat, outputFormats, setClock } from "../run/index.ts";
import type { Messages } from "./messages.ts";
import type { Flags } from "./parse-arguments.ts";

/** What `build` needs beyond the words themselves. */
export type BuildFlags = {
  readonly formats: readonly OutputFormat[];
  readonly jobs: number | undefined;
  readonly clock: Clock;
  /** Seconds. */
  readonly wait: number;
  readonly keepEditions: number;
};

export type Wrong = { readonly wrong: string };
export type Surroundings = { readonly now: Date; readonly epoch: string | undefined };

export function readBuildFlags(flags: Flags, around: Surroundings, say: Messages): BuildFlags | Wrong {
  const { invalid } = say.usageErrors;
  const words = (flags.format ?? "").split(",").map((word) => word.trim().toLowerCase());
  const formats = outputFormats.filter((format) => words.includes(format));
  const wrongFormat = words.find((word) => !isOutputFormat(word));
  if (wrongFormat !== undefined)
    return { wrong: invalid("--format", wrongFormat, say.expected.choice(outputFormats.join(say.comma))) };
  const clock = setClock({ date: flags.date, ...around });
  if (clock === undefined) {
    const date = flags.date === undefined;
    return {
      wrong: date
        ? invalid("SOURCE_DATE_EPOCH", around.epoch ?? "", say.expected.epoch)
        : invalid("--date", flags.date, say.expected.date),
    };
  }
  const wait = readWait(flags.wait);
  if (wait === undefined) return { wrong: invalid("--wait", String(flags.wait), say.expected.seconds) };
  const { keepEditions = "" } = flags;
  if (!/^\d{1,4}$/u.test(keepEditions))
    return { wrong: invalid("--keep-editions", keepEditions, say.expected.count) };
  const read = { formats, clock, wait, keepEditions: Number(keepEditions) };
  if (flags.jobs === undefined) return { ...read, jobs: undefined };
  const jobs = readJobs(flags, say);
  return typeof jobs === "number" ? { ...read, jobs } : jobs;
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
