/** Turns a file's bytes into text by evidence: byte order mark, then UTF-8, then GB18030. */
import { firstBadByte } from "./bad-byte.ts";

export type Encoding = "UTF-8" | "UTF-16LE" | "UTF-16BE" | "GB18030";

export type Decoded =
  | { readonly kind: "text"; readonly text: string; readonly encoding: Encoding }
  /** `before` is what stands before the bad byte; `text` the whole, with its faults. */
  | {
      readonly kind: "broken";
      readonly encoding: Encoding;
      readonly byte: number;
      readonly before: string;
      readonly text: string;
    };

const telltale = /项目|指标|预算|名称|部门|年度|目标|编码|金额/u;

export function decodeText(bytes: Uint8Array): Decoded {
  const marked = encodingOfMark(bytes);
  if (marked !== undefined) return decodeAs(bytes, marked);
  const utf8 = decodeAs(bytes, "UTF-8");
  if (utf8.kind === "text") return utf8;
  const gb = decodeAs(bytes, "GB18030");
  // A UTF-8 text with one damaged byte often decodes as GB18030 too, into other characters:
  // its own words decide, read with the damage left in.
  if (telltale.test(utf8.text)) return utf8;
  return gb.kind === "broken" || telltale.test(gb.text) || /\p{Script=Han}/u.test(gb.text) ? gb : utf8;
}

function encodingOfMark(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "UTF-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "UTF-16LE";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "UTF-16BE";
  return undefined;
}

function decodeAs(bytes: Uint8Array, encoding: Encoding): Decoded {
  const offset = firstBadByte(bytes, encoding);
  const text = new TextDecoder(encoding).decode(bytes);
  if (offset === undefined) return { kind: "text", text, encoding };
  const before = new TextDecoder(encoding).decode(bytes.subarray(0, offset));
  return { kind: "broken", encoding, byte: bytes[offset] ?? 0, before, text };
}
