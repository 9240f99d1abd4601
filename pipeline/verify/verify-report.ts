/** A composed report and the files that were made of it → what they say otherwise than it does. */
import type { Heading } from "../model/index.ts";
import { type Alike, saysTheSame, saysTheSameInOneLine, withStandIns } from "./alike.ts";
import { anything, type Compared, compareSaid, type Expected, type PlacedHeading } from "./compare-said.ts";
import { damageOf } from "./damage.ts";
import type { DocxBlock } from "./docx-body.ts";
import {
  expectedBlocks,
  expectedHeading,
  type TableReading,
  tableInDocx,
  tableInPdf,
} from "./expected-blocks.ts";
import type { Fault } from "./fault.ts";
import { openDocxPackage } from "./open-docx-package.ts";
import { openPdf, type PdfBlock } from "./open-pdf.ts";
import type { SaidEntry, SaidPart } from "./said.ts";

export type ExpectedReport = {
  readonly title: string;
  readonly parts: readonly ExpectedPart[];
  /** Whether a table of this style has borders. */
  readonly isRuled: (style: string) => boolean;
  /** Characters that no font has. */
  readonly missing: ReadonlySet<string>;
};

/** What a part says; or the headings of one that was compared before, with nothing to be read but these. */
export type ExpectedPart =
  | { readonly said: SaidPart }
  | { readonly headings: readonly Pick<Heading, "level" | "content">[] };

export type WrittenFile = {
  readonly name: string;
  readonly format: "docx" | "pdf";
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
  const [pdf, docx] = (["pdf", "docx"] as const).map((wanted) =>
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

function* expectedOf(
  { parts }: ExpectedReport,
  read: TableReading,
  sample: Sample = () => true,
): Generator<Expected> {
  for (const [index, part] of parts.entries()) {
    const isRead = sample(index);
    if ("said" in part) {
      for (const block of part.said)
        for (const one of expectedBlocks(block, read)) yield { block: one, isRead };
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
  const opened = openPdf(bytes, report);
  const alike = withStandIns(saysTheSame, expected.missing);
  const sameName = withStandIns(saysTheSameInOneLine, expected.missing);
  const blocks = expectedOf(expected, tableInPdf(expected.isRuled), sample);
  const compared: Compared<PdfBlock> = compareSaid(blocks, opened.blocks, { report, alike });
  if (sample === undefined) opened.readRest();
  checkTitle(expected.title, opened.title, report);
  const numbered = compared.headings.map((heading) => ({
    ...heading,
    label: heading.page === undefined ? undefined : opened.labelOf(heading.page),
  }));
  for (const { entries, block } of compared.contents) {
    checkContents(numbered, entries, { report, alike });
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
  const compared: Compared<DocxBlock> = compareSaid(expectedOf(expected, tableInDocx), opened.blocks, {
    report,
    alike: saysTheSame,
  });
  for (const fault of opened.finish()) report(fault);
  checkTitle(expected.title, opened.title, report);
  const headings = numbered ?? compared.headings.map((heading) => ({ ...heading, label: undefined }));
  for (const { entries, block } of compared.contents) {
    checkContents(headings, entries, { report, alike: saysTheSame });
    for (const [index, anchor] of (block.anchors ?? []).entries()) {
      const [wanted, found] = [headings[index]?.text ?? "", opened.bookmarks.get(anchor) ?? ""];
      if (!saysTheSame(wanted, found)) report({ kind: "contents", entry: wanted, expected: wanted, found });
    }
  }
  return compared.cells;
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
