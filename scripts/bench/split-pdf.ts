/** The bytes of a PDF → its streams, inflated, and what lies between them. */
import { inflateSync } from "node:zlib";

export type PdfPart =
  | { readonly kind: "plain"; readonly bytes: Uint8Array }
  | { readonly kind: "stream"; readonly inflated: Uint8Array };

/** Reads the plain syntax that writers of whole files use; a stream without Flate is plain. */
export function splitPdf(bytes: Buffer): PdfPart[] {
  const parts: PdfPart[] = [];
  let from = 0;
  for (;;) {
    const opening = /stream\r?\n/y;
    const at = bytes.indexOf("stream", from);
    if (at === -1) break;
    opening.lastIndex = 0;
    const keyword = opening.exec(bytes.toString("latin1", at, at + 8))?.[0];
    if (keyword === undefined) throw new Error(`no stream at byte ${at}`);
    const start = at + keyword.length;
    const dictionary = bytes.toString("latin1", bytes.lastIndexOf(" obj", at), at);
    const length = lengthOf(dictionary, bytes);
    const data = bytes.subarray(start, start + length);
    const end = bytes.indexOf("endstream", start + length) + "endstream".length;
    if (dictionary.includes("/FlateDecode")) {
      parts.push({ kind: "plain", bytes: bytes.subarray(from, start) });
      parts.push({ kind: "stream", inflated: inflateSync(data) });
      parts.push({ kind: "plain", bytes: bytes.subarray(start + length, end) });
    } else parts.push({ kind: "plain", bytes: bytes.subarray(from, end) });
    from = end;
  }
  return [...parts, { kind: "plain", bytes: bytes.subarray(from) }];
}

function lengthOf(dictionary: string, bytes: Buffer): number {
  const [, number, isReference] = /\/Length (\d+)( \d+ R)?/u.exec(dictionary) ?? [];
  if (number === undefined) throw new Error(`a stream without length: ${dictionary}`);
  if (isReference === undefined) return Number(number);
  const at = bytes.indexOf(`\n${number} 0 obj`);
  return Number.parseInt(bytes.toString("latin1", at + `\n${number} 0 obj`.length, at + 40).trim(), 10);
}

/** TrueType or OpenType by its first bytes, or bare CFF. */
export function isFontFile(bytes: Uint8Array): boolean {
  const tag = Buffer.from(bytes.subarray(0, 4)).toString("latin1");
  return ["\x00\x01\x00\x00", "true", "OTTO"].includes(tag) || tag.startsWith("\x01\x00\x04");
}
