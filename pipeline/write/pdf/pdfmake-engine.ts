/**
 * pdfmake's layout and renderer, one page at a time, behind a small interface. The only file that reaches into
 * pdfmake and pdfkit; its test fails when their inside changes. Two things made that necessary: `createPdf` holds
 * every page of the document in memory until the last, and lets nobody in between opening a font and drawing with it.
 */

import type { Watermark } from "pdfmake/interfaces.js";
import LayoutBuilderModule from "pdfmake/js/LayoutBuilder.js";
import PDFDocumentModule from "pdfmake/js/PDFDocument.js";
import RendererModule from "pdfmake/js/Renderer.js";
import type {
  GlyphPosition,
  Parts,
  PdfkitDocument,
  PdfkitFont,
  PdfkitOutline,
  SettledContent,
  Size,
} from "./pdfmake-parts.ts";

type FontFile = { readonly key: string; readonly bytes: Uint8Array; readonly collectionFace?: string };
export type Information = {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly producer: string;
  readonly createdAt: Date;
};
/** A place that links and the outline lead to; `top` in points from the sheet's top. */
export type Destination = { readonly name: string; readonly top: number };
export type Link = Size & { readonly x: number; readonly y: number; readonly to: string };
export type PageDrawing = {
  readonly size: Size;
  readonly content: SettledContent[];
  readonly watermark?: Watermark;
  readonly destinations: readonly Destination[];
  readonly links: readonly Link[];
};
export type OutlineEntry = {
  readonly title: string;
  /** Sheets from 0. */
  readonly page: number;
  readonly top: number;
  readonly entries: readonly OutlineEntry[];
};
/** A label style of PDF, from page `page` on: `D` 1, 2; `R` I, II; `r` i, ii; none: the prefix alone. */
export type LabelRange = {
  readonly page: number;
  readonly style?: "D" | "R" | "r";
  readonly start?: number;
  readonly prefix?: string;
};

export type Engine = {
  readonly drawPage: (drawing: PageDrawing) => void;
  readonly addOutline: (entries: readonly OutlineEntry[]) => void;
  readonly addPageLabels: (ranges: readonly LabelRange[]) => void;
  readonly finish: () => Promise<Uint8Array>;
};

export type EngineOptions = {
  readonly fonts: Iterable<FontFile>;
  readonly information: Information;
  readonly language: string;
  /** The XMP descriptions of what `information` says. */
  readonly xmp: string;
};

const PDFDocument = unwrap(PDFDocumentModule);
const LayoutBuilder = unwrap(LayoutBuilderModule);
const Renderer = unwrap(RendererModule);

// Lines come settled: one inline a run, spaces kept. Without a height of its own no line can fail to fit, so pdfmake
// never moves one to a further page; the baseline does not depend on it (Renderer.renderLine).
const settledText = {
  noWrap: true,
  lineHeight: 0,
  preserveLeadingSpaces: true,
  preserveTrailingSpaces: true,
};
const noMargins = { left: 0, top: 0, right: 0, bottom: 0 };

/** Opens an empty PDF 1.7 document that claims PDF/A-2b. Fonts are read and embedded only when used. */
export function openEngine(options: EngineOptions): Engine {
  const document = openDocument(options);
  const renderer = new Renderer(document);
  return {
    drawPage: (drawing) => drawPage(document, renderer, drawing),
    addOutline: (entries) => addOutline(document, entries),
    addPageLabels: (ranges) => {
      document._root.data.PageLabels = { Nums: ranges.flatMap((range) => [range.page, labelOf(range)]) };
    },
    finish: async () => {
      document.end();
      const chunks: Uint8Array[] = [];
      for await (const chunk of document) chunks.push(chunk);
      return Buffer.concat(chunks);
    },
  };
}

function openDocument({ fonts, information, language, xmp }: EngineOptions): PdfkitDocument {
  const files = [...fonts].map(({ key, bytes, collectionFace }) => {
    // fontkit wants a Buffer; this one looks at the same memory.
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const normal = collectionFace === undefined ? ([buffer] as const) : ([buffer, collectionFace] as const);
    return [key, { normal }] as const;
  });
  const document = new PDFDocument(
    Object.fromEntries(files),
    {},
    {},
    {},
    {
      pdfVersion: "1.7",
      subset: "PDF/A-2b",
      lang: language,
      displayTitle: true,
      autoFirstPage: false,
      font: null,
      info: infoOf(information),
    },
  );
  // pdfkit does not escape what it puts into the XMP packet, and leaves out the date of modification.
  document._addInfo = () => document.appendXML(xmp);
  // Renderer sets the colour of text with `fill`, which also fills a path where there is none: not allowed in a PDF.
  document.fill = (colour) => document.fillColor(colour);
  const provideFont = document.provideFont.bind(document);
  const encoded = new Set<PdfkitFont>();
  document.provideFont = (...face) => {
    const font = provideFont(...face);
    if (!encoded.has(font)) encodeByCodePoint(font);
    encoded.add(font);
    return font;
  };
  return document;
}

