/** A document's parts, but for those that list contents → all of its parts, and its page numbers. */
import type { Report } from "../diagnostics/index.ts";
import {
  headingsOn,
  type LaidBlocks,
  type LaidFrame,
  type LaidHeading,
  type PageFrame,
} from "../layout/index.ts";
import { type ContentsEntry, plainText } from "../resolve/index.ts";
import type { FinishedPart, LayOptions, PartJob } from "./part.ts";
import type { ToSay } from "./to-say.ts";
import type { PartTypesetter } from "./typeset-part.ts";

/** The part is made; or it lists contents, and is still to be made. */
export type OpenPart = {
  readonly job: PartJob;
  readonly part: FinishedPart | undefined;
  /** An earlier build has made it. */
  readonly isReused?: boolean;
  readonly toSay?: ToSay | undefined;
};

export type NumberedDocument = {
  readonly frame: LaidFrame;
  readonly parts: readonly { readonly job: PartJob; readonly part: FinishedPart }[];
};

/** How many pages a part has, and where its headings are on them. */
type Extent = Pick<FinishedPart, "pages" | "headings">;

type LaidPart = Pick<OpenPart, "job" | "part"> & { readonly laid: LaidBlocks };

const nothing: LaidBlocks = { pages: [], flow: [] };

/** Undefined if a part that lists contents cannot be made: reported. */
export function addContents(
  document: PartTypesetter,
  open: readonly OpenPart[],
  report: Report,
): NumberedDocument | undefined {
  const entries = open.flatMap((one) => entriesOf(one.part?.headings ?? headingsOf(one.job, document)));
  const parts: LaidPart[] = [];
  for (const { job, part } of open) {
    const laid = part === undefined ? layOf(job, document, { entries, report }) : nothing;
    if (laid === undefined) return undefined;
    parts.push({ job, part, laid });
  }
  const extents = parts.map(({ part, laid }): Extent => part ?? extentOf(laid));
  const pages = document.layout.numberPages(
    extents.flatMap((extent, index) => new Array<number>(extent.pages).fill(parts[index]?.job.section ?? 0)),
  );
  const headings = placeHeadings(extents, pages);
  const numbers = new Map(headings.map(({ id, page }) => [id, pages[page]?.number ?? ""]));
  const numbered = ({ job, laid }: LaidPart) => {
    const section = document.sectionOf(job);
    return document.layout.numberContents(section, laid, (id) => numbers.get(id) ?? "");
  };
  return {
    frame: { document: document.frame, pages, headings },
    parts: parts.map((one) => ({ job: one.job, part: one.part ?? document.write(one.job, numbered(one)) })),
  };
}

function entriesOf(headings: readonly LaidHeading[]): readonly ContentsEntry[] {
  return headings.map(({ level, id, content }) => ({ level, id, text: plainText(content) }));
}

/** Of a part that lists contents: its own headings are among them, and it is laid out once to find them. */
function headingsOf(job: PartJob, document: PartTypesetter): readonly LaidHeading[] {
  return headingsOn(layOf(job, document, { entries: [], report: () => undefined })?.pages ?? []);
}

function layOf(job: PartJob, { compose, lay }: PartTypesetter, options: LayOptions): LaidBlocks | undefined {
  const composed = compose(job, options.report);
  return composed && lay(job, composed.blocks, options);
}

function extentOf({ pages }: LaidBlocks): Extent {
  return { pages: pages.length, headings: headingsOn(pages) };
}

/** Pages counted from the document's first, blank ones among them. */
function placeHeadings(extents: readonly Extent[], frames: readonly PageFrame[]): readonly LaidHeading[] {
  const printed = frames.flatMap(({ blank }, page) => (blank ? [] : [page]));
  let before = 0;
  return extents.flatMap(({ pages, headings }) => {
    const from = before;
    before += pages;
    return headings.map((heading) => {
      const page = printed[from + heading.page];
      if (page === undefined) throw new Error(`heading ${heading.id} is on no page`);
      return { ...heading, page };
    });
  });
}
