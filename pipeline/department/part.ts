/** The parts that a document is typeset in: plain data, which goes to other threads and into the cache. */
import type { MarkupForm, RenderedPart } from "../compose/index.ts";
import type { Diagnostic, Report } from "../diagnostics/index.ts";
import type { LaidBlocks, LaidHeading } from "../layout/index.ts";
import type { Block, PartFormat } from "../model/index.ts";
import type { ContentsEntry, DocumentHead, SectionFrame } from "../resolve/index.ts";
import type { Timings } from "./stopwatch.ts";
import type { ToSay } from "./to-say.ts";

/** What all parts of a document have in common. */
export type PartContext = {
  readonly head: DocumentHead;
  readonly markup: MarkupForm;
  readonly formats: readonly PartFormat[];
  /** The files are read back: what each part is to say is handed on. */
  readonly readsBack: boolean;
};

export type PartJob = {
  readonly part: RenderedPart;
  /** Counted from 0. */
  readonly section: number;
  readonly opensSection: boolean;
  /** Counted from 0 in the document. */
  readonly ordinal: number;
};

/** A part's bytes in one format, and what its writer must know of them to join them: JSON that only it reads. */
export type PartFile = { readonly about: string; readonly bytes: Uint8Array };

export type FinishedPart = {
  readonly pages: number;
  /** Pages counted from the part's first. */
  readonly headings: readonly LaidHeading[];
  /** For each page, the paths of the values that begin on it (`valuesOn`). */
  readonly values: readonly (readonly string[])[];
  readonly files: Readonly<Partial<Record<PartFormat, PartFile>>>;
};

/** A part's blocks, before any look at its styles. */
export type ComposedPart = {
  readonly blocks: readonly Block[];
  /** There if the files are read back: composing it a second time would cost a tenth of a build. */
  readonly toSay?: ToSay | undefined;
};

/** What came of a job: no part if its markup or a table is wrong, which is among the findings. */
export type MadePart = {
  readonly part?: FinishedPart;
  readonly toSay?: ToSay | undefined;
  readonly findings: readonly Diagnostic[];
  /** An earlier build has made it, and read it back. */
  readonly reused?: true;
};

export type MadeParts = {
  /** In the order of the jobs. */
  readonly parts: readonly MadePart[];
  /** Spent on them but not by the document's own stopwatch. */
  readonly milliseconds?: Timings;
  /** Of a cache, if there is one. */
  readonly reuse?: Reuse;
  /** Keeps them there for the next build, or gives the reason why it could not. */
  readonly keep?: () => Promise<string | undefined>;
};

/** How many parts came from where, and why not more. */
export type Reuse = {
  readonly reused: number;
  readonly made: number;
  /** The first headings of parts that were made because they are new or say something else; the first twenty. */
  readonly remade: readonly string[];
  /** Why nothing could be reused; absent if only single parts differ. */
  readonly because?: "first" | "program" | "fonts" | "style" | "tables" | "damaged" | undefined;
  /** Cached parts that are not whole any more. */
  readonly damaged: number;
  /** Why nothing could be cached for the next build. */
  readonly notKept?: string | undefined;
};

export type LayOptions = {
  /** What a table of contents lists. */
  readonly entries: readonly ContentsEntry[];
  readonly report: Report;
};

/** A document that can be typeset part by part in this thread. */
export type OpenDocument = {
  readonly context: PartContext;
  readonly sectionOf: (job: Pick<PartJob, "section">) => SectionFrame;
  /** Undefined if its markup is wrong: reported. */
  readonly compose: (job: PartJob, report: Report) => ComposedPart | undefined;
  /** Undefined if a table is wrong: reported. */
  readonly lay: (job: PartJob, blocks: readonly Block[], options: LayOptions) => LaidBlocks | undefined;
  readonly write: (job: PartJob, laid: LaidBlocks) => FinishedPart;
};

/** Typesets parts that need no look at others: here, in other threads, or out of a cache. */
export type MakeParts = (document: OpenDocument, jobs: readonly PartJob[]) => Promise<MadeParts>;

/** Throws if the run was cancelled; lets signals be heard in between. */
export type Pause = () => Promise<void>;

/** For the next build, which takes what is kept to be right. */
export async function keepParts({
  reuse,
  keep,
}: Pick<MadeParts, "reuse" | "keep">): Promise<Reuse | undefined> {
  const notKept = await keep?.();
  return reuse && { ...reuse, notKept };
}

/** One part after the other, in this thread; each is made by `bounded`, which may end it. */
export function makePartsHere(
  pause: Pause,
  bounded: <Made>(make: () => Made) => Made = (make) => make(),
): MakeParts {
  return async (document, jobs) => {
    const parts: MadePart[] = [];
    for (const job of jobs) {
      await pause();
      parts.push(bounded(() => makePart(document, job)));
    }
    return { parts };
  };
}

function makePart({ compose, lay, write }: OpenDocument, job: PartJob): MadePart {
  const findings: Diagnostic[] = [];
  const report: Report = (finding) => findings.push(finding);
  const composed = compose(job, report);
  const laid = composed && lay(job, composed.blocks, { entries: [], report });
  const part = laid && write(job, laid);
  return part === undefined ? { findings } : { part, toSay: composed?.toSay, findings };
}
