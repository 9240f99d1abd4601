/** Grids → a Word file as Word writes one: a row with one cell is a paragraph, the others are a table below it. */
import { strToU8, zipSync } from "fflate";
import type { CardGrid } from "./card-layout.ts";

export function docxOf(grids: readonly CardGrid[]): Uint8Array {
  return docxAround(grids.map(bodyOf).join(""));
}

/** The markup of a body → a Word file that holds it; `doctype`: what no program writes before it. */
export function docxAround(body: string, doctype = ""): Uint8Array {
  const xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${doctype}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}<w:sectPr/></w:body></w:document>`;
  return zipSync({
    "[Content_Types].xml": strToU8("<Types/>"),
    "word/document.xml": strToU8(xml),
  });
}

function bodyOf({ rows, merges }: CardGrid): string {
  const width = Math.max(...rows.map((cells) => cells.length));
  const isTitle = (row: number) =>
    merges.some((merge) => merge.row === row && merge.column === 0 && merge.columns === width);
  const start = rows.findIndex((_, row) => !isTitle(row));
  const titles = rows.slice(0, start).map((cells) => paragraphOf(cells[0] ?? ""));
  const lines = rows.map((_, row) => (row < start ? "" : rowOf({ rows, merges }, row)));
  return `${titles.join("")}<w:tbl><w:tblPr/>${lines.join("")}</w:tbl><w:p/>`;
}

function rowOf({ rows, merges }: CardGrid, row: number): string {
  const cells = rows[row] ?? [];
  let markup = "";
  for (let column = 0; column < cells.length; column += 1) {
    const merge = merges.find((one) => row >= one.row && row < one.row + one.rows && column === one.column);
    const columns = merge?.columns ?? 1;
    const span = columns > 1 ? `<w:gridSpan w:val="${columns}"/>` : "";
    const vertical =
      merge === undefined || merge.rows === 1
        ? ""
        : merge.row === row
          ? '<w:vMerge w:val="restart"/>'
          : "<w:vMerge/>";
    const paragraphs = (cells[column] ?? "").split("\n").map(paragraphOf).join("");
    markup += `<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/>${span}${vertical}</w:tcPr>${paragraphs}</w:tc>`;
    column += columns - 1;
  }
  return `<w:tr>${markup}</w:tr>`;
}

/** In two runs, as Word parts a text where somebody went on with it later. */
function paragraphOf(text: string): string {
  const runs = [text.slice(0, 2), text.slice(2)].map(
    (part) => `<w:r><w:t xml:space="preserve">${escaped(part)}</w:t></w:r>`,
  );
  return `<w:p><w:pPr/>${runs.join("")}</w:p>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
