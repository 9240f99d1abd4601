/** A table → one Word table, which Word breaks over pages: absolute widths, real spans, rows of least heights. */
import type { FlowCell, FlowTable } from "../../layout/index.ts";
import type { InCommentRange } from "./comments.ts";
import type { CellParagraphs } from "./paragraph.ts";
import type { StyleUse } from "./style-sheet.ts";
import { cellMargins, tableBorders } from "./styles.ts";
import { toXmlText } from "./text.ts";
import { type Piece, pieceOf, type XmlSink } from "./utf8-stream.ts";
import { escapeXml, twips, twipsInARow } from "./xml.ts";

type Options = {
  readonly styles: StyleUse;
  readonly paragraphs: CellParagraphs;
  readonly inRange: InCommentRange;
};

export type WriteTable = (table: FlowTable, options: Options, xml: XmlSink) => void;

/** Writes tables, cell by cell. A department's have few sets of columns: what they make of cells is made once. */
export function openTables(): WriteTable {
  const known = new Map<string, Columns>();
  return (table, options, xml) => {
    const key = table.source.widths.join(" ");
    const columns = known.get(key) ?? openColumns(table.source.widths);
    known.set(key, columns);
    writeTable(table, columns, options, xml);
  };
}

type Columns = {
  /** Twips. */
  readonly total: number;
  /** `w:tblGrid`. */
  readonly grid: string;
  readonly openCell: (cell: CellPiece, row: number) => Piece;
};

function openColumns(widths: readonly number[]): Columns {
  const columns = twipsInARow(widths);
  const total = columns.reduce((sum, width) => sum + width, 0);
  return { total, grid: grid(columns), openCell: cellOpener(columns) };
}

function writeTable(
  table: FlowTable,
  { total, grid, openCell }: Columns,
  { styles, paragraphs, inRange }: Options,
  xml: XmlSink,
): void {
  const headerRows = repeatableRows(table);
  const cellsOfRows = layInRows(table, cutBelowHeader(table.cells, headerRows));
  const styleId = styles.table(table.source.style);
  xml.put(`<w:tbl>${tableProperties(table, { total, styleId })}${grid}`);
  for (const [row, { height, splits }] of table.rows.entries()) {
    const whole = splits ? "" : "<w:cantSplit/>";
    const header = row < headerRows ? "<w:tblHeader/>" : "";
    const least = twips(height);
    const room = least === 0 ? "" : `<w:trHeight w:val="${least}" w:hRule="atLeast"/>`;
    const properties = `${whole}${header}${room}`;
    xml.put(properties === "" ? "<w:tr>" : `<w:tr><w:trPr>${properties}</w:trPr>`);
    for (const cell of cellsOfRows[row] ?? []) {
      xml.repeat(openCell(cell, row));
      if (row > cell.row) paragraphs.blank(cell.style, xml);
      else inRange(cell.sources, (inside) => writeContent(cell, paragraphs, inside), xml);
      xml.repeat(cellEnd);
    }
    xml.repeat(rowEnd);
  }
  xml.put("</w:tbl>");
}

const cellEnd = pieceOf("</w:tc>");
const rowEnd = pieceOf("</w:tr>");

/** A table of nothing but header rows has nothing to repeat them above. */
function repeatableRows({ source, rows }: FlowTable): number {
  return source.headerRows < rows.length ? source.headerRows : 0;
}

type CellPiece = Omit<FlowCell, "paragraphs"> & {
  /** None if its text is in another piece of the cell. */
  readonly paragraphs?: FlowCell["paragraphs"];
  /** The side at which the cell goes on in another piece, so that no line is drawn there. */
  readonly open?: "top" | "bottom";
};

/**
 * Header rows that share a cell with the rows below them are not repeated by Word. Such a cell is cut where they end;
 * its text goes to the lower piece, which has the room for it.
 */
function cutBelowHeader(cells: readonly FlowCell[], headerRows: number): readonly CellPiece[] {
  const isCut = ({ row, rowSpan }: FlowCell) => row < headerRows && row + rowSpan > headerRows;
  if (!cells.some(isCut)) return cells;
  return cells.flatMap((cell): CellPiece | readonly CellPiece[] => {
    if (!isCut(cell)) return cell;
    const above = headerRows - cell.row;
    const { row, rowSpan, paragraphs, ...place } = cell;
    return [
      { ...place, row, rowSpan: above, open: "bottom" },
      { ...place, row: headerRows, rowSpan: rowSpan - above, paragraphs, open: "top" },
    ];
  });
}

