/** Text → the inside of the strings that draw it, and which characters each font has drawn. No PDF is needed yet. */
import type { Font, FontBook } from "../../layout/index.ts";
import { characterCodes, stringBytes } from "./character-codes.ts";
import { noGlyph } from "./drawn-font.ts";

export type CodedFont = {
  /** Of the font in every page's resources: it does not change with the fonts that other pages use. */
  readonly name: string;
  /** @throws if the font has no glyph: our own mistake. */
  readonly encode: (text: string) => string;
};

/** Each font's characters, by the font's key. */
export type DrawnCharacters = Readonly<Record<string, string>>;

export type CodedFonts = {
  readonly fontOf: (key: string) => CodedFont;
  /** What was encoded since this was last called. */
  readonly takeDrawn: () => DrawnCharacters;
};

/** One for many parts: what a character is in a font is found out once. */
export function openCodedFonts({ get }: FontBook): CodedFonts {
  const opened = new Map<string, CodedFont & { readonly drawn: Set<string> }>();
  return {
    fontOf: (key) => {
      const known = opened.get(key);
      if (known !== undefined) return known;
      const font = codedFont(key, get(key));
      opened.set(key, font);
      return font;
    },
    takeDrawn: () => {
      const taken: [key: string, characters: string][] = [];
      for (const [key, { drawn }] of opened) {
        if (drawn.size > 0) taken.push([key, [...drawn].join("")]);
        drawn.clear();
      }
      // Not in the order in which they were opened: that depends on the parts before.
      return Object.fromEntries(taken.sort(([one], [other]) => (one < other ? -1 : 1)));
    },
  };
}

function codedFont(
  key: string,
  { advance, characterSet }: Font,
): CodedFont & { readonly drawn: Set<string> } {
  const codeOf = characterCodes(characterSet);
  const known = new Map<string, string>();
  const drawn = new Set<string>();
  const find = (character: string): string => {
    const codePoint = character.codePointAt(0) ?? 0;
    if (advance(codePoint) === undefined) throw new Error(noGlyph(key, codePoint));
    const bytes = stringBytes(codeOf(codePoint));
    known.set(character, bytes);
    return bytes;
  };
  return {
    name: resourceName(key),
    drawn,
    encode: (text) => {
      let bytes = "";
      for (const written of text) {
        // A font has no tab; layout settles places, so that what is left of one is a space.
        const character = written === "\t" ? " " : written;
        bytes += known.get(character) ?? find(character);
        drawn.add(character);
      }
      return bytes;
    },
  };
}

/** A font's key as a PDF name. */
export function resourceName(key: string): string {
  return Array.from(new TextEncoder().encode(key), (byte) => {
    const character = String.fromCharCode(byte);
    return /[\w-]/u.test(character) ? character : `#${byte.toString(16).padStart(2, "0")}`;
  }).join("");
}
