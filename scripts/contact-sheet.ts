/** PDF files → one picture of all their pages, for people to look over: `npm run contact-sheet -- a.pdf b.pdf --to sheet.png`. */
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { createCanvas, ImageData, type SKRSContext2D } from "@napi-rs/canvas";
import type { Picture } from "../pipeline/testing/picture.ts";
import { renderPdf } from "../pipeline/testing/render-pdf.ts";

const usage = "usage: npm run contact-sheet -- <file.pdf>… --to <sheet.png> [--columns 6] [--dpi 50]";

/** Pixels between pages. */
const gap = 12;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    to: { type: "string" },
    columns: { type: "string", default: "6" },
    dpi: { type: "string", default: "50" },
  },
});
const [columns, dpi] = [Number(values.columns), Number(values.dpi)];
if (positionals.length === 0 || values.to === undefined || !(columns >= 1) || !(dpi >= 1)) {
  console.error(usage);
  process.exitCode = 2;
} else {
  const pages: Picture[] = [];
  for (const file of positionals) pages.push(...(await renderPdf(readFileSync(file), { dpi })));
  writeFileSync(values.to, drawSheet(pages, columns));
  console.log(`${values.to}: ${pages.length} pages`);
}

/** Row by row from the top left, in places as large as the largest page. */
function drawSheet(pages: readonly Picture[], columns: number): Uint8Array {
  const width = Math.max(...pages.map((page) => page.width)) + gap;
  const height = Math.max(...pages.map((page) => page.height)) + gap;
  const across = Math.min(columns, pages.length);
  const canvas = createCanvas(gap + across * width, gap + Math.ceil(pages.length / across) * height);
  const context = canvas.getContext("2d");
  context.fillStyle = "#888";
  context.fillRect(0, 0, canvas.width, canvas.height);
  for (const [index, page] of pages.entries())
    drawPage(context, page, {
      x: gap + (index % across) * width,
      y: gap + Math.floor(index / across) * height,
    });
  return canvas.toBuffer("image/png");
}

function drawPage(
  context: SKRSContext2D,
  { width, height, grey }: Picture,
  { x, y }: { readonly x: number; readonly y: number },
): void {
  const pixels = Uint8ClampedArray.from({ length: grey.length * 4 }, (_, index) =>
    index % 4 === 3 ? 255 : (grey[index >> 2] ?? 255),
  );
  context.putImageData(new ImageData(pixels, width, height), x, y);
}
