/** The stream of an XLS → its records. */
import { DamagedContainer } from "./damaged.ts";

/** Records of a BIFF stream, by number. */
export const recordIds = {
  ...{ boundSheet: 0x85, filterMode: 0x9b, filePass: 0x2f, begin: 0x809, result: 0x207 },
  ...{ font: 0x31, format: 0xe0, numbers: 0xbd, blanks: 0xbe },
  ...{ sharedTexts: 0xfc, continued: 0x3c, sharedText: 0xfd },
} as const;

type BiffRecord = { readonly id: number; readonly at: number; readonly data: Uint8Array };

export function* recordsOf(stream: Uint8Array): Iterable<BiffRecord> {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  for (let at = 0; at + 4 <= stream.length; ) {
    const length = view.getUint16(at + 2, true);
    const data = stream.subarray(at + 4, at + 4 + length);
    if (data.length < length) throw new DamagedContainer("structure", "BIFF");
    yield { id: view.getUint16(at, true), at, data };
    at += 4 + length;
  }
}

export function uint16(data: Uint8Array): number {
  return (data[0] ?? 0) | ((data[1] ?? 0) << 8);
}

export function uint32(data: Uint8Array): number {
  return (uint16(data) | (uint16(data.subarray(2)) << 16)) >>> 0;
}
