/** The texts that the cells of an XLS share: one record, which others continue, each from a byte on that may be within a text. */
import { DamagedContainer } from "./damaged.ts";
import type { TypedText } from "./rich-text.ts";

/** Bits of what stands before the characters of a text. */
const flag = { wide: 1, further: 4, runs: 8 } as const;

/** `pieces`: the data of the records. `isStruck`: whether the font of this number strikes out. */
export function* readBiffTexts(
  pieces: readonly Uint8Array[],
  isStruck: (font: number) => boolean,
): Iterable<TypedText> {
  const bytes = readPieces(pieces);
  // How many there are is said twice, and wrong by some programs.
  bytes.skip(8);
  while (!bytes.atEnd()) {
    const length = bytes.uint16();
    const flags = bytes.uint8();
    const runs = (flags & flag.runs) === 0 ? 0 : bytes.uint16();
    const further = (flags & flag.further) === 0 ? 0 : bytes.uint16() + bytes.uint16() * 2 ** 16;
    const text = bytes.characters(length, (flags & flag.wide) !== 0);
    const starts = Array.from({ length: runs }, () => ({ from: bytes.uint16(), font: bytes.uint16() }));
    bytes.skip(further);
    const struck = starts.map(({ from, font }, run) =>
      isStruck(font) ? text.slice(from, starts[run + 1]?.from) : "",
    );
    yield { text, struck: struck.join("") };
  }
}

function readPieces(pieces: readonly Uint8Array[]) {
  let [index, at] = [0, 0];
  const isUsedUp = (): boolean => at >= (pieces[index]?.length ?? 0);
  const atEnd = (): boolean => {
    while (isUsedUp() && index < pieces.length) [index, at] = [index + 1, 0];
    return index === pieces.length;
  };
  /** At least one byte, and no more than there are in this piece. */
  const take = (most: number): Uint8Array => {
    if (atEnd()) throw new DamagedContainer("structure", "BIFF");
    const taken = (pieces[index] ?? new Uint8Array()).subarray(at, at + most);
    at += taken.length;
    return taken;
  };
  const uint8 = (): number => take(1)[0] ?? 0;
  const skip = (count: number): void => {
    for (let left = count; left > 0; ) left -= take(left).length;
  };
  return {
    atEnd,
    uint8,
    uint16: () => uint8() + uint8() * 256,
    skip,
    characters: (length: number, isWide: boolean): string => {
      let [text, wide] = ["", isWide];
      while (text.length < length) {
        // A piece that begins with characters says anew how wide they are.
        if (isUsedUp()) wide = (uint8() & flag.wide) !== 0;
        const taken = Buffer.from(take((length - text.length) * (wide ? 2 : 1)));
        const more = taken.toString(wide ? "utf16le" : "latin1");
        if (more === "") throw new DamagedContainer("structure", "BIFF");
        text += more;
      }
      return text;
    },
  };
}
