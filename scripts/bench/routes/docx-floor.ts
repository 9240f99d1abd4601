/** The least a DOCX costs: the XML of ours, there already in pieces, concatenated and deflated into a zip. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { crc32, deflateRawSync } from "node:zlib";
import { unzipSync } from "fflate";
import type { Route } from "../measurement.ts";

export const docxFloor: Route = async (job) => {
  const parts = unzipSync(readFileSync(join(job.work, "ours.docx")));
  const pieces = Object.entries(parts).map(([name, bytes]) => ({ name, texts: piecesOf(bytes) }));
  return async ({ lap, keep }) => {
    const bytes = await lap("write", () => {
      const files = pieces.map(({ name, texts }) => {
        const whole = Buffer.concat(texts.map((text) => Buffer.from(text)));
        return { name, size: whole.length, crc: crc32(whole), data: deflateRawSync(whole, { level: 6 }) };
      });
      return zip(files);
    });
    keep("floor.docx", bytes);
  };
};

/** About 64 kB each, cut after a `>`. */
function piecesOf(bytes: Uint8Array): string[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pieces: string[] = [];
  for (let from = 0; from < buffer.length; ) {
    const end = buffer.indexOf(">", Math.min(from + 65_536, buffer.length - 1));
    const to = end === -1 ? buffer.length : end + 1;
    pieces.push(buffer.toString("utf8", from, to));
    from = to;
  }
  return pieces;
}

type Zipped = { readonly name: string; readonly size: number; readonly crc: number; readonly data: Buffer };

function zip(files: readonly Zipped[]): Buffer {
  const body: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, size, crc, data } of files) {
    const path = Buffer.from(name);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt16LE(0x21, 8);
    facts.writeUInt32LE(crc, 10);
    facts.writeUInt32LE(data.length, 14);
    facts.writeUInt32LE(size, 18);
    facts.writeUInt16LE(path.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const entry = [Buffer.from("PK\x03\x04"), facts, path, data];
    directory.push(Buffer.from("PK\x01\x02\x14\x00"), facts, place, path);
    body.push(...entry);
    offset += entry.reduce((sum, { length }) => sum + length, 0);
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...body, ...directory, end]);
}
