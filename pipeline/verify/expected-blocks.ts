/** Composed blocks → what each format is to say: the grid of a table is laid here anew, and no style is asked but for borders. */
import type { Block, Cell, Heading, Inline, Row, Sources, Table } from "../model/index.ts";
import type { NeutralBlock, SaidBlock, SaidCell, SaidComment, SaidPart } from "./said.ts";

type NeutralTable = Extract<NeutralBlock, { kind: "table" }>;

/** What a format makes of a table. */
export type TableReading = (table: NeutralTable) => readonly SaidBlock[];

/** Of the sources that something prints, the comments on it. */
export type CommentsOn = (sources: Sources) => readonly SaidComment[];

const uncommented: CommentsOn = () => [];

/** What blocks say; blank paragraphs only part it, and no format has to say them. */
export function saidBy(blocks: readonly Block[], commentsOn: CommentsOn = uncommented): SaidPart {
  return blocks.flatMap((block) => saidByBlock(block, commentsOn));
}

function saidByBlock(block: Block, commentsOn: CommentsOn): SaidPart {
  switch (block.kind) {
    case "heading":
      return [{ ...expectedHeading(block), ...commented(commentsOn(block.sources)) }];
    case "paragraph":
      return spoken([{ paragraphs: [textOf(block.content)], ...commented(commentsOn(block.sources)) }]);
    case "contents":
      return [{ kind: "contents", entries: [] }];
    case "table":
      return [layTable(block, commentsOn)];
  }
}

/** Most have none, and what a part says goes to other threads. */
function commented(comments: readonly SaidComment[]): { readonly comments?: readonly SaidComment[] } {
  return comments.length === 0 ? {} : { comments };
}

export function expectedBlocks(block: NeutralBlock, read: TableReading): readonly SaidBlock[] {
  return block.kind === "table" ? read(block) : [block];
}

export function expectedHeading({ level, content }: Pick<Heading, "level" | "content">) {
  return { kind: "heading", level, text: textOf(content) } as const;
}

/** Paragraphs that are not blank; what is commented is told of in the first, be it blank. */
function spoken(cells: readonly Pick<SaidCell, "paragraphs" | "comments">[]) {
  return cells.flatMap(({ paragraphs, comments }) => {
    const texts = paragraphs.filter((text) => text.trim() !== "");
    const told = texts.length === 0 && comments !== undefined ? [""] : texts;
    return told.map(
      (text, index) => ({ kind: "paragraph", text, ...(index === 0 && comments && { comments }) }) as const,
    );
  });
}

/** Every table is one; a cell that stands in header rows and below them is two, as Word could not repeat it otherwise. */
export const tableInDocx: TableReading = (table) => {
  const { header, cells } = table;
  if (!cells.some((cell) => isCutAt(header, cell))) return [table];
  return [{ ...table, cells: cells.flatMap((cell) => cutAt(header, cell)).toSorted(byPlace) }];
};

/** In a PDF and a page of HTML: what has no header cell, and `isRuled` no borders, only puts paragraphs beside each other. */
export function tableWhereMarked(isRuled: (style: string) => boolean): TableReading {
  return (table) => (isRuled(table.style) || table.isHeaded ? [table] : spoken(table.cells));
}

function hasHeader({ cells }: Row): boolean {
  return cells.some(({ header }) => header);
}

function isCutAt(above: number, { row, rowSpan }: SaidCell): boolean {
  return row < above && row + rowSpan > above;
}

function cutAt(above: number, cell: SaidCell): readonly SaidCell[] {
  if (!isCutAt(above, cell)) return [cell];
  const { row, rowSpan } = cell;
  return [
    { ...cell, rowSpan: above - row, paragraphs: [""] },
    { ...cell, row: above, rowSpan: row + rowSpan - above, comments: undefined },
  ];
}

function byPlace(one: SaidCell, other: SaidCell): number {
  return one.row - other.row || one.column - other.column;
}

/** As HTML has it: each cell takes the first square of its row that none above it takes. */
function layTable({ style, columns, header, body, caption }: Table, commentsOn: CommentsOn): NeutralTable {
  const rows = [...header, ...body];
  // For each column, the first row in which it is free.
  const free = columns.map(() => 0);
  const cells: SaidCell[] = [];
  for (const [row, line] of rows.entries()) {
    let column = 0;
    for (const cell of line.cells) {
      while ((free[column] ?? row) > row) column += 1;
      cells.push({ ...cellAt(cell, row, column), ...commented(commentsOn(cell.sources)) });
      free.fill(row + cell.rowSpan, column, column + cell.colSpan);
      column += cell.colSpan;
    }
  }
  const grid = { kind: "table", caption, rows: rows.length, columns: columns.length, cells } as const;
  return { ...grid, style, header: header.length, isHeaded: rows.some(hasHeader) };
}

function cellAt({ paragraphs, entry, ...cell }: Cell, row: number, column: number): SaidCell {
  const { rowSpan, colSpan } = cell;
  const texts = paragraphs.map(textOf);
  // What says nothing heads nothing.
  const header = cell.header && (texts.length > 1 || texts[0] !== "");
  return { row, column, rowSpan, colSpan, header, paragraphs: texts, level: entry?.level };
}

function textOf(content: readonly Inline[]): string {
  return content.map((inline) => (inline.kind === "text" ? inline.text : "\n")).join("");
}
