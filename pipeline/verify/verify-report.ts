/** A composed report and the files that were made of it → what they say otherwise than it does. */
import type { Heading } from "../model/index.ts";
import {
  type Alike,
  type CutText,
  saysTheSame,
  saysTheSameInOneLine,
  withCuts,
  withStandIns,
} from "./alike.ts";
import {
  anything,
  type Compared,
  commentsInOne,
  compareSaid,
  type Expected,
  type PlacedHeading,
} from "./compare-said.ts";
import { damageOf } from "./damage.ts";
import type { DocxBlock } from "./docx-body.ts";
import {
  expectedBlocks,
  expectedHeading,
  type TableReading,
  tableInDocx,
  tableWhereMarked,
} from "./expected-blocks.ts";
import type { Fault } from "./fault.ts";
import { type HtmlBlock, openHtmlPage } from "./html-page.ts";
import { type OpenedDocx, openDocxPackage } from "./open-docx-package.ts";
import { openPdf, type PdfBlock } from "./open-pdf.ts";
import type { SaidComment, SaidEntry, SaidPart } from "./said.ts";

export type ExpectedReport = {
  readonly title: string;
  /** On every page of a draft. */
  readonly watermark?: string | undefined;
  readonly parts: readonly ExpectedPart[];
  /** Whether a table of this style has borders. */
  readonly isRuled: (style: string) => boolean;
  /** Characters that no font has. */
  readonly missing: ReadonlySet<string>;
  /** Labels, headers, and entries of the contents of a PDF, that are too long for their pages. */
  readonly cut: readonly CutText[];
};

/** What a part says; or the headings of one that was compared before, with nothing to be read but these. */
export type ExpectedPart = {
  /** Of a section whose pages have no numbers. */
  readonly unnumbered?: boolean;
} & (
  | { readonly said: () => SaidPart }
  | { readonly headings: readonly Pick<Heading, "level" | "content">[] }
);

export type WrittenFile = {
  readonly name: string;
  readonly format: "docx" | "pdf" | "html";
  readonly bytes: Uint8Array;
};

export type FileFault = Fault & { readonly file: string };

/** Whether a part, counted from 0, is read word by word in the PDF; undefined for all. */
export type Sample = ((part: number) => boolean) | undefined;

/** What was looked at. */
export type Readback = { readonly cells: number; readonly pages: number; readonly pagesRead: number };

type Report = (fault: Fault) => void;

/** Where each heading is printed, as the PDF has it; what the contents of both formats are held to. */
type Numbered = readonly (PlacedHeading & { readonly label: string | undefined })[];

export function verifyReport(
  expected: ExpectedReport,
  files: readonly WrittenFile[],
  { sample }: { readonly sample?: Sample },
): { readonly readback: Readback; readonly faults: readonly FileFault[] } {
  const faults: FileFault[] = [];
  const reporting =
    (file: string): Report =>
    (fault) =>
      faults.push({ ...fault, file });
  let readback: Readback = { cells: 0, pages: 0, pagesRead: 0 };
  let numbered: Numbered | undefined;
  const [pdf, docx, html] = (["pdf", "docx", "html"] as const).map((wanted) =>
    files.find(({ format }) => format === wanted),
  );
  if (pdf !== undefined) {
    const report = reporting(pdf.name);
    const read = guarded(report, () => verifyPdf(expected, pdf.bytes, { sample, report }));
    numbered = read?.numbered;
    readback = read?.readback ?? readback;
  }
  if (docx !== undefined) {
    const report = reporting(docx.name);
    const cells = guarded(report, () => verifyDocx(expected, docx.bytes, { numbered, report })) ?? 0;
    readback = { ...readback, cells: readback.cells + cells };
  }
  if (html !== undefined) {
    const report = reporting(html.name);
    const cells = guarded(report, () => verifyHtml(expected, html.bytes, report)) ?? 0;
    readback = { ...readback, cells: readback.cells + cells };
  }
  return { readback, faults };
}

/** A file that cannot be read is a fault as well. */
function guarded<Value>(report: Report, read: () => Value): Value | undefined {
  try {
    return read();
  } catch (error) {
    const fault = damageOf(error);
    if (fault === undefined) throw error;
    report(fault);
    return undefined;
  }
}

