/**
 * A rendered document → its files: parts typeset, contents numbered, and all of them joined in every format. A report
 * is one document; a volume joins the parts of many.
 */

import { faultKey, onceEach, type RenderedReport, type RenderedSection } from "../compose/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import { fileNameOf } from "../files/index.ts";
import type { FontBook } from "../layout/index.ts";
import { isOutputFormat, type OutputFormat, type PartFormat, type Theme } from "../model/index.ts";
import { applySize, type Nesting } from "../resolve/index.ts";
import { joinReview, type ReviewPages } from "../write/review/index.ts";
import { addContents, type NumberedDocument, type OpenPart } from "./add-contents.ts";
import { openPrintedPages, type PrintedPages } from "./page-of-findings.ts";
import type { FinishedPart, MadeParts, MakeParts, PartContext, PartFile, PartJob, Pause } from "./part.ts";
import { settleTablesOf } from "./settle-tables-of.ts";
import type { Stopwatch } from "./stopwatch.ts";
import {
  openPartTypesetter,
  type PartTypesetter,
  type PartTypesetterOptions,
  writers,
} from "./typeset-part.ts";

export { openPartTypesetter } from "./typeset-part.ts";

export type DocumentFile = {
  readonly name: string;
  readonly format: OutputFormat;
  readonly bytes: Uint8Array;
};

export type TypesetDocument = {
  readonly title: string;
  readonly pages: number;
  readonly files: readonly DocumentFile[];
};

export type PartsOptions = PartTypesetterOptions & {
  readonly formats: readonly OutputFormat[];
  /** Pages are made for the page of review as well. */
  readonly review?: boolean;
  /** The files are read back. */
  readonly readsBack?: boolean;
  readonly makeParts: MakeParts;
  /** If it is a part of a larger document, as are the next two. */
  readonly nesting?: (theme: Theme) => Nesting;
  /** How many parts precede these. */
  readonly before?: number;
  /** A section's place in the larger document. */
  readonly sectionAt?: (section: number) => number;
};

export type TypesetParts = Pick<MadeParts, "reuse" | "keep" | "milliseconds"> & {
  readonly document: PartTypesetter;
  /** All of them, those that list contents still to be made; undefined if one could not be made. */
  readonly parts: readonly OpenPart[] | undefined;
  readonly findings: readonly Diagnostic[];
};

export async function typesetParts(
  { sections, markup, ...about }: RenderedReport,
  {
    formats,
    review = false,
    readsBack = false,
    makeParts,
    nesting,
    before = 0,
    sectionAt = (section) => section,
    ...options
  }: PartsOptions,
): Promise<TypesetParts> {
  const heads = sections.map(({ parts: _, ...head }) => head);
  options.watch.start();
  const tables = settleTablesOf({ sections, theme: about.theme });
  options.watch.lap("resolve");
  const nested = nesting?.(applySize(about.theme, tables));
  const head = { ...about, sections: heads, tables, ...(nested && { nesting: nested }) };
  const context: PartContext = {
    ...{ head, markup, readsBack },
    formats: review ? [...formats, "review"] : formats,
  };
  const document = openPartTypesetter(context, options);
  const jobs = jobsOf(sections, before).map((job) => ({ ...job, section: sectionAt(job.section) }));
  const independent = jobs.filter((job) => !listsContents(job));
  const { parts: made, reuse, keep, milliseconds } = await makeParts(document, independent);
  const findings = onceEach(
    made.flatMap((part) => part.findings),
    keyOf,
  );
  const done = { document, findings, reuse, keep, milliseconds };
  if (made.some(({ part }) => part === undefined)) return { ...done, parts: undefined };
  const partOf = new Map(independent.map((job, index) => [job, made[index]]));
  return {
    ...done,
    parts: jobs.map((job) => {
      const one = partOf.get(job);
      return { job, part: one?.part, isReused: one?.reused === true, toSay: one?.toSay };
    }),
  };
}

function jobsOf(sections: readonly RenderedSection[], before: number): readonly PartJob[] {
  let ordinal = before - 1;
  return sections.flatMap(({ parts }, section) =>
    parts.map((part, index): PartJob => {
      ordinal += 1;
      return { part, section, opensSection: index === 0, ordinal };
    }),
  );
}

function listsContents({ part }: PartJob): boolean {
  return part.lead.some(({ kind }) => kind === "contents");
}

export type JoinOptions = {
  readonly fonts: FontBook;
  readonly createdAt: Date;
  readonly pause: Pause;
  readonly watch: Stopwatch;
};

export type JoinedParts = {
  /** Absent if a part could not be made. */
  readonly file?: TypesetDocument;
  /** Looks up the page that a value begins on; there with the file, and holds its parts. */
  readonly openPages?: () => PrintedPages;
  /** If it was asked for; there with the file. */
  readonly review?: ReviewPages | undefined;
  /** Of the parts, too. */
  readonly findings: readonly Diagnostic[];
};

/** Makes the parts that list contents, and joins all. */
export async function joinParts(
  { document, parts, findings: before }: Pick<TypesetParts, "document" | "parts" | "findings">,
  { fonts, createdAt, pause, watch }: JoinOptions,
): Promise<JoinedParts> {
  const found = [...before];
  const numbered = parts && addContents(document, parts, (finding) => found.push(finding));
  const findings = onceEach(found, keyOf);
  if (numbered === undefined) return { findings };
  const { title, fileTitle = title } = document.frame;
  const files: DocumentFile[] = [];
  const { formats } = document.context;
  for (const format of formats.filter(isOutputFormat)) {
    await pause();
    watch.start();
    const placed = numbered.parts.map(({ job, part }) => ({
      section: job.section,
      part: fileOf(part, format),
    }));
    const bytes = await writers[format].join(numbered.frame, placed, { createdAt, fonts });
    watch.lap(format);
    files.push({ name: `${fileNameOf(fileTitle)}.${format}`, format, bytes });
  }
  const { pages } = numbered.frame;
  watch.start();
  const review = formats.includes("review")
    ? joinReview(numbered.frame, reviewed(numbered.parts), fonts)
    : undefined;
  watch.lap("review");
  return {
    file: { title, pages: pages.length, files },
    openPages: () => openPrintedPages(numbered.parts, pages),
    review,
    findings,
  };
}

/** What a part prints without a further name are the values of its first project. */
function reviewed(parts: NumberedDocument["parts"]) {
  return parts.map(({ job, part }) => ({
    part: fileOf(part, "review"),
    project: job.part.projects[0]?.ordinal,
  }));
}

function fileOf(part: FinishedPart, format: PartFormat): PartFile {
  const file = part.files[format];
  if (file === undefined) throw new Error(`a part was not written as ${format}`);
  return file;
}

/** A missing glyph is said once, however many parts have it. */
function keyOf(finding: Diagnostic): string {
  return finding.code === "glyph-missing" ? finding.args.codePoint : faultKey(finding);
}
