/** A font and the characters that pages draw with it → in the end the objects of the subset that it needs. */
import { characterCodes } from "./character-codes.ts";
import { type CodePair, encodingCMap, toUnicodeCMap } from "./cmap.ts";
import {
  ended,
  type PdfkitDocument,
  type PdfkitFont,
  type PdfkitReference,
  withoutUndefined,
} from "./pdfmake-parts.ts";

/** Takes characters that content streams encode by `characterCodes`. @throws if the font has no glyph: our own mistake. */
export type DrawnFont = { readonly draw: (characters: string) => void };

/**
 * Makes a font draw exactly the characters and advances that layout measured: no kerning, no ligatures, no `locl`
 * (which changes single digits in Noto SC). Characters that share a glyph keep a code each, so that both read back
 * as written. pdfkit writes the subset when the document ends, and only if something was drawn.
 */
export function drawnFont(document: PdfkitDocument, font: PdfkitFont): DrawnFont {
  const codeOf = characterCodes(() => font.font.characterSet);
  /** By code point, the code. */
  const drawn = new Map<number, number>();
  font.embed = () => embed(document, font, drawn);
  return {
    draw: (characters) => {
      for (const character of characters) {
        const codePoint = character.codePointAt(0) ?? 0;
        if (drawn.has(codePoint)) continue;
        if (!font.font.hasGlyphForCodePoint(codePoint)) throw new Error(noGlyph(font.name, codePoint));
        drawn.set(codePoint, codeOf(codePoint));
      }
    },
  };
}

export function noGlyph(font: string, codePoint: number): string {
  return `${font} has no glyph for U+${codePoint.toString(16).padStart(4, "0")}`;
}

type DrawnGlyph = {
  readonly code: number;
  readonly codePoint: number;
  /** In the subset. */
  readonly glyph: number;
  /** In thousandths of the size. */
  readonly width: number;
};

function embed(document: PdfkitDocument, font: PdfkitFont, drawn: ReadonlyMap<number, number>): void {
  const glyphs = [...drawn]
    .sort(([, one], [, other]) => one - other)
    .map(([codePoint, code]): DrawnGlyph => {
      const { id, advanceWidth } = font.font.glyphForCodePoint(codePoint);
      return { code, codePoint, glyph: font.subset.includeGlyph(id), width: advanceWidth * font.scale };
    });
  const baseFont = `${subsetTag(font.id)}+${font.font.postscriptName.replaceAll(" ", "_")}`;
  const isCff = font.subset.cff !== undefined;
  const descriptor = descriptorOf(document, font, baseFont);
  const descendant = {
    Type: "Font",
    Subtype: isCff ? "CIDFontType0" : "CIDFontType2",
    BaseFont: baseFont,
    CIDSystemInfo: { Registry: new String("Adobe"), Ordering: new String("Identity"), Supplement: 0 },
    FontDescriptor: descriptor,
    DW: commonWidth,
    W: widthsOf(glyphs.map(({ code, glyph, width }) => [isCff ? glyph : code, width] as const)),
    CIDToGIDMap: isCff ? undefined : glyphMap(document, glyphs),
  };
  const cidFont = ended(document.ref(withoutUndefined(descendant)));
  const dictionary = font.ref();
  dictionary.data = {
    Type: "Font",
    Subtype: "Type0",
    BaseFont: baseFont,
    Encoding: isCff ? encoding(document, glyphs) : "Identity-H",
    DescendantFonts: [cidFont],
    ToUnicode: ended(document.ref({}), toUnicodeCMap(glyphs.map(({ code, codePoint }) => [code, codePoint]))),
  };
  dictionary.end();
}

/** Six capitals, as a subset's name begins; `F1`, `F2` … are pdfkit's ids. */
function subsetTag(id: string): string {
  let rest = Number(id.slice(1));
  let tag = "";
  for (let place = 0; place < 6; place++) {
    tag = String.fromCharCode(0x41 + (rest % 26)) + tag;
    rest = Math.floor(rest / 26);
  }
  return tag;
}

function descriptorOf(document: PdfkitDocument, font: PdfkitFont, baseFont: string): PdfkitReference {
  const { font: file, scale, subset } = font;
  const bytes = subset.encode();
  const isCff = subset.cff !== undefined;
  const fontFile = document.ref(isCff ? { Subtype: "CIDFontType0C" } : { Length1: bytes.length });
  const { minX, minY, maxX, maxY } = file.bbox;
  const descriptor = document.ref({
    Type: "FontDescriptor",
    FontName: baseFont,
    Flags: flagsOf(file),
    FontBBox: [minX, minY, maxX, maxY].map((value) => value * scale),
    ItalicAngle: file.italicAngle,
    Ascent: font.ascender,
    Descent: font.descender,
    CapHeight: (file.capHeight || file.ascent) * scale,
    XHeight: (file.xHeight || 0) * scale,
    StemV: 0,
    [isCff ? "FontFile3" : "FontFile2"]: ended(fontFile, bytes),
  });
  descriptor.end();
  return descriptor;
}

/** ISO 32000, table 121: 1 fixed pitch, 2 serif, 4 symbolic (codes of its own), 8 script, 64 italic. */
function flagsOf(file: PdfkitFont["font"]): number {
  const family = (file["OS/2"]?.sFamilyClass ?? 0) >> 8;
  const fixed = file.post.isFixedPitch ? 1 : 0;
  const serif = family >= 1 && family <= 7 ? 2 : 0;
  return fixed | serif | 4 | (family === 10 ? 8 : 0) | (file.head.macStyle.italic ? 64 : 0);
}

/** That of a Han character: only other widths are listed. */
const commonWidth = 1000;

function widthsOf(widths: readonly (readonly [cid: number, width: number])[]): readonly unknown[] {
  const others = widths.filter(([, width]) => width !== commonWidth).sort(([one], [other]) => one - other);
  const listed: (number | number[])[] = [];
  let next = -1;
  let open: number[] = [];
  for (const [cid, width] of others) {
    // Characters that share a glyph share its width.
    if (cid === next - 1) continue;
    if (cid !== next) {
      open = [];
      listed.push(cid, open);
    }
    open.push(width);
    next = cid + 1;
  }
  return listed;
}

/** Two bytes a code, up to the last that is drawn. */
function glyphMap(document: PdfkitDocument, glyphs: readonly DrawnGlyph[]): PdfkitReference {
  const map = Buffer.alloc(2 * ((glyphs.at(-1)?.code ?? 0) + 1));
  for (const { code, glyph } of glyphs) map.writeUInt16BE(glyph, 2 * code);
  return ended(document.ref({}), map);
}

/** A CFF font's own table leads from codes to glyphs, and fontkit renumbers it: a CMap maps its codes. */
function encoding(document: PdfkitDocument, glyphs: readonly DrawnGlyph[]): PdfkitReference {
  const pairs = glyphs.map(({ code, glyph }): CodePair => [code, glyph]);
  const data = {
    Type: "CMap",
    CMapName: "Huibian-Identity",
    CIDSystemInfo: { Registry: new String("Adobe"), Ordering: new String("Identity"), Supplement: 0 },
  };
  return ended(document.ref(data), encodingCMap(pairs));
}
