/** The bytes of a font file → its faces and what they are called. The only place that knows fontkit. */
import * as fontkit from "fontkit";
import { charstringsEnd } from "./charstrings-end.ts";
import { outlinesEnd, type TablePlaces } from "./outlines-end.ts";

/** One face of a TTF, OTF or TTC. */
export type FontFace = {
  /** The PostScript name, by which a face of a collection is chosen. */
  readonly postscriptName: string;
  /** Family names in every language the font gives, as written. */
  readonly families: readonly string[];
  readonly bold: boolean;
  /** One of several faces in its file. */
  readonly inCollection: boolean;
};

/** The faces in a font file; undefined if the bytes are no readable font, or a face has no name, or glyphs that print nothing. */
export function readFontFaces(bytes: Uint8Array): readonly FontFace[] | undefined {
  const opened = tryOpen(bytes);
  if (opened === undefined) return undefined;
  const fonts = "fonts" in opened ? opened.fonts : [opened];
  const outlinesAreSound = outlineCheck(bytes);
  const named = fonts.flatMap((font) => readNames(font, bytes, outlinesAreSound) ?? []);
  if (named.length < fonts.length) return undefined;
  return named.map((names) => ({ ...names, inCollection: fonts.length > 1 }));
}

function readNames(
  font: fontkit.Font,
  bytes: Uint8Array,
  outlinesAreSound: (font: fontkit.Font) => boolean,
): Omit<FontFace, "inCollection"> | undefined {
  try {
    if (!isWhole(font, bytes) || !outlinesAreSound(font)) return undefined;
    const postscriptName = textOf(font.postscriptName);
    if (postscriptName === undefined || !printsText(font)) return undefined;
    const bold = /bold|black|heavy/iu.test(textOf(font.subfamilyName) ?? "");
    return { postscriptName, families: familiesOf(font), bold };
  } catch {
    // fontkit reads the tables of names only now, and throws if they are damaged.
    return undefined;
  }
}

/** Whether outlines come to an end. Faces of a collection share them, and to follow those of a large font takes seconds. */
function outlineCheck(bytes: Uint8Array): (font: fontkit.Font) => boolean {
  const known = new Map<string, boolean>();
  return (font) => {
    const tables = tablesOf(font);
    const readBy = tables.glyf === undefined ? ["CFF ", "CFF2"] : outlineTables;
    const key = readBy.map((tag) => tables[tag]?.offset).join(" ");
    const before = known.get(key);
    if (before !== undefined) return before;
    // So it stays if they lead out of the file, which throws.
    known.set(key, false);
    const ends = outlinesEnd(bytes, tables) && charstringsEnd(bytes, font);
    known.set(key, ends);
    return ends;
  };
}

/** All that outlines are read by. CFF needs no head, which is another for each face. */
const outlineTables = ["head", "maxp", "loca", "glyf", "CFF ", "CFF2"];

/** Whether all that its list of tables names is in the file: of one that is cut off the first characters may be sound. */
function isWhole(font: fontkit.Font, bytes: Uint8Array): boolean {
  return Object.values(tablesOf(font)).every(({ offset, length }) => offset + length <= bytes.length);
}

function tablesOf(font: fontkit.Font): TablePlaces {
  const { directory } = font as { readonly directory?: { readonly tables?: TablePlaces } };
  return directory?.tables ?? {};
}

const sampled = Array.from(
  "0258AEMaegmo一三年度预算项目绩效指标的国",
  (character) => character.codePointAt(0) ?? 0,
);

/**
 * Whether some everyday characters, as far as the font has them, have a width and an outline of their size. A font that
 * was damaged on its way may have sound names and print a page of nothing, or of blots.
 * @throws where fontkit does, of outlines that cannot be read.
 */
function printsText(font: fontkit.Font): boolean {
  const em = font.unitsPerEm;
  return sampled
    .filter((character) => font.hasGlyphForCodePoint(character))
    .every((character) => {
      const { advanceWidth, bbox } = font.glyphForCodePoint(character);
      const edges = [bbox.minX, bbox.minY, bbox.maxX, bbox.maxY];
      return advanceWidth > 0 && edges.every((edge) => Math.abs(edge) < 3 * em) && bbox.maxX > bbox.minX;
    });
}

/** The types promise a text; of a damaged table of names fontkit makes null. */
function textOf(name: unknown): string | undefined {
  return typeof name === "string" ? name : undefined;
}

/**
 * @throws when the bytes are no font, or the collection has no face of that name: sources are looked at with
 * `readFontFaces` before they are opened.
 */
export function openFace(bytes: Uint8Array, postscriptName: string | undefined): fontkit.Font {
  const opened = fontkit.create(asBuffer(bytes), postscriptName);
  const font = opened !== null && "fonts" in opened ? opened.fonts[0] : opened;
  // fontkit answers null for a face that a collection does not have.
  if (font === undefined || font === null)
    throw new Error(`no face "${postscriptName ?? ""}" in the font file`);
  return font;
}

function tryOpen(bytes: Uint8Array): fontkit.Font | fontkit.FontCollection | undefined {
  try {
    return fontkit.create(asBuffer(bytes)) ?? undefined;
  } catch {
    // fontkit throws for anything that is no font; the caller names the file.
    return undefined;
  }
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

// The types know the preferred family only; the name table has one for each language, 宋体 beside SimSun.
function familiesOf(font: fontkit.Font): readonly string[] {
  const { name } = font as {
    readonly name?: { readonly records?: { readonly fontFamily?: Record<string, unknown> } };
  };
  const families = [font.familyName, ...Object.values(name?.records?.fontFamily ?? {})];
  return [...new Set(families.flatMap((family) => textOf(family) ?? []))];
}
