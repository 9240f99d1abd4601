/** The parts of a ZIP: each is inflated as a stream and counted, whatever the archive says of its size. */
import { crc32 } from "node:zlib";
import { Inflate } from "fflate";
import { DamagedContainer } from "./damaged.ts";
import { LimitExceeded } from "./limits.ts";

export type PackedEntry = {
  readonly name: string;
  readonly method: number;
  /** As the archive has it. */
  readonly packed: Uint8Array;
  /** As the archive says. */
  readonly size: number;
  /** The checksum of what is unpacked; 0 where the archive has none. */
  readonly crc: number;
  readonly encrypted: boolean;
};

const endSignature = 0x06054b50;
const longEndSignature = 0x06064b50;
const locatorSignature = 0x07064b50;
const entrySignature = 0x02014b50;
const partSignature = 0x04034b50;
const stored = 0;
const deflated = 8;
/** The end of an archive is followed by a comment of at most this many bytes. */
const longestComment = 0xffff;

/** The entries that the table of contents lists, with their bytes still packed; no two of one name. */
export function readZip(bytes: Uint8Array): readonly PackedEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { count, first } = findContents(view);
  let at = first;
  const entries = new Map<string, PackedEntry>();
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== entrySignature)
      throw new DamagedContainer("structure", "ZIP");
    const nameLength = view.getUint16(at + 28, true);
    const furtherLength = view.getUint16(at + 30, true);
    const name = new TextDecoder()
      .decode(bytes.subarray(at + 46, at + 46 + nameLength))
      .replaceAll("\\", "/");
    // Names of parts are the same in capitals and small letters. Of two, programs take one or the other.
    if (entries.has(name.toLowerCase())) throw new DamagedContainer("twice", name);
    const large = longNumbers(view, { at: at + 46 + nameLength, length: furtherLength });
    const number = (place: number): number => {
      const short = view.getUint32(place, true);
      return short === 0xffffffff ? large() : short;
    };
    const [size, length, start] = [number(at + 24), number(at + 20), number(at + 42)];
    entries.set(name.toLowerCase(), {
      name,
      method: view.getUint16(at + 10, true),
      packed: packedAt(bytes, view, { start, length }),
      size,
      crc: view.getUint32(at + 16, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    });
    at += 46 + nameLength + furtherLength + view.getUint16(at + 32, true);
  }
  return [...entries.values()];
}

/** ZIP64: numbers that do not fit into their places, in the order of these, are in a further field. */
function longNumbers(
  view: DataView,
  { at, length }: { readonly at: number; readonly length: number },
): () => number {
  const last = Math.min(at + length, view.byteLength);
  let next = at;
  while (next + 4 <= last && view.getUint16(next, true) !== 1) next += 4 + view.getUint16(next + 2, true);
  next += 4;
  return () => {
    if (next + 8 > last) throw new DamagedContainer("structure", "ZIP");
    next += 8;
    return longNumber(view, next - 8);
  };
}

/** No file is so long that a number of it loses digits. */
function longNumber(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true));
}

/** How many entries there are, and where the first of them is listed. */
function findContents(view: DataView): { readonly count: number; readonly first: number } {
  const end = findEnd(view);
  const short = { count: view.getUint16(end + 10, true), first: view.getUint32(end + 16, true) };
  if (short.count !== 0xffff && short.first !== 0xffffffff) return short;
  if (end < 20 || view.getUint32(end - 20, true) !== locatorSignature) return short;
  const at = longNumber(view, end - 12);
  if (at + 56 > view.byteLength || view.getUint32(at, true) !== longEndSignature)
    throw new DamagedContainer("structure", "ZIP");
  return { count: longNumber(view, at + 32), first: longNumber(view, at + 48) };
}

function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - 22 - longestComment);
  for (let at = view.byteLength - 22; at >= first; at -= 1) {
    if (view.getUint32(at, true) === endSignature) return at;
  }
  throw new DamagedContainer("structure", "ZIP");
}

function packedAt(
  bytes: Uint8Array,
  view: DataView,
  { start, length }: { readonly start: number; readonly length: number },
): Uint8Array {
  if (start + 30 > bytes.length || view.getUint32(start, true) !== partSignature)
    throw new DamagedContainer("structure", "ZIP");
  const begin = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
  if (begin + length > bytes.length) throw new DamagedContainer("structure", "ZIP");
  return bytes.subarray(begin, begin + length);
}

/** Packed bytes that are inflated at a time: a kilobyte becomes a megabyte at most. */
const step = 4096;

/** Counts the unpacked bytes of all entries of one container, in megabytes. */
export class UnpackedBytes {
  readonly #allowed: number;
  #bytes = 0;

  constructor(megabytes: number) {
    this.#allowed = megabytes * 2 ** 20;
  }

  add(bytes: number): void {
    this.#bytes += bytes;
    if (this.#bytes > this.#allowed) throw new LimitExceeded("unpacked");
  }
}

/** An entry's bytes as they are unpacked, in pieces. */
export function inflateEntry(
  { method, packed, size, crc, name, encrypted }: PackedEntry,
  counter: UnpackedBytes,
  take: (piece: Uint8Array) => void,
): void {
  if (encrypted || (method !== stored && method !== deflated)) throw new DamagedContainer("structure", name);
  let length = 0;
  let ended = false;
  let checksum = 0;
  const count = (piece: Uint8Array): void => {
    length += piece.length;
    counter.add(piece.length);
    checksum = crc32(piece, checksum);
    take(piece);
  };
  if (method === stored) count(packed);
  else {
    const inflate = new Inflate((piece, last) => {
      ended = last;
      count(piece);
    });
    try {
      for (let at = 0; at < packed.length && !ended; at += step)
        inflate.push(packed.subarray(at, at + step), at + step >= packed.length);
    } catch (error) {
      if (error instanceof LimitExceeded || error instanceof DamagedContainer) throw error;
      throw new DamagedContainer("structure", name);
    }
  }
  if (length !== size) throw new DamagedContainer("sizes", name);
  // A byte that was lost on the way would else be read as another text, or another amount.
  if (crc !== 0 && checksum !== crc) throw new DamagedContainer("structure", name);
}

/** The whole of an entry. */
export function unpackEntry(entry: PackedEntry, counter: UnpackedBytes): Uint8Array {
  const pieces: Uint8Array[] = [];
  inflateEntry(entry, counter, (piece) => pieces.push(piece));
  return Buffer.concat(pieces);
}
