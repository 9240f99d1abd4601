/** A laid part → its stretch of HTML: headings, paragraphs, tables and contents as the elements that mean them. */
import type { FlowBlock, FlowContents, LaidPart } from "../../layout/index.ts";
import type { Inline } from "../../model/index.ts";
import type { ResolvedCell, ResolvedParagraph, ResolvedTable } from "../../resolve/index.ts";
import { element, escapeHtml, voidElement } from "../tags/index.ts";
import { tableClass, textClass } from "./style-sheet.ts";

export type WrittenHtmlPart = {
  /** JSON, for `joinHtml` alone. */
  readonly about: string;
  readonly bytes: Uint8Array;
};

export type AboutHtmlPart = {
  /** Where it belongs on the page. */
  readonly landmark: Landmark;
};

/** The cover; the table of contents; all else. */
export type Landmark = "header" | "nav" | "main";

/** Equal parts give equal bytes in any document. */
export function openHtmlParts(): (part: LaidPart) => WrittenHtmlPart {
  return ({ section, flow }) => {
    const about: AboutHtmlPart = { landmark: landmarkOf(section.numbering, flow) };
    return { about: JSON.stringify(about), bytes: Buffer.from(flow.map(writeBlock).join("\n")) };
  };
}

function landmarkOf(numbering: LaidPart["section"]["numbering"], flow: LaidPart["flow"]): Landmark {
  if (flow.some(({ kind }) => kind === "contents")) return "nav";
  const hasHeadings = flow.some((block) => block.kind === "text" && block.source.heading !== undefined);
  return numbering === "none" && !hasHeadings ? "header" : "main";
}

function writeBlock(block: FlowBlock): string {
  switch (block.kind) {
    case "text":
      return writeText(block.source);
    case "table":
      return writeTable(block.source);
    case "contents":
      return writeContents(block);
  }
}

function writeText({ heading, style, content, pageBreakBefore }: ResolvedParagraph): string {
  const classes = pageBreakBefore ? `${textClass(style)} page` : textClass(style);
  const attributes = { id: heading?.id, class: classes };
  return element(heading === undefined ? "p" : `h${heading.level}`, attributes, writeInlines(content));
}

/** Bold of a style is its class's; this is what stands out in it. */
function writeInlines(content: readonly Inline[]): string {
  return content
    .map((inline) => {
      if (inline.kind === "break") return voidElement("br");
      const text = escapeHtml(inline.text);
      return inline.bold ? element("strong", {}, text) : text;
    })
    .join("");
}

/** Nested as the levels are. The numbers of pages belong to paper. */
function writeContents({ entries }: FlowContents): string {
  let list = "";
  let depth = 0;
  for (const { id, level, lines } of entries) {
    if (level > depth) list += "<ol><li>".repeat(level - depth);
    else list += `${"</li></ol>".repeat(depth - level)}</li><li>`;
    depth = level;
    const text = escapeHtml(lines.map((line) => line.text).join(""));
    list += element("a", { href: `#${id}` }, text);
  }
  return list + "</li></ol>".repeat(depth);
}

function writeTable(table: ResolvedTable): string {
  const isHeaded = table.cells.some(({ heads }) => heads !== undefined);
  // Without borders and headers it only puts texts beside each other.
  if (!isHeaded && table.style.border === 0) return writeBeside(table);
  const { caption, style, attached, headerRows } = table;
  const rows = rowsOf(table);
  const total = sum(table.widths);
  const columns = table.widths.map((width) =>
    voidElement("col", { style: `width:${((100 * width) / total).toFixed(2)}%` }),
  );
  // A row group ends what spans rows.
  const parted = table.cells.every(({ row, rowSpan }) => row >= headerRows || row + rowSpan <= headerRows);
  const written = rows.map((cells) => element("tr", {}, cells.map(writeCell).join("")));
  const head = parted ? written.slice(0, headerRows).join("\n") : "";
  const body = (parted ? written.slice(headerRows) : written).join("\n");
  const parts = [
    caption === "" ? "" : element("caption", {}, escapeHtml(caption)),
    element("colgroup", {}, columns.join("")),
    head === "" ? "" : element("thead", {}, head),
    element("tbody", {}, body),
  ];
  const classes = attached ? `${tableClass(style)} attached` : tableClass(style);
  return element("table", { class: classes }, parts.join("\n"));
}

function rowsOf({ minHeights, cells }: ResolvedTable): readonly (readonly ResolvedCell[])[] {
  const rows = minHeights.map((): ResolvedCell[] => []);
  for (const cell of cells) rows[cell.row]?.push(cell);
  return rows;
}

function writeCell(cell: ResolvedCell): string {
  const { rowSpan, colSpan, heads, style } = cell;
  const content = writeParagraphs(cell);
  // A header that says nothing is none.
  const scope = content === "" ? undefined : heads;
  const spans = {
    rowspan: rowSpan === 1 ? undefined : rowSpan,
    colspan: colSpan === 1 ? undefined : colSpan,
  };
  const group =
    scope === "row" && rowSpan > 1 ? "rowgroup" : scope === "column" && colSpan > 1 ? "colgroup" : undefined;
  const attributes = { scope: scope && (group ?? { row: "row", column: "col" }[scope]), ...spans };
  const id = cell.heading?.id;
  return element(scope === undefined ? "td" : "th", { id, ...attributes, class: textClass(style) }, content);
}

function writeParagraphs({ paragraphs }: ResolvedCell): string {
  const [first] = paragraphs;
  if (paragraphs.length === 1) return writeInlines(first);
  return paragraphs.map((paragraph) => element("p", {}, writeInlines(paragraph))).join("");
}

function writeBeside(table: ResolvedTable): string {
  const rows = rowsOf(table).map((cells) => {
    const boxes = cells.map((cell) => {
      const width = sum(table.widths.slice(cell.column, cell.column + cell.colSpan));
      const style = `flex:${width.toFixed(1)}`;
      return element("div", { class: textClass(cell.style), style }, writeParagraphs(cell));
    });
    return element("div", { class: "beside" }, boxes.join(""));
  });
  return rows.join("\n");
}

function sum(widths: readonly number[]): number {
  return widths.reduce((total, width) => total + width, 0);
}
