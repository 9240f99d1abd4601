/** Written parts → the bytes of a PDF with page numbers, outline, links, page labels and properties. */
import { type FontBook, type LaidFrame, type LaidLine, watermarkOpacity } from "../../layout/index.ts";
import { claimsOf, type Decisive } from "./claims.ts";
import { type CodedFonts, openCodedFonts } from "./coded-fonts.ts";
import { type ContentStream, openContentStream } from "./content-stream.ts";
import { destinationsOf, outlineOf, pageLabels } from "./navigation.ts";
import { writeFoot } from "./page-content.ts";
import { type Engine, openEngine, type PageStream } from "./pdfmake-engine.ts";
import { openStructureTree, type PageObjects } from "./structure-tree.ts";
import { watermarkOf } from "./watermark.ts";
import type { AboutPdfPart, WrittenPdfPart } from "./write-part.ts";
import { xmpOf } from "./xmp.ts";

type JoinOptions = {
  /** Dates of creation and modification; the same parts and date give the same bytes. */
  readonly createdAt: Date;
  readonly fonts: FontBook;
};

const language = "zh-CN";

/** @throws when the parts' pages are not the frame's, or a link leads to no heading: our own mistake. */
export function joinPdf(
  frame: LaidFrame,
  parts: readonly { readonly part: WrittenPdfPart }[],
  { createdAt, fonts }: JoinOptions,
): Uint8Array {
  const { title, author, subject } = frame.document;
  const information = { title, author, subject, producer: "huibian", createdAt };
  const engine = openEngine({ fontFile: fonts.get, information, language });
  const { fontOf, takeDrawn } = openCodedFonts(fonts);
  const { on, nameOf } = destinationsOf(frame);
  const stream = openContentStream();
  const overlay = overlays(frame, { fonts, fontOf, engine, stream });
  const structure = openStructureTree(engine.objects);
  const footOperators = (line: LaidLine, height: number) => {
    writeFoot(line, { height, stream, fontOf });
    return stream.take().slice();
  };
  const decisive: Decisive[] = [];
  let index = 0;
  // Of the parent tree: pages have the keys below.
  let linkKey = frame.pages.length;
  for (const { part } of parts) {
    const { pages, characters, tags }: AboutPdfPart = JSON.parse(part.about);
    engine.drawText(characters);
    const annotated = pages.some(({ annotations }) => annotations.length > 0);
    decisive.push({ characters, tags: { headed: tags.headed }, annotated });
    const drawn: PageObjects[] = [];
    let from = 0;
    for (const { length, links, annotations } of pages) {
      for (let page = frame.pages[index]; page?.blank; page = frame.pages[index]) {
        const { width, height } = page.geometry;
        engine.drawPage({
          size: { width, height },
          streams: overlay(page),
          destinations: [],
          links: [],
          annotations: [],
        });
        index += 1;
      }
      const page = frame.pages[index];
      if (page === undefined) throw new Error(`the document has no page ${index}`);
      const { geometry, footer } = page;
      const content = { deflated: part.bytes.subarray(from, from + length) };
      const foot = footer && { operators: footOperators(footer, geometry.height) };
      const drawing = engine.drawPage({
        size: { width: geometry.width, height: geometry.height },
        streams: [content, ...(foot ? [foot] : []), ...overlay(page)],
        destinations: on(index),
        links: links.map((link, at) => ({ ...link, to: nameOf(link.heading), parentKey: linkKey + at })),
        annotations,
        parentKey: index,
      });
      const tagged = links.map(({ element }, at) => ({
        annotation: drawing.links[at] ?? 0,
        key: linkKey + at,
        element,
      }));
      drawn.push({ page: drawing.page, key: index, links: tagged });
      linkKey += links.length;
      from += length;
      index += 1;
    }
    structure.addPart(tags, drawn);
  }
  if (index !== frame.pages.length) throw new Error(`${index} pages were written of ${frame.pages.length}`);
  engine.drawText(takeDrawn());
  engine.addOutline(outlineOf(frame));
  engine.addPageLabels(pageLabels(frame));
  const xmp = xmpOf(information, language, claimsOf(frame, decisive));
  return engine.finish({ xmp, structure: structure.finish() });
}

type OverlayTools = Pick<CodedFonts, "fontOf"> & {
  readonly fonts: FontBook;
  readonly engine: Engine;
  readonly stream: ContentStream;
};

/** The watermark: one stream for all pages of a size. */
function overlays(
  frame: LaidFrame,
  { fonts, fontOf, engine, stream }: OverlayTools,
): (page: LaidFrame["pages"][number]) => readonly PageStream[] {
  const watermark = watermarkOf(frame, fonts, fontOf);
  if (watermark === undefined) return () => [];
  const shared = new Set<string>();
  return (page) => {
    const name = `watermark ${page.geometry.width} ${page.geometry.height}`;
    if (!shared.has(name)) {
      watermark(page, stream);
      engine.shareStream(name, stream.take(), watermarkOpacity);
      shared.add(name);
    }
    return [{ shared: name }];
  };
}
