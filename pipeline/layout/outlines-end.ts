/**
 * TrueType outlines → whether those that are put together of others come to an end. fontkit follows them wherever they
 * lead, and in a damaged font that may be to themselves.
 *
 * Tables and their fields: OpenType 1.9.1, https://learn.microsoft.com/typography/opentype/spec/glyf
 */

/** Where a font's tables are in its file, by tag. */
export type TablePlaces = Readonly<Record<string, { readonly offset: number; readonly length: number }>>;

/** Far more than any sign needs, all that its parts are put together of included. */
const mostParts = 1000;
const mostLevels = 16;

/** @throws RangeError of tables that lead out of the file. */
export function outlinesEnd(bytes: Uint8Array, { head, maxp, loca, glyf }: TablePlaces): boolean {
  if (glyf === undefined || loca === undefined || head === undefined || maxp === undefined) return true;
  const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isLong = file.getInt16(head.offset + 50) !== 0;
  const startOf = (glyph: number) =>
    glyf.offset +
    (isLong ? file.getUint32(loca.offset + 4 * glyph) : 2 * file.getUint16(loca.offset + 2 * glyph));
  const count = file.getUint16(maxp.offset + 4);
  const known = new Map<number, number>();
  const partsOf = (glyph: number, level: number): number => {
    const before = known.get(glyph);
    if (before !== undefined) return before;
    if (glyph >= count || level > mostLevels) return Number.POSITIVE_INFINITY;
    let parts = 1;
    for (const part of componentsOf(file, startOf(glyph), startOf(glyph + 1))) {
      parts += partsOf(part, level + 1);
      if (parts > mostParts) break;
    }
    known.set(glyph, parts);
    return parts;
  };
  for (let glyph = 0; glyph < count; glyph += 1) if (partsOf(glyph, 0) > mostParts) return false;
  return true;
}

const wordsForPlaces = 0x0001;
const oneScale = 0x0008;
const moreFollow = 0x0020;
const twoScales = 0x0040;
const fourScales = 0x0080;

/** The glyphs that one is put together of; none of one that is drawn itself. */
function* componentsOf(file: DataView, from: number, to: number): Generator<number> {
  if (to <= from || file.getInt16(from) >= 0) return;
  let flags = moreFollow;
  for (let at = from + 10; (flags & moreFollow) !== 0; ) {
    flags = file.getUint16(at);
    yield file.getUint16(at + 2);
    at += (flags & wordsForPlaces) !== 0 ? 8 : 6;
    if ((flags & oneScale) !== 0) at += 2;
    else if ((flags & twoScales) !== 0) at += 4;
    else if ((flags & fourScales) !== 0) at += 8;
  }
}
