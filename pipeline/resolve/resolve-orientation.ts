/** A section and its fullest row → upright or across. */
import type { Block, Section, Theme } from "../model/index.ts";
import { resolveGeometry } from "./resolve-geometry.ts";

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
  const { width, left, right } = resolveGeometry(theme.page, "portrait");
  return (width - left - right) / Math.max(1, mostCells) < leastReadable ? "landscape" : "portrait";
}

/** Of all rows of all tables among the blocks. */
export function mostCellsIn(blocks: readonly Block[]): number {
  return blocks.reduce((most, block) => {
    if (block.kind !== "table") return most;
    return Math.max(most, ...[...block.header, ...block.body].map(({ cells }) => cells.length));
  }, 0);
}
