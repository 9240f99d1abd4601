/** Codes with their code points or glyphs → the CMaps of a font. */

/** A code and its code point, or its glyph. */
export type CodePair = readonly [code: number, target: number];

/** What codes read as: for search, copying and readers aloud. Pairs in order of their codes. */
export function toUnicodeCMap(pairs: readonly CodePair[]): string {
  return cmap("Adobe-Identity-UCS", 2, "bfrange", pairs, (codePoint) => `<${utf16(codePoint)}>`);
}

/** Which glyphs codes draw, for fonts that a map of codes to glyphs cannot be given beside. Pairs in order of their codes. */
export function encodingCMap(pairs: readonly CodePair[]): string {
  return cmap("Huibian-Identity", 1, "cidrange", pairs, String);
}

/** More entries than this one section may not hold. */
const sectionSize = 100;

function cmap(
  name: string,
  type: 1 | 2,
  section: "bfrange" | "cidrange",
  pairs: readonly CodePair[],
  show: (target: number) => string,
): string {
  const lines = rangesOf(pairs).map(({ from, to, target }) => `<${hex(from)}> <${hex(to)}> ${show(target)}`);
  const sections: string[] = [];
  for (let at = 0; at < lines.length; at += sectionSize) {
    const some = lines.slice(at, at + sectionSize);
    sections.push(`${some.length} begin${section}\n${some.join("\n")}\nend${section}\n`);
  }
  return [
    "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n",
    `/CIDSystemInfo <</Registry (Adobe) /Ordering (${type === 2 ? "UCS" : "Identity"}) /Supplement 0>> def\n`,
    `/CMapName /${name} def\n/CMapType ${type} def\n`,
    "1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n",
    ...sections,
    "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend",
  ].join("");
}

type CodeRange = { readonly from: number; readonly to: number; readonly target: number };

/** Neighbours whose targets are neighbours too; a range keeps to one first byte. */
function rangesOf(pairs: readonly CodePair[]): readonly CodeRange[] {
  const ranges: CodeRange[] = [];
  for (const [code, target] of pairs) {
    const last = ranges.at(-1);
    const step = last === undefined ? 0 : code - last.from;
    const joins =
      last !== undefined &&
      code === last.to + 1 &&
      code >> 8 === last.from >> 8 &&
      target === last.target + step &&
      target <= 0xffff;
    if (joins) ranges[ranges.length - 1] = { ...last, to: code };
    else ranges.push({ from: code, to: code, target });
  }
  return ranges;
}

function utf16(codePoint: number): string {
  return Array.from(String.fromCodePoint(codePoint).split(""), (unit) => hex(unit.charCodeAt(0))).join("");
}

function hex(value: number): string {
  return value.toString(16).padStart(4, "0");
}
