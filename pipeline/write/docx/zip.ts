/** The parts of a package → one zip; each part is deflated while it is written, so that none ever stands whole in memory. */
import { pipeline } from "node:stream/promises";
import { crc32, createDeflateRaw } from "node:zlib";
import { Zip, type ZipInputFile } from "fflate";
import { encode } from "./encode.ts";

export type Part = {
  readonly path: string;
  /** Its text. */
  readonly pieces: Iterable<string>;
};

/** The bytes of the zip, parts in the order given. */
export async function zipParts(parts: Iterable<Part>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    chunks.push(chunk);
  });
  for (const part of parts) await addPart(zip, part);
  zip.end();
  return Buffer.concat(chunks);
}

const deflated = 8;
// zlib works on a thread of its own: while it deflates a chunk the next ones are written, and no more than this waits.
const waiting = 1 << 20;
const deflating = { level: 6, chunkSize: 1 << 16, writableHighWaterMark: waiting };

// fflate makes the zip; its own deflate is written in JavaScript and takes two to three times as long as zlib.
async function addPart(zip: Zip, { path, pieces }: Part): Promise<void> {
  const file: ZipInputFile = {
    filename: path,
    compression: deflated,
    crc: 0,
    size: 0,
    // fflate takes the local parts of the date, so the same local date gives the same bytes in every time zone.
    mtime: new Date(1980, 0, 1),
  };
  zip.add(file);
  const write = (chunk: Uint8Array<ArrayBuffer>, last: boolean) => file.ondata?.(null, chunk, last);
  await pipeline(count(file, encode(pieces)), createDeflateRaw(deflating), async (compressed) => {
    for await (const chunk of compressed) write(chunk, false);
  });
  write(new Uint8Array(), true);
}

/** Counts the chunks into the file's size and checksum on their way. */
function* count(file: ZipInputFile, chunks: Iterable<Uint8Array>): Generator<Uint8Array> {
  for (const chunk of chunks) {
    file.crc = crc32(chunk, file.crc);
    file.size += chunk.length;
    yield chunk;
  }
}
