/**
 * A laid part → what its pages say, for readers who do not see them: headings, paragraphs, tables, contents (ISO
 * 32000-1, 14.7 and 14.8). Elements are numbered within the part, so that its bytes do not depend on the parts before.
 */
import type { LaidCell, LaidContentsEntry, LaidParagraph, LaidTable, LaidText } from "../../layout/index.ts";

/** The standard structure types that a report needs. */
export const structureTypes = [
  "P",
  "Div",
  "H1",
  "H2",
  "H3",
  "Table",
  "TR",
  "TH",
  "TD",
  "TOC",
  "TOCI",
  "Reference",
  "Link",
] as const;
export type StructureType = (typeof structureTypes)[number];

/** Bare numbers, as a thousand projects have 250,000 elements, which are written as JSON and read again. */
export type PartTags = {
  /**
   * In reading order, each after the one it stands in. Three numbers an element: its tag in `structureTypes`; the element it
   * stands in, -1 for none of the part's; its attributes, -1 for none.
   */
  readonly elements: readonly number[];
  /** What tables and cells say of themselves, as a PDF writes it. */
  readonly attributes: readonly string[];
  /** The element of each marked content, by the part's pages and the content's number on the page (MCID). */
  readonly marks: readonly (readonly number[])[];
  /** Each of its tables has a header cell. */
  readonly headed: boolean;
};

export const numbersAnElement = 3;

/** Begins a content of an element on the page that was last begun: what opens it, up to the end of what it says of itself. */
export type Marker = (tag?: "Span") => string;

/** Each function names the element that comes next on the page. */
export type Tagger = {
  readonly turnPage: () => void;
  readonly text: (item: LaidText) => Marker;
  readonly cellParagraph: (table: LaidTable, cell: LaidCell, paragraph: LaidParagraph) => Marker;
  readonly entry: (item: LaidContentsEntry) => EntryTagger;
  /** All that was named since this was last called. */
  readonly take: () => PartTags;
};

export type EntryTagger = {
  /** The number of its link's element. */
  readonly link: number;
  readonly content: Marker;
};

/** Opens what is no part of the text: borders, page numbers, what is printed again. */
export function artifact(kind: keyof typeof artifacts): string {
  return artifacts[kind];
}

const artifacts = {
  layout: "/Artifact<</Type/Layout>>BDC",
  /** Printed again because a page ended. */
  repeated: "/Artifact<</Type/Pagination>>BDC",
  footer: "/Artifact<</Type/Pagination/Subtype/Footer>>BDC",
  watermark: "/Artifact<</Type/Pagination/Subtype/Watermark>>BDC",
} as const;

/** One for many parts; what is open when `take` is called is closed. */
export function openTagger(): Tagger {
  let open = openPart();
  return {
    turnPage: () => open.marks.push([]),
    text: (item) => textMark(open, item),
    cellParagraph: (table, { cell }, paragraph) => cellMark(open, table, { cell, paragraph }),
    entry: (item) => entryTagger(open, item),
    take: () => {
      const { elements, attributes, marks, headed } = open;
      open = openPart();
      return { elements, attributes: [...attributes.keys()], marks, headed };
    },
  };
}

type OpenPart = {
  readonly elements: number[];
  /** With their numbers. */
  readonly attributes: Map<string, number>;
  readonly marks: number[][];
  headed: boolean;
  /** The paragraph or heading that has not ended yet: the page has. */
  paragraph: number | undefined;
  /** By the table, as several pages show it. */
  readonly tables: Map<LaidTable["source"], OpenTable>;
  /** The tables of contents that are open, the innermost last, each for a level of its entries. */
  readonly contents: number[];
};

type OpenTable = {
  readonly elementOf: (cell: Cell) => number;
  /** By its cell's element, the paragraph that has not ended yet. */
  readonly paragraphs: Map<number, number>;
};

function openPart(): OpenPart {
  return {
    elements: [],
    attributes: new Map(),
    marks: [],
    headed: true,
    paragraph: undefined,
    tables: new Map(),
    contents: [],
  };
}

function add(
  { elements, attributes: known }: OpenPart,
  tag: StructureType,
  parent: number,
  attributes = "",
): number {
  const number = known.get(attributes) ?? known.size;
  if (attributes !== "" && number === known.size) known.set(attributes, number);
  elements.push(structureTypes.indexOf(tag), parent, attributes === "" ? -1 : number);
  return elements.length / numbersAnElement - 1;
}

