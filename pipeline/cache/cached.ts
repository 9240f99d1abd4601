/** Parts as earlier builds have made them, by all that they depend on: what has not changed is not typeset again. */

import type { FinishedPart, MadePart, MakeParts, OpenDocument, PartJob, Reuse } from "../department/index.ts";
import { addTimings, startStopwatch } from "../department/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import { hashOfData } from "../files/index.ts";
import { plainText } from "../resolve/index.ts";
import type { PartCache } from "./part-cache.ts";
import type { OpenPack, PackedPart } from "./part-pack.ts";

export type CacheOptions = {
  readonly cache: PartCache;
  /** Tells the document from all others in the cache. */
  readonly document: unknown;
  /** Whatever else decides how a part comes out. */
  readonly program: string;
  readonly fonts: string;
};

const mostNamed = 20;

/** Takes from the cache what is there, has the rest made, and keeps the document's parts for the next build. */
export function cached(make: MakeParts, { cache, document: id, program, fonts }: CacheOptions): MakeParts {
  const name = hashOfData(id).slice(0, 32);
  return async (document, jobs) => {
    const { head, markup, formats } = document.context;
    const madeWith = {
      program,
      fonts,
      style: hashOfData([head.theme, markup.theme]),
      // The names of a volume's styles say how tables are set, too.
      tables: hashOfData([head.tables, head.nesting]),
    };
    const before = await cache.read(name);
    const because = whyUnusable(before, madeWith);
    const usable = because === undefined && typeof before === "object" ? before : undefined;
    const watch = startStopwatch();
    const sought = jobs.map((job): Sought => {
      const key = keyOf(job, madeWith, document.sectionOf);
      const part = usable?.find(key);
      if (part === undefined || part === "damaged") return { job, key, damaged: part === "damaged" };
      const whole = formats.every((format) => part.files[format] !== undefined);
      return whole ? { job, key, whole: part } : { job, key, incomplete: part };
    });
    watch.lap("cache");
    const missing = sought.filter(({ whole }) => whole === undefined);
    const made = await make(
      document,
      missing.map(({ job }) => job),
    );
    const makes = new Map(missing.map((one, index) => [one, made.parts[index] ?? { findings: [] }]));
    const parts = sought.map(
      (one): MadePart => makes.get(one) ?? { part: one.whole, findings: [], reused: true },
    );
    const reuse: Reuse = {
      reused: sought.length - missing.length,
      made: missing.length,
      damaged: sought.filter(({ damaged }) => damaged).length,
      remade: usable === undefined ? [] : headingsOf([...makes.values()]),
      because,
    };
    const milliseconds = addTimings(watch.milliseconds(), made.milliseconds ?? {});
    // A document that fails leaves what was kept of it.
    if (parts.some(({ part }) => part === undefined)) return { parts, milliseconds };
    const kept = sought.flatMap((one) => packed(one, makes.get(one)));
    const same = missing.length === 0 && usable?.size === kept.length;
    const keep = () => (same ? cache.touch(name) : cache.write(name, { madeWith, parts: kept }));
    return { parts, milliseconds, reuse, keep };
  };
}

type Sought = {
  readonly job: PartJob;
  readonly key: string;
  /** In every format that is asked for. */
  readonly whole?: FinishedPart;
  /** In others than those that are asked for. */
  readonly incomplete?: FinishedPart;
  readonly damaged?: boolean;
};

/** A part that has something to report is made again each time, so that it is reported each time. */
function packed({ key, whole, incomplete }: Sought, made: MadePart | undefined): readonly PackedPart[] {
  if (whole !== undefined) return [{ key, part: whole }];
  // A format that was not asked for this time stays.
  if (made?.part === undefined || made.findings.length > 0)
    return incomplete === undefined ? [] : [{ key, part: incomplete }];
  return [{ key, part: { ...made.part, files: { ...incomplete?.files, ...made.part.files } } }];
}

function headingsOf(made: readonly MadePart[]): readonly string[] {
  const first = made.flatMap(({ part, findings }) => (findings.length > 0 ? [] : (part?.headings[0] ?? [])));
  return first.slice(0, mostNamed).map(({ content }) => plainText(content));
}

function keyOf(
  { part: { lead, projects, comments }, section, opensSection, ordinal }: PartJob,
  madeWith: Readonly<Record<string, string>>,
  sectionOf: OpenDocument["sectionOf"],
): string {
  const { page, orientation, centred } = sectionOf({ section });
  const place = [madeWith, page, orientation, centred, opensSection, ordinal];
  // Before each project's markup its length, so that no two lists of projects read alike.
  const said = projects.flatMap(({ markup, ordinal: number }) => [`${number} ${markup.length} `, markup]);
  return hashOfData([place, lead, ...(comments ?? [])], said);
}

function whyUnusable(
  before: OpenPack | "damaged" | undefined,
  now: Readonly<Record<"program" | "fonts" | "style" | "tables", string>>,
): Reuse["because"] {
  if (before === undefined) return "first";
  if (before === "damaged") return before;
  return (["program", "fonts", "style", "tables"] as const).find(
    (name) => before.madeWith[name] !== now[name],
  );
}

/** What is to be said of a document's cache: it holds nothing up, so it is no finding of a department. */
export function cacheNotes(reuse: Reuse | undefined, folder: string): readonly Diagnostic[] {
  if (reuse === undefined) return [];
  const at = { kind: "file", file: folder } as const;
  const notes: Diagnostic[] = [];
  if (reuse.because === "damaged" || reuse.damaged > 0) notes.push({ code: "cache-damaged", at, args: {} });
  if (reuse.notKept !== undefined)
    notes.push({ code: "cache-not-written", at, args: { reason: reuse.notKept } });
  return notes;
}
