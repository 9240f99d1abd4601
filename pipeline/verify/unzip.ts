/** A ZIP → its parts, each with its length and checksum held to what the archive says of it. */
import { crc32, inflateRawSync } from "node:zlib";

export class ZipFault extends Error {}

/** By their names. */
export type ZipParts = ReadonlyMap<string, () => Uint8Array>;

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const partSignature = 0x04034b50;

/** ZipParts are inflated when they are asked for. Our archives have no comment, so their end is at a known place. */
export function unzip(bytes: Uint8Array): ZipParts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - 22;
  if (end < 0 || view.getUint32(end, true) !== endSignature) throw new ZipFault("end");
  const count = view.getUint16(end + 10, true);
  const parts = new Map<string, () => Uint8Array>();
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
    parts.set(name, () => unpack(bytes, view, entry));
    at += 46 + nameLength + rest + view.getUint16(at + 32, true);
  }
  if (at !== end) throw new ZipFault("directory");
  return parts;
}

/** What zlib inflates at a time: at least 64 bytes, and no more than a part of ours takes. */
const leastPiece = 2 ** 14;
const mostPiece = 2 ** 28;

type Entry = {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly start: number;
};

function unpack(
  bytes: Uint8Array,
  view: DataView,
  { name, method, crc, packed, size, start }: Entry,
): Uint8Array {
  if (start + 30 > bytes.length || view.getUint32(start, true) !== partSignature) throw new ZipFault(name);
  const begin = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
  const data = bytes.subarray(begin, begin + packed);
  const whole = method === 0 ? data : inflated(data, size, name);
  if (whole.length !== size || crc32(whole) !== crc) throw new ZipFault(name);
  return whole;
}

/** No part of ours comes near it. */
const largestPart = 2 ** 30;

/** No more of it than the archive says that there is. */
function inflated(data: Uint8Array, size: number, name: string): Uint8Array {
  if (size > largestPart) throw new ZipFault(name);
  try {
    // In one piece, if it is as large as it says: pieces are held beside the whole that is made of them.
    const chunkSize = Math.min(Math.max(size, leastPiece), mostPiece);
    return inflateRawSync(data, { chunkSize, maxOutputLength: Math.max(1, size) });
  } catch {
    throw new ZipFault(name);
  }
}
