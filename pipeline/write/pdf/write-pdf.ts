/** Laid document → the bytes of a PDF that shows exactly it: each run of pages of a section a part, and all of them joined. */
import { type FontBook, frameOf, type LaidDocument, type LaidPart } from "../../layout/index.ts";
import { joinPdf } from "./join-pdf.ts";
import { openPdfParts } from "./write-part.ts";

type WritePdfOptions = {
  /** Dates of creation and modification; the same input and date give the same bytes. */
  readonly createdAt: Date;
  readonly fonts: FontBook;
};

/** @throws when the pages name a font or heading that is not there, or text that its font cannot draw: our own mistake. */
export async function writePdf(
  laid: LaidDocument,
  { createdAt, fonts }: WritePdfOptions,
): Promise<Uint8Array> {
  const writePart = openPdfParts(fonts);
  const parts = partsOf(laid).map((part) => ({ part: writePart(part) }));
  return joinPdf(frameOf(laid), parts, { createdAt, fonts });
}

function partsOf({ document, pages }: LaidDocument): readonly LaidPart[] {
  return document.sections.flatMap((section, index): LaidPart[] => {
    const own = pages.filter((page) => page.section === index);
    return own.length === 0 ? [] : [{ section, opensSection: true, ordinal: index, pages: own }];
  });
}
