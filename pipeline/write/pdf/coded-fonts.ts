/** Text → the codes that draw it, and which characters each font has drawn. No PDF is needed yet. */
import type { Font, FontBook } from "../../layout/index.ts";
import { isSelector } from "../../model/index.ts";
import { characterCodes } from "./character-codes.ts";
import type { ContentStream } from "./content-stream.ts";
import { noGlyph } from "./drawn-font.ts";

export type CodedFont = {
  /** Of the font in every page's resources: it does not change with the fonts that other pages use. */
  readonly name: string;
  /** Writes the inside of the string that draws a text. @throws if the font has no glyph: our own mistake. */
  readonly draw: (text: string, stream: ContentStream) => void;
};

/** Each font's characters, by the font's key. */
export type DrawnCharacters = Readonly<Record<string, string>>;

export type CodedFonts = {
  readonly fontOf: (key: string) => CodedFont;
  /** What was drawn since this was last called. */
  readonly takeDrawn: () => DrawnCharacters;
};

/** One for many parts: what a character is in a font is found out once. */
export function openCodedFonts({ get }: FontBook): CodedFonts {
  const opened = new Map<string, CodedFont & { readonly drawn: Set<number> }>();
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
        if (drawn.size > 0)
          taken.push([key, Array.from(drawn, (codePoint) => String.fromCodePoint(codePoint)).join("")]);
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
): CodedFont & { readonly drawn: Set<number> } {
  const codeOf = characterCodes(characterSet);
  const drawn = new Set<number>();
  const found = (codePoint: number) => {
    if (advance(codePoint) === undefined) throw new Error(noGlyph(key, codePoint));
    drawn.add(codePoint);
  };
  return {
    name: resourceName(key),
    drawn,
    draw: (text, stream) => {
      for (let at = 0; at < text.length; at += 1) {
        const written = text.codePointAt(at) ?? 0;
        if (written > 0xffff) at += 1;
        if (isSelector(written)) continue;
        // A font has no tab; layout settles places, so that what is left of one is a space.
        const codePoint = written === tab ? space : written;
        if (!drawn.has(codePoint)) found(codePoint);
        stream.code(codeOf(codePoint));
      }
    },
  };
}

const [tab, space] = [0x09, 0x20];

/** A font's key as a PDF name. */
export function resourceName(key: string): string {
  return Array.from(new TextEncoder().encode(key), (byte) => {
    const character = String.fromCharCode(byte);
    return /[\w-]/u.test(character) ? character : `#${byte.toString(16).padStart(2, "0")}`;
  }).join("");
}
