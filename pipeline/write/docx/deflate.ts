/** Text → deflated stretches that make one stream when they are put behind each other, with the checksum of the whole. */
import { constants, crc32, deflateRawSync } from "node:zlib";

/** A piece of a deflate stream that ends on a byte and refers to nothing before it. */
export type Stretch = {
  readonly bytes: Uint8Array;
  /** Of the text as UTF-8. */
  readonly crc: number;
  readonly size: number;
};

export function deflateStretch(text: string): Stretch {
  const whole = Buffer.from(text);
  const bytes = deflateRawSync(whole, { level: 6, finishFlush: constants.Z_SYNC_FLUSH });
  return { bytes, crc: crc32(whole), size: whole.length };
}

/** An empty last block: what a stream of stretches ends with. */
export const endOfStream: Uint8Array = Uint8Array.of(0x03, 0x00);

/** The checksum of two texts behind each other, from theirs and the second's length in bytes. */
export function joinChecksums(first: number, second: number, length: number): number {
  // A checksum is the remainder of a polynomial over two elements; to set `length` bytes behind the first text is to
  // multiply by x^(8·length), which is done by squaring (the way zlib does it).
  let moved = first;
  let square = times(byOneBit, byOneBit);
  square = times(square, square);
  for (let rest = length; rest > 0; rest = Math.floor(rest / 2)) {
    square = times(square, square);
    if (rest % 2 === 1) moved = apply(square, moved);
  }
  return (moved ^ second) >>> 0;
}

/** A linear map of 32 bits: the images of each bit. */
type BitMap = readonly number[];

/** Multiplies by x in CRC-32's reflected notation. */
const byOneBit: BitMap = [0xedb88320, ...Array.from({ length: 31 }, (_, bit) => 2 ** bit)];

function apply(map: BitMap, bits: number): number {
  let image = 0;
  for (let bit = 0, rest = bits >>> 0; rest !== 0; bit += 1, rest >>>= 1)
    if ((rest & 1) === 1) image ^= map[bit] ?? 0;
  return image >>> 0;
}

function times(one: BitMap, other: BitMap): BitMap {
  return other.map((column) => apply(one, column));
}
