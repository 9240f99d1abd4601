/**
 * Some characters of a font → an OpenType file that draws these alone. A browser asks for more tables than a PDF: a
 * map from characters to glyphs, and the few facts that follow.
 *
 * Tables and their fields: OpenType 1.9.1, https://learn.microsoft.com/typography/opentype/spec/otff
 */
import type * as fontkit from "fontkit";

/** Each character's own glyph, without kerning, ligatures and local forms: as pages are measured. */
export function subsetFont(font: fontkit.Font, characters: ReadonlySet<number>): Uint8Array {
  const subset = font.createSubset();
  const glyphs = [...characters]
    .filter((codePoint) => font.hasGlyphForCodePoint(codePoint))
    .sort((one, other) => one - other)
    .map((codePoint): MappedGlyph => {
      // The types promise a boolean; it is the glyph's number in the subset.
      return { codePoint, glyph: Number(subset.includeGlyph(font.glyphForCodePoint(codePoint))) };
    });
  const encoded = Buffer.from(subset.encode());
  // fontkit writes Apple's own mark of TrueType outlines; of CFF outlines it writes no file at all.
  const isCff = encoded.toString("latin1", 0, 4) !== "true";
  const drawn = isCff ? cffTables(font, encoded, glyphs) : tablesIn(encoded);
  return assemble(isCff ? openTypeCff : trueType, [
    ...drawn,
    ["OS/2", os2(font, glyphs)],
    ["cmap", cmap(glyphs)],
    ["name", names()],
    ["post", post()],
  ]);
}

type MappedGlyph = { readonly codePoint: number; readonly glyph: number };
type Table = readonly [tag: string, bytes: Buffer];

const trueType = 0x00010000;
const openTypeCff = 0x4f54544f;
const headerBytes = 12;
const recordBytes = 16;

function tablesIn(file: Buffer): readonly Table[] {
  const count = file.readUInt16BE(4);
  return Array.from({ length: count }, (_, index) => {
    const at = headerBytes + recordBytes * index;
    const from = file.readUInt32BE(at + 8);
    const tag = file.toString("latin1", at, at + 4);
    return [tag, file.subarray(from, from + file.readUInt32BE(at + 12))] as const;
  });
}

/** A subset of CFF outlines is the bare outlines: their metrics are told beside them. */
function cffTables(font: fontkit.Font, cff: Buffer, glyphs: readonly MappedGlyph[]): readonly Table[] {
  const advances = new Map(
    glyphs.map(({ codePoint, glyph }) => [glyph, font.glyphForCodePoint(codePoint).advanceWidth]),
  );
  const count = Math.max(0, ...advances.keys()) + 1;
  const metrics = Buffer.alloc(4 * count);
  for (const [glyph, advance] of advances) metrics.writeUInt16BE(advance, 4 * glyph);
  return [
    ["CFF ", cff],
    ["head", head(font)],
    ["hhea", hhea(font, count)],
    ["hmtx", metrics],
    ["maxp", numbers([0x0000, 0x5000, count])],
  ];
}

function head({ unitsPerEm, bbox }: fontkit.Font): Buffer {
  const { minX, minY, maxX, maxY } = bbox;
  const magic = [0x5f0f, 0x3cf5];
  const dates = new Array<number>(8).fill(0);
  return numbers([
    1,
    0,
    1,
    0,
    0,
    0,
    ...magic,
    0,
    unitsPerEm,
    ...dates,
    minX,
    minY,
    maxX,
    maxY,
    0,
    8,
    2,
    0,
    0,
  ]);
}

function hhea({ ascent, descent, unitsPerEm }: fontkit.Font, glyphs: number): Buffer {
  return numbers([1, 0, ascent, descent, 0, unitsPerEm, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, glyphs]);
}

