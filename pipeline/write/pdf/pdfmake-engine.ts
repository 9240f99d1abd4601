/**
 * pdfmake's document behind a small interface: pages come as finished operators, fonts, outline and properties are
 * pdfmake's and pdfkit's. The only file that reaches into pdfmake and pdfkit; its test fails when their inside
 * changes. What made that necessary: pdfmake lays out and draws text inline by inline, a Han character each, which
 * layout has settled already, and it holds every page of a document in memory until the last.
 */

import PDFDocumentModule from "pdfmake/js/PDFDocument.js";
import type { Annotation } from "./annotations.ts";
import { type DrawnCharacters, resourceName } from "./coded-fonts.ts";
import { type DrawnFont, drawnFont } from "./drawn-font.ts";
import { openPdfFile, type PdfFile } from "./pdf-file.ts";
import {
  ended,
  type PdfkitDocument,
  type PdfkitFont,
  type PdfkitObject,
  type PdfkitOutline,
  type PdfkitReference,
  type Size,
  withoutUndefined,
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
export type Link = Size & {
  readonly x: number;
  readonly y: number;
  readonly to: string;
  readonly text: string;
  /** Its key in the parent tree. */
  readonly parentKey: number;
};
/** What a page draws; streams of a page are drawn one after the other. Bytes are copied when it is drawn. */
export type PageStream =
  /** Coordinates are a PDF's own, up from the sheet's foot. */
  | { readonly operators: Uint8Array }
  /** The same, deflated already. */
  | { readonly deflated: Uint8Array }
  /** One that several pages draw, by the name it was given. */
  | { readonly shared: string };
export type PageDrawing = {
  readonly size: Size;
  readonly streams: readonly PageStream[];
  readonly destinations: readonly Destination[];
  readonly links: readonly Link[];
  /** Comments on what it shows. */
  readonly annotations: readonly Annotation[];
  /** Its key in the parent tree; none if nothing on it belongs to an element. */
  readonly parentKey?: number;
};
/** Object numbers: of the page, and of its links in their order. */
export type DrawnPage = { readonly page: number; readonly links: readonly number[] };
export type OutlineEntry = {
  readonly title: string;
  /** Sheets from 0. */
  readonly page: number;
  readonly top: number;
  readonly entries: readonly OutlineEntry[];
};
/** A label style of PDF, from page `page` on: `D` 1, 2; `R` I, II; none: no label. */
export type LabelRange = { readonly page: number; readonly style?: "D" | "R"; readonly start?: number };

export type Engine = {
  /** Says what streams draw: each font is embedded once, when the document is finished, with all that was drawn. */
  readonly drawText: (characters: DrawnCharacters) => void;
  /** A stream drawn over what is on the page, with this opacity. */
  readonly shareStream: (name: string, operators: Uint8Array, opacity: number) => void;
  /** The page is written at once. */
  readonly drawPage: (drawing: PageDrawing) => DrawnPage;
  readonly addOutline: (entries: readonly OutlineEntry[]) => void;
  readonly addPageLabels: (ranges: readonly LabelRange[]) => void;
  /** For objects that are not the engine's. */
  readonly objects: Objects;
  readonly finish: (end: DocumentEnd) => Uint8Array;
};
export type Objects = {
  /** The first of so many numbers in a row that no object has. */
  readonly takeNumbers: (count: number) => number;
  /** An object without a stream, as text of one character a byte. */
  readonly add: (object: number, text: string) => void;
};
/** The XMP descriptions of what the document is and claims to be, and the object number of its structure tree. */
export type DocumentEnd = { readonly xmp: string; readonly structure: number };

export type EngineOptions = {
  readonly fontFile: (key: string) => FontFile;
  readonly information: Information;
  readonly language: string;
};

const PDFDocument = unwrap(PDFDocumentModule);

/** Opens an empty PDF 1.7 document with an output intent. */
export function openEngine(options: EngineOptions): Engine {
  const document = openDocument(options);
  const objects = numbersOf(document);
  const file = openPdfFile(() => objects.takeNumbers(1));
  const written = writeInto(document, file);
  const fonts = openFonts(document, options.fontFile);
  // One for all pages: a dictionary for each would name the same few fonts again.
  const graphicsStates: Record<string, PdfkitReference> = {};
  const fontsInUse: Record<string, PdfkitReference> = {};
  const resources = document.ref({ Font: fontsInUse, ExtGState: graphicsStates });
  const shared = new Map<string, PdfkitReference>();
  return {
    drawText: (characters) => {
      for (const [key, text] of Object.entries(characters)) {
        if (text === "") continue;
        const { drawn, embedded } = fonts(key);
        drawn.draw(text);
        fontsInUse[resourceName(key)] = embedded.ref();
      }
    },
    shareStream: (name, operators, opacity) => {
      const state = `opacity-${String(opacity).replace(".", "-")}`;
      graphicsStates[state] ??= ended(document.ref({ Type: "ExtGState", ca: opacity }));
      const stream = Buffer.concat([Buffer.from(`/${state} gs\n`), operators]);
      shared.set(name, ended(document.ref({}), stream));
    },
    drawPage: (drawing) => drawPage(document, drawing, { resources, shared }),
    addOutline: (entries) => addOutline(document, entries),
    addPageLabels: (ranges) => {
      document._root.data.PageLabels = {
        Nums: ranges.flatMap(({ page, style, start }) => [page, withoutUndefined({ S: style, St: start })]),
      };
    },
    objects: { ...objects, add: file.add },
    finish: ({ xmp, structure }) => {
      resources.end();
      document._root.data.MarkInfo = document.ref({ Marked: true });
      document._root.data.StructTreeRoot = writtenByOthers(structure);
      // pdfkit does not escape what it puts into the XMP packet, and leaves out the date of modification.
      document._addInfo = () => document.appendXML(xmp);
      document._getPdfaid = () => "";
      document.end();
      return written();
    },
  };
}

function numbersOf({ _offsets }: PdfkitDocument): Pick<Objects, "takeNumbers"> {
  return {
    takeNumbers: (count) => {
      const first = _offsets.length + 1;
      for (let taken = 0; taken < count; taken += 1) _offsets.push(null);
      return first;
    },
  };
}

function writtenByOthers(object: number): PdfkitObject {
  return { [Symbol.toStringTag]: "Reference", toString: () => `${object} 0 R`, end: () => undefined };
}

/** Takes pdfkit's objects away from it, which would write each on its own; gives the file once the document has ended. */
function writeInto(document: PdfkitDocument, file: PdfFile): () => Uint8Array {
  let lines: (string | Uint8Array)[] = [];
  let bytes: Uint8Array | undefined;
  const count = document._refEnd;
  document._write = (line) => {
    lines.push(line);
  };
  document._refEnd = (reference) => {
    const [, dictionary, , stream] = lines;
    lines = [];
    if (typeof dictionary !== "string") throw new Error("pdfkit wrote an object in another way");
    if (stream instanceof Uint8Array) file.addStream(reference.id, dictionary, stream);
    else file.add(reference.id, dictionary);
    count.call(document, reference);
  };
  document._finalize = () => {
    const id = `<${Buffer.from(document._id).toString("hex")}>`;
    bytes = file.finish(`/Root ${document._root.id} 0 R/Info ${document._info.id} 0 R/ID[${id}${id}]`);
  };
  return () => {
    if (bytes === undefined) throw new Error("an object was begun and never ended");
    return bytes;
  };
}

function openDocument({ information, language }: EngineOptions): PdfkitDocument {
  const options = {
    pdfVersion: "1.7",
    // What brings the output intent; what is claimed, the XMP packet says.
    subset: "PDF/A-2b",
    lang: language,
    displayTitle: true,
    autoFirstPage: false,
    font: null,
    info: infoOf(information),
  };
  return new PDFDocument({}, {}, {}, {}, options);
}

type OpenFont = { readonly embedded: PdfkitFont; readonly drawn: DrawnFont };

function openFonts(document: PdfkitDocument, fontFile: EngineOptions["fontFile"]): (key: string) => OpenFont {
  const byKey = new Map<string, OpenFont>();
  const byFont = new Map<PdfkitFont, OpenFont>();
  return (key) => {
    const known = byKey.get(key);
    if (known !== undefined) return known;
    const { bytes, collectionFace } = fontFile(key);
    // fontkit needs a Buffer; this one shares the memory.
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    document.fonts[key] = { normal: collectionFace === undefined ? [buffer] : [buffer, collectionFace] };
    // pdfkit hands out the same font for two keys whose files are the same.
    const embedded = document.provideFont(key, false, false);
    const font = byFont.get(embedded) ?? { embedded, drawn: drawnFont(document, embedded) };
    byFont.set(embedded, font);
    byKey.set(key, font);
    return font;
  };
}

function infoOf({ title, author, subject, producer, createdAt }: Information): object {
  const texts = { Title: title, Author: author, Subject: subject, Creator: producer, Producer: producer };
  const given = Object.entries(texts).filter(([, text]) => text !== "");
  return { ...Object.fromEntries(given), CreationDate: createdAt, ModDate: createdAt };
}

type Shared = {
  readonly resources: PdfkitReference;
  readonly shared: ReadonlyMap<string, PdfkitReference>;
};

/** Without pdfkit's own page, which turns the sheet upside down and holds its stream back until the next one. */
function drawPage(
  document: PdfkitDocument,
  { size, streams, destinations, links, annotations, parentKey }: PageDrawing,
  { resources, shared }: Shared,
): DrawnPage {
  const pages = document._root.data.Pages;
  const linked = links.map((link) => linkAnnotation(document, link, size));
  const annotated = [
    ...linked,
    ...annotations.map((annotation) => commentAnnotation(document, annotation, size)),
  ];
  const entries = {
    Type: "Page",
    Parent: pages,
    MediaBox: [0, 0, size.width, size.height],
    Contents: streams.map((stream) => streamOf(document, stream, shared)),
    Resources: resources,
    Annots: annotated.length === 0 ? undefined : annotated,
    StructParents: parentKey,
    // Fields and links are visited as the structure orders them.
    Tabs: "S",
  };
  const page = document.ref(withoutUndefined(entries));
  pages.data.Kids.push(page);
  pages.data.Count += 1;
  page.end();
  for (const { name, top } of destinations)
    document._root.data.Names.data.Dests.add(name, [page, "XYZ", 0, size.height - top, null]);
  return { page: page.id, links: linked.map(({ id }) => id) };
}

function streamOf(document: PdfkitDocument, stream: PageStream, shared: Shared["shared"]): PdfkitReference {
  if ("deflated" in stream) return ended(document.ref({ Filter: "FlateDecode" }), stream.deflated);
  if ("operators" in stream) return ended(uncompressed(document.ref({})), stream.operators);
  const known = shared.get(stream.shared);
  if (known === undefined) throw new Error(`no stream is called "${stream.shared}"`);
  return known;
}

/** Streams of a few words: deflate would make them longer. */
function uncompressed(reference: PdfkitReference): PdfkitReference {
  reference.compress = false;
  return reference;
}

function linkAnnotation(
  document: PdfkitDocument,
  { x, y, width, height, to, text, parentKey }: Link,
  size: Size,
): PdfkitReference {
  const action = { S: "GoTo", D: new String(to) };
  const [top, bottom] = [size.height - y, size.height - y - height];
  // F 4: printed, which PDF/A requires of every annotation.
  const rect = [x, bottom, x + width, top];
  const contents = new String(text);
  return ended(
    document.ref({
      Type: "Annot",
      Subtype: "Link",
      A: action,
      Rect: rect,
      Border: [0, 0, 0],
      F: 4,
      Contents: contents,
      StructParent: parentKey,
    }),
  );
}

/** A frame around what is commented on, which shows the text when it is pointed at. */
function commentAnnotation(
  document: PdfkitDocument,
  { x, y, width, height, ...annotation }: Annotation,
  size: Size,
): PdfkitReference {
  const [top, bottom] = [size.height - y, size.height - y - height];
  const { author, text, colour } = annotation;
  const form = { Type: "XObject", Subtype: "Form", BBox: [0, 0, width, height], Resources: {} };
  return ended(
    document.ref({
      Type: "Annot",
      Subtype: "Square",
      Rect: [x, bottom, x + width, top],
      C: colour,
      Border: [0, 0, frameWidth],
      // PDF/A shows an annotation by its appearance alone (ISO 19005-2, 6.3.3).
      AP: { N: ended(document.ref(form), frameContent({ width, height }, colour)) },
      F: 4,
      T: new String(author),
      Contents: new String(text),
    }),
  );
}

/** pt */
const frameWidth = 1;

function frameContent({ width, height }: Size, colour: readonly number[]): string {
  const half = frameWidth / 2;
  const inside = [half, half, width - frameWidth, height - frameWidth].map((points) => points.toFixed(2));
  return `${colour.join(" ")} RG ${frameWidth} w ${inside.join(" ")} re S`;
}

/** The first level is open, those below it closed: ISO 32000 counts open entries up, closed ones down. */
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

function unwrap<T extends object>(module: T | { readonly default: T }): T {
  return "default" in module ? module.default : module;
}
