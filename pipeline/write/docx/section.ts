/** A section → its pages' size, margins, numbers and watermark, and its blocks in the order of the pages. */
import { Header, type ISectionOptions, NumberFormat, PageOrientation } from "docx";
import type { LaidDocument, Page } from "../../layout/index.ts";
import type { PageGeometry, ResolvedSection } from "../../resolve/index.ts";
import type { Bookmark } from "./bookmarks.ts";
import { writeFlow } from "./flow.ts";
import { writeBlankFoot, writePageNumber } from "./page-number.ts";
import { twips } from "./units.ts";
import { writeWatermark } from "./watermark.ts";

/** Every section of the document, in order. */
export function writeSections(
  laid: LaidDocument,
  bookmarks: ReadonlyMap<string, Bookmark>,
): ISectionOptions[] {
  const { sections, watermark } = laid.document;
  return sections.map((section, index) => {
    const pages = laid.pages.filter((page) => page.section === index);
    return {
      properties: { page: pageProperties(section, pages) },
      // A section without heads or feet of its own goes on with those of the section before.
      ...(isNumbered(section) === isNumbered(sections[index - 1]) ? {} : { footers: footers(section) }),
      ...(watermark === undefined || index > 0 ? {} : { headers: headers(watermark) }),
      children: writeFlow(section, pages, bookmarks),
    };
  });
}

type PageProperties = NonNullable<NonNullable<ISectionOptions["properties"]>["page"]>;

function pageProperties(
  { page, orientation, numbering, continues }: ResolvedSection,
  pages: readonly Page[],
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
function footDistance({ height, bottom }: PageGeometry, pages: readonly Page[]): number {
  const foot = pages.find(({ footer }) => footer !== undefined)?.footer;
  return foot === undefined ? bottom / 2 : Math.max(0, height - foot.top - foot.height);
}

const isNumbered = (section: ResolvedSection | undefined): boolean =>
  section !== undefined && section.numbering !== "none";

function footers(section: ResolvedSection): NonNullable<ISectionOptions["footers"]> {
  if (!isNumbered(section)) return { default: writeBlankFoot(), even: writeBlankFoot() };
  return { default: writePageNumber("odd"), even: writePageNumber("even") };
}

function headers(watermark: string): NonNullable<ISectionOptions["headers"]> {
  const header = (index: number) => new Header({ children: [writeWatermark(watermark, index)] });
  return { default: header(1), even: header(2) };
}