/** Version 3; what it says of the font's look decides nothing, as text is placed by its baseline. */
function os2({ unitsPerEm, ascent, descent }: fontkit.Font, glyphs: readonly MappedGlyph[]): Buffer {
  const table = Buffer.alloc(96);
  const put = (at: number, values: readonly number[]) => numbers(values).copy(table, at);
  const [first, last] = [glyphs[0]?.codePoint ?? 0, glyphs.at(-1)?.codePoint ?? 0];
  const installable = 0;
  put(0, [3, unitsPerEm, 400, 5, installable]);
  const regular = 0x40;
  put(62, [regular, Math.min(first, 0xffff), Math.min(last, 0xffff)]);
  put(68, [ascent, descent, 0, Math.max(0, ascent), Math.max(0, -descent)]);
  return table;
}

/** Format 12, which reaches all characters: a group of one each, or of neighbours with neighbouring glyphs. */
function cmap(glyphs: readonly MappedGlyph[]): Buffer {
  const groups: { readonly from: MappedGlyph; length: number }[] = [];
  for (const one of glyphs) {
    const open = groups.at(-1);
    const goesOn =
      open !== undefined &&
      one.codePoint === open.from.codePoint + open.length &&
      one.glyph === open.from.glyph + open.length;
    if (goesOn) open.length += 1;
    else groups.push({ from: one, length: 1 });
  }
  const start = 12;
  const length = 16 + 12 * groups.length;
  const table = Buffer.alloc(start + length);
  // One subtable, of Unicode in full on Windows.
  numbers([0, 1, 3, 10, 0, start, 12, 0]).copy(table);
  table.writeUInt32BE(length, start + 4);
  table.writeUInt32BE(groups.length, start + 12);
  for (const [index, { from, length: count }] of groups.entries()) {
    const at = start + 16 + 12 * index;
    table.writeUInt32BE(from.codePoint, at);
    table.writeUInt32BE(from.codePoint + count - 1, at + 4);
    table.writeUInt32BE(from.glyph, at + 8);
  }
  return table;
}

/** A font without a name is refused; the page gives it another one. */
function names(): Buffer {
  const text = Buffer.from("page", "utf16le").swap16();
  const ids = [1, 2, 4, 6];
  const records = ids.flatMap((id) => [3, 1, 0x409, id, text.length, 0]);
  return Buffer.concat([numbers([0, ids.length, 6 + 12 * ids.length, ...records]), text]);
}

/** Version 3: glyphs have no names. */
function post(): Buffer {
  return numbers([3, 0, ...new Array<number>(14).fill(0)]);
}

/** Of two bytes each, big-endian; negative ones as two's complement. */
function numbers(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(2 * values.length);
  for (const [index, value] of values.entries()) bytes.writeUInt16BE(Math.round(value) & 0xffff, 2 * index);
  return bytes;
}

function assemble(flavour: number, tables: readonly Table[]): Uint8Array {
  const ordered = tables.toSorted(([one], [other]) => (one < other ? -1 : 1));
  const power = Math.floor(Math.log2(ordered.length));
  const range = 2 ** power * recordBytes;
  const header = Buffer.alloc(headerBytes + recordBytes * ordered.length);
  header.writeUInt32BE(flavour, 0);
  numbers([ordered.length, range, power, recordBytes * ordered.length - range]).copy(header, 4);
  const bodies: Buffer[] = [];
  let from = header.length;
  for (const [index, [tag, bytes]] of ordered.entries()) {
    const at = headerBytes + recordBytes * index;
    const body = Buffer.alloc(Math.ceil(bytes.length / 4) * 4);
    bytes.copy(body);
    header.write(tag, at, "latin1");
    header.writeUInt32BE(checksum(body), at + 4);
    header.writeUInt32BE(from, at + 8);
    header.writeUInt32BE(bytes.length, at + 12);
    bodies.push(body);
    from += body.length;
  }
  return Buffer.concat([header, ...bodies]);
}

function checksum(body: Buffer): number {
  let sum = 0;
  for (let at = 0; at < body.length; at += 4) sum = (sum + body.readUInt32BE(at)) >>> 0;
  return sum;
}
