/**
 * pdfmake's document behind a small interface: pages come as finished operators, fonts, outline and properties are
 * pdfmake's and pdfkit's. The only file that reaches into pdfmake and pdfkit; its test fails when their inside
 * changes. What made that necessary: pdfmake lays out and draws text inline by inline, a Han character each, which
 * layout has settled already, and it holds every page of a document in memory until the last.
 */

import PDFDocumentModule from "pdfmake/js/PDFDocument.js";
import { type DrawnFont, drawnFont } from "./drawn-font.ts";
import { length } from "./operands.ts";
import type { PdfkitDocument, PdfkitFont, PdfkitOutline, Size } from "./pdfmake-parts.ts";

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
  /** Coordinates are a PDF's own, up from the sheet's foot. */
  readonly operators: string;
  /** Keys of the fonts that the operators, and the watermark's, name. */
  readonly fonts: Iterable<string>;
  /** Operators that draw on top of the others, so much of it covering them. */
  readonly watermark?: { readonly operators: string; readonly opacity: number };
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
  /** Opened when first asked for, embedded once, when the document is finished, with what was drawn. */
  readonly fontOf: (key: string) => DrawnFont;
  /** The page's stream is deflated and let go when the next page is drawn. */
  readonly drawPage: (drawing: PageDrawing) => void;
  readonly addOutline: (entries: readonly OutlineEntry[]) => void;
  readonly addPageLabels: (ranges: readonly LabelRange[]) => void;
  readonly finish: () => Uint8Array;
};

export type EngineOptions = {
  readonly fontFile: (key: string) => FontFile;
  readonly information: Information;
  readonly language: string;
  /** The XMP descriptions of what `information` says. */
  readonly xmp: string;
};

const PDFDocument = unwrap(PDFDocumentModule);

/** Opens an empty PDF 1.7 document that claims PDF/A-2b. */
export function openEngine(options: EngineOptions): Engine {
  const document = openDocument(options);
  const fonts = openFonts(document, options.fontFile);
  return {
    fontOf: (key) => fonts(key).drawn,
    drawPage: (drawing) => drawPage(document, drawing, fonts),
    addOutline: (entries) => addOutline(document, entries),
    addPageLabels: (ranges) => {
      document._root.data.PageLabels = { Nums: ranges.flatMap((range) => [range.page, labelOf(range)]) };
    },
    finish: () => {
      document.end();
      return document.read() ?? new Uint8Array();
    },
  };
}

function openDocument({ information, language, xmp }: EngineOptions): PdfkitDocument {
  const document = new PDFDocument(
    {},
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
  return document;
}

type OpenFont = { readonly embedded: PdfkitFont; readonly drawn: DrawnFont };

function openFonts(document: PdfkitDocument, fontFile: EngineOptions["fontFile"]): (key: string) => OpenFont {
  const byKey = new Map<string, OpenFont>();
  const byFont = new Map<PdfkitFont, OpenFont>();
  return (key) => {
    const known = byKey.get(key);
    if (known !== undefined) return known;
    const { bytes, collectionFace } = fontFile(key);
    // fontkit wants a Buffer; this one looks at the same memory.
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    document.fonts[key] = { normal: collectionFace === undefined ? [buffer] : [buffer, collectionFace] };
    // pdfkit hands out the same font for two keys whose files are the same.
    const embedded = document.provideFont(key, false, false);
    const font = byFont.get(embedded) ?? {
      embedded,
      drawn: drawnFont(document, embedded, resourceName(key)),
    };
    byFont.set(embedded, font);
    byKey.set(key, font);
    return font;
  };
}

/** The font's name in content streams, which do not change with the fonts that other pages use. */
function resourceName(key: string): string {
  return Array.from(new TextEncoder().encode(key), (byte) => {
    const character = String.fromCharCode(byte);
    return /[\w-]/u.test(character) ? character : `#${byte.toString(16).padStart(2, "0")}`;
  }).join("");
}

function infoOf({ title, author, subject, producer, createdAt }: Information): object {
  const texts = { Title: title, Author: author, Subject: subject, Creator: producer, Producer: producer };
  const given = Object.entries(texts).filter(([, text]) => text !== "");
  return { ...Object.fromEntries(given), CreationDate: createdAt, ModDate: createdAt };
}

function drawPage(
  document: PdfkitDocument,
  { size, operators, fonts, watermark, destinations, links }: PageDrawing,
  fontOf: (key: string) => OpenFont,
): void {
  document.addPage({ size: [size.width, size.height] });
  // pdfkit turns every page upside down; what it adds itself knows that, and the operators do not.
  document.addContent(`1 0 0 -1 0 ${length(size.height)} cm`);
  document.addContent(operators);
  if (watermark !== undefined) {
    document.fillOpacity(watermark.opacity);
    document.addContent(watermark.operators);
  }
  for (const key of fonts) {
    const { drawn, embedded } = fontOf(key);
    document.page.fonts[drawn.name] = embedded.ref();
  }
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
