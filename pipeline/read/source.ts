/** A file as a reader gets it, and what it is: an office file, other binary data, JSON or delimited text. */
import { type Encoding, type EncodingVerdict, telltale } from "./encoding.ts";
import type { Separator } from "./separator.ts";

/** `name` is a path for messages and not one to open. */
export type Source = {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** How its department wants it read; overrides all evidence. */
  readonly forced?: ForcedReading;
};

export type ForcedReading = { readonly encoding?: Encoding; readonly separator?: Separator };

export type DecodedSource = {
  readonly name: string;
  readonly text: string;
  readonly encoding: EncodingVerdict;
  readonly separator?: Separator;
};

/** What a file is by its first bytes, and last by its name. */
export type Nature = "office" | "binary" | "text";

const officeName = /\.(?:xls[a-z]?|et|ett|doc[a-z]?|wps|ods)$/iu;
const signatures: readonly (readonly [Nature, readonly number[]])[] = [
  ["office", [0x50, 0x4b, 0x03, 0x04]], // zip: xlsx, docx, ods
  ["office", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]], // OLE: xls, et, doc
  ["binary", [0x25, 0x50, 0x44, 0x46]], // PDF
  ["binary", [0x89, 0x50, 0x4e, 0x47]], // PNG
  ["binary", [0xff, 0xd8, 0xff]], // JPEG
];

export function natureOf({ name, bytes }: Source): Nature {
  for (const [nature, signature] of signatures) {
    if (signature.every((byte, index) => bytes[index] === byte)) return nature;
  }
  // Many systems write an HTML table and call it .xls; a delimited text by that name is still an export.
  return officeName.test(name) && startsWithMarkup(bytes) ? "office" : "text";
}

// Comments are no JSON, but what begins with one and goes on like JSON is JSON with a fault.
const leadingComments = /^(?:\s+|\/\/[^\r\n]*|#[^\r\n]*|\/\*.*?\*\/)+/su;

/**
 * JSON or delimited text: a header that begins with a brace is far rarer than a damaged JSON file, and so is one that
 * begins like JSON put into a text.
 */
export function looksLikeJson(text: string): boolean {
  return /^(?:\{|"\s*[[{]\s*(?:\\"|\{)|\[\s*(?:[[\]{"'“\d-]|true|false|null|\/[/*]|$))/u.test(
    text.replace(leadingComments, ""),
  );
}

function startsWithMarkup(bytes: Uint8Array): boolean {
  return /^[\s\uFEFF\u00EF\u00BB\u00BF]*</u.test(String.fromCharCode(...bytes.subarray(0, 64)));
}

/** A .txt may be a note that lies there: no row of it has two cells that could be headers, and it is no JSON. */
export function mayBeNote({ name }: Source, text: string): boolean {
  if (!/\.txt$/iu.test(name)) return false;
  if (looksLikeJson(text)) return !telltale.test(text);
  const rows = text.split(/[\r\n]+/u, mostRowsAboveHeaders);
  return !rows.some((row) => row.split(/[,\t;|]/u).filter(mayBeHeader).length > 1);
}

const mostRowsAboveHeaders = 20;

function mayBeHeader(cell: string): boolean {
  return cell.length <= 20 && telltale.test(cell);
}
