/** Composed blocks → what each format is to say: the grid of a table is laid here anew, and no style is asked but for borders. */
import type { Block, Cell, Heading, Inline, Row, Table } from "../model/index.ts";
import type { SaidBlock, SaidCell, SaidTable } from "./said.ts";

/** What a format makes of a table. */
export type TableReading = (table: Table) => readonly SaidBlock[];

/** Blank paragraphs only part what is said, and no format has to say them. */
export function expectedBlocks(block: Block, read: TableReading): readonly SaidBlock[] {
  switch (block.kind) {
    case "heading":
      return [expectedHeading(block)];
    case "paragraph":
      return spoken([textOf(block.content)]);
    case "contents":
      return [{ kind: "contents", entries: [] }];
    case "table":
      return read(block);
  }
}

export function expectedHeading({ level, content }: Pick<Heading, "level" | "content">): SaidBlock {
  return { kind: "heading", level, text: textOf(content) };
}

function spoken(texts: readonly string[]): readonly SaidBlock[] {
  return texts.filter((text) => text.trim() !== "").map((text) => ({ kind: "paragraph", text }));
}

/** Every table is one; a cell that stands in header rows and below them is two, as Word could not repeat it otherwise. */
export const tableInDocx: TableReading = (table) => {
  const whole = layTable(table);
  const above = table.header.length;
  if (above === 0) return [whole];
  return [{ ...whole, cells: whole.cells.flatMap((cell) => cutAt(above, cell)).toSorted(byPlace) }];
};

/** What `headed` says has no header cell, and `isRuled` no borders, only puts paragraphs beside each other. */
export function tableInPdf(isRuled: (style: string) => boolean): TableReading {
  return (table) => {
    const whole = layTable(table);
    const isGrid = isRuled(table.style) || [...table.header, ...table.body].some(hasHeader);
    return isGrid ? [whole] : spoken(whole.cells.flatMap(({ paragraphs }) => paragraphs));
  };
}

function hasHeader({ cells }: Row): boolean {
  return cells.some(({ header }) => header);
}

function cutAt(above: number, cell: SaidCell): readonly SaidCell[] {
  const { row, rowSpan } = cell;
  if (row >= above || row + rowSpan <= above) return [cell];
  return [
    { ...cell, rowSpan: above - row, paragraphs: [""] },
    { ...cell, row: above, rowSpan: row + rowSpan - above },
  ];
}

function byPlace(one: SaidCell, other: SaidCell): number {
  return one.row - other.row || one.column - other.column;
}

/** As HTML has it: each cell takes the first square of its row that none above it takes. */
function layTable({ columns, header, body, caption }: Table): SaidTable {
  const rows = [...header, ...body];
  // For each column, the first row in which it is free.
  const free = columns.map(() => 0);
  const cells: SaidCell[] = [];
  for (const [row, line] of rows.entries()) {
    let column = 0;
    for (const cell of line.cells) {
      while ((free[column] ?? row) > row) column += 1;
      cells.push(cellAt(cell, row, column));
      free.fill(row + cell.rowSpan, column, column + cell.colSpan);
      column += cell.colSpan;
    }
  }
  return { kind: "table", caption, rows: rows.length, columns: columns.length, cells };
}

function cellAt({ rowSpan, colSpan, paragraphs, entry }: Cell, row: number, column: number): SaidCell {
  return { row, column, rowSpan, colSpan, paragraphs: paragraphs.map(textOf), level: entry?.level };
}

function textOf(content: readonly Inline[]): string {
  return content.map((inline) => (inline.kind === "text" ? inline.text : "\n")).join("");
}
