/** The bytes of a PDF → pictures of its pages, drawn by pdfjs from the embedded fonts alone: alike on every machine. */
import { createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import { getDocument, type PDFPageProxy, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Picture } from "./picture.ts";

// Where Node has it (24), pdfjs keeps outlines in half precision, and the pictures are no longer those of Node 20.
Reflect.deleteProperty(globalThis, "Float16Array");

export type RenderOptions = {
  readonly dpi: number;
  /** Sheets from 0; all without it. */
  readonly sheets?: readonly number[];
};

/** One picture a sheet, in their order; a sheet that the PDF does not have is an error. */
export async function renderPdf(
  bytes: Uint8Array,
  { dpi, sheets }: RenderOptions,
): Promise<readonly Picture[]> {
  const task = getDocument({
    // pdfjs takes the memory it is given away from its owner.
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    // Glyphs are drawn as the outlines of the embedded fonts, so no font of the machine can slip in.
    disableFontFace: true,
    useSystemFonts: false,
  });
  try {
    const document = await task.promise;
    const pictures: Picture[] = [];
    for (const sheet of sheets ?? Array.from({ length: document.numPages }, (_, index) => index)) {
      const page = await document.getPage(sheet + 1);
      pictures.push(greyOf(await draw(page, dpi)));
      page.cleanup();
    }
    return pictures;
  } finally {
    await task.destroy();
  }
}

async function draw(page: PDFPageProxy, dpi: number): Promise<SKRSContext2D> {
  const viewport = page.getViewport({ scale: dpi / 72 });
  const canvas = createCanvas(Math.round(viewport.width), Math.round(viewport.height));
  const context = canvas.getContext("2d");
  // The types of pdfjs know the browser's canvas; this one has every member of it that pdfjs calls.
  const drawn: unknown = { canvas, canvasContext: context, viewport, background: "white" };
  await page.render(drawn as Parameters<PDFPageProxy["render"]>[0]).promise;
  return context;
}

function greyOf(context: SKRSContext2D): Picture {
  const { width, height } = context.canvas;
  const { data } = context.getImageData(0, 0, width, height);
  const grey = Uint8Array.from({ length: width * height }, (_, index) => {
    const [red = 0, green = 0, blue = 0] = data.subarray(index * 4, index * 4 + 3);
    return Math.round(0.299 * red + 0.587 * green + 0.114 * blue);
  });
  return { width, height, grey };
}
