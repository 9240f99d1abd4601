/** pdfmake as it comes: its public API, one definition for the whole document, its own line and page breaks. */
import pdfmake from "pdfmake";
import type { Content as Node, TableCell, TDocumentDefinitions } from "pdfmake/interfaces.js";
import type { NamedTextStyle } from "../../../pipeline/resolve/index.ts";
import type { Content, ContentBlock, ContentTable } from "../content.ts";
import { type PeerFonts, peerFonts } from "../fonts.ts";
import type { Route } from "../measurement.ts";
import { openFont } from "../open-font.ts";
import { readContent } from "../read-content.ts";

export const pdfmakeAsItComes: Route = async (job) => {
  const content = readContent(job.work);
  const fonts = await peerFonts(job.program);
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => true);
  pdfmake.setFonts(
    Object.fromEntries(
      Object.entries(fonts).map(([face, { regular, bold }]) => [face, { normal: regular, bold }]),
    ),
  );
  return async ({ lap, keep }) => {
    keep("pdfmake.pdf", await lap("write", () => pdfmake.createPdf(definition(content, fonts)).getBuffer()));
  };
};

function definition(content: Content, fonts: PeerFonts): TDocumentDefinitions {
  const { width, height, left, top, right, bottom } = content.page;
  const heights = naturalHeights(fonts);
  return {
    version: "1.7",
    info: { title: content.title, creationDate: new Date("2024-01-15T00:00:00Z") },
    pageSize: { width, height },
    pageMargins: [left, top, right, bottom],
    footer: (page) => ({ text: `— ${page} —`, alignment: "center", font: "song", fontSize: 14 }),
    styles: Object.fromEntries(
      Object.values(content.styles).map((style) => [style.name, styleOf(style, heights)]),
    ),
    content: content.blocks.map((block) => nodeOf(block)),
  };
}

/** Of a line at size 1, by face: pdfmake counts line heights in these. */
function naturalHeights(fonts: PeerFonts): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(fonts).map(([face, { regular }]) => {
      const { ascent, descent, lineGap, unitsPerEm } = openFont(regular);
      return [face, (ascent - descent + lineGap) / unitsPerEm];
    }),
  );
}

function styleOf(style: NamedTextStyle, heights: ReadonlyMap<string, number>) {
  const { face, size, bold, align, pitch, firstLineIndent, tracking, before, after } = style;
  const alignments = { start: "left", center: "center", end: "right", justify: "justify" } as const;
  return {
    font: face,
    fontSize: size,
    bold,
    alignment: alignments[align],
    lineHeight: pitch / (size * (heights.get(face) ?? 1)),
    leadingIndent: firstLineIndent * size,
    characterSpacing: tracking,
    margin: [0, before, 0, after] satisfies [number, number, number, number],
  };
}

function nodeOf(block: ContentBlock): Node {
  const pageBreak = "newPage" in block && block.newPage ? ({ pageBreak: "before" } as const) : {};
  switch (block.kind) {
    case "text": {
      const { level, style, text } = block;
      return { text: inFonts(text), style, ...pageBreak, ...(level > 0 ? { tocItem: true } : {}) };
    }
    case "contents":
      return { toc: { textStyle: { font: "fangsong", fontSize: 14 } }, ...pageBreak };
    case "table":
      return tableOf(block);
  }
}

/** Latin letters and digits in the Latin font, as in ours. */
function inFonts(text: string): string | { text: string; font?: string }[] {
  const pieces = text.split(/([\x21-\x7e]+)/u);
  if (pieces.length === 1) return text;
  return pieces.flatMap((piece, index) => {
    if (piece === "") return [];
    return index % 2 === 1 ? [{ text: piece, font: "latin" }] : [{ text: piece }];
  });
}

function tableOf({ widths, headerRows, rows, border, paddingX, paddingY }: ContentTable): Node {
  const body: TableCell[][] = rows.map(() => widths.map(() => ({})));
  for (const [index, row] of rows.entries())
    for (const { column, style, text, rowSpan, colSpan } of row) {
      const line = body[index];
      if (line !== undefined) line[column] = { text: inFonts(text), style, rowSpan, colSpan };
    }
  return {
    // pdfmake counts widths without padding.
    table: { widths: widths.map((width) => width - 2 * paddingX - border), headerRows, body },
    layout: {
      hLineWidth: () => border,
      vLineWidth: () => border,
      paddingLeft: () => paddingX,
      paddingRight: () => paddingX,
      paddingTop: () => paddingY,
      paddingBottom: () => paddingY,
    },
  };
}
