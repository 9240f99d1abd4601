/** A document, all its parts at once → composed, resolved, laid and written, by the functions that a run calls part by part. */
import { composePart, onceEach, type ReportInput, renderReport, withSubjects } from "../compose/index.ts";
import { settleTablesOf } from "../department/settle-tables-of.ts";
import type { Diagnostic, Report } from "../diagnostics/index.ts";
import {
  type FlowBlock,
  type FontBook,
  headingsOn,
  type LaidFrame,
  type LaidPart,
  openLayout,
  type PageFrame,
  type PageItem,
} from "../layout/index.ts";
import type { Block, Comment, Document, Section, TableSetting } from "../model/index.ts";
import {
  type DocumentFrame,
  openResolver,
  plainText,
  type ResolvedBlock,
  type SectionFrame,
} from "../resolve/index.ts";
import { joinDocx, openDocxParts } from "../write/docx/index.ts";
import { joinHtml, openHtmlParts } from "../write/html/index.ts";
import { joinPdf, openPdfParts } from "../write/pdf/index.ts";

export type ResolvedSection = SectionFrame & { readonly blocks: readonly ResolvedBlock[] };

export type ResolvedDocument = Omit<DocumentFrame, "sections"> & {
  readonly sections: readonly ResolvedSection[];
};

export type Page = PageFrame & { readonly items: readonly PageItem[] };

export type LaidDocument = {
  readonly document: ResolvedDocument;
  readonly pages: readonly Page[];
  /** Each section's blocks uncut. */
  readonly flows: readonly (readonly FlowBlock[])[];
};

/** With how its tables are set, if not as designed. */
type SetDocument = Document & { readonly tables?: TableSetting };

/** Undefined if a template fails or its markup is wrong, which is reported. */
export function composeReport(input: ReportInput, report: Report): SetDocument | undefined {
  const printed = renderReport(input, report);
  if (printed === undefined) return undefined;
  const found: Diagnostic[] = [];
  const { sections, markup, ...about } = printed;
  const [first, ...others] = sections.map(({ mostCells: _, parts, ...head }): Section | undefined => {
    const composed = parts.map((part) => composePart(part, markup, (fault) => found.push(fault)));
    if (composed.includes(undefined)) return undefined;
    return { ...head, blocks: composed.flatMap((blocks) => blocks ?? []) };
  });
  for (const fault of onceEach(found)) report(withSubjects(fault, input.department.projects));
  if (first === undefined || others.includes(undefined)) return undefined;
  const tables = settleTablesOf(printed);
  return { ...about, tables, sections: [first, ...others.flatMap((section) => section ?? [])] };
}

/** Undefined if a table's spans do not fit its grid, which is reported. */
export function resolveDocument(
  { sections, ...about }: SetDocument,
  report: Report,
): ResolvedDocument | undefined {
  const heads = sections.map((section) => ({ ...section, mostCells: mostCellsIn(section.blocks) }));
  const { frame, resolveBlocks } = openResolver({ ...about, sections: heads });
  const entries = sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.kind === "heading" ? [{ level: block.level, id: block.id, text: plainText(block.content) }] : [],
    ),
  );
  const resolved = frame.sections.flatMap((section, index): ResolvedSection[] => {
    const blocks = resolveBlocks(sections[index]?.blocks ?? [], { section, entries, report });
    return blocks === undefined ? [] : [{ ...section, blocks }];
  });
  return resolved.length < sections.length ? undefined : { ...frame, sections: resolved };
}

function mostCellsIn(blocks: readonly Block[]): number {
  const rows = blocks.flatMap((block) => (block.kind === "table" ? [...block.header, ...block.body] : []));
  return rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
}

/** Each section a part. */
export function layOut(document: ResolvedDocument, fonts: FontBook, report: Report): LaidDocument {
  const { layPart, numberPages, numberContents } = openLayout(document, fonts);
  const laid = document.sections.map((section) => ({
    section,
    blocks: layPart(section, section.blocks, report),
  }));
  const sheets = laid.flatMap(({ blocks }, index) => blocks.pages.map((items) => ({ index, items })));
  const frames = numberPages(sheets.map(({ index }) => index));
  const printed = frames.filter(({ blank }) => !blank);
  const headings = headingsOn(sheets.map(({ items }) => items));
  const numbers = new Map(headings.map(({ id, page }) => [id, printed[page]?.number ?? ""]));
  const numbered = laid.map(({ section, blocks }) =>
    numberContents(section, blocks, (id) => numbers.get(id) ?? ""),
  );
  const items = numbered.flatMap(({ pages }) => pages);
  const itemsOf = new Map(printed.map((frame, page) => [frame, items[page]]));
  const pages = frames.map((frame) => ({ ...frame, items: itemsOf.get(frame) ?? [] }));
  return { document, pages, flows: numbered.map(({ flow }) => flow) };
}

type WriteOptions = { readonly createdAt: Date; readonly comments?: readonly Comment[] | undefined };

export function writeDocx(laid: LaidDocument, options: WriteOptions): Uint8Array {
  const writePart = openDocxParts(laid.document);
  const parts = partsOf(laid).map(({ index, part }) => ({
    section: index,
    part: writePart({ ...part, comments: options.comments }),
  }));
  return joinDocx(frameOf(laid), parts, options);
}

export function writePdf(
  laid: LaidDocument,
  options: WriteOptions & { readonly fonts: FontBook },
): Uint8Array {
  const writePart = openPdfParts(options.fonts);
  return joinPdf(
    frameOf(laid),
    partsOf(laid).map(({ part }) => ({ part: writePart({ ...part, comments: options.comments }) })),
    options,
  );
}

export function writeHtml(laid: LaidDocument): Uint8Array {
  const writePart = openHtmlParts();
  return joinHtml(
    frameOf(laid),
    partsOf(laid).map(({ part }) => ({ part: writePart(part) })),
  );
}

function frameOf({ document, pages }: LaidDocument): LaidFrame {
  return { document, pages, headings: headingsOn(pages.map(({ items }) => items)) };
}

function partsOf({
  document,
  pages,
  flows,
}: LaidDocument): readonly { readonly index: number; readonly part: LaidPart }[] {
  const withPages = document.sections.flatMap((section, index) => {
    const own = pages.filter(({ section: of, blank }) => of === index && !blank);
    return own.length === 0 ? [] : [{ section, index, own }];
  });
  return withPages.map(({ section, index, own }, ordinal) => ({
    index,
    part: { section, opensSection: true, ordinal, pages: own, flow: flows[index] ?? [] },
  }));
}
