/** How tightly a page group is set: as designed, or tightened to save a page. */
import { type NamedTextStyle, tightVariantOf } from "../resolve/index.ts";

export type Density = {
  /** Factor on a table's vertical padding. */
  readonly padding: number;
  readonly styleOf: (style: NamedTextStyle) => NamedTextStyle;
};

export const asDesigned: Density = { padding: 1, styleOf: (style) => style };

/** A page group is tightened only if the page saved would have been this empty. */
export const fewLines = 0.5;

/** Factors on a table's vertical padding, the first with the pitch as designed, the others with the tight one. */
export const tighterPaddings = [0.5, 0.5, 0.25] as const;

/**
 * The steps by which a page group that spills over is tightened, mildest first: half the padding; then the `-tight`
 * variant of each text style (of the same size, with a smaller pitch), if the theme has one; then a quarter of the
 * padding.
 */
export function tighterThan(styles: readonly NamedTextStyle[]): readonly Density[] {
  const known = new Map(styles.map((style) => [style.name, style]));
  const styleOf = (style: NamedTextStyle) => known.get(tightVariantOf(style.name)) ?? style;
  return tighterPaddings.map((padding, step) => ({ ...asDesigned, padding, ...(step > 0 && { styleOf }) }));
}
