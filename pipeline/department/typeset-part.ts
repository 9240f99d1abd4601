/** A rendered part → its pages in every format: blocks, styles, lines and bytes, without a look at the other parts. */
import { composePart } from "../compose/index.ts";
import {
  type FontBook,
  headingsOn,
  type LaidFrame,
  type LaidPart,
  type Layout,
  openLayout,
} from "../layout/index.ts";
import type { OutputFormat, PartFormat } from "../model/index.ts";
import { type DocumentFrame, openResolver } from "../resolve/index.ts";
import { joinDocx, openDocxParts } from "../write/docx/index.ts";
import { joinHtml, openHtmlParts } from "../write/html/index.ts";
import { joinPdf, openPdfParts } from "../write/pdf/index.ts";
import { openReviewParts } from "../write/review/index.ts";
import { onPrintedSources } from "./comments.ts";
import { valuesOn } from "./page-of-findings.ts";
import type { FinishedPart, OpenDocument, PartContext, PartFile } from "./part.ts";
import type { Stopwatch } from "./stopwatch.ts";
import { toSayOf } from "./to-say.ts";

/** A part with the section it belongs to, counted from 0. */
type PlacedPart = { readonly section: number; readonly part: PartFile };

type Writer = {
  /** Writes parts that depend on nothing outside them: they can be cached, or come from elsewhere. */
  readonly openParts: (document: DocumentFrame, fonts: FontBook) => (part: LaidPart) => PartFile;
  /** All parts in order → the file. */
  readonly join: (
    frame: LaidFrame,
    parts: readonly PlacedPart[],
    options: { readonly createdAt: Date; readonly fonts: FontBook },
  ) => Uint8Array | Promise<Uint8Array>;
};

/** Every output format, one line each. */
export const writers: Readonly<Record<OutputFormat, Writer>> = {
  docx: { openParts: openDocxParts, join: joinDocx },
  html: { openParts: openHtmlParts, join: joinHtml },
  pdf: { openParts: (_, fonts) => openPdfParts(fonts), join: joinPdf },
};

/** The page of review, which is no document, is joined elsewhere. */
function openPartsOf(format: PartFormat): Writer["openParts"] {
  return format === "review" ? openReviewParts : writers[format].openParts;
}

/** Between `lay` and `write` a table of contents gets its numbers. */
export type PartTypesetter = OpenDocument & { readonly frame: DocumentFrame; readonly layout: Layout };

export type PartTypesetterOptions = {
  readonly fonts: FontBook;
  readonly watch: Stopwatch;
  /** Of the larger document that has these parts, with sections that others fill. */
  readonly frame?: DocumentFrame | undefined;
};

export function openPartTypesetter(
  context: PartContext,
  { fonts, watch, frame: whole }: PartTypesetterOptions,
): PartTypesetter {
  const { head, markup, formats, readsBack } = context;
  const { frame: own, resolveBlocks } = openResolver(head);
  const frame = whole ?? own;
  const layout = openLayout(frame, fonts);
  const open = formats.map((format) => ({ format, writePart: openPartsOf(format)(frame, fonts) }));
  const sectionOf: PartTypesetter["sectionOf"] = ({ section }) => {
    const found = frame.sections[section];
    if (found === undefined) throw new Error(`the document has no section ${section}`);
    return found;
  };
  const compose: PartTypesetter["compose"] = ({ part }, report) => {
    watch.start();
    const blocks = composePart(part, markup, report);
    watch.lap("compose");
    if (blocks === undefined || !readsBack) return blocks && { blocks };
    const toSay = toSayOf(blocks, part);
    watch.lap("verify");
    return { blocks, toSay };
  };
  const lay: PartTypesetter["lay"] = (job, blocks, { entries, report }) => {
    const section = sectionOf(job);
    watch.start();
    const resolved = resolveBlocks(blocks, { section, entries, report });
    watch.lap("resolve");
    const laid = resolved && layout.layPart(section, resolved, report);
    watch.lap("layout");
    return laid;
  };
  const write: PartTypesetter["write"] = (job, laid) => {
    const section = sectionOf(job);
    const pages = laid.pages.map((items) => ({ geometry: section.page, items }));
    const { opensSection, ordinal } = job;
    const { flow } = laid;
    const comments = onPrintedSources(job.part.comments, () => flow.flatMap(sourcesOfFlow));
    const part = { section, opensSection, ordinal, pages, flow, comments };
    let files: FinishedPart["files"] = {};
    watch.start();
    for (const { format, writePart } of open) {
      files = { ...files, [format]: writePart(part) };
      watch.lap(format);
    }
    const { length } = pages;
    return { pages: length, headings: headingsOn(laid.pages), values: valuesOn(laid.pages), files };
  };
  return { context, frame, layout, sectionOf, compose, lay, write };
}

function sourcesOfFlow(block: LaidPart["flow"][number]): readonly string[] {
  if (block.kind === "contents") return [];
  return block.kind === "text" ? block.source.sources : block.cells.flatMap(({ sources }) => sources);
}
