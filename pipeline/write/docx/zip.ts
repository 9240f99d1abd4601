/** Stretches of deflated text → the bytes of one zip. */
import { Zip, type ZipInputFile } from "fflate";
import { endOfStream, joinChecksums, type Stretch } from "./deflate.ts";

export type Part = { readonly path: string; readonly stretches: readonly Stretch[] };

const deflated = 8;

/** Parts in the order given. fflate makes the zip; its own deflate, in JavaScript, takes two to three times as long as zlib. */
export function zipParts(parts: Iterable<Part>): Uint8Array {
  const chunks: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error;
    chunks.push(chunk);
  });
  for (const { path, stretches } of parts) {
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

// fflate wants memory that is not shared, which none of this is.
function asChunk({ buffer, byteOffset, length }: Uint8Array): Uint8Array<ArrayBuffer> {
  if (buffer instanceof ArrayBuffer) return new Uint8Array(buffer, byteOffset, length);
  throw new Error("a stretch lies in shared memory");
}
