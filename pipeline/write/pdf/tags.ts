/**
 * A laid part → what its pages say, for readers who do not see them: headings, paragraphs, tables, contents (ISO
 * 32000-1, 14.7 and 14.8). Elements are numbered within the part, so that its bytes do not depend on the parts before.
 */
import type { LaidCell, LaidContentsEntry, LaidTable, LaidText } from "../../layout/index.ts";

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
};

export const numbersAnElement = 3;

/** Each function names the element that comes next on the page, and gives the operator that opens its content. */
export type Tagger = {
  readonly turnPage: () => void;
  readonly text: (item: LaidText) => string;
  /** `begins` is false if the paragraph goes on from an earlier page. */
  readonly cellParagraph: (table: LaidTable, cell: LaidCell, begins: boolean) => string;
  readonly entry: (item: LaidContentsEntry) => EntryTagger;
  /** All that was named since this was last called. */
  readonly take: () => PartTags;
};

export type EntryTagger = {
  /** The number of its link's element. */
  readonly link: number;
  readonly content: () => string;
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
    cellParagraph: (table, cell, begins) => cellMark(open, table, { cell: cell.cell, begins }),
    entry: (item) => entryTagger(open, item),
    take: () => {
      const { elements, attributes, marks } = open;
      open = openPart();
      return { elements, attributes: [...attributes.keys()], marks };
    },
  };
}

type OpenPart = {
  readonly elements: number[];
  /** With their numbers. */
  readonly attributes: Map<string, number>;
  readonly marks: number[][];
  /** The paragraph or heading that goes on if the next one does not begin. */
  paragraph: number;
  /** By the table, as several pages show it. */
  readonly tables: Map<LaidTable["source"], OpenTable>;
  /** The tables of contents that are open, the innermost last, each for a level of its entries. */
  readonly contents: number[];
};

/** The elements of its cells, by the square that each begins at; and of the last paragraph of each. */
type OpenTable = {
  readonly cells: ReadonlyMap<number, number>;
  readonly paragraphs: Map<number, number>;
};

function openPart(): OpenPart {
  return {
    elements: [],
    attributes: new Map(),
    marks: [],
    paragraph: -1,
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

/** Opens marked content of an element on the page that was last begun. */
function mark({ elements, marks }: OpenPart, element: number): string {
  const page = marks.at(-1);
  const tag = structureTypes[elements[element * numbersAnElement] ?? -1];
  if (page === undefined || tag === undefined) throw new Error(`nothing to mark for element ${element}`);
  return `/${tag}<</MCID ${page.push(element) - 1}>>BDC`;
}

function textMark(open: OpenPart, { source, part }: LaidText): string {
  open.contents.length = 0;
  if (part.first || open.paragraph < 0) {
    const { heading } = source;
    open.paragraph = add(open, heading === undefined ? "P" : headings[heading.level], -1);
  }
  return mark(open, open.paragraph);
}

const headings = { 1: "H1", 2: "H2", 3: "H3" } as const;

function cellMark(
  open: OpenPart,
  { source }: LaidTable,
  { cell, begins }: { readonly cell: Cell; readonly begins: boolean },
): string {
  const table = open.tables.get(source) ?? addTable(open, source);
  const element = table.cells.get(squareOf(cell, source));
  if (element === undefined) throw new Error(`a table has no cell at ${cell.row}, ${cell.column}`);
  // A cell of one paragraph holds its text itself.
  if (cell.paragraphs.length === 1) return mark(open, element);
  const before = table.paragraphs.get(element);
  const paragraph = before === undefined || begins ? add(open, "P", element) : before;
  table.paragraphs.set(element, paragraph);
  return mark(open, paragraph);
}

type Cell = LaidCell["cell"];

function squareOf({ row, column }: Cell, { widths }: LaidTable["source"]): number {
  return row * widths.length + column;
}

/** All of the table, however many pages show it. Without borders and headers it only puts paragraphs side by side. */
function addTable(open: OpenPart, source: LaidTable["source"]): OpenTable {
  const { cells, style, caption, minHeights } = source;
  const numbers = new Map<number, number>();
  if (style.border === 0 && cells.every(({ heads }) => heads === undefined))
    for (const cell of cells)
      numbers.set(squareOf(cell, source), add(open, cell.paragraphs.length === 1 ? "P" : "Div", -1));
  else {
    const table = add(open, "Table", -1, caption === "" ? "" : `/Summary${textString(caption)}`);
    const rows = minHeights.map(() => add(open, "TR", table));
    for (const cell of cells) {
      const tag = cell.heads === undefined ? "TD" : "TH";
      numbers.set(squareOf(cell, source), add(open, tag, rows[cell.row] ?? -1, cellAttributes(cell)));
    }
  }
  const table = { cells: numbers, paragraphs: new Map() };
  open.tables.set(source, table);
  return table;
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
  return { link, content: () => mark(open, link) };
}

/** A text string: UTF-16 with its mark, in hexadecimal digits. */
function textString(text: string): string {
  return `<feff${Buffer.from(text, "utf16le").swap16().toString("hex")}>`;
}
