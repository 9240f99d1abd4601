/** Millimetres of the house style → the sheet in points, upright or across; shares of a table → column widths. */
import type { PageStyle, Section, Theme } from "../model/index.ts";
import type { PageGeometry } from "./resolved.ts";

const pointsPerMillimetre = 72 / 25.4;

/** Twentieths of a point: what Word stores. Rounding here keeps both formats equal to the last digit. */
export function toTwip(points: number): number {
  return Math.round(points * 20) / 20;
}

/**
 * The sheet in points. A landscape sheet is the upright one turned a quarter clockwise, so that its
 * binding margin lies at the top (GB/T 9704-2012, 10.4: tables laid across the sheet).
 */
export function resolveGeometry(page: PageStyle, orientation: "portrait" | "landscape"): PageGeometry {
  const mm = (value: number) => toTwip(value * pointsPerMillimetre);
  const upright = {
    width: mm(page.width),
    height: mm(page.height),
    top: mm(page.marginTop),
    bottom: mm(page.marginBottom),
    left: mm(page.marginLeft),
    right: mm(page.marginRight),
  };
  if (orientation === "portrait") return upright;
  const { width, height, top, bottom, left, right } = upright;
  return { width: height, height: width, top: left, bottom: right, left: bottom, right: top };
}

/** What the margins leave of a sheet, pt. */
export function typeArea({ width, height, top, bottom, left, right }: PageGeometry): {
  readonly width: number;
  readonly height: number;
} {
  return { width: width - left - right, height: height - top - bottom };
}

/** Least readable width of a column, pt: three characters of 五号 (10.5 pt) and the padding beside them. */
const leastReadable = 38;

/**
 * `auto` lays a section across the sheet as soon as the row with the most cells would leave each of them less
 * than a readable width upright. Grid columns are not counted: a form may use many of them for its spans alone.
 */
export function resolveOrientation(
  { orientation, mostCells }: Pick<Section, "orientation"> & { readonly mostCells: number },
  theme: Theme,
): "portrait" | "landscape" {
  if (orientation !== "auto") return orientation;
  const { width } = typeArea(resolveGeometry(theme.page, "portrait"));
  return width / Math.max(1, mostCells) < leastReadable ? "landscape" : "portrait";
}

/** Both writers read these widths, so a column cannot be 38 mm in Word and 41 mm in the PDF. */
export function resolveWidths(shares: readonly number[], available: number): readonly number[] {
  const total = shares.reduce((sum, share) => sum + share, 0);
  // Edges are rounded, not widths, so that the columns always add up to the whole.
  let seen = 0;
  let edge = 0;
  return shares.map((share) => {
    seen += share;
    const next = toTwip((available * seen) / total);
    const width = toTwip(next - edge);
    edge = next;
    return width;
  });
}
