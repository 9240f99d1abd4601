/** All other parts of a document → its page numbers, and the parts that list its headings with them. */
import type { Report } from "../diagnostics/index.ts";
import { headingsOn, type LaidFrame, type LaidHeading, type PageFrame } from "../layout/index.ts";
import { type ContentsEntry, plainText } from "../resolve/index.ts";
import type { FinishedPart, PartFinisher, PartJob, PartPages } from "./finish-part.ts";

export type NumberedParts = Pick<LaidFrame, "headings"> & {
  readonly pages: readonly PageFrame[];
  readonly parts: ReadonlyMap<PartJob, FinishedPart>;
};

type Tools = { readonly finisher: PartFinisher; readonly report: Report };

/** How many pages a part has, and where its headings stand on them. */
type Extent = Pick<FinishedPart, "pages" | "headings">;

/** `made` are all parts but those that list contents. Undefined where such a part could not be made: reported. */
export function addContents(
  jobs: readonly PartJob[],
  made: ReadonlyMap<PartJob, FinishedPart>,
  { finisher, report }: Tools,
): NumberedParts | undefined {
  const entries = jobs.flatMap((job) => entriesOf(made.get(job)?.headings ?? headingsOf(job, finisher)));
  const laid = new Map<PartJob, PartPages>();
  for (const job of jobs) {
    if (made.has(job)) continue;
    const pages = finisher.lay(job, entries, report);
    if (pages === undefined) return undefined;
    laid.set(job, pages);
  }
  const extents = jobs.map((job): Extent => made.get(job) ?? extentOf(laid.get(job) ?? []));
  const pages = finisher.layout.numberPages(
    extents.flatMap((extent, index) => new Array<number>(extent.pages).fill(jobs[index]?.section ?? 0)),
  );
  const headings = placeHeadings(extents);
  const numbers = new Map(headings.map(({ id, page }) => [id, pages[page]?.number ?? ""]));
  const parts = new Map(made);
  for (const [job, items] of laid) {
    const section = finisher.sectionOf(job);
    const numbered = items.map((own) =>
      finisher.layout.numberContents(section, own, (id) => numbers.get(id) ?? ""),
    );
    parts.set(job, finisher.write(job, numbered));
  }
  return { pages, headings, parts };
}

function entriesOf(headings: readonly LaidHeading[]): readonly ContentsEntry[] {
  return headings.map(({ level, id, content }) => ({ level, id, text: plainText(content) }));
}

/** Of a part that lists contents itself: its own headings are among them, and it is laid once to see them. */
function headingsOf(job: PartJob, { lay }: PartFinisher): readonly LaidHeading[] {
  return headingsOn(lay(job, [], () => undefined) ?? []);
}

function extentOf(pages: PartPages): Extent {
  return { pages: pages.length, headings: headingsOn(pages) };
}

/** Pages counted from the document's first. */
function placeHeadings(extents: readonly Extent[]): readonly LaidHeading[] {
  let before = 0;
  return extents.flatMap(({ pages, headings }) => {
    const from = before;
    before += pages;
    return headings.map((heading) => ({ ...heading, page: from + heading.page }));
  });
}
