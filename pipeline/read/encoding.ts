/** Turns a file's bytes into text by evidence: byte order mark, then UTF-8, then UTF-16 by its zeros, then GB18030. */
import { isUtf8 } from "node:buffer";

export type Encoding = "UTF-8" | "GB18030" | "UTF-16LE" | "UTF-16BE";

/**
 * What spoke for an encoding. `clean`: every byte fits, and a text of another encoding hardly ever would;
 * `known-words`: words of the field can be read; `chinese`: Chinese can be read, but no word of the field.
 */
export type EncodingEvidence = "forced" | "byte-order-mark" | "ascii" | "clean" | "known-words" | "chinese";

export type EncodingVerdict = { readonly name: Encoding; readonly evidence: EncodingEvidence };

export type Decoded =
  | { readonly kind: "text"; readonly text: string; readonly encoding: EncodingVerdict }
  /** `before` is the text before the bad byte; `text` the whole, with its faults. */
  | {
      readonly kind: "broken";
      readonly encoding: Encoding;
      readonly byte: number;
      readonly before: string;
      readonly text: string;
    };

export const telltale = /项目|指标|预算|名称|部门|年度|目标|编码|金额/u;

export function decodeText(bytes: Uint8Array, forced?: Encoding): Decoded {
  if (forced !== undefined) return decodeAs(bytes, { name: forced, evidence: "forced" });
  const marked = encodingOfMark(bytes);
  if (marked !== undefined) return decodeAs(bytes, { name: marked, evidence: "byte-order-mark" });
  const utf16 = utf16WithoutMark(bytes);
  if (utf16 !== undefined) return utf16;
  const ascii = bytes.every((byte) => byte < 0x80);
  const utf8 = decodeAs(bytes, { name: "UTF-8", evidence: ascii ? "ascii" : "clean" });
  if (utf8.kind === "text") return utf8;
  const gb = decodeAs(bytes, { name: "GB18030", evidence: "known-words" });
  // A UTF-8 text with one damaged byte often decodes as GB18030 too, into other characters:
  // its own words decide, read with the damage left in.
  if (telltale.test(utf8.text)) return utf8;
  if (gb.kind === "broken" || telltale.test(gb.text)) return gb;
  return /\p{Script=Han}/u.test(gb.text)
    ? { ...gb, encoding: { name: "GB18030", evidence: "chinese" } }
    : utf8;
}

function encodingOfMark(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "UTF-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "UTF-16LE";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "UTF-16BE";
  return undefined;
}

/** Separators and line ends of UTF-16 have a zero byte, which no text of the other encodings has. */
function utf16WithoutMark(bytes: Uint8Array): Decoded | undefined {
  if (!bytes.includes(0)) return undefined;
  for (const name of ["UTF-16LE", "UTF-16BE"] as const) {
    // A text begins with what it is about, and a large file that is none is not worth decoding twice.
    if (!telltale.test(new TextDecoder(name).decode(bytes.subarray(0, pieceBytes)))) continue;
    const decoded = decodeAs(bytes, { name, evidence: "known-words" });
    if (decoded.kind === "text") return decoded;
  }
  return undefined;
}

function decodeAs(bytes: Uint8Array, encoding: EncodingVerdict): Decoded {
  const { name } = encoding;
  const text = new TextDecoder(name).decode(bytes);
  const offset = firstBadByte(bytes, name, text);
  if (offset === undefined) return { kind: "text", text, encoding };
  const before = new TextDecoder(name).decode(bytes.subarray(0, offset));
  return { kind: "broken", encoding: name, byte: bytes[offset] ?? 0, before, text };
}

/** Offset of the first bad byte, or undefined if all of them are good: the decoder itself only reports that there is one. */
function firstBadByte(bytes: Uint8Array, encoding: string, text: string): number | undefined {
  const damage = damageThatDecodes(bytes, encoding, text);
  if (decodes(bytes, encoding, false)) return damage;
  const broken = decodes(bytes, encoding, true) ? cutOffTail(bytes, encoding) : bisect(bytes, encoding);
  return damage === undefined ? broken : Math.min(damage, broken);
}

/**
 * A zero byte is no text in any encoding of single bytes, though every decoder lets it pass. Among known words it is
 * what a system fills up its fields with, or a full disk a file: it can be left out, and is no other encoding.
 */
function damageThatDecodes(bytes: Uint8Array, encoding: string, text: string): number | undefined {
  if (encoding.startsWith("UTF-16")) return undefined;
  const first = bytes.indexOf(0);
  const zero = first >= 0 && telltale.test(text) ? -1 : first;
  const lone = encoding === "GB18030" ? loneEuroByte(bytes) : undefined;
  if (zero < 0) return lone;
  return lone === undefined ? zero : Math.min(zero, lone);
}

/** The longest prefix that decodes ends where the bad sequence shows; the sequence begins with that prefix's tail. */
function bisect(bytes: Uint8Array, encoding: string): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >>> 1;
    if (decodes(bytes.subarray(0, middle), encoding, true)) good = middle;
    else bad = middle;
  }
  return cutOffTail(bytes.subarray(0, good), encoding);
}

/** Where the unfinished sequence at the end begins: no encoding here has one of more than four bytes. */
function cutOffTail(bytes: Uint8Array, encoding: string): number {
  for (let length = bytes.length; length > Math.max(0, bytes.length - 4); length -= 1) {
    if (decodes(bytes.subarray(0, length), encoding, false)) return length;
  }
  return Math.max(0, bytes.length - 4);
}

// The standard's decoder reads a lone 0x80 as €, which no Chinese system writes: it is damage.
function loneEuroByte(bytes: Uint8Array): number | undefined {
  let offset = bytes.indexOf(0x80) < 0 ? bytes.length : 0;
  while (offset < bytes.length) {
    const lead = bytes[offset] ?? 0;
    if (lead === 0x80) return offset;
    const next = bytes[offset + 1] ?? 0;
    offset += lead < 0x80 ? 1 : next >= 0x30 && next <= 0x39 ? 4 : 2;
  }
  return undefined;
}

const pieceBytes = 65_536;

/** Piece by piece: the text itself is not wanted, and may be as large as all that the file takes. */
function decodes(bytes: Uint8Array, encoding: string, unfinished: boolean): boolean {
  if (encoding === "UTF-8" && isUtf8(bytes)) return true;
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for (let at = 0; at < bytes.length; at += pieceBytes)
      decoder.decode(bytes.subarray(at, at + pieceBytes), { stream: true });
    if (!unfinished) decoder.decode();
    return true;
  } catch {
    return false;
  }
}