/** `loose` is handed the comments on paragraphs of no text, which no format has to say. */
function* expectedOf(
  parts: ExpectedReport["parts"],
  read: TableReading,
  { sample = () => true, loose }: { readonly sample?: Sample; readonly loose: string[] },
): Generator<Expected> {
  for (const [index, part] of parts.entries()) {
    const isRead = sample(index);
    if ("said" in part) {
      for (const block of part.said())
        for (const one of expectedBlocks(block, read))
          if (one.kind !== "paragraph" || one.text.trim() !== "") yield { block: one, isRead };
          else if (isRead) loose.push(commentsInOne(one.comments));
      continue;
    }
    yield anything;
    for (const heading of part.headings) {
      yield { block: expectedHeading(heading), isRead };
      yield anything;
    }
  }
}

type PdfOptions = { readonly sample: Sample; readonly report: Report };

function verifyPdf(expected: ExpectedReport, bytes: Uint8Array, { sample, report }: PdfOptions) {
  const alike = withStandIns(saysTheSame, expected.missing);
  const sameName = withStandIns(saysTheSameInOneLine, expected.missing);
  const opened = openPdf(bytes, { report, isMarked: (found) => isMarkedAs(expected, found, alike) });
  const loose: string[] = [];
  const blocks = expectedOf(expected.parts, tableWhereMarked(expected.isRuled), { sample, loose });
  const alikeIfCut = withCuts(alike, expected.cut);
  const compared: Compared<PdfBlock> = compareSaid(blocks, opened.blocks, { report, alike, alikeIfCut });
  if (sample === undefined) opened.readRest();
  const isWhole = sample === undefined && isSaid(expected.parts);
  compareLoose([...loose, ...compared.unplaced], opened.loose(), { isWhole, alike, report });
  checkTitle(expected.title, opened.title, report);
  const numbered = compared.headings.map((heading) => ({
    ...heading,
    label: heading.page === undefined ? undefined : opened.labelOf(heading.page),
  }));
  for (const { entries, block } of compared.contents) {
    checkContents(numbered, entries, { report, alike: alikeIfCut });
    for (const [index, target] of (block.targets?.() ?? []).entries())
      checkTarget(numbered[index], target, opened.labelOf, report);
  }
  const bookmarks = opened.bookmarks();
  for (const [index, heading] of numbered.entries()) {
    const bookmark = bookmarks[index];
    if (bookmark === undefined || !sameName(heading.text, bookmark.title))
      report({ kind: "structure", what: "outline", where: heading.text });
    else checkTarget(heading, bookmark.page, opened.labelOf, report);
  }
  if (bookmarks.length > numbered.length)
    report({ kind: "structure", what: "outline", where: bookmarks.at(-1)?.title ?? "" });
  const readback = { cells: compared.cells, pages: opened.pages, pagesRead: opened.pagesRead() };
  return { numbered, readback };
}

function checkTarget(
  heading: Numbered[number] | undefined,
  target: number | undefined,
  labelOf: (page: number) => string,
  report: Report,
): void {
  if (heading?.page === undefined || target === heading.page) return;
  const found = target === undefined ? "" : labelOf(target);
  report({ kind: "page", heading: heading.text, expected: heading.label ?? "", found });
}

type DocxOptions = { readonly numbered: Numbered | undefined; readonly report: Report };

/** How many cells were compared. */
function verifyDocx(expected: ExpectedReport, bytes: Uint8Array, { numbered, report }: DocxOptions): number {
  const opened = openDocxPackage(bytes, report);
  const loose: string[] = [];
  const blocks = expectedOf(expected.parts, tableInDocx, { loose });
  const compared: Compared<DocxBlock> = compareSaid(blocks, opened.blocks, {
    report,
    alike: saysTheSame,
    alikeIfCut: withCuts(saysTheSame, expected.cut),
  });
  const isWhole = isSaid(expected.parts);
  compareLoose(loose, opened.loose, { isWhole, alike: saysTheSame, report });
  for (const fault of opened.finish()) report(fault);
  for (const where of wrongHeads(expected, opened)) report({ kind: "structure", what: "watermark", where });
  checkTitle(expected.title, opened.title, report);
  const headings = numbered ?? compared.headings.map((heading) => ({ ...heading, label: undefined }));
  for (const { entries, block } of compared.contents) {
    checkContents(headings, entries, { report, alike: saysTheSame });
    checkAnchors(headings, block.anchors, { named: opened.bookmarks, report });
  }
  return compared.cells;
}

/** Where the entries of contents lead. */
function checkAnchors(
  headings: readonly Pick<PlacedHeading, "text">[],
  anchors: readonly string[] = [],
  { named, report }: { readonly named: ReadonlyMap<string, string | undefined>; readonly report: Report },
): void {
  for (const [index, anchor] of anchors.entries()) {
    const [wanted, found] = [headings[index]?.text ?? "", named.get(anchor) ?? ""];
    if (!saysTheSame(wanted, found)) report({ kind: "contents", entry: wanted, expected: wanted, found });
  }
}

