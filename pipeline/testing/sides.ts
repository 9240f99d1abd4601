/** Pages of a PDF → what is printed at the foot of each, and at which edge: what a sheet's front and back must agree on. */
import { type PdfPage, textInBox } from "./read-pdf.ts";
import { solid } from "./solid.ts";

/** Of the lower margin, 35 mm, without the room above the page number. */
const footHeight = (32 / 25.4) * 72;

/** `3 right`, `II left`, for each page; `blank` if nothing stands on it, `-` if it has no number. */
export function sidesOf(pages: readonly PdfPage[]): readonly string[] {
  return pages.map((page) => {
    const upright = page.items.filter(({ slanted }) => !slanted);
    if (upright.length === 0) return "blank";
    const { width, height } = page;
    const number = /^—(\w+)—$/u.exec(solid(textInBox(page, 0, height - footHeight, width, height)))?.[1];
    if (number === undefined) return "-";
    const foot = upright.filter(({ y }) => y > height - footHeight);
    const middle =
      (Math.min(...foot.map(({ x }) => x)) + Math.max(...foot.map((one) => one.x + one.width))) / 2;
    return `${number} ${middle > width / 2 ? "right" : "left"}`;
  });
}

/** Odd numbers on right-hand pages, which are the first, third, … of the document, and every number at its outer edge. */
export function wrongSides(sides: readonly string[]): readonly string[] {
  return sides.filter((side, index) => {
    const edge = /(?:left|right)$/u.exec(side)?.[0];
    return edge !== undefined && edge !== (index % 2 === 0 ? "right" : "left");
  });
}
