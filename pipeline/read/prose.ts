/** A text or Word file that a person wrote → its lines. */
import { decodeText } from "./encoding.ts";
import type { Source } from "./source.ts";
import { readWordText } from "./word-text.ts";

/** Nothing if it cannot be read: it is no export, and nobody is told to mend it. */
export function readProse({ name, bytes }: Source): readonly string[] {
  if (/\.docx$/iu.test(name)) {
    const text = readWordText(bytes);
    return text.kind === "text" ? text.paragraphs : [];
  }
  const decoded = decodeText(bytes);
  return decoded.kind === "text" ? decoded.text.split(/\r\n|[\r\n]/u) : [];
}
