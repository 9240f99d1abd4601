/** A ZIP of parts that are packed already, whose sizes may be forged, without checksums. */
import type { PackedEntry } from "../workbook/zip.ts";

export type StoredEntry = Omit<PackedEntry, "encrypted" | "crc">;

export function writeZip(entries: readonly StoredEntry[]): Uint8Array {
  const pieces: Uint8Array[] = [];
  const table: Uint8Array[] = [];
  let offset = 0;
  for (const { name, method, packed, size } of entries) {
    const label = new TextEncoder().encode(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    // Names are UTF-8.
    common.writeUInt16LE(0x0800, 2);
    common.writeUInt16LE(method, 4);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(size, 18);
    common.writeUInt16LE(label.length, 22);
    const before = offset;
    const part = Buffer.concat([signature(0x04034b50), common, label]);
    pieces.push(part, packed);
    offset += part.length + packed.length;
    const places = Buffer.alloc(14);
    places.writeUInt32LE(before, 10);
    table.push(Buffer.concat([signature(0x02014b50), Buffer.of(20, 0), common, places, label]));
  }
  const contents = Buffer.concat(table);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(contents.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...pieces, contents, signature(0x06054b50), end]);
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
