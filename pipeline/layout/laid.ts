/** Pages: every line, row and page break settled, in points from the sheet's top left corner; and the headings on them. */
import type { Comment, HeadingMark, Inline, Sources } from "../model/index.ts";
import type {
  ContentsEntry,
  DocumentFrame,
  NamedTextStyle,
  PageGeometry,
  ResolvedCell,
  ResolvedContents,
  ResolvedParagraph,
  ResolvedTable,
  SectionFrame,
} from "../resolve/index.ts";

/** Text of one font and size on one line. */
export type LaidRun = {
  readonly text: string;
  /** Key of a font in the font book. */
  readonly font: string;
  readonly bold: boolean;
  /** pt */
  readonly size: number;
  readonly x: number;
  readonly width: number;
  /** Added after every character, pt (justification, tracking). */
  readonly spacing: number;
  /** Dots that lead the eye to a page number, and say nothing. */
  readonly leader?: boolean;
};

export type LaidLine = {
  readonly top: number;
  /** The style's pitch. */
  readonly height: number;
  readonly baseline: number;
  readonly runs: readonly LaidRun[];
};

/** A paragraph, or the part of it that is on this page. */
export type LaidParagraph = {
  /** False if the part continues one from the page before, or goes on. */
  readonly first: boolean;
  readonly last: boolean;
  readonly lines: readonly LaidLine[];
};

export type LaidCell = {
  /** In the fragment's own grid, from 0. */
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly cell: ResolvedCell;
  /** The cell began on an earlier page. */
  readonly continued: boolean;
  /** What it shows was printed on an earlier page: a header row, or a label that goes on （续）. */
  readonly repeated: boolean;
  readonly paragraphs: readonly LaidParagraph[];
};

export type LaidText = {
  readonly kind: "text";
  readonly source: ResolvedParagraph;
  readonly part: LaidParagraph;
};

/** The part of a table that is on one page, repeated header rows included. */
export type LaidTable = {
  readonly kind: "table";
  readonly source: ResolvedTable;
  /** The source's style with the padding that was used, which a tightened page narrows. */
  readonly style: ResolvedTable["style"];
  /** In the top margin of a page that begins with it and goes on from the page before: whose table it is. */
  readonly title?: LaidParagraph | undefined;
  readonly x: number;
  readonly y: number;
  readonly widths: readonly number[];
  readonly heights: readonly number[];
  readonly headerRows: number;
  readonly cells: readonly LaidCell[];
};

/** One line of the table of contents: text, leader dots, page number. */
export type LaidContentsEntry = {
  readonly kind: "contents-entry";
  readonly entry: ContentsEntry;
  readonly style: NamedTextStyle;
  readonly lines: readonly LaidLine[];
  /** The printed number of the heading's page. */
  readonly pageNumber: string;
};

export type PageItem = LaidText | LaidTable | LaidContentsEntry;

/** A paragraph as a whole, for a program that breaks lines itself, and how it is led to end them where its pages do. */
export type FlowParagraph = {
  readonly style: NamedTextStyle;
  /** With breaks where it would not end a line by itself. */
  readonly content: readonly Inline[];
  /** By how much it has to narrow the measure, pt. */
  readonly narrower: number;
  /** Added to the style's tracking to the same end, pt. */
  readonly looser: number;
};

export type FlowText = {
  readonly kind: "text";
  readonly source: ResolvedParagraph;
  readonly paragraph: FlowParagraph;
  /** pt kept free above it: the first block of a section whose blocks are centred. */
  readonly above?: number | undefined;
};

export type FlowCell = {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly style: NamedTextStyle;
  readonly sources: Sources;
  readonly heading?: HeadingMark | undefined;
  /** What it says, shortened if it is a label or a header cell too high for a page. */
  readonly paragraphs: readonly FlowParagraph[];
};

