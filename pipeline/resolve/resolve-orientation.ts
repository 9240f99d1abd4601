/** A section and its widest table → upright or across. */
import type { Section, Theme } from "../model/index.ts";
import { resolveGeometry } from "./resolve-geometry.ts";

/** Least readable width of a column, pt: three characters of 五号 (10.5 pt) and the padding beside them. */
const leastReadable = 38;

/**
 * `auto` lays a section across the sheet as soon as the row with the most cells would leave each of them less
 * than a readable width upright. Grid columns are not counted: a form may use many of them for its spans alone.
 */
export function resolveOrientation(section: Section, theme: Theme): "portrait" | "landscape" {
  if (section.orientation !== "auto") return section.orientation;
  const { width, left, right } = resolveGeometry(theme.page, "portrait");
  const mostCells = section.blocks.reduce((most, block) => {
    if (block.kind !== "table") return most;
    return Math.max(most, ...[...block.header, ...block.body].map(({ cells }) => cells.length));
  }, 1);
  return (width - left - right) / mostCells < leastReadable ? "landscape" : "portrait";
}