function marker({ elements, marks }: OpenPart, element: number): Marker {
  const own = structureTypes[elements[element * numbersAnElement] ?? -1];
  return (tag: string | undefined = own) => {
    const page = marks.at(-1);
    if (page === undefined || tag === undefined) throw new Error(`nothing to mark for element ${element}`);
    return `/${tag}<</MCID ${page.push(element) - 1}`;
  };
}

function textMark(open: OpenPart, { source: { heading }, part }: LaidText): Marker {
  open.contents.length = 0;
  const before = part.first ? undefined : open.paragraph;
  const element = before ?? add(open, heading === undefined ? "P" : headings[heading.level], -1);
  open.paragraph = part.last ? undefined : element;
  return marker(open, element);
}

const headings = { 1: "H1", 2: "H2", 3: "H3" } as const;

function cellMark(
  open: OpenPart,
  { source }: LaidTable,
  { cell, paragraph }: { readonly cell: Cell; readonly paragraph: LaidParagraph },
): Marker {
  const { elementOf, paragraphs } = open.tables.get(source) ?? openTable(open, source);
  const holder = elementOf(cell);
  // A cell of one paragraph holds its text itself.
  if (cell.paragraphs.length === 1) return marker(open, holder);
  const before = paragraph.first ? undefined : paragraphs.get(holder);
  const element = before ?? add(open, "P", holder);
  if (paragraph.last) paragraphs.delete(holder);
  else paragraphs.set(holder, element);
  return marker(open, element);
}

type Cell = LaidCell["cell"];

function openTable(open: OpenPart, source: LaidTable["source"]): OpenTable {
  open.contents.length = 0;
  const isHeaded = source.cells.some(({ heads }) => heads !== undefined);
  const isGrid = isHeaded || source.style.border > 0;
  if (isGrid && !isHeaded) open.headed = false;
  const table = { elementOf: isGrid ? addTable(open, source) : besides(open, source), paragraphs: new Map() };
  open.tables.set(source, table);
  return table;
}

/** All of the table, however many pages show it → the elements of its cells, by the square that each begins at. */
function addTable(open: OpenPart, source: LaidTable["source"]): OpenTable["elementOf"] {
  const { cells, caption, minHeights } = source;
  const table = add(open, "Table", -1, caption === "" ? "" : `/Summary${textString(caption)}`);
  const rows = minHeights.map(() => add(open, "TR", table));
  const elements = new Map<number, number>();
  for (const cell of cells) {
    const tag = cell.heads === undefined ? "TD" : "TH";
    elements.set(squareOf(cell, source), add(open, tag, rows[cell.row] ?? -1, cellAttributes(cell)));
  }
  return (cell) => {
    const element = elements.get(squareOf(cell, source));
    if (element === undefined) throw new Error(`a table has no cell at ${cell.row}, ${cell.column}`);
    return element;
  };
}

/** A table without borders and headers only puts texts beside each other, and what is blank is none. */
function besides(open: OpenPart, source: LaidTable["source"]): OpenTable["elementOf"] {
  const elements = new Map<number, number>();
  return (cell) => {
    const square = squareOf(cell, source);
    const element = elements.get(square) ?? add(open, cell.paragraphs.length === 1 ? "P" : "Div", -1);
    elements.set(square, element);
    return element;
  };
}

// Not the cell itself: one that is too long to be printed whole has given way to a shorter one.
function squareOf({ row, column }: Cell, { widths }: LaidTable["source"]): number {
  return row * widths.length + column;
}

function cellAttributes({ rowSpan, colSpan, heads }: Cell): string {
  const scope = heads === undefined ? "" : heads === "row" ? "/Scope/Row" : "/Scope/Column";
  const rows = rowSpan === 1 ? "" : `/RowSpan ${rowSpan}`;
  const columns = colSpan === 1 ? "" : `/ColSpan ${colSpan}`;
  return scope + rows + columns;
}

/** A table of contents ends where something else follows. */
function entryTagger(open: OpenPart, { entry }: LaidContentsEntry): EntryTagger {
  const { contents } = open;
  contents.length = Math.min(contents.length, entry.level);
  while (contents.length < entry.level) contents.push(add(open, "TOC", contents.at(-1) ?? -1));
  const item = add(open, "TOCI", contents.at(-1) ?? -1);
  const link = add(open, "Link", add(open, "Reference", item));
  return { link, content: marker(open, link) };
}

/** A text string: UTF-16 with its mark, in hexadecimal digits. */
function textString(text: string): string {
  return `<feff${Buffer.from(text, "utf16le").swap16().toString("hex")}>`;
}