/** A table as a whole. */
export type FlowTable = {
  readonly kind: "table";
  readonly source: ResolvedTable;
  /** The source's style with the padding that was used. */
  readonly style: ResolvedTable["style"];
  readonly rows: readonly FlowRow[];
  readonly cells: readonly FlowCell[];
};

export type FlowRow = {
  /** Least height, pt. */
  readonly height: number;
  /** So high that a page break may cut it. */
  readonly splits: boolean;
};

/** What stands on a line of an entry, and how much wider its last character is set for the line to end there, pt. */
export type FlowEntryLine = { readonly text: string; readonly filler: number };

export type FlowContentsEntry = Pick<ContentsEntry, "level" | "id"> & {
  readonly lines: readonly FlowEntryLine[];
  /** The printed number of the heading's page. */
  readonly pageNumber: string;
};

export type FlowContents = {
  readonly kind: "contents";
  readonly entries: readonly FlowContentsEntry[];
  /** Of all levels, used or not: a heading added in Word needs them too. */
  readonly styles: ResolvedContents["styles"];
};

/** A block uncut, for a program that breaks pages itself, set as it is on its pages. */
export type FlowBlock = FlowText | FlowTable | FlowContents;

/** The same blocks twice: on their pages, and uncut. */
export type LaidBlocks = {
  readonly pages: readonly (readonly PageItem[])[];
  readonly flow: readonly FlowBlock[];
};

/** A page without its items. */
export type PageFrame = {
  /** Nothing stands on it: the next page begins a count, on a right-hand page. It is in no part. */
  readonly blank?: true;
  readonly section: number;
  readonly geometry: PageGeometry;
  /** `3`, `II`; absent on a cover and on a blank page. */
  readonly number?: string;
  /** The page's place in the count of its numbers, from 1. */
  readonly ordinal?: number;
  /** The printed number as placed, for example `— 3 —`. */
  readonly footer?: LaidLine;
};

/** A heading, at the place where it begins. */
export type LaidHeading = {
  readonly level: 1 | 2 | 3;
  readonly id: string;
  readonly content: readonly Inline[];
  /** Counted from 0: in the part, or in the document. */
  readonly page: number;
  /** pt from the sheet's top. */
  readonly top: number;
};

/** Consecutive pages of one section, laid independently of all others: the first begins a page. */
export type LaidPart = {
  readonly section: SectionFrame;
  /** The section's first part: its own break opens the first page. */
  readonly opensSection: boolean;
  /** Counted from 0 in the document. */
  readonly ordinal: number;
  readonly pages: readonly { readonly geometry: PageGeometry; readonly items: readonly PageItem[] }[];
  readonly flow: readonly FlowBlock[];
  /** Each on a source that the part prints; the writers tie them to its place. */
  readonly comments?: readonly Comment[] | undefined;
};

/** A document without the contents of its pages. */
export type LaidFrame = {
  readonly document: DocumentFrame;
  readonly pages: readonly PageFrame[];
  /** In reading order. */
  readonly headings: readonly LaidHeading[];
};

/** In reading order, pages counted from 0. A heading that runs on to the next page is listed where it begins. */
export function headingsOn(pages: readonly (readonly PageItem[])[]): readonly LaidHeading[] {
  return pages.flatMap((items, page) =>
    items.flatMap((item): readonly LaidHeading[] => {
      if (item.kind === "table") return item.cells.flatMap((cell) => headingIn(cell, page));
      if (item.kind !== "text" || item.source.heading === undefined || !item.part.first) return [];
      return [
        { ...item.source.heading, content: item.source.content, page, top: item.part.lines[0]?.top ?? 0 },
      ];
    }),
  );
}

function headingIn(
  { cell: { heading, paragraphs }, continued, repeated, paragraphs: laid }: LaidCell,
  page: number,
): readonly LaidHeading[] {
  if (heading === undefined || continued || repeated) return [];
  return [{ ...heading, content: paragraphs[0], page, top: laid[0]?.lines[0]?.top ?? 0 }];
}
