/** The theme + by how much a document's tables are set smaller → the theme with the sizes and pitches of their text. */
import type { TableSetting, TextStyle, Theme } from "../model/index.ts";

/** What the tight variant of a text style is called. A style that has one is one of tables, and may become as small as that. */
export function tightVariantOf(style: string): string {
  return `${style}-tight`;
}

/** Half points by which text may be set smaller; 0 if no style of the theme may. */
export function mostSmaller({ text }: Theme): number {
  const steps = Object.entries(text).map(([name, { size }]) => {
    const least = text[tightVariantOf(name)]?.size ?? size;
    return Math.floor((size - least) * 2);
  });
  return Math.max(0, ...steps);
}

/**
 * One size for a document: the tight variants, which a page group takes to save a page, differ from their styles by the
 * pitch alone.
 */
export function applySize(theme: Theme, { smaller }: Pick<TableSetting, "smaller">): Theme {
  const sized = Object.entries(theme.text).flatMap(([name, style]): [string, TextStyle][] => {
    const variant = theme.text[tightVariantOf(name)];
    if (variant === undefined || variant.size > style.size) return [];
    const size = Math.max(variant.size, style.size - smaller / 2);
    return [
      [name, scaled(style, size)],
      [tightVariantOf(name), scaled(variant, size)],
    ];
  });
  return { ...theme, text: { ...theme.text, ...Object.fromEntries(sized) } };
}

/** The pitch goes with the size, on half points. */
function scaled(style: TextStyle, size: number): TextStyle {
  if (style.size === size) return style;
  return { ...style, size, pitch: Math.round((style.pitch * size * 2) / style.size) / 2 };
}
