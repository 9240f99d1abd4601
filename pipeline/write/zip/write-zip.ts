/** Text → deflated stretches that can be concatenated to one stream → the bytes of one zip. */
import { constants, crc32, deflateRawSync } from "node:zlib";
import { Zip, type ZipInputFile } from "fflate";

/** A piece of a deflate stream that ends on a byte and refers to nothing before it. */
export type Stretch = {
  readonly bytes: Uint8Array;
  /** Of the text as UTF-8. */
  readonly crc: number;
  readonly size: number;
};

/** Of a text, or of its bytes in UTF-8. */
export function deflateStretch(text: string | Uint8Array): Stretch {
  const whole = typeof text === "string" ? Buffer.from(text) : text;
  // Deflating is a quarter of what it costs to write a DOCX: level 3 takes half the time of 5, for a tenth more bytes.
  const deflated = deflateRawSync(whole, { level: 3, finishFlush: constants.Z_SYNC_FLUSH });
  // A copy of its own length: what zlib returns lies in a block of 16 KB, most of which a short stretch does not fill.
  return { bytes: Uint8Array.from(deflated), crc: crc32(whole), size: whole.length };
}

/** An empty last block: what a stream of stretches ends with. */
export const endOfStream: Uint8Array = Uint8Array.of(0x03, 0x00);

/** The checksum of two concatenated texts, from theirs and the second's length in bytes. */
export function joinChecksums(first: number, second: number, length: number): number {
  // A checksum is the remainder of a polynomial over two elements; to append `length` bytes to the first text is to
  // multiply by x^(8·length), which is the product of the squares of squares of x that the length's digits name (as
  // zlib's crc32_combine does it).
  let moved = first;
  for (let rest = length, power = 3; rest > 0; rest = Math.floor(rest / 2), power += 1)
    if (rest % 2 === 1) moved = times(powers[power] ?? 0, moved);
  return (moved ^ second) >>> 0;
}

/** x in the reflected notation of CRC-32, whose highest bit stands for 1, and the polynomial without its first term. */
const x = 0x40000000;
const polynomial = 0xedb88320;

/** x to the powers 1, 2, 4, 8 and so on, beyond any file's length. */
const powers: readonly number[] = Array.from({ length: 56 }).reduce<number[]>(
  (found) => [...found, found.length === 0 ? x : times(found.at(-1) ?? 0, found.at(-1) ?? 0)],
  [],
);

function times(one: number, other: number): number {
  let product = 0;
  let shifted = other;
  for (let bit = 31; bit >= 0; bit -= 1) {
    if (((one >>> bit) & 1) === 1) product ^= shifted;
    shifted = (shifted & 1) === 1 ? (shifted >>> 1) ^ polynomial : shifted >>> 1;
  }
  return product >>> 0;
}

export type ZipEntry = { readonly path: string; readonly stretches: readonly Stretch[] };

export function wholeEntry(path: string, content: string | Uint8Array): ZipEntry {
  return { path, stretches: [deflateStretch(content)] };
}

const deflated = 8;

/** Entries in the order given, without the time of day. fflate makes the zip; its own deflate, in JavaScript, takes two to three times as long as zlib. */
export function zipEntries(entries: Iterable<ZipEntry>): Uint8Array {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    chunks.push(chunk);
  });
  for (const { path, stretches } of entries) {
    const file: ZipInputFile = {
      filename: path,
      compression: deflated,
      crc: stretches.reduce((sum, { crc, size }) => joinChecksums(sum, crc, size), 0),
      size: stretches.reduce((sum, { size }) => sum + size, 0),
      // fflate takes the local parts of the date, so the same local date gives the same bytes in every time zone.
      mtime: new Date(1980, 0, 1),
    };
    zip.add(file);
    for (const { bytes } of stretches) file.ondata?.(null, asChunk(bytes), false);
    file.ondata?.(null, asChunk(endOfStream), true);
  }
  zip.end();
  return Buffer.concat(chunks);
}

// fflate takes unshared memory only, and none of this is shared.
function asChunk({ buffer, byteOffset, length }: Uint8Array): Uint8Array<ArrayBuffer> {
  if (buffer instanceof ArrayBuffer) return new Uint8Array(buffer, byteOffset, length);
  throw new Error("a stretch lies in shared memory");
}
