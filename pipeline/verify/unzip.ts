/** A ZIP → its parts, each with its length and checksum held to what the archive says of it. */
import { crc32 } from "node:zlib";
import { Inflate } from "fflate";

export class ZipFault extends Error {}

export type ZipPart = {
  /** As it is inflated, so that a large part is never there as a whole; what is wrong with it is thrown in the end. */
  readonly pieces: () => Iterable<Uint8Array>;
  readonly whole: () => Uint8Array;
};

/** By their names. */
export type ZipParts = ReadonlyMap<string, ZipPart>;

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const partSignature = 0x04034b50;

/** Parts are inflated when they are asked for. Our archives have no comment, so their end is at a known place. */
export function unzip(bytes: Uint8Array): ZipParts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - 22;
  if (end < 0 || view.getUint32(end, true) !== endSignature) throw new ZipFault("end");
  const count = view.getUint16(end + 10, true);
  const parts = new Map<string, ZipPart>();
  let at = view.getUint32(end + 16, true);
  if (at + view.getUint32(end + 12, true) !== end) throw new ZipFault("directory");
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== entrySignature) throw new ZipFault("directory");
    const [nameLength, rest] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true)];
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    if (parts.has(name)) throw new ZipFault(name);
    const entry = {
      name,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      start: view.getUint32(at + 42, true),
    };
    const pieces = () => unpack(bytes, view, entry);
    parts.set(name, { pieces, whole: () => joined([...pieces()]) });
    at += 46 + nameLength + rest + view.getUint16(at + 32, true);
  }
  if (at !== end) throw new ZipFault("directory");
  return parts;
}

/** Inflated at a time, packed. */
const step = 2 ** 13;

type Entry = {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly start: number;
};

/** No part of ours comes near it. */
const largestPart = 2 ** 30;

/** No more of it than the archive says that there is. */
function* unpack(
  bytes: Uint8Array,
  view: DataView,
  { name, method, crc, packed, size, start }: Entry,
): Generator<Uint8Array> {
  const isThere = start + 30 <= bytes.length && view.getUint32(start, true) === partSignature;
  if (!isThere || size > largestPart) throw new ZipFault(name);
  const begin = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
  const data = bytes.subarray(begin, begin + packed);
  let [length, sum] = [0, 0];
  for (const piece of method === 0 ? [data] : inflated(data, name)) {
    length += piece.length;
    if (length > size) throw new ZipFault(name);
    sum = crc32(piece, sum);
    yield piece;
  }
  if (length !== size || sum !== crc) throw new ZipFault(name);
}

/** zlib inflates a part as a whole only, unless it may do so later; fflate takes it piece by piece. */
function* inflated(data: Uint8Array, name: string): Generator<Uint8Array> {
  let pieces: Uint8Array[] = [];
  const inflate = new Inflate((piece) => pieces.push(piece));
  for (let at = 0; at < data.length; at += step) {
    try {
      inflate.push(data.subarray(at, at + step), at + step >= data.length);
    } catch {
      throw new ZipFault(name);
    }
    yield* pieces;
    pieces = [];
  }
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const [only] = pieces;
  return pieces.length === 1 && only !== undefined ? only : Buffer.concat(pieces);
}
