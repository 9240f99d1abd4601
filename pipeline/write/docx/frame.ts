/** The frame of a laid document → the package that docx builds around it, open at the places of the sections' blocks. */
import { Document, type ISectionOptions, NumberFormat, Packer, PageOrientation, Paragraph } from "docx";
import { strFromU8, unzipSync } from "fflate";
import type { LaidFrame, LaidLine, PageFrame } from "../../layout/index.ts";
import type { PageGeometry, SectionFrame } from "../../resolve/index.ts";
import { writeBlankFoot, writePageNumber, writeWatermark } from "./heads-and-feet.ts";
import { twips } from "./xml.ts";

export type PackageFrame = {
  /** Every part but `word/document.xml`, by its path, in docx's order. */
  readonly parts: ReadonlyMap<string, string>;
  /** `word/document.xml` up to the first block. */
  readonly head: string;
  /** Each section's `w:sectPr` for its last paragraph; that of the last section is in `tail`. */
  readonly sectionEnds: readonly string[];
  readonly tail: string;
};

export const documentPath = "word/document.xml";

/** docx gets one empty paragraph per section and writes only the package around it. */
export async function buildFrame({ document, pages }: LaidFrame): Promise<PackageFrame> {
  const feet = firstFeet(pages);
  const sections = document.sections.map((section, index) => ({
    properties: { page: pageProperties(section, feet.get(index)) },
    // A section without heads or feet takes over those of the section before.
    footers: isNumbered(section) === isNumbered(document.sections[index - 1]) ? undefined : footers(section),
    headers: index > 0 ? undefined : headers(document.watermark),
    children: [new Paragraph({ style: placeholderStyleId })],
  }));
  // docx hands its parts out in a zip only; these are small.
  const files = unzipSync(await Packer.toBuffer(new Document({ sections })));
  const parts = new Map(Object.entries(files).map(([path, bytes]) => [path, strFromU8(bytes)]));
  const around = splitAtPlaceholders(parts.get(documentPath) ?? "");
  parts.delete(documentPath);
  if (around.sectionEnds.length !== sections.length)
    throw new Error(`docx wrote ${around.sectionEnds.length} sections of ${sections.length}`);
  return { parts, ...around };
}

const placeholderStyleId = "blocks-stand-here";
const opening = `<w:p><w:pPr><w:pStyle w:val="${placeholderStyleId}"/>`;
const closing = "</w:pPr></w:p>";

function splitAtPlaceholders(xml: string): Pick<PackageFrame, "head" | "sectionEnds" | "tail"> {
  const [head = "", ...others] = xml.split(opening);
  const sectionEnds: string[] = [];
  let tail = "";
  for (const other of others) {
    if (tail !== "") throw new Error("docx wrote something between two sections");
    const end = other.indexOf(closing);
    if (end < 0) throw new Error("docx wrote a paragraph in a way that is not known");
    sectionEnds.push(other.slice(0, end));
    tail = other.slice(end + closing.length);
  }
  return { head, sectionEnds, tail };
}

type PageProperties = NonNullable<NonNullable<ISectionOptions["properties"]>["page"]>;

function pageProperties(
  { page, orientation, numbering, continues }: SectionFrame,
  foot: LaidLine | undefined,
): PageProperties {
  const landscape = orientation === "landscape";
  // docx turns the sheet itself when it hears "landscape".
  const [width, height] = landscape ? [page.height, page.width] : [page.width, page.height];
  return {
    size: {
      width: twips(width),
      height: twips(height),
      orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
    },
    margin: {
      top: twips(page.top),
      bottom: twips(page.bottom),
      left: twips(page.left),
      right: twips(page.right),
      header: twips(page.top / 2),
      footer: twips(footDistance(page, foot)),
      gutter: 0,
    },
    pageNumbers:
      numbering === "none"
        ? undefined
        : {
            formatType: numbering === "roman" ? NumberFormat.UPPER_ROMAN : NumberFormat.DECIMAL,
            start: continues ? undefined : 1,
          },
  };
}

/** Each section's first printed page number, as layout placed it. */
function firstFeet(pages: readonly PageFrame[]): ReadonlyMap<number, LaidLine> {
  const feet = new Map<number, LaidLine>();
  for (const { section, footer } of pages)
    if (footer !== undefined && !feet.has(section)) feet.set(section, footer);
  return feet;
}

/** From the sheet's edge up to the number's line. */
function footDistance({ height, bottom }: PageGeometry, foot: LaidLine | undefined): number {
  return foot === undefined ? bottom / 2 : Math.max(0, height - foot.top - foot.height);
}

const isNumbered = (section: SectionFrame | undefined): boolean =>
  section !== undefined && section.numbering !== "none";

function footers(section: SectionFrame): NonNullable<ISectionOptions["footers"]> {
  if (!isNumbered(section)) return { default: writeBlankFoot(), even: writeBlankFoot() };
  return { default: writePageNumber("odd"), even: writePageNumber("even") };
}

function headers(watermark: string | undefined): ISectionOptions["headers"] {
  if (watermark === undefined) return undefined;
  return { default: writeWatermark(watermark, 1), even: writeWatermark(watermark, 2) };
}
