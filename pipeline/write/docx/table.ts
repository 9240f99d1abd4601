/** A table's part on one page → one Word table: absolute widths, real spans, rows that do not break. */
import type { LaidCell, LaidTable } from "../../layout/index.ts";
import type { CellParagraphs } from "./paragraph.ts";
import type { StyleUse } from "./style-sheet.ts";
import { cellMargins, tableBorders } from "./styles.ts";
import { toXmlText } from "./text.ts";
import { escapeXml, twips, twipsInARow } from "./xml.ts";

type Options = {
  readonly styles: StyleUse;
  readonly paragraphs: CellParagraphs;
  /** Right below another table, whose bottom border serves both. */
  readonly joined: boolean;
};

/** The table, row by row. */
export function* writeTable(table: LaidTable, { styles, paragraphs, joined }: Options): Generator<string> {
  const widths = twipsInARow(table.widths);
  const cellsOfRows = layInRows(table);
  const headerRows = repeatableRows(table);
  const styleId = styles.table(table.source.style, joined);
  yield `<w:tbl>${tableProperties(table, { widths, styleId, joined })}${grid(widths)}`;
  const openCell = cellOpener(widths);
  for (const [row, height] of table.heights.entries()) {
    let cells = "";
    for (const cell of cellsOfRows[row] ?? []) {
      const begins = row === cell.row;
      cells += `${openCell(cell, begins)}${writeContent(cell, begins, paragraphs)}</w:tc>`;
    }
    const header = row < headerRows ? "<w:tblHeader/>" : "";
    const least = `<w:trHeight w:val="${twips(height)}" w:hRule="atLeast"/>`;
    yield `<w:tr><w:trPr><w:cantSplit/>${header}${least}</w:trPr>${cells}</w:tr>`;
  }
  yield "</w:tbl>";
}

// Each row's cells from left to right, those that began above included. Word repairs or refuses a table whose rows
// do not fill its grid: every square is accounted for or we throw.
function layInRows({ cells, heights, widths }: LaidTable): LaidCell[][] {
  const squares: (LaidCell | undefined)[][] = heights.map(() => widths.map(() => undefined));
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

function cellsOf(line: readonly (LaidCell | undefined)[], row: number): LaidCell[] {
  const cells: LaidCell[] = [];
  for (let column = 0; column < line.length; ) {
    const cell = line[column];
    if (cell === undefined) throw new Error(`table square ${row}, ${column} belongs to no cell`);
    cells.push(cell);
    column += cell.colSpan;
  }
  return cells;
}

// Word would cut a span from the header into the body, so such a header does not repeat.
function repeatableRows({ headerRows, heights, cells }: LaidTable): number {
  const crosses = cells.some(({ row, rowSpan }) => row < headerRows && row + rowSpan > headerRows);
  return crosses || headerRows >= heights.length ? 0 : headerRows;
}

/** Cells of one column have the same properties, row after row, so each kind is made once a table. */
function cellOpener(widths: readonly number[]): (cell: LaidCell, begins: boolean) => string {
  const openings = new Map<number, string>();
  return ({ column, colSpan, rowSpan }, begins) => {
    const merge = rowSpan === 1 ? 0 : begins ? 1 : 2;
    const kind = (column * (widths.length + 1) + colSpan) * merges.length + merge;
    const known = openings.get(kind);
    if (known !== undefined) return known;
    const width = widths.slice(column, column + colSpan).reduce((total, part) => total + part, 0);
    const span = colSpan > 1 ? `<w:gridSpan w:val="${colSpan}"/>` : "";
    const opening = `<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="${width}"/>${span}${merges[merge]}<w:vAlign w:val="center"/></w:tcPr>`;
    openings.set(kind, opening);
    return opening;
  };
}

const merges = ["", '<w:vMerge w:val="restart"/>', '<w:vMerge w:val="continue"/>'] as const;

/** A cell that began in a row above is written again, empty, to go on with the merge. */
function writeContent(cell: LaidCell, begins: boolean, paragraphs: CellParagraphs): string {
  if (!begins || cell.paragraphs.length === 0) return paragraphs.blank(cell.cell.style);
  let written = "";
  for (const laid of cell.paragraphs) written += paragraphs.write(laid);
  return written;
}

type OwnProperties = {
  readonly widths: readonly number[];
  readonly styleId: string;
  readonly joined: boolean;
};

function tableProperties(table: LaidTable, { widths, styleId, joined }: OwnProperties): string {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const { source } = table;
  const caption = toXmlText(source.caption);
  return [
    `<w:tblPr><w:tblStyle w:val="${escapeXml(styleId)}"/><w:tblW w:w="${total}" w:type="dxa"/>`,
    '<w:tblInd w:w="0" w:type="dxa"/>',
    // The style has them too; AbiWord and some converters do not look there.
    tableBorders(source.style, !joined),
    '<w:tblLayout w:type="fixed"/>',
    tighterMargins(table),
    caption === "" ? "" : `<w:tblCaption w:val="${escapeXml(caption)}"/>`,
    "</w:tblPr>",
  ].join("");
}

/** The padding is the table style's unless layout narrowed it to save a page. */
function tighterMargins({ source, style }: LaidTable): string {
  const { paddingX, paddingY } = source.style;
  return style.paddingX === paddingX && style.paddingY === paddingY ? "" : cellMargins(style);
}

function grid(widths: readonly number[]): string {
  const columns = widths.map((width) => `<w:gridCol w:w="${width}"/>`);
  return `<w:tblGrid>${columns.join("")}</w:tblGrid>`;
}
