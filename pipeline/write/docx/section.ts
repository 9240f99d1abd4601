/** A section → its pages' size, margins, numbers and watermark, as docx takes them. */
import { type FileChild, Header, type ISectionOptions, NumberFormat, PageOrientation } from "docx";
import type { LaidFrame, PageFrame } from "../../layout/index.ts";
import type { PageGeometry, SectionFrame } from "../../resolve/index.ts";
import { writeBlankFoot, writePageNumber } from "./page-number.ts";
import { twips } from "./units.ts";
import { writeWatermark } from "./watermark.ts";

export type PagesOfSection<Of extends PageFrame = PageFrame> = {
  readonly section: SectionFrame;
  readonly pages: readonly Of[];
};

/** Every section of the document with its pages, in order. */
export function sectionsWithPages<Of extends PageFrame>({
  document,
  pages,
}: Pick<LaidFrame, "document"> & { readonly pages: readonly Of[] }): readonly PagesOfSection<Of>[] {
  const ofSection: Of[][] = document.sections.map(() => []);
  for (const page of pages) ofSection[page.section]?.push(page);
  return document.sections.map((section, index) => ({ section, pages: ofSection[index] ?? [] }));
}

/** What docx must know of every section; `body` makes what stands in it. */
export function writeSections<Of extends PageFrame>(
  sections: readonly PagesOfSection<Of>[],
  watermark: string | undefined,
  body: (section: PagesOfSection<Of>) => readonly FileChild[],
): ISectionOptions[] {
  return sections.map(({ section, pages }, index) => ({
    properties: { page: pageProperties(section, pages) },
    // A section without heads or feet of its own goes on with those of the section before.
    ...(isNumbered(section) === isNumbered(sections[index - 1]?.section)
      ? {}
      : { footers: footers(section) }),
    ...(watermark === undefined || index > 0 ? {} : { headers: headers(watermark) }),
    children: body({ section, pages }),
  }));
}

type PageProperties = NonNullable<NonNullable<ISectionOptions["properties"]>["page"]>;

function pageProperties(
  { page, orientation, numbering, continues }: SectionFrame,
  pages: readonly PageFrame[],
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
      footer: twips(footDistance(page, pages)),
      gutter: 0,
    },
    ...(numbering === "none"
      ? {}
      : {
          pageNumbers: {
            formatType: numbering === "roman" ? NumberFormat.UPPER_ROMAN : NumberFormat.DECIMAL,
            ...(continues ? {} : { start: 1 }),
          },
        }),
  };
}

/** From the sheet's edge up to the number's line, which layout placed. */
function footDistance({ height, bottom }: PageGeometry, pages: readonly PageFrame[]): number {
  const foot = pages.find(({ footer }) => footer !== undefined)?.footer;
  return foot === undefined ? bottom / 2 : Math.max(0, height - foot.top - foot.height);
}

const isNumbered = (section: SectionFrame | undefined): boolean =>
  section !== undefined && section.numbering !== "none";

function footers(section: SectionFrame): NonNullable<ISectionOptions["footers"]> {
  if (!isNumbered(section)) return { default: writeBlankFoot(), even: writeBlankFoot() };
  return { default: writePageNumber("odd"), even: writePageNumber("even") };
}

function headers(watermark: string): NonNullable<ISectionOptions["headers"]> {
  const header = (index: number) => new Header({ children: [writeWatermark(watermark, index)] });
  return { default: header(1), even: header(2) };
}
