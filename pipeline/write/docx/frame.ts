/** The frame of a laid document → the package that docx builds around it, open at the places of the sections' blocks. */
import {
  Document,
  type ICommentsOptions,
  type ISectionOptions,
  NumberFormat,
  Packer,
  PageOrientation,
  Paragraph,
  SectionType,
} from "docx";
import { beginsCount, type LaidFrame, type LaidLine, type PageFrame } from "../../layout/index.ts";
import type { DocumentFrame, PageGeometry, SectionFrame } from "../../resolve/index.ts";
import { writeBlankFoot, writePageNumber, writeWatermark } from "./heads-and-feet.ts";
import { withoutUnused } from "./unused-parts.ts";
import { twips } from "./xml.ts";

export type PackageFrame = {
  /** Every part but `word/document.xml`, by its path, in docx's order. */
  readonly parts: ReadonlyMap<string, string>;
  /** `word/document.xml` up to the first block. */
  readonly head: string;
  /** In order; that of the last section is in `tail`. */
  readonly sectionEnds: readonly SectionEnd[];
  readonly tail: string;
};

/** A `w:sectPr` for the last paragraph of its section. */
export type SectionEnd = {
  /** Of the document, from 0; absent if it is a blank page. */
  readonly section: number | undefined;
  readonly xml: string;
};

export const documentPath = "word/document.xml";

/** docx gets one empty paragraph per section and writes only the package around it. */
export function buildFrame(frame: LaidFrame, comments?: ICommentsOptions): PackageFrame {
  const { document, pages } = frame;
  const feet = firstFeet(pages);
  const planned = planSections(frame).map(({ head, section }) => {
    const foot = section === undefined ? undefined : feet.get(section);
    return { head, section, foot, aboveFoot: heightAboveFoot(head, foot) };
  });
  const sections = planned.map(({ head, foot, aboveFoot }, index) => ({
    properties: {
      page: pageProperties(head, foot),
      type: document.twoSided && index > 0 && beginsCount(head) ? SectionType.ODD_PAGE : undefined,
    },
    // A section without heads or feet takes over those of the section before.
    footers: planned[index - 1]?.aboveFoot === aboveFoot ? undefined : footers(aboveFoot, document),
    headers: index > 0 ? undefined : headers(document),
    children: [new Paragraph({ style: placeholderStyleId })],
  }));
  const parts = new Map(withoutUnused(partsOf(new Document({ sections, comments }))));
  const around = splitAtPlaceholders(parts.get(documentPath) ?? "");
  parts.delete(documentPath);
  if (around.sectionEnds.length !== sections.length)
    throw new Error(`docx wrote ${around.sectionEnds.length} sections of ${sections.length}`);
  const sectionEnds = around.sectionEnds.map((xml, index) => ({ section: planned[index]?.section, xml }));
  return { parts, ...around, sectionEnds };
}

/**
 * What docx itself puts into its zip: it hands that out deflated only, in JavaScript, which for a small report costs as much
 * as all else of its DOCX. Its compiler is no public part of it, so what comes from there is looked at.
 */
function partsOf(document: Document): ReadonlyMap<string, string> {
  const compiler: { readonly compile: (file: Document, indent: undefined, overrides: []) => unknown } =
    Reflect.get(Packer, "compiler");
  const compiled = compiler.compile(document, undefined, []);
  if (!(compiled instanceof Map)) throw new Error("docx wrote its parts in a way that is not known");
  return new Map(
    Array.from(compiled, ([path, content]) => {
      if (typeof content !== "string") throw new Error(`docx wrote ${path} as no text`);
      return [String(path), content];
    }),
  );
}

type PlannedSection = { readonly head: SectionFrame; readonly section: number | undefined };

/**
 * The document's sections, and before those that follow a blank page one for that page. Word would leave a page blank
 * of its own accord where a section begins on an odd page, and so would LibreOffice, but not in its PDFs: only a page
 * that is there has the same sheets in all of them.
 */
function planSections({ document, pages }: LaidFrame): readonly PlannedSection[] {
  const facing = new Map(
    pages.flatMap(({ blank, section }, index) =>
      blank ? [[pages[index + 1]?.section, document.sections[section]] as const] : [],
    ),
  );
  return document.sections.flatMap((head, section): readonly PlannedSection[] => {
    const before = facing.get(section);
    if (before === undefined) return [{ head, section }];
    const blank = { ...before, numbering: "none", continues: true, centred: false } as const;
    return [
      { head: blank, section: undefined },
      { head, section },
    ];
  });
}

const placeholderStyleId = "blocks-stand-here";
const opening = `<w:p><w:pPr><w:pStyle w:val="${placeholderStyleId}"/>`;
const closing = "</w:pPr></w:p>";

type Split = Pick<PackageFrame, "head" | "tail"> & { readonly sectionEnds: readonly string[] };

function splitAtPlaceholders(xml: string): Split {
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

/**
 * Between the text and the page number, twips; undefined if the pages have none. On a section's first page at the right
 * LibreOffice 7.4 lets the text run down to the foot, which therefore has to begin where the text should end.
 */
function heightAboveFoot({ page, numbering }: SectionFrame, foot: LaidLine | undefined): number | undefined {
  if (numbering === "none") return undefined;
  const height = twips(page.bottom) - twips(footDistance(page, foot)) - twips(foot?.height ?? 0);
  // A foot that is a twip too high would move the text up.
  return Math.max(0, height - 1);
}

type Footers = NonNullable<ISectionOptions["footers"]>;

/** Those of even pages count only if left and right pages differ. */
function footers(aboveFoot: number | undefined, { twoSided }: DocumentFrame): Footers {
  const foot = (side: "odd" | "even") =>
    aboveFoot === undefined ? writeBlankFoot() : writePageNumber(side, aboveFoot);
  return twoSided ? { default: foot("odd"), even: foot("even") } : { default: foot("odd") };
}

function headers({ watermark, twoSided, fonts }: DocumentFrame): ISectionOptions["headers"] {
  if (watermark === undefined) return undefined;
  const everywhere = { default: writeWatermark(watermark, 1, fonts.song) };
  return twoSided ? { ...everywhere, even: writeWatermark(watermark, 2, fonts.song) } : everywhere;
}
