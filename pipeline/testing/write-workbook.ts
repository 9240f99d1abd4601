/** Rows of text, or grids with merged cells → workbooks and the page that many systems write in place of one. */
import { utils, write } from "@e965/xlsx";
import type { CardGrid } from "./card-layout.ts";

type Rows = readonly (readonly string[])[];
export type BookType = "xlsx" | "biff8" | "ods" | "xlml";

/** Every cell is a text, as systems write codes; a blank one is none. */
export function workbookOf(rows: Rows, bookType: BookType): Uint8Array {
  return bytesOf([["数据", { rows, merges: [] }]], bookType);
}

/** A sheet for each grid. */
export function workbookOfGrids(grids: readonly CardGrid[], bookType: BookType = "xlsx"): Uint8Array {
  return bytesOf(
    grids.map((grid, index) => [`项目${index + 1}`, grid]),
    bookType,
  );
}

export function workbookOfSheets(sheets: readonly (readonly [name: string, rows: Rows])[]): Uint8Array {
  return bytesOf(
    sheets.map(([name, rows]) => [name, { rows, merges: [] }]),
    "xlsx",
  );
}

function bytesOf(
  sheets: readonly (readonly [name: string, grid: CardGrid])[],
  bookType: BookType,
): Uint8Array {
  const workbook = utils.book_new();
  for (const [name, { rows, merges }] of sheets) {
    const sheet = utils.aoa_to_sheet(rows.map((cells) => cells.map((cell) => (cell === "" ? null : cell))));
    sheet["!merges"] = merges.map(({ row: r, column: c, rows: height, columns }) => ({
      s: { r, c },
      e: { r: r + height - 1, c: c + columns - 1 },
    }));
    utils.book_append_sheet(workbook, sheet, name);
  }
  // Without shared strings an XLS keeps 255 characters of a cell.
  return new Uint8Array(write(workbook, { bookType, bookSST: bookType === "biff8", type: "buffer" }));
}

export function pageOf(rows: Rows): string {
  return pageOfGrids([{ rows, merges: [] }]);
}

/** A table for each grid, with the cells that its merged ones cover left out. */
export function pageOfGrids(grids: readonly CardGrid[]): string {
  return `<html><head><meta charset="gbk"></head><body>${grids.map(tableOf).join("<br>\n")}</body></html>`;
}

function tableOf({ rows, merges }: CardGrid): string {
  const cellOf = (text: string, row: number, column: number): string => {
    const within = merges.find(
      (one) =>
        row >= one.row &&
        row < one.row + one.rows &&
        column >= one.column &&
        column < one.column + one.columns,
    );
    if (within !== undefined && (within.row !== row || within.column !== column)) return "";
    const spans = within === undefined ? "" : ` colspan="${within.columns}" rowspan="${within.rows}"`;
    return `<td${spans}>${escaped(text)}</td>`;
  };
  const lines = rows.map(
    (cells, row) => `<tr>${cells.map((text, column) => cellOf(text, row, column)).join("")}</tr>`,
  );
  return `<table border="1">${lines.join("\n")}</table>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("\n", "<br>");
}
