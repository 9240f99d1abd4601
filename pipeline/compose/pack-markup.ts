/**
 * A project's markup → bytes, and back: it is held until the report is published. Bytes lie outside the heap, where
 * thousands of texts would make every collection of garbage slower; and deflated they are a tenth, as markup says the same
 * tags again and again.
 */
import { deflateRawSync, inflateRawSync } from "node:zlib";

/** Equal markup makes equal bytes. */
export function packMarkup(markup: string): Uint8Array {
  // A copy: what zlib hands back holds on to all the room that it was given.
  return new Uint8Array(deflateRawSync(markup, { level: 1 }));
}

export function unpackMarkup(bytes: Uint8Array): string {
  return inflateRawSync(bytes).toString();
}