function isSaid(parts: ExpectedReport["parts"]): boolean {
  return parts.every((part) => "said" in part);
}

/** Comments on what has no text, each once; where not all of a file was compared, others may be there as well. */
function compareLoose(
  expected: readonly string[],
  found: readonly SaidComment[],
  { isWhole, alike, report }: { readonly isWhole: boolean; readonly alike: Alike; readonly report: Report },
): void {
  const left = found.map((comment) => commentsInOne([comment]));
  const fault = { kind: "comment", under: "", block: "" } as const;
  for (const wanted of expected.filter((one) => one !== "")) {
    const at = left.findIndex((one) => alike(wanted, one));
    if (at < 0) report({ ...fault, expected: wanted, found: "" });
    else left.splice(at, 1);
  }
  if (isWhole) for (const one of left) report({ ...fault, expected: "", found: one });
}

type Marked = Pick<ExpectedReport, "watermark">;

function isMarkedAs({ watermark }: Marked, found: readonly string[], alike: Alike): boolean {
  if (watermark === undefined) return found.length === 0;
  return found.length === 1 && alike(watermark, found[0] ?? "");
}

/** The heads that do not have what is to be across each page; the body, if its sections have none. */
function wrongHeads(expected: Marked, { watermarks, isHeaded }: OpenedDocx): readonly string[] {
  const wrong = [...watermarks].filter(([, found]) => !isMarkedAs(expected, found, saysTheSame));
  const isBare = expected.watermark !== undefined && !isHeaded();
  return [...wrong.map(([name]) => name), ...(isBare ? ["word/document.xml"] : [])];
}

/** How many cells were compared. Pages are none of its own, so contents have no numbers. */
function verifyHtml(expected: ExpectedReport, bytes: Uint8Array, report: Report): number {
  const opened = openHtmlPage(bytes);
  // A page has no comments.
  const options = { loose: [] };
  const blocks = expectedOf(asOnOnePage(expected.parts), tableWhereMarked(expected.isRuled), options);
  const alike = saysTheSame;
  const alikeIfCut = withCuts(alike, expected.cut);
  const compared: Compared<HtmlBlock> = compareSaid(blocks, opened.blocks, { report, alike, alikeIfCut });
  for (const { what, where } of opened.faults()) report({ kind: "structure", what, where });
  // A page has a name always.
  if (expected.title !== "") checkTitle(expected.title, opened.title(), report);
  if (!isMarkedAs(expected, opened.notes, alike))
    report({ kind: "structure", what: "watermark", where: opened.notes.join(" ") });
  const headings = compared.headings.map((heading) => ({ ...heading, label: undefined }));
  for (const { entries, block } of compared.contents) {
    checkContents(headings, entries, { report, alike: saysTheSameInOneLine });
    checkAnchors(headings, block.anchors, { named: opened.named, report });
  }
  return compared.cells;
}

/** The cover comes first, then the contents. */
function asOnOnePage(parts: ExpectedReport["parts"]): ExpectedReport["parts"] {
  const placeOf = (part: ExpectedPart): number => {
    const kinds = "said" in part ? part.said().map(({ kind }) => kind) : part.headings.map(() => "heading");
    if (kinds.includes("contents")) return 1;
    return part.unnumbered === true && !kinds.includes("heading") ? 0 : 2;
  };
  return parts.toSorted((one, other) => placeOf(one) - placeOf(other));
}

function checkTitle(expected: string, found: string, report: Report): void {
  if (!saysTheSame(expected, found)) report({ kind: "title", expected, found });
}

type Listed = Pick<PlacedHeading, "level" | "text"> & { readonly label: string | undefined };

type Listing = { readonly report: Report; readonly alike: Alike };

/** All headings, in their order and each with its page. */
function checkContents(
  headings: readonly Listed[],
  entries: readonly SaidEntry[],
  { report, alike }: Listing,
): void {
  for (let index = 0; index < Math.max(headings.length, entries.length); index += 1) {
    const [heading, entry] = [headings[index], entries[index]];
    const [expected, found] = [inOneLine(heading?.text ?? ""), entry?.text ?? ""];
    const isSame = alike(expected, found) && heading?.level === entry?.level;
    if (!isSame) report({ kind: "contents", entry: expected === "" ? found : expected, expected, found });
    else if (heading?.label !== undefined && entry !== undefined && heading.label !== entry.page.trim())
      report({ kind: "page", heading: heading.text, expected: heading.label, found: entry.page });
  }
}

function inOneLine(text: string): string {
  return text.replaceAll("\n", " ");
}
