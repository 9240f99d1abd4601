/** A w:tbl → its cells with their spans, rebuilt from gridSpan and vMerge. */
import type { Element } from "@xmldom/xmldom";
import { childrenOf, firstChild, propertyOf, textOf } from "./read-docx-xml.ts";

type DocxCell = {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  /** Twips. */
  readonly width: number;
  /** Paragraphs are parted by line breaks. */
  readonly text: string;
  /** Of its paragraphs, in order. */
  readonly styles: readonly string[];
};

export type DocxTable = {
  readonly kind: "table";
  readonly style: string;
  readonly caption: string;
  readonly rows: number;
  /** Twips. */
  readonly widths: readonly number[];
  /** Twips: least heights. */
  readonly heights: readonly number[];
  /** Whether a row may be cut by a page break. */
  readonly splits: boolean;
  /** Padding that the table sets itself, by edge, twips. */
  readonly padding: Readonly<Record<string, number>>;
  /** The lines that the table draws itself, by edge: `single`, `nil`. */
  readonly borders: Readonly<Record<string, string>>;
  readonly headerRows: number;
  readonly cells: readonly DocxCell[];
};

/** Every square's text; a merged cell's text is repeated in each square that it covers. */
export function gridOf({ rows, widths, cells }: DocxTable): string[][] {
  const at = (row: number, column: number) =>
    cells.find(
      (cell) =>
        row >= cell.row &&
        row < cell.row + cell.rowSpan &&
        column >= cell.column &&
        column < cell.column + cell.colSpan,
    );
  return Array.from({ length: rows }, (_, row) =>
    widths.map((_width, column) => at(row, column)?.text ?? ""),
  );
}

/** Throws if rows do not fill the grid, or a merge goes on with a text, or below a cell of another width or none at all. */
export function readTable(table: Element): DocxTable {
  const properties = firstChild(table, "w:tblPr");
  const grid = firstChild(table, "w:tblGrid");
  const widths = (grid === undefined ? [] : childrenOf(grid, "w:gridCol")).map((column) =>
    Number(column.getAttribute("w:w")),
  );
  const rows = childrenOf(table, "w:tr");
  return {
    kind: "table",
    style: propertyOf(properties, "w:tblStyle") ?? "",
    caption: propertyOf(properties, "w:tblCaption") ?? "",
    rows: rows.length,
    widths,
    heights: rows.map((row) => {
      const height = rowProperty(row, "w:trHeight");
      return height?.getAttribute("w:hRule") === "atLeast" ? Number(height.getAttribute("w:val")) : 0;
    }),
    splits: rows.some((row) => rowProperty(row, "w:cantSplit") === undefined),
    padding: paddingIn(properties),
    borders: bordersIn(properties),
    headerRows: rows.filter((row) => rowProperty(row, "w:tblHeader") !== undefined).length,
    cells: mergeRows(rows.map((row, index) => readRow(row, index, widths.length))),
  };
}

function rowProperty(row: Element, tag: string): Element | undefined {
  const properties = firstChild(row, "w:trPr");
  return properties && firstChild(properties, tag);
}

function paddingIn(properties: Element | undefined): Readonly<Record<string, number>> {
  const margins = properties && firstChild(properties, "w:tblCellMar");
  const edges = margins === undefined ? [] : childrenOf(margins);
  return Object.fromEntries(
    edges.map((edge) => [edge.tagName.replace("w:", ""), Number(edge.getAttribute("w:w"))]),
  );
}

function bordersIn(properties: Element | undefined): Readonly<Record<string, string>> {
  const borders = properties && firstChild(properties, "w:tblBorders");
  const edges = borders === undefined ? [] : childrenOf(borders);
  return Object.fromEntries(
    edges.map((edge) => [edge.tagName.replace("w:", ""), edge.getAttribute("w:val") ?? ""]),
  );
}

type Piece = DocxCell & {
  readonly merge: "none" | "restart" | "continue";
  /** The sides at which it draws no line. */
  readonly open: readonly string[];
};

function readRow(row: Element, index: number, columns: number): Piece[] {
  let column = 0;
  const pieces = childrenOf(row, "w:tc").map((cell): Piece => {
    const properties = firstChild(cell, "w:tcPr");
    const colSpan = Number(propertyOf(properties, "w:gridSpan") ?? 1);
    const merge = properties === undefined ? undefined : firstChild(properties, "w:vMerge");
    const lines = properties && firstChild(properties, "w:tcBorders");
    const goesOn = merge !== undefined && merge.getAttribute("w:val") !== "restart";
    const paragraphs = childrenOf(cell, "w:p");
    const piece: Piece = {
      row: index,
      column,
      rowSpan: 1,
      colSpan,
      width: Number((properties && firstChild(properties, "w:tcW"))?.getAttribute("w:w")),
      text: paragraphs.map(textOf).join("\n"),
      styles: paragraphs.map((paragraph) => propertyOf(firstChild(paragraph, "w:pPr"), "w:pStyle") ?? ""),
      open: (lines === undefined ? [] : childrenOf(lines))
        .filter((line) => line.getAttribute("w:val") === "nil")
        .map((line) => line.tagName.replace("w:", "")),
      merge: merge === undefined ? "none" : goesOn ? "continue" : "restart",
    };
    column += colSpan;
    return piece;
  });
  if (column !== columns) throw new Error(`row ${index} fills ${column} of ${columns} columns`);
  return pieces;
}

/** Two cells without a line between them are one, as a merged cell cut by the end of the header rows is. */
function mergeRows(rows: readonly (readonly Piece[])[]): DocxCell[] {
  const cells: { readonly cell: DocxCell; readonly open: readonly string[] }[] = [];
  for (const { merge, open, ...cell } of rows.flat()) {
    const index = cells.findIndex(
      ({ cell: { row, rowSpan, column, colSpan } }) =>
        column === cell.column && colSpan === cell.colSpan && row + rowSpan === cell.row,
    );
    const above = cells[index];
    const whole = above?.open.includes("bottom") && open.includes("top");
    if (merge !== "continue" && !whole) {
      cells.push({ cell, open });
      continue;
    }
    if (merge === "continue" && cell.text !== "")
      throw new Error(`row ${cell.row}, column ${cell.column} hides “${cell.text}”`);
    if (above === undefined)
      throw new Error(`row ${cell.row}, column ${cell.column} merges with nothing above it`);
    const { rowSpan, text, styles } = above.cell;
    const shown = whole ? { text: text + cell.text, styles: cell.styles } : { text, styles };
    cells[index] = { cell: { ...above.cell, ...shown, rowSpan: rowSpan + 1 }, open };
  }
  return cells.map(({ cell }) => cell);
}
