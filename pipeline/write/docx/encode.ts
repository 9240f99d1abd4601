/** Pieces of text → chunks of UTF-8. */

/** Bytes; larger ones come from the system page by page, smaller ones mean more calls of zlib. */
const chunkLength = 1 << 17;
// V8 joins short strings in its cache and its nursery: eight times this length takes twice the time.
const runLength = 1 << 13;
/** A UTF-16 unit becomes three bytes at most. */
const bytesPerUnit = 3;

/** The text of all pieces together. */
export function* encode(pieces: Iterable<string>): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  let chunk = new Uint8Array(chunkLength);
  let end = 0;
  for (const run of joinShort(pieces)) {
    if (end + run.length * bytesPerUnit > chunk.length) {
      yield chunk.subarray(0, end);
      chunk = new Uint8Array(Math.max(chunkLength, run.length * bytesPerUnit));
      end = 0;
    }
    end += encoder.encodeInto(run, chunk.subarray(end)).written;
  }
  yield chunk.subarray(0, end);
}

function* joinShort(pieces: Iterable<string>): Generator<string> {
  let run = "";
  for (const piece of pieces) {
    run += piece;
    if (run.length < runLength) continue;
    yield run;
    run = "";
  }
  yield run;
}
