/** Font files → advances and coverage, character by character. The only place that opens fonts for measuring. */
import * as fontkit from "fontkit";
import { type Face, faces } from "../model/index.ts";

export type FontSource = {
  /** Short name, unique in the book, for example `song-regular`. */
  readonly key: string;
  readonly bytes: Uint8Array;
  /** PostScript name of one face of a TTC. */
  readonly collectionFace?: string;
};

/** For each face the keys to try in turn; `latin` is tried first for Latin letters, digits and ASCII signs. */
export type FontChains = {
  readonly [F in Face]: { readonly regular: readonly string[]; readonly bold: readonly string[] };
} & { readonly latin: { readonly regular: readonly string[]; readonly bold: readonly string[] } };

export type Font = FontSource & {
  /** Above and below the baseline, in em; descent is positive. */
  readonly ascent: number;
  readonly descent: number;
  /** In em; absent where the font has no glyph. */
  readonly advance: (codePoint: number) => number | undefined;
};

export type FontBook = {
  readonly fonts: ReadonlyMap<string, Font>;
  /** The first font of the face's chain that has the character. */
  readonly pick: (face: Face, bold: boolean, codePoint: number) => Font | undefined;
};

/**
 * Opens the fonts and their fall-back chains.
 *
 * @throws when a chain names a font that is not among the sources: that is our own mistake.
 */
export function openFonts(sources: readonly FontSource[], chains: FontChains): FontBook {
  const fonts = new Map(sources.map((source) => [source.key, openFont(source)]));
  const chainOf = (keys: readonly string[]): readonly Font[] =>
    keys.map((key) => {
      const font = fonts.get(key);
      if (font === undefined) throw new Error(`font chain names "${key}", which was not opened`);
      return font;
    });
  const pickers = new Map<string, (codePoint: number) => Font | undefined>();
  for (const face of faces)
    for (const weight of ["regular", "bold"] as const)
      pickers.set(`${face} ${weight}`, picker(chainOf(chains.latin[weight]), chainOf(chains[face][weight])));
  return {
    fonts,
    pick: (face, bold, codePoint) => pickers.get(`${face} ${bold ? "bold" : "regular"}`)?.(codePoint),
  };
}

function picker(latin: readonly Font[], han: readonly Font[]): (codePoint: number) => Font | undefined {
  const known = new Map<number, Font | undefined>();
  const find = (codePoint: number) => {
    const chain = isLatin(codePoint) ? [...latin, ...han] : [...han, ...latin];
    return chain.find((font) => font.advance(codePoint) !== undefined);
  };
  return (codePoint) => {
    if (known.has(codePoint)) return known.get(codePoint);
    const font = find(codePoint);
    known.set(codePoint, font);
    return font;
  };
}

// Quotation marks, dashes and signs such as ≥ and × are full-width in Chinese text: the Han font draws them,
// as Word does with its East Asian slot. Only what Word puts into the Latin slot is Latin here.
function isLatin(codePoint: number): boolean {
  return (
    codePoint < 0x7f || (codePoint >= 0xc0 && codePoint <= 0x24f && codePoint !== 0xd7 && codePoint !== 0xf7)
  );
}

function openFont(source: FontSource): Font {
  const opened = fontkit.create(Buffer.from(source.bytes), source.collectionFace);
  const font = "fonts" in opened ? opened.fonts[0] : opened;
  if (font === undefined) throw new Error(`font "${source.key}" holds no face`);
  const advances = new Map<number, number | undefined>();
  return {
    ...source,
    ascent: font.ascent / font.unitsPerEm,
    descent: -font.descent / font.unitsPerEm,
    advance: (codePoint) => {
      if (advances.has(codePoint)) return advances.get(codePoint);
      const width = font.hasGlyphForCodePoint(codePoint)
        ? font.glyphForCodePoint(codePoint).advanceWidth / font.unitsPerEm
        : undefined;
      advances.set(codePoint, width);
      return width;
    },
  };
}
