/** A target and a seed → mutated specimens, tried one after the other; those that do something new are mutated further. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ownTemplates } from "../../files/index.ts";
import { chanceOf } from "./chance.ts";
import { forms } from "./forms.ts";
import { mutate } from "./mutate.ts";
import { output } from "./output.ts";
import { departmentFiles, exports, formulas, values } from "./reading.ts";
import { reports } from "./reports.ts";
import type { Specimen, Target } from "./target.ts";

export const targets: readonly Target[] = [
  exports,
  departmentFiles,
  values,
  formulas,
  forms,
  reports,
  output,
];

const corpus = join(ownTemplates, "..", "pipeline", "testing", "corpus");

/** Those that the repository holds: small sound files of each kind, and whatever was found. */
export function corpusOf({ name }: Target): readonly Specimen[] {
  const folder = join(corpus, name);
  const names = existsSync(folder) ? readdirSync(folder).toSorted() : [];
  return names.map((one) => ({ name: one, bytes: new Uint8Array(readFileSync(join(folder, one))) }));
}

export type Crash = { readonly specimen: Specimen; readonly error: unknown };

type Watch = {
  /** Called before each attempt, so that one that never ends is known. */
  readonly onAttempt?: (specimen: Specimen) => void;
  readonly onCrash: (crash: Crash) => void;
  /** Called after each attempt: whether there is to be another. */
  readonly goesOn: (attempts: number) => boolean;
};

/** More that do something new are let go: the older ones have been mutated the most. */
const mostInteresting = 400;
/** Larger ones would grow with each mutation, and take all the time. */
const mostInterestingBytes = 20_000;

/** Tries the corpus first, as it is. Returns how many attempts were made. */
export async function runTarget(target: Target, seed: number, watch: Watch): Promise<number> {
  const attempt = await target.open();
  const kept = corpusOf(target);
  const seeds = [...kept, ...((await target.seeds?.()) ?? [])];
  const interesting: Specimen[] = [];
  const [known, crashes] = [new Set<string>(), new Set<string>()];
  const chance = chanceOf(seed);
  let attempts = 0;
  const tryOne = async (specimen: Specimen) => {
    watch.onAttempt?.(specimen);
    attempts += 1;
    try {
      const outcome = `${endingOf(specimen)} ${await attempt(specimen)}`;
      if (known.has(outcome)) return;
      known.add(outcome);
      if (attempts > kept.length && specimen.bytes.length <= mostInterestingBytes) interesting.push(specimen);
      if (interesting.length > mostInteresting) interesting.shift();
    } catch (error) {
      const place = placeOf(error);
      // The same fault over and over says nothing more.
      if (!crashes.has(place)) watch.onCrash({ specimen, error });
      crashes.add(place);
    }
  };
  for (const specimen of kept) {
    await tryOne(specimen);
    if (!watch.goesOn(attempts)) return attempts;
  }
  do {
    const { name, bytes } = chance.of(chance.isOneIn(3) && interesting.length > 0 ? interesting : seeds);
    const alike = seeds.filter((one) => endingOf(one) === endingOf({ name, bytes }));
    await tryOne({
      name,
      bytes: mutate(
        bytes,
        alike.map((one) => one.bytes),
        chance,
      ),
    });
  } while (watch.goesOn(attempts));
  return attempts;
}

function endingOf({ name }: Specimen): string {
  return name.slice(name.lastIndexOf(".") + 1);
}

/** Where an error was thrown: two of one place are one fault. */
function placeOf(error: unknown): string {
  const [message = "", first = ""] = (error instanceof Error ? (error.stack ?? "") : String(error)).split(
    "\n",
  );
  return `${message.slice(0, 60)} ${first}`;
}