// Each row's cells from left to right, those that began above included. Word repairs or refuses a table whose rows
// do not fill its grid: every square is accounted for or we throw.
function layInRows({ source: { widths }, rows }: FlowTable, cells: readonly CellPiece[]): CellPiece[][] {
  const squares: (CellPiece | undefined)[][] = rows.map(() => widths.map(() => undefined));
  for (const cell of cells)
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++)
      for (let column = cell.column; column < cell.column + cell.colSpan; column++) {
        const line = squares[row];
        if (line === undefined || column >= widths.length || line[column] !== undefined)
          throw new Error(`table square ${row}, ${column} is outside the table or taken twice`);
        line[column] = cell;
      }
  return squares.map((line, row) => cellsOf(line, row));
}

function cellsOf(line: readonly (CellPiece | undefined)[], row: number): CellPiece[] {
  const cells: CellPiece[] = [];
  for (let column = 0; column < line.length; ) {
    const cell = line[column];
    if (cell === undefined) throw new Error(`table square ${row}, ${column} belongs to no cell`);
    cells.push(cell);
    column += cell.colSpan;
  }
  return cells;
}

/** Cells of one column have the same properties, row after row and table after table, so each kind is made once. */
function cellOpener(widths: readonly number[]): (cell: CellPiece, row: number) => Piece {
  const openings = new Map<number, Piece>();
  return (cell, row) => {
    const { column, colSpan, rowSpan } = cell;
    const merge = rowSpan === 1 ? "" : row === cell.row ? restart : goesOn;
    const open = openSide(cell, row);
    // A number is had at less cost than a text: this is asked for each cell.
    const place = column * (widths.length + 1) + colSpan;
    const kind = 9 * place + 3 * merges.indexOf(merge) + openSides.indexOf(open);
    const known = openings.get(kind);
    if (known !== undefined) return known;
    const width = widths.slice(column, column + colSpan).reduce((total, part) => total + part, 0);
    const span = colSpan > 1 ? `<w:gridSpan w:val="${colSpan}"/>` : "";
    const borders = open === undefined ? "" : `<w:tcBorders><w:${open} w:val="nil"/></w:tcBorders>`;
    // The rows below give what LibreOffice carries over a page its place: in their middle, it would lose lines.
    const middle = merge === goesOn ? "" : '<w:vAlign w:val="center"/>';
    const opening = pieceOf(
      `<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="${width}"/>${span}${merge}${borders}${middle}</w:tcPr>`,
    );
    openings.set(kind, opening);
    return opening;
  };
}

const restart = '<w:vMerge w:val="restart"/>';
const goesOn = "<w:vMerge/>";
const merges = ["", restart, goesOn];
const openSides: readonly CellPiece["open"][] = [undefined, "top", "bottom"];

/** The lower piece is open in all its rows: any of them may stand below a repeated header. */
function openSide({ open, row: first, rowSpan }: CellPiece, row: number): CellPiece["open"] {
  return open === "top" || row === first + rowSpan - 1 ? open : undefined;
}

function writeContent(
  { paragraphs = [], style, heading }: CellPiece,
  { write, writeHeading, blank }: CellParagraphs,
  xml: XmlSink,
): void {
  for (const [index, paragraph] of paragraphs.entries()) {
    if (index === 0 && heading !== undefined) writeHeading(paragraph, heading, xml);
    else write(paragraph, xml);
  }
  if (paragraphs.length === 0) blank(style, xml);
}

function tableProperties(
  table: FlowTable,
  { total, styleId }: Pick<Columns, "total"> & { readonly styleId: string },
): string {
  const { source } = table;
  const caption = toXmlText(source.caption);
  return [
    `<w:tblPr><w:tblStyle w:val="${escapeXml(styleId)}"/><w:tblW w:w="${total}" w:type="dxa"/>`,
    '<w:tblInd w:w="0" w:type="dxa"/>',
    // The style has them too; AbiWord and some converters do not look there.
    tableBorders(source.style),
    '<w:tblLayout w:type="fixed"/>',
    tighterMargins(table),
    caption === "" ? "" : `<w:tblCaption w:val="${escapeXml(caption)}"/>`,
    "</w:tblPr>",
  ].join("");
}

/** The padding is the table style's unless layout narrowed it to save a page. */
function tighterMargins({ source, style }: FlowTable): string {
  const { paddingX, paddingY } = source.style;
  return style.paddingX === paddingX && style.paddingY === paddingY ? "" : cellMargins(style);
}

function grid(widths: readonly number[]): string {
  const columns = widths.map((width) => `<w:gridCol w:w="${width}"/>`);
  return `<w:tblGrid>${columns.join("")}</w:tblGrid>`;
}
