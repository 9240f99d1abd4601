/** Laid pages → the bytes of a PDF that shows exactly them, with outline, links, page labels and properties. */
import type { Report } from "../../diagnostics/index.ts";
import type { FontBook, LaidDocument } from "../../layout/index.ts";
import { destinationsOf } from "./destinations.ts";
import { outlineOf } from "./outline.ts";
import { fontsUsed, pageContent } from "./page-content.ts";
import { pageLabels } from "./page-labels.ts";
import { openEngine } from "./pdfmake-engine.ts";
import { watermarkFont, watermarkOf } from "./watermark.ts";
import { xmpOf } from "./xmp.ts";

type WritePdfOptions = {
  /** Dates of creation and modification; the same input and date give the same bytes. */
  readonly createdAt: Date;
  readonly report: Report;
  readonly fonts: FontBook;
};

const language = "zh-CN";

/** @throws when the pages name a font or heading that is not there, or text that its font cannot draw: our own mistake. */
export async function writePdf(
  laid: LaidDocument,
  { createdAt, fonts }: WritePdfOptions,
): Promise<Uint8Array> {
  const { title, author, subject } = laid.document;
  const information = { title, author, subject, producer: "huibian", createdAt };
  const xmp = xmpOf(information, language);
  const watermark = watermarkFont(laid, fonts);
  const keys = new Set([...fontsUsed(laid.pages), ...(watermark === undefined ? [] : [watermark.key])]);
  const engine = openEngine({ fonts: [...keys].map(fonts.get), information, language, xmp });
  const destinations = destinationsOf(laid);
  for (const [index, page] of laid.pages.entries())
    engine.drawPage({
      size: { width: page.geometry.width, height: page.geometry.height },
      content: pageContent(page, fonts),
      ...watermarkOf(laid, page, watermark),
      destinations: destinations.on(index),
      links: destinations.linksOf(page),
    });
  engine.addOutline(outlineOf(laid));
  engine.addPageLabels(pageLabels(laid.pages));
  return engine.finish();
}
