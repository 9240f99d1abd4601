/** A w:tbl → its cells with their spans, rebuilt from gridSpan and vMerge. */
import type { Element } from "@xmldom/xmldom";
import { childrenOf, firstChild, propertyOf, textOf } from "./read-docx-xml.ts";

type DocxCell = {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  /** Paragraphs are parted by line breaks. */
  readonly text: string;
};

export type DocxTable = {
  readonly kind: "table";
  readonly style: string;
  readonly caption: string;
  readonly rows: number;
  /** Twips. */
  readonly widths: readonly number[];
  readonly headerRows: number;
  readonly cells: readonly DocxCell[];
};

/** Every square's text; a merged cell's text stands in each square it covers. */
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

/** Throws where rows do not fill the grid, or a merge goes on below a cell of another width or none at all. */
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
    headerRows: rows.filter((row) => {
      const rowProperties = firstChild(row, "w:trPr");
      return rowProperties !== undefined && firstChild(rowProperties, "w:tblHeader") !== undefined;
    }).length,
    cells: mergeRows(rows.map((row, index) => readRow(row, index, widths.length))),
  };
}

type Piece = DocxCell & { readonly merge: "none" | "restart" | "continue" };

function readRow(row: Element, index: number, columns: number): Piece[] {
  let column = 0;
  const pieces = childrenOf(row, "w:tc").map((cell): Piece => {
    const properties = firstChild(cell, "w:tcPr");
    const colSpan = Number(propertyOf(properties, "w:gridSpan") ?? 1);
    const merge = properties === undefined ? undefined : firstChild(properties, "w:vMerge");
    const goesOn = merge !== undefined && merge.getAttribute("w:val") !== "restart";
    const piece: Piece = {
      row: index,
      column,
      rowSpan: 1,
      colSpan,
      text: childrenOf(cell, "w:p").map(textOf).join("\n"),
      merge: merge === undefined ? "none" : goesOn ? "continue" : "restart",
    };
    column += colSpan;
    return piece;
  });
  if (column !== columns) throw new Error(`row ${index} fills ${column} of ${columns} columns`);
  return pieces;
}

function mergeRows(rows: readonly (readonly Piece[])[]): DocxCell[] {
  const cells: DocxCell[] = [];
  for (const { merge, ...cell } of rows.flat()) {
    if (merge !== "continue") {
      cells.push(cell);
      continue;
    }
    const index = cells.findIndex(
      ({ row, rowSpan, column, colSpan }) =>
        column === cell.column && colSpan === cell.colSpan && row + rowSpan === cell.row,
    );
    const above = cells[index];
    if (above === undefined)
      throw new Error(`row ${cell.row}, column ${cell.column} merges with nothing above it`);
    cells[index] = { ...above, rowSpan: above.rowSpan + 1 };
  }
  return cells;
}
