/** Laid pages → the bytes of a PDF that shows exactly them, with outline, links, page labels and properties. */
import type { Report } from "../../diagnostics/index.ts";
import type { FontBook, LaidDocument } from "../../layout/index.ts";
import { destinationsOf } from "./destinations.ts";
import { outlineOf } from "./outline.ts";
import { pageContent } from "./page-content.ts";
import { pageLabels } from "./page-labels.ts";
import { openEngine } from "./pdfmake-engine.ts";
import { watermarkOf } from "./watermark.ts";
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
  const engine = openEngine({ fontFile: fonts.get, information, language, xmp });
  const destinations = destinationsOf(laid);
  const watermark = watermarkOf(laid, fonts, engine.fontOf);
  for (const [index, page] of laid.pages.entries()) {
    const content = pageContent(page, engine.fontOf);
    const mark = watermark?.(page);
    engine.drawPage({
      size: { width: page.geometry.width, height: page.geometry.height },
      operators: content.operators,
      fonts: mark === undefined ? content.fonts : [...content.fonts, mark.font],
      ...(mark === undefined ? {} : { watermark: mark }),
      destinations: destinations.on(index),
      links: destinations.linksOf(page),
    });
  }
  engine.addOutline(outlineOf(laid));
  engine.addPageLabels(pageLabels(laid.pages));
  return engine.finish();
}
