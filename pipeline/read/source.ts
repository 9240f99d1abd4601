/** A file as a reader gets it, and what it is: a container, other binary data, JSON or delimited text. */
import { type Encoding, type EncodingVerdict, telltale } from "./encoding.ts";
import { isJsonInScript } from "./json-script.ts";
import type { Opened } from "./opened.ts";
import type { Separator } from "./separator.ts";

/** `name` is a path for messages and not one to open. */
export type Source = {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** How its department wants it read; overrides all evidence. */
  readonly forced?: ForcedReading;
  /** What became of it if it is a container, see `isContainer`, or a text that has too much of something. */
  readonly opened?: Opened;
};

export type ForcedReading = { readonly encoding?: Encoding; readonly separator?: Separator };

export type DecodedSource = {
  readonly name: string;
  readonly text: string;
  readonly encoding: EncodingVerdict;
  readonly separator?: Separator;
};

/** What a file is by its first bytes. */
export type Nature = "container" | "binary" | "text";

const signatures: readonly (readonly [Nature, readonly number[]])[] = [
  ["container", [0x50, 0x4b, 0x03, 0x04]], // zip: xlsx, docx, ods
  ["container", [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]], // OLE: xls, et, doc
  ["container", [0x09, 0x00, 0x04, 0x00]], // BIFF2, 3 and 4: xls before OLE
  ["container", [0x09, 0x02, 0x06, 0x00]],
  ["container", [0x09, 0x04, 0x06, 0x00]],
  ["binary", [0x25, 0x50, 0x44, 0x46]], // PDF
  ["binary", [0x89, 0x50, 0x4e, 0x47]], // PNG
  ["binary", [0xff, 0xd8, 0xff]], // JPEG
];

/** Of files and sheets: macOS hands out names decomposed that are typed composed. */
export function isSameName(one: string, other: string): boolean {
  return one.normalize("NFC") === other.normalize("NFC");
}

/** Whether a file has to be opened before it can be read: a workbook, or what many systems write in its place. */
export function isContainer(bytes: Uint8Array): boolean {
  return natureOf(bytes) === "container";
}

export function natureOf(bytes: Uint8Array): Nature {
  for (const [nature, signature] of signatures) {
    if (signature.every((byte, index) => bytes[index] === byte)) return nature;
  }
  return startsWithMarkup(bytes) ? "container" : "text";
}

// Comments are no JSON, but what begins with one and goes on like JSON is JSON with a fault.
const leadingComments = /^(?:\s+|\/\/[^\r\n]*|#[^\r\n]*|\/\*.*?\*\/)+/su;

/**
 * JSON or delimited text: a header that begins with a brace is far rarer than a damaged JSON file, and so is one that
 * begins like JSON put into a text. A script that is handed JSON is JSON.
 */
export function looksLikeJson(text: string): boolean {
  if (isJsonInScript(text)) return true;
  return /^(?:\{|"\s*[[{]\s*(?:\\"|\{)|\[\s*(?:[[\]{"'“\d-]|true|false|null|\/[/*]|$))/u.test(
    text.replace(leadingComments, ""),
  );
}

/** How a text begins, in any encoding: tags and declarations can be read, other characters not. */
export function startAsMarkup(bytes: Uint8Array): string {
  return new TextDecoder("latin1").decode(bytes.subarray(0, 2000)).replaceAll("\0", "");
}

/** HTML, XML or a page with its pictures: a delimited text called .xls is still a text. */
function startsWithMarkup(bytes: Uint8Array): boolean {
  const start = startAsMarkup(bytes);
  return startsLikeMail(start) || opening.test(start);
}

const opening =
  /^[\s\u00EF\u00BB\u00BF\u00FE\u00FF]*<(?:[?!]|(?:html|head|body|table|thead|tbody|tr|td|th|div|p|span|h\d|meta|title|link|script|style|center|font|[\w-]+:?(?:Workbook|document))\b)/iu;

/** What Excel calls a web page in one file, and sends as a letter with its parts. */
export function startsLikeMail(start: string): boolean {
  return /^(?:From: .*\r?\n|Subject: .*\r?\n|Date: .*\r?\n)*MIME-Version: /iu.test(start);
}

/** A .txt or a .js may be a note or a program that lies there: no row of it has two cells that could be headers, and it is no JSON. */
export function mayBeNote({ name }: Source, text: string): boolean {
  if (!/\.(?:txt|js)$/iu.test(name)) return false;
  if (looksLikeJson(text)) return !telltale.test(text);
  const rows = text.split(/[\r\n]+/u, mostRowsAboveHeaders);
  return !rows.some((row) => row.split(/[,\t;|]/u).filter(mayBeHeader).length > 1);
}

const mostRowsAboveHeaders = 20;

function mayBeHeader(cell: string): boolean {
  return cell.length <= 20 && telltale.test(cell);
}
