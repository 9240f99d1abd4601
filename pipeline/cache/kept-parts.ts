/** Parts that earlier builds have finished, by all that they depend on: what has not changed is not laid out again. */
import type { FinishedPart, PartContext, PartFinisher, PartJob } from "../department/finish-part.ts";
import { hashOfData } from "../files/index.ts";
import { plainText } from "../resolve/index.ts";
import type { PartsCache } from "./parts-cache.ts";
import type { OpenPack, PackedPart } from "./parts-pack.ts";

/** The parts of one document. */
export type KeptParts = {
  /** As an earlier build finished it, in every format that is asked for. */
  readonly find: (job: PartJob) => FinishedPart | undefined;
  readonly keep: (job: PartJob, part: FinishedPart) => void;
  /** Keeps what this build found and kept, and lets go of the rest. */
  readonly save: () => Promise<void>;
};

export type OpenKeptParts = (document: {
  readonly context: PartContext;
  readonly sectionOf: PartFinisher["sectionOf"];
}) => Promise<KeptParts>;

export const keepNothing: OpenKeptParts = async () => ({
  find: () => undefined,
  keep: () => undefined,
  save: async () => undefined,
});

/** How many parts came from where, and why not more. */
export type Reuse = {
  readonly reused: number;
  readonly made: number;
  /** The first headings of parts that were made because they are new or say something else; the first twenty. */
  readonly remade: readonly string[];
  /** Why nothing could be reused; absent where single parts differ and nothing else. */
  readonly because?: "first" | "program" | "fonts" | "style" | "damaged";
  /** Parts that were kept but are not whole any more. */
  readonly damaged: number;
  /** Why nothing could be kept for the next build. */
  readonly notKept?: string;
};

export type KeepOptions = {
  readonly cache: PartsCache;
  /** Names the document among all that the cache keeps. */
  readonly name: string;
  /** Whatever else decides how a part comes out. */
  readonly program: string;
  readonly fonts: string;
  readonly onReuse: (reuse: Reuse) => void;
};

const mostNamed = 20;

/** Keeps the parts of a document in a cache. */
export function keepingIn({ cache, name, program, fonts, onReuse }: KeepOptions): OpenKeptParts {
  return async ({ context: { head, markup, formats }, sectionOf }) => {
    const madeWith = { program, fonts, style: hashOfData([head.theme, markup.theme, head.nesting]) };
    const before = await cache.read(name);
    const because = whyUnusable(before, madeWith);
    const usable = because === undefined && typeof before === "object" ? before : undefined;
    const used = new Map<string, FinishedPart>();
    const keys = new Map<PartJob, string>();
    const remade: string[] = [];
    let [reused, made, damaged] = [0, 0, 0];
    const keyOf = (job: PartJob): string => {
      const known = keys.get(job) ?? keyOfJob(job, madeWith, sectionOf);
      keys.set(job, known);
      return known;
    };
    return {
      find: (job) => {
        const key = keyOf(job);
        const found = usable?.find(key);
        if (found === "damaged") damaged += 1;
        const part = found === "damaged" ? undefined : found;
        if (part !== undefined) used.set(key, part);
        const whole = part !== undefined && formats.every((format) => part.files[format] !== undefined);
        if (whole) reused += 1;
        else made += 1;
        return whole ? part : undefined;
      },
      keep: (job, part) => {
        const key = keyOf(job);
        const [heading] = part.headings;
        if (usable !== undefined && heading !== undefined && remade.length < mostNamed)
          remade.push(plainText(heading.content));
        // A format that was not asked for this time stays.
        used.set(key, { ...part, files: { ...used.get(key)?.files, ...part.files } });
      },
      save: async () => {
        const parts = [...used].map(([key, part]): PackedPart => ({ key, part }));
        const same = made === 0 && usable?.size === used.size;
        const notKept = await (same ? cache.touch(name) : cache.write(name, { madeWith, parts }));
        onReuse({
          reused,
          made,
          damaged,
          remade,
          ...(because === undefined ? {} : { because }),
          ...(notKept === undefined ? {} : { notKept }),
        });
      },
    };
  };
}

function keyOfJob(
  { part: { lead, projects }, section, opensSection, ordinal }: PartJob,
  madeWith: Readonly<Record<string, string>>,
  sectionOf: PartFinisher["sectionOf"],
): string {
  const { page, orientation, centred } = sectionOf({ section });
  const place = [madeWith, page, orientation, centred, opensSection, ordinal];
  // Before each project's markup its length, so that no two lists of projects read alike.
  const said = projects.flatMap(({ markup, ordinal: number }) => [`${number} ${markup.length} `, markup]);
  return hashOfData([place, lead], said);
}

function whyUnusable(
  before: OpenPack | "damaged" | undefined,
  now: Readonly<Record<"program" | "fonts" | "style", string>>,
): Reuse["because"] {
  if (before === undefined) return "first";
  if (before === "damaged") return before;
  return (["program", "fonts", "style"] as const).find((name) => before.madeWith[name] !== now[name]);
}
