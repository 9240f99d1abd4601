/** A printed part → its pages in every format: blocks, styles, lines and bytes, and no look at the other parts. */
import { composePart, type MarkupForm, type PrintedPart } from "../compose/index.ts";
import type { Diagnostic, Report } from "../diagnostics/index.ts";
import {
  type FontBook,
  headingsOn,
  type LaidHeading,
  type Layout,
  openLayout,
  type PageItem,
} from "../layout/index.ts";
import {
  type ContentsEntry,
  type DocumentFrame,
  type DocumentHead,
  openResolver,
  type SectionFrame,
} from "../resolve/index.ts";
import type { Stopwatch } from "./stopwatch.ts";
import { type OutputFormat, type WrittenPart, writers } from "./writers.ts";

/** What all parts of a document have in common: plain data. */
export type PartContext = {
  readonly head: DocumentHead;
  readonly markup: MarkupForm;
  readonly formats: readonly OutputFormat[];
};

export type PartJob = {
  readonly part: PrintedPart;
  /** Counted from 0. */
  readonly section: number;
  readonly opensSection: boolean;
  /** Counted from 0 in the document. */
  readonly ordinal: number;
};

export type FinishedPart = {
  readonly pages: number;
  /** Pages counted from the part's first. */
  readonly headings: readonly LaidHeading[];
  readonly files: Readonly<Partial<Record<OutputFormat, WrittenPart>>>;
};

/** What came of a job: no part where its markup or a table is wrong, which is among the findings. */
export type FinishedJob = { readonly part?: FinishedPart; readonly findings: readonly Diagnostic[] };

/** Finishes parts with the help of other threads, `here` doing its share, and gives them back in their order. */
export type FinishParts = (
  context: PartContext,
  jobs: readonly PartJob[],
  here: (job: PartJob) => Promise<FinishedJob>,
) => Promise<readonly FinishedJob[]>;

export type PartPages = readonly (readonly PageItem[])[];

export type PartFinisher = {
  readonly frame: DocumentFrame;
  readonly layout: Layout;
  readonly sectionOf: (job: Pick<PartJob, "section">) => SectionFrame;
  readonly finish: (job: PartJob) => FinishedJob;
  /** The two halves of `finish`, between which a table of contents gets its numbers. */
  readonly lay: (job: PartJob, entries: readonly ContentsEntry[], report: Report) => PartPages | undefined;
  readonly write: (job: PartJob, pages: PartPages) => FinishedPart;
};

export type FinishTools = {
  readonly fonts: FontBook;
  readonly time: Stopwatch;
  /** Of the larger document whose parts these are, with sections that others fill. */
  readonly frame?: DocumentFrame;
};

/** One for the parts of a document that are finished in this thread. */
export function openPartFinisher(
  { head, markup, formats }: PartContext,
  { fonts, time, frame: whole }: FinishTools,
): PartFinisher {
  const { frame: own, resolveBlocks } = openResolver(head);
  const frame = whole ?? own;
  const layout = openLayout(frame, fonts);
  const written = formats.map((format) => ({ format, write: writers[format].openParts(frame, fonts) }));
  const sectionOf: PartFinisher["sectionOf"] = ({ section }) => {
    const found = frame.sections[section];
    if (found === undefined) throw new Error(`the document has no section ${section}`);
    return found;
  };
  const lay: PartFinisher["lay"] = (job, entries, report) => {
    const section = sectionOf(job);
    const blocks = time("compose", () => composePart(job.part, markup, report));
    const resolved = blocks && time("resolve", () => resolveBlocks(blocks, { section, entries, report }));
    return resolved && time("layout", () => layout.layPart(section, resolved, report));
  };
  const write: PartFinisher["write"] = (job, items) => {
    const section = sectionOf(job);
    const pages = items.map((own) => ({ geometry: section.page, items: own }));
    const part = { section, opensSection: job.opensSection, ordinal: job.ordinal, pages };
    const files = written.map(({ format, write: writePart }) => [
      format,
      time(format, () => writePart(part)),
    ]);
    return { pages: pages.length, headings: headingsOn(items), files: Object.fromEntries(files) };
  };
  return {
    frame,
    layout,
    sectionOf,
    lay,
    write,
    finish: (job) => {
      const findings: Diagnostic[] = [];
      const items = lay(job, [], (finding) => findings.push(finding));
      return items === undefined ? { findings } : { part: write(job, items), findings };
    },
  };
}

/** One after the other. */
export async function inTurn(
  jobs: readonly PartJob[],
  finish: (job: PartJob) => Promise<FinishedJob>,
): Promise<readonly FinishedJob[]> {
  const finished: FinishedJob[] = [];
  for (const job of jobs) finished.push(await finish(job));
  return finished;
}