function infoOf({ title, author, subject, producer, createdAt }: Information): object {
  const texts = { Title: title, Author: author, Subject: subject, Creator: producer, Producer: producer };
  const given = Object.entries(texts).filter(([, text]) => text !== "");
  return { ...Object.fromEntries(given), CreationDate: createdAt, ModDate: createdAt };
}

/**
 * Makes a font draw exactly the characters and advances that layout measured: no kerning, no ligatures, no `locl`
 * (which changes single digits in Noto SC). Characters that share a glyph get a code each, so that both read back
 * as written. It also spares three shapings of every run.
 */
function encodeByCodePoint(font: PdfkitFont): void {
  type Encoded = { readonly code: string; readonly position: GlyphPosition };
  const known = new Map<number, Encoded>();
  const glyphsTaken = new Set<number>();
  const allocate = (codePoint: number): Encoded => {
    if (!font.font.hasGlyphForCodePoint(codePoint))
      throw new Error(`${font.name} has no glyph for U+${codePoint.toString(16).padStart(4, "0")}`);
    const { id, advanceWidth: units } = font.font.glyphForCodePoint(codePoint);
    const index = glyphsTaken.has(id) ? font.subset.glyphs.push(id) - 1 : font.subset.includeGlyph(id);
    glyphsTaken.add(id);
    const advance = units * font.scale;
    font.widths[index] = advance;
    font.unicode[index] = [codePoint];
    const position = { xAdvance: advance, yAdvance: 0, xOffset: 0, yOffset: 0, advanceWidth: advance };
    const entry = { code: index.toString(16).padStart(4, "0"), position };
    known.set(codePoint, entry);
    return entry;
  };
  const lookUp = (text: string): Encoded[] =>
    Array.from(text, (character) => {
      const codePoint = character.codePointAt(0) ?? 0;
      return known.get(codePoint) ?? allocate(codePoint);
    });
  font.encode = (text) => {
    const glyphs = lookUp(text);
    return [glyphs.map(({ code }) => code), glyphs.map(({ position }) => position)];
  };
  font.layout = (text) => ({
    advanceWidth: lookUp(text).reduce((sum, { position }) => sum + position.xAdvance, 0),
  });
}

function drawPage(
  document: PdfkitDocument,
  renderer: InstanceType<Parts["Renderer"]>,
  { size, content, watermark, destinations, links }: PageDrawing,
): void {
  const builder = new LayoutBuilder({ ...size }, noMargins, undefined);
  const repeated = [undefined, undefined, undefined, watermark] as const;
  const pages = builder.layoutDocument(content, document, {}, settledText, ...repeated);
  if (pages.length !== 1) throw new Error(`pdfmake made ${pages.length} pages of one settled page`);
  renderer.renderPages(pages);
  for (const { name, top } of destinations) document.addNamedDestination(name, "XYZ", 0, top, null);
  for (const { x, y, width, height, to } of links) document.goTo(x, y, width, height, to);
}

/** The first level stands open, what is below it closed: ISO 32000 counts open entries up, closed ones down. */
function addOutline(document: PdfkitDocument, entries: readonly OutlineEntry[]): void {
  const add = (parent: PdfkitOutline, { title, page, top, entries: below }: OutlineEntry, open: boolean) => {
    const item = parent.addItem(title, { pageNumber: page, top, expanded: open });
    // pdfkit counts `left` from the sheet's right edge and would scroll a wide page to it.
    item.outlineData.Dest?.splice(2, 1, 0);
    if (!open && below.length > 0) item.outlineData.Count = -below.length;
    for (const entry of below) add(item, entry, false);
  };
  for (const entry of entries) add(document.outline, entry, true);
  const visible = entries.reduce((sum, entry) => sum + 1 + entry.entries.length, 0);
  if (visible > 0) document.outline.outlineData.Count = visible;
}

function labelOf({ style, start, prefix }: LabelRange): object {
  return {
    ...(style === undefined ? {} : { S: style }),
    ...(start === undefined ? {} : { St: start }),
    // pdfkit writes a String object as a text, a plain string as a name.
    ...(prefix === undefined ? {} : { P: new String(prefix) }),
  };
}

function unwrap<T extends object>(module: T | { readonly default: T }): T {
  return "default" in module ? module.default : module;
}
