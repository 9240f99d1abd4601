/** The finished parts of one document ↔ one file: an index, then the parts' bytes, each with its checksum. */

import { crc32 } from "node:zlib";
import type { FinishedPart, PartFile } from "../department/index.ts";
import { isRecord, parseJson } from "../files/index.ts";
import { isPartFormat, type PartFormat } from "../model/index.ts";

export type PackedPart = { readonly key: string; readonly part: FinishedPart };

export type Pack = {
  /** What all of its parts were made with, by name: tells why they cannot be used any more. */
  readonly madeWith: Readonly<Record<string, string>>;
  readonly parts: readonly PackedPart[];
};

export type OpenPack = {
  readonly madeWith: Pack["madeWith"];
  /** Number of parts. */
  readonly size: number;
  /** `damaged` where what is there is not what was kept. */
  readonly find: (key: string) => FinishedPart | "damaged" | undefined;
};

const magic = "huibian parts 1\n";
const lengthBytes = 8;

type IndexedFile = { readonly about: string; readonly length: number; readonly crc: number };
type IndexedPart = Omit<FinishedPart, "files"> & {
  readonly key: string;
  readonly files: readonly (readonly [PartFormat, IndexedFile])[];
};
type Index = { readonly madeWith: Pack["madeWith"]; readonly parts: readonly IndexedPart[] };

/** The file in pieces, so that the parts' bytes are not held twice. */
export function writePack({ madeWith, parts }: Pack): readonly Uint8Array[] {
  const bodies: Uint8Array[] = [];
  const indexed = parts.map(({ key, part: { files, ...facts } }): IndexedPart => {
    const own = filesOf(files).map(([format, { about, bytes }]) => {
      bodies.push(bytes);
      return [format, { about, length: bytes.length, crc: crc32(bytes) }] as const;
    });
    return { key, ...facts, files: own };
  });
  const index = Buffer.from(JSON.stringify({ madeWith, parts: indexed } satisfies Index));
  const head = Buffer.alloc(magic.length + lengthBytes);
  head.write(magic, "latin1");
  head.writeUInt32LE(index.length, magic.length);
  head.writeUInt32LE(crc32(index), magic.length + lengthBytes / 2);
  return [head, index, ...bodies];
}

/** Undefined where the file is none of ours, or its index is not whole or of another shape. */
export function openPack(file: Buffer): OpenPack | undefined {
  const start = magic.length + lengthBytes;
  if (file.length < start || file.toString("latin1", 0, magic.length) !== magic) return undefined;
  const end = start + file.readUInt32LE(magic.length);
  const text = file.subarray(start, end);
  if (crc32(text) !== file.readUInt32LE(magic.length + lengthBytes / 2)) return undefined;
  const index = parseJson(text.toString("utf8"));
  if (!isIndex(index)) return undefined;
  const parts = new Map<string, { readonly part: IndexedPart; readonly from: number }>();
  let from = end;
  for (const part of index.parts) {
    parts.set(part.key, { part, from });
    for (const [, { length }] of part.files) from += length;
  }
  return {
    madeWith: index.madeWith,
    size: parts.size,
    find: (key) => {
      const found = parts.get(key);
      return found && readPart(file, found.part, found.from);
    },
  };
}

// What else a part says is read only where the same program has made the pack.
function isIndex(value: unknown): value is Index {
  return (
    isRecord(value) && isRecord(value.madeWith) && Array.isArray(value.parts) && value.parts.every(isPart)
  );
}

function isPart(value: unknown): boolean {
  return isRecord(value) && Array.isArray(value.files) && value.files.every(isFile);
}

function isFile(value: unknown): boolean {
  return Array.isArray(value) && isRecord(value[1]) && typeof value[1].length === "number";
}

function readPart(file: Buffer, { files, ...about }: IndexedPart, start: number) {
  let from = start;
  const read: [PartFormat, PartFile][] = [];
  for (const [format, { about, length, crc }] of files) {
    const bytes = file.subarray(from, from + length);
    if (crc32(bytes) !== crc) return "damaged";
    read.push([format, { about, bytes }]);
    from += length;
  }
  return { ...about, files: Object.fromEntries(read) };
}

function filesOf(files: FinishedPart["files"]): readonly (readonly [PartFormat, PartFile])[] {
  return Object.entries(files).flatMap(([format, file]) =>
    isPartFormat(format) && file !== undefined ? [[format, file] as const] : [],
  );
}
