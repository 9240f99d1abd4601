/** A report's PDF → its contents, its texts and the tables of its projects, from what is drawn on its pages. */
import { type ExpectedProject, headerLabel } from "./expected-report.ts";
import { joinParts } from "./join-parts.ts";
import { type PdfPage, type ReadPdf, readPdf, textInBox } from "./read-pdf.ts";
import { cellsOf, type PdfCell, readRules } from "./read-pdf-cells.ts";
import { solid } from "./solid.ts";

/** An entry of the table of contents, and the place that it leads to: a sheet from 0, and pt from its top. */
type PdfEntry = {
  readonly text: string;
  readonly number: string;
  readonly page: number;
  readonly top: number;
};

/** All texts are without spaces and line ends. */
export type PdfReport = {
  readonly contents: readonly PdfEntry[];
  /** The cells of each sheet's tables. */
  readonly cells: readonly (readonly PdfCell[])[];
  readonly outline: readonly string[];
  readonly textBelow: (page: number, top: number) => string;
  readonly footOf: (page: number) => string;
  readonly textBetween: (heading: string, end: string) => string;
  readonly project: (project: ExpectedProject) => {
    /** Of its first page. */
    readonly text: string;
    readonly rows: readonly (readonly string[])[];
  };
};

/** Height of the lower margin, which has the page number: 35 mm. */
const footHeight = (35 / 25.4) * 72;

/** Headings are looked for a little above the place that a link leads to. */
const nudge = 1;

export async function readPdfReport(bytes: Uint8Array): Promise<PdfReport> {
  const { pages, outline } = await readPdf(bytes);
  const rules = await readRules(bytes);
  const contents = pages.flatMap(readEntries);
  const pageAt = (index: number): PdfPage => pages[index] ?? missing(`sheet ${index}`);
  const entryOf = (heading: string): PdfEntry =>
    contents.find(({ text }) => text === solid(heading)) ?? missing(`entry ${heading}`);
  const textBelow = (index: number, top: number) => {
    const page = pageAt(index);
    return solid(textInBox(page, 0, top - nudge, page.width, page.height - footHeight));
  };
  const sheets = (from: number, to: number) => pages.slice(from, to).map((_, index) => from + index);
  const cells = pages.map((page, index) =>
    cellsOf(page, rules[index] ?? []).map((cell) => ({ ...cell, text: solid(cell.text) })),
  );
  return {
    contents,
    cells,
    outline: flatten(outline),
    textBelow,
    footOf: (index) => {
      const page = pageAt(index);
      return solid(textInBox(page, 0, page.height - footHeight, page.width, page.height));
    },
    textBetween: (heading, end) =>
      sheets(entryOf(heading).page, entryOf(end).page)
        .map((page) => textBelow(page, 0))
        .join(""),
    project: ({ heading }) => {
      const entry = entryOf(heading);
      const next = contents[contents.indexOf(entry) + 1]?.page ?? pages.length;
      const rows = joinParts(cells.slice(entry.page, next), { headerLabel });
      return { text: textBelow(entry.page, entry.top), rows };
    },
  };
}

/** Each link of a page, with the line or lines of text below it; one entry's links lead to one place. */
function readEntries(page: PdfPage): readonly PdfEntry[] {
  const places = new Map<string, PdfPage["links"][number][]>();
  for (const link of page.links) {
    const key = `${link.destPage} ${link.destTop}`;
    places.set(key, [...(places.get(key) ?? []), link]);
  }
  return [...places.values()].map((links) => {
    const text = links.map(({ rect }) => textInBox(page, rect.x0, rect.y0, rect.x1, rect.y1)).join("");
    const [, entry, number] = /^(.+?)\.*(\d+)$/u.exec(solid(text)) ?? missing(`page number after ${text}`);
    const [{ destPage, destTop } = missing("link")] = links;
    return { text: entry ?? "", number: number ?? "", page: destPage, top: destTop };
  });
}

function flatten(items: ReadPdf["outline"]): string[] {
  return items.flatMap(({ title, items: below }) => [title, ...flatten(below)]);
}

function missing(what: string): never {
  throw new Error(`the PDF has no ${what}`);
}
