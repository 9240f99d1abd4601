/** A font file, or its bytes → one face, opened with fontkit. */
import { readFileSync } from "node:fs";
import { create, type Font } from "fontkit";

export function openFont(file: string | Uint8Array): Font {
  const bytes = typeof file === "string" ? readFileSync(file) : file;
  const font = create(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (!("glyphForCodePoint" in font)) throw new Error("a collection of fonts, not one");
  return font;
}
