/** A table's part on one page → one Word table: absolute widths, real spans, rows that do not break. */
import { HeightRule, type Paragraph, TableCell, TableRow, VerticalMergeType, WidthType } from "docx";
import type { LaidCell, LaidTable } from "../../layout/index.ts";
import { element } from "../../write/docx/element.ts";
import { attachedTableStyleId, tableStyleId } from "../../write/docx/style-sheet.ts";
import { cleanText } from "../../write/docx/text.ts";
import { twips, twipsInARow } from "../../write/docx/units.ts";
import { BodyElement } from "./body-element.ts";
import { writeCellParagraph } from "./paragraph.ts";

/** `joined`: right below another table, whose bottom border serves both. */
export function writeTable(table: LaidTable, { joined }: { readonly joined: boolean }): BodyElement {
  const widths = twipsInARow(table.widths);
  const squares = fillGrid(table);
  const headerRows = repeatableRows(table);
  const rows = table.heights.map(
    (height, row) =>
      new TableRow({
        cantSplit: true,
        ...(row < headerRows ? { tableHeader: true } : {}),
        height: { value: twips(height), rule: HeightRule.ATLEAST },
        children: writeRow(squares[row] ?? [], row, widths),
      }),
  );
  return new BodyElement("w:tbl", [tableProperties(table, widths, joined), grid(widths), ...rows]);
}

// docx's own Table cannot hold a caption, and adds the covered cells of a span by a rule that loses them
// in silence where the span runs off the table; here every square is accounted for or we throw.
function fillGrid({ cells, heights, widths }: LaidTable): LaidCell[][] {
  const squares: (LaidCell | undefined)[][] = heights.map(() => widths.map(() => undefined));
  for (const cell of cells)
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++)
      for (let column = cell.column; column < cell.column + cell.colSpan; column++) {
        const line = squares[row];
        if (line === undefined || column >= widths.length || line[column] !== undefined)
          throw new Error(`table square ${row}, ${column} is outside the table or taken twice`);
        line[column] = cell;
      }
  return squares.map((line, row) =>
    line.map((cell, column) => {
      if (cell === undefined) throw new Error(`table square ${row}, ${column} belongs to no cell`);
      return cell;
    }),
  );
}

// Word repeats header rows only while they stand alone: a span from the header into the body would be cut.
function repeatableRows({ headerRows, heights, cells }: LaidTable): number {
  const crosses = cells.some(({ row, rowSpan }) => row < headerRows && row + rowSpan > headerRows);
  return crosses || headerRows >= heights.length ? 0 : headerRows;
}

function writeRow(squares: readonly LaidCell[], row: number, widths: readonly number[]): TableCell[] {
  return squares.flatMap((cell, column) =>
    column === cell.column ? [writeCell(cell, { begins: row === cell.row, widths })] : [],
  );
}

type Square = { readonly begins: boolean; readonly widths: readonly number[] };

function writeCell(cell: LaidCell, { begins, widths }: Square): TableCell {
  const width = widths
    .slice(cell.column, cell.column + cell.colSpan)
    .reduce((total, part) => total + part, 0);
  const { RESTART, CONTINUE } = VerticalMergeType;
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(cell.colSpan > 1 ? { columnSpan: cell.colSpan } : {}),
    ...(cell.rowSpan > 1 ? { verticalMerge: begins ? RESTART : CONTINUE } : {}),
    verticalAlign: "center",
    children: begins ? writeContent(cell) : [blankParagraph(cell)],
  });
}

function writeContent(cell: LaidCell): Paragraph[] {
  return cell.paragraphs.length === 0 ? [blankParagraph(cell)] : cell.paragraphs.map(writeCellParagraph);
}

function blankParagraph({ cell }: LaidCell): Paragraph {
  return writeCellParagraph({ style: cell.style, content: [], first: true, last: true, lines: [] });
}

function tableProperties(table: LaidTable, widths: readonly number[], joined: boolean) {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const { source } = table;
  const caption = cleanText(source.caption);
  return element("w:tblPr", {}, [
    element("w:tblStyle", {
      "w:val": joined ? attachedTableStyleId(source.style) : tableStyleId(source.style),
    }),
    element("w:tblW", { "w:w": total, "w:type": "dxa" }),
    element("w:tblInd", { "w:w": 0, "w:type": "dxa" }),
    element("w:tblLayout", { "w:type": "fixed" }),
    ...tighterMargins(table),
    ...(caption === "" ? [] : [element("w:tblCaption", { "w:val": caption })]),
  ]);
}

/** Padding is the table style's, but where layout narrowed it to save a page. */
function tighterMargins({ source, style }: LaidTable) {
  const { paddingX, paddingY } = style;
  if (paddingX === source.style.paddingX && paddingY === source.style.paddingY) return [];
  const margin = (edge: string, points: number) =>
    element(`w:${edge}`, { "w:w": twips(points), "w:type": "dxa" });
  return [
    element("w:tblCellMar", {}, [
      margin("top", paddingY),
      margin("left", paddingX),
      margin("bottom", paddingY),
      margin("right", paddingX),
    ]),
  ];
}

function grid(widths: readonly number[]) {
  return element(
    "w:tblGrid",
    {},
    widths.map((width) => element("w:gridCol", { "w:w": width })),
  );
}
