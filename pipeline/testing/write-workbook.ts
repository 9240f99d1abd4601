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
export function workbookOfGrids(grids: readonly CardGrid[]): Uint8Array {
  return bytesOf(
    grids.map((grid, index) => [`项目${index + 1}`, grid]),
    "xlsx",
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
  const escaped = (text: string) =>
    text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("\n", "<br>");
  const lines = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join("")}</tr>`);
  return `<html><head><meta charset="gbk"></head><body><table border="1">${lines.join("\n")}</table></body></html>`;
}
