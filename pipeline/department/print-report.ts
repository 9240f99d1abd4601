/** What a form's templates printed → the report's files: parts kept or made, the contents last, and all of them joined. */
import type { KeptParts, OpenKeptParts } from "../cache/kept-parts.ts";
import type { Clock } from "../commands/clock.ts";
import type { PrintedReport, PrintedSection } from "../compose/index.ts";
import type { Diagnostic, Report } from "../diagnostics/index.ts";
import { fileNameOf } from "../files/index.ts";
import type { FontBook, LaidFrame } from "../layout/index.ts";
import { addContents } from "./add-contents.ts";
import type { BuiltFile } from "./build-department.ts";
import {
  type FinishedPart,
  type FinishParts,
  inTurn,
  openPartFinisher,
  type PartContext,
  type PartFinisher,
  type PartJob,
} from "./finish-part.ts";
import type { Stopwatch } from "./stopwatch.ts";
import { type OutputFormat, type WrittenPart, writers } from "./writers.ts";

export type PrintTools = {
  readonly fonts: FontBook;
  readonly clock: Clock;
  readonly formats: readonly OutputFormat[];
  readonly openKept: OpenKeptParts;
  /** Finishes parts elsewhere, in their order; absent where this thread does it. */
  readonly finishParts?: FinishParts;
  readonly pause: () => Promise<void>;
  readonly time: Stopwatch;
  readonly report: Report;
};

export type PrintedFiles = {
  readonly title: string;
  readonly pages: number;
  readonly files: readonly BuiltFile[];
};

/** Undefined where a part could not be made: reported. */
export async function printReportFiles(
  { sections, markup, ...about }: PrintedReport,
  given: PrintTools,
): Promise<PrintedFiles | undefined> {
  const tools = { ...given, report: onceOnly(given.report) };
  const { fonts, formats, time } = tools;
  const heads = sections.map(({ parts: _, ...head }) => head);
  const context: PartContext = { head: { ...about, sections: heads }, markup, formats };
  const finisher = openPartFinisher(context, { fonts, time });
  const kept = await tools.openKept({ context, sectionOf: finisher.sectionOf });
  const jobs = jobsOf(sections);
  const made = await makeParts(jobs, { context, finisher, kept, tools });
  const numbered = made && addContents(jobs, made, { finisher, report: tools.report });
  if (numbered === undefined) return undefined;
  await kept.save();
  const frame: LaidFrame = { document: finisher.frame, ...numbered };
  const name = fileNameOf(about.title);
  const files: BuiltFile[] = [];
  for (const format of formats) {
    await tools.pause();
    const placed = jobs.map((job) => ({
      section: job.section,
      part: fileOf(numbered.parts.get(job), format),
    }));
    const options = { createdAt: tools.clock.createdAt, fonts };
    const bytes = await time(format, async () => writers[format].join(frame, placed, options));
    files.push({ name: `${name}.${format}`, format, bytes });
  }
  return { title: about.title, pages: frame.pages.length, files };
}

/** `before`: parts of a larger document that stand before these. */
export function jobsOf(sections: readonly PrintedSection[], before = 0): readonly PartJob[] {
  let ordinal = before - 1;
  return sections.flatMap(({ parts }, section) =>
    parts.map((part, index): PartJob => {
      ordinal += 1;
      return { part, section, opensSection: index === 0, ordinal };
    }),
  );
}

type Making = {
  readonly context: PartContext;
  readonly finisher: PartFinisher;
  readonly kept: KeptParts;
  readonly tools: PrintTools;
};

/** All parts but those that list contents, which need all others first. */
export async function makeParts(
  jobs: readonly PartJob[],
  { context, finisher, kept, tools }: Making,
): Promise<ReadonlyMap<PartJob, FinishedPart> | undefined> {
  const made = new Map<PartJob, FinishedPart>();
  const open: PartJob[] = [];
  for (const job of jobs.filter((one) => !listsContents(one))) {
    const part = tools.time("cache", () => kept.find(job));
    if (part === undefined) open.push(job);
    else made.set(job, part);
  }
  const finishHere = async (job: PartJob) => {
    await tools.pause();
    return finisher.finish(job);
  };
  const finished = await (tools.finishParts?.(context, open, finishHere) ?? inTurn(open, finishHere));
  let whole = true;
  for (const [index, { part, findings }] of finished.entries()) {
    const job = open[index];
    for (const finding of findings) tools.report(finding);
    if (job === undefined || part === undefined) {
      whole = false;
      continue;
    }
    made.set(job, part);
    // A part that has something to report is made anew each time, so that it is reported each time.
    if (findings.length === 0) kept.keep(job, part);
  }
  return whole ? made : undefined;
}

function listsContents({ part }: PartJob): boolean {
  return part.lead.some(({ kind }) => kind === "contents");
}

/** A missing glyph is said once, however many parts have it. */
export function onceOnly(report: Report): Report {
  const seen = new Set<string>();
  return (finding: Diagnostic) => {
    const key = finding.code === "glyph-missing" ? finding.args.codePoint : JSON.stringify(finding);
    if (!seen.has(key)) report(finding);
    seen.add(key);
  };
}

export function fileOf(part: FinishedPart | undefined, format: OutputFormat): WrittenPart {
  const file = part?.files[format];
  if (file === undefined) throw new Error(`a part was not written as ${format}`);
  return file;
}
