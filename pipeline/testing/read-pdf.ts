/** The bytes of a PDF → what a reader sees of it, by way of pdfjs: independent of the code that wrote it. */
import {
  getDocument,
  type PDFDocumentProxy,
  type PDFPageProxy,
  VerbosityLevel,
} from "pdfjs-dist/legacy/build/pdf.mjs";

/** A stretch of text of one font, pt from the sheet's top left corner; `y` is the baseline. */
type PdfItem = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  /** PostScript name without the subset's tag. */
  readonly font: string;
  /** A watermark, for example. */
  readonly slanted: boolean;
};

type PdfLink = {
  readonly rect: { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number };
  /** Sheets from 0. */
  readonly destPage: number;
  /** From the sheet's top. */
  readonly destTop: number;
};

/** An annotation with a text, and what is printed below its frame. */
export type PdfComment = { readonly author: string; readonly text: string; readonly on: string };

export type PdfPage = {
  readonly width: number;
  readonly height: number;
  readonly items: readonly PdfItem[];
  readonly label: string | undefined;
  readonly links: readonly PdfLink[];
  readonly comments: readonly PdfComment[];
};

type PdfOutlineItem = {
  readonly title: string;
  readonly page: number;
  readonly top: number;
  readonly left: number;
  /** Whether what is below it shows when the file is opened. */
  readonly open: boolean;
  readonly items: readonly PdfOutlineItem[];
};

export type ReadPdf = {
  readonly pages: readonly PdfPage[];
  readonly outline: readonly PdfOutlineItem[];
  readonly info: Readonly<Record<string, unknown>>;
  /** The XMP packet, unparsed. */
  readonly xmp: string;
};

const known = new WeakMap<Uint8Array, Promise<ReadPdf>>();

/** What was read is kept as long as the bytes are: they must not change. */
export function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const read = known.get(bytes) ?? readAnew(bytes);
  known.set(bytes, read);
  return read;
}

async function readAnew(bytes: Uint8Array): Promise<ReadPdf> {
  // pdfjs takes the memory it is given away from its owner.
  const data = new Uint8Array(bytes);
  const task = getDocument({ data, verbosity: VerbosityLevel.ERRORS, useSystemFonts: false });
  const document = await task.promise;
  try {
    const labels = await document.getPageLabels();
    const fonts = new Map<string, string>();
    const pages: PdfPage[] = [];
    for (let index = 0; index < document.numPages; index++) {
      const page = await document.getPage(index + 1);
      const read = {
        width: page.view[2] ?? 0,
        height: page.view[3] ?? 0,
        items: await readItems(page, fonts),
        label: labels?.[index],
        links: await readLinks(document, page),
      };
      pages.push({ ...read, comments: await readComments(page, read) });
      page.cleanup();
    }
    const { info, metadata } = await document.getMetadata();
    return {
      pages,
      outline: await readOutline(document, await document.getOutline()),
      info: { ...info },
      xmp: String(metadata?.getRaw() ?? ""),
    };
  } finally {
    await task.destroy();
  }
}

/**
 * The text whose middle lies in a box, line by line from the top, each line from the left. Lines are parted by
 * line feeds, wide gaps on a line by a space.
 */
export function textInBox(
  page: Pick<PdfPage, "items">,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
): string {
  const inside = page.items.filter(({ x, y, width, size, slanted }) => {
    const middle = { x: x + width / 2, y: y - size * 0.3 };
    return !slanted && middle.x >= x0 && middle.x <= x1 && middle.y >= y0 && middle.y <= y1;
  });
  const lines: PdfItem[][] = [];
  for (const item of [...inside].sort((a, b) => a.y - b.y)) {
    const line = lines.at(-1);
    const before = line?.[0];
    if (line !== undefined && before !== undefined && item.y - before.y < before.size * 0.4) line.push(item);
    else lines.push([item]);
  }
  return lines.map(joinLine).join("\n");
}

