/** Font files → advances and coverage, character by character. The only place that opens fonts for measuring. */
import { type Face, faces } from "../model/index.ts";
import { openFace } from "./font-file.ts";
import { subsetFont } from "./subset-font.ts";

export type FontSource = {
  /** Short name, unique in the book, for example `song-regular`. */
  readonly key: string;
  /** Called once, when the font is first needed: the fonts of a book are 100 MB together. */
  readonly load: () => Uint8Array;
  /** PostScript name of one face of a TTC. */
  readonly collectionFace?: string;
};

/**
 * For each face the keys to try in turn; `latin` is tried first for Latin letters, digits and ASCII signs, but last for
 * titles: beside the heavy characters of 小标宋 the digits of Times are too light.
 */
export type FontChains = Readonly<
  Record<Face | "latin", { readonly regular: readonly string[]; readonly bold: readonly string[] }>
>;

export type Font = Pick<FontSource, "key" | "collectionFace"> & {
  readonly bytes: Uint8Array;
  /** Above and below the baseline, in em; descent is positive. */
  readonly ascent: number;
  readonly descent: number;
  /** In em; undefined if the font has no glyph. */
  readonly advance: (codePoint: number) => number | undefined;
  /** Every code point that it has a glyph for. */
  readonly characterSet: () => readonly number[];
  /** An OpenType file that draws these characters alone; those that it has no glyph for are left out. */
  readonly subset: (characters: ReadonlySet<number>) => Uint8Array;
};

export type FontBook = {
  /** @throws when the book has no such font: that is our own mistake. */
  readonly get: (key: string) => Font;
  /** The first font of the face's chain that has the character. */
  readonly pick: (face: Face, bold: boolean, codePoint: number) => Font | undefined;
};

/**
 * The fonts with their fall-back chains; each is opened when a character first needs it.
 *
 * @throws when a chain names a font that is not among the sources: that is our own mistake.
 */
export function openFonts(sources: readonly FontSource[], chains: FontChains): FontBook {
  const known = new Map(sources.map((source) => [source.key, source]));
  const opened = new Map<string, Font>();
  const get = (key: string): Font => {
    const source = known.get(key);
    if (source === undefined) throw new Error(`the font book has no font "${key}"`);
    const font = opened.get(key) ?? openFont(source);
    opened.set(key, font);
    return font;
  };
  for (const key of Object.values(chains).flatMap(({ regular, bold }) => [...regular, ...bold]))
    if (!known.has(key)) throw new Error(`a font chain names "${key}", which is not among the fonts`);
  const pickers = new Map<string, (codePoint: number) => Font | undefined>();
  for (const face of faces)
    for (const weight of ["regular", "bold"] as const)
      pickers.set(`${face} ${weight}`, picker(chains[face][weight], chains.latin[weight], { face, get }));
  return {
    get,
    pick: (face, bold, codePoint) => pickers.get(`${face} ${bold ? "bold" : "regular"}`)?.(codePoint),
  };
}

function picker(
  han: readonly string[],
  latin: readonly string[],
  { face, get }: { readonly face: Face; readonly get: (key: string) => Font },
): (codePoint: number) => Font | undefined {
  const known = new Map<number, Font | undefined>();
  const find = (codePoint: number) => {
    for (const key of isLatin(codePoint) && face !== "title" ? [...latin, ...han] : [...han, ...latin]) {
      const font = get(key);
      if (font.advance(codePoint) !== undefined) return font;
    }
    return undefined;
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

function openFont({ key, load, collectionFace }: FontSource): Font {
  const bytes = load();
  const font = openFace(bytes, collectionFace);
  const advances = new Map<number, number | undefined>();
  return {
    key,
    collectionFace,
    bytes,
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
    characterSet: () => font.characterSet,
    subset: (characters) => subsetFont(font, characters),
  };
}