function joinLine(items: readonly PdfItem[]): string {
  const sorted = [...items].sort((a, b) => a.x - b.x);
  return sorted
    .map((item, index) => {
      const before = sorted[index - 1];
      const gap = before === undefined ? 0 : item.x - before.x - before.width;
      return gap > item.size * 0.6 ? ` ${item.text}` : item.text;
    })
    .join("");
}

async function readItems(page: PDFPageProxy, fonts: Map<string, string>): Promise<readonly PdfItem[]> {
  const height = page.view[3] ?? 0;
  const { items } = await page.getTextContent({ disableNormalization: true });
  const texts = items.flatMap((item) => ("str" in item && item.str.trim() !== "" ? [item] : []));
  // Fonts become known only when a page's drawing is read; they keep their ids from page to page.
  if (texts.some(({ fontName }) => !fonts.has(fontName))) await page.getOperatorList();
  return texts.map(({ str, transform, width, fontName }) => {
    const [a = 0, b = 0, , , x = 0, y = 0] = transform.map(Number);
    if (!fonts.has(fontName)) fonts.set(fontName, fontNameOf(page.commonObjs.get(fontName)));
    const font = fonts.get(fontName) ?? "";
    return { text: str, x, y: height - y, width, size: Math.hypot(a, b), font, slanted: Math.abs(b) > 1e-6 };
  });
}

function fontNameOf(font: unknown): string {
  if (typeof font !== "object" || font === null || !("name" in font)) return "";
  return String(font.name).replace(/^[A-Z]{6}\+/u, "");
}

async function readLinks(document: PDFDocumentProxy, page: PDFPageProxy): Promise<readonly PdfLink[]> {
  const height = page.view[3] ?? 0;
  const links: PdfLink[] = [];
  for (const annotation of await page.getAnnotations()) {
    if (annotation.subtype !== "Link") continue;
    const [x0, y1, x1, y0] = annotation.rect.map(Number);
    const place = await resolveDestination(document, annotation.dest);
    links.push({
      rect: { x0, y0: height - y0, x1, y1: height - y1 },
      destPage: place.page,
      destTop: place.top,
    });
  }
  return links;
}

async function readComments(
  page: PDFPageProxy,
  { height, items }: Pick<PdfPage, "height" | "items">,
): Promise<readonly PdfComment[]> {
  const annotations = await page.getAnnotations();
  return annotations.flatMap(({ subtype, rect, titleObj, contentsObj }) => {
    if (subtype !== "Square") return [];
    const [x0 = 0, y1 = 0, x1 = 0, y0 = 0] = rect.map(Number);
    const on = textInBox({ items }, x0, height - y0, x1, height - y1);
    return [{ author: String(titleObj.str), text: String(contentsObj.str), on }];
  });
}

type OutlineNode = Awaited<ReturnType<PDFDocumentProxy["getOutline"]>>[number];

async function readOutline(
  document: PDFDocumentProxy,
  nodes: readonly OutlineNode[] | null,
): Promise<readonly PdfOutlineItem[]> {
  const items: PdfOutlineItem[] = [];
  for (const { title, dest, count, items: below } of nodes ?? [])
    items.push({
      title,
      ...(await resolveDestination(document, dest)),
      open: (count ?? 0) > 0,
      items: await readOutline(document, below),
    });
  return items;
}

async function resolveDestination(
  document: PDFDocumentProxy,
  named: unknown,
): Promise<Pick<PdfOutlineItem, "page" | "top" | "left">> {
  const explicit: unknown = typeof named === "string" ? await document.getDestination(named) : named;
  if (!Array.isArray(explicit)) throw new Error(`a destination leads nowhere: ${JSON.stringify(named)}`);
  const [reference, , left, top] = explicit;
  const page = await document.getPageIndex(reference);
  const { view } = await document.getPage(page + 1);
  return { page, top: (view[3] ?? 0) - Number(top), left: Number(left) };
}
