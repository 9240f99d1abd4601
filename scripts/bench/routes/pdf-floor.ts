/** The least a PDF costs: the bytes of ours again, with fonts subset and every other stream deflated again. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import type { Route } from "../measurement.ts";
import { openFont } from "../open-font.ts";
import { loadModule } from "../program.ts";
import { isFontFile, splitPdf } from "../split-pdf.ts";

export const pdfFloor: Route = async (job) => {
  const parts = splitPdf(readFileSync(join(job.work, "ours.pdf")));
  const pieces = parts.filter((part) => part.kind === "plain" || !isFontFile(part.inflated));
  const characters: Record<string, string> = JSON.parse(
    readFileSync(join(job.work, "characters.json"), "utf8"),
  );
  const { defaultFonts } = await loadModule(job.program, "assets/fonts/default-fonts");
  return async ({ lap, keep }) => {
    const fonts = await lap("subset", () =>
      defaultFonts.flatMap(({ key, load }) => {
        const text = characters[key];
        return text === undefined ? [] : [deflateSync(subset(load(), text))];
      }),
    );
    const bytes = await lap("write", () =>
      Buffer.concat([
        ...pieces.map((piece) => (piece.kind === "plain" ? piece.bytes : deflateSync(piece.inflated))),
        ...fonts,
      ]),
    );
    keep("floor.pdf", bytes);
  };
};

function subset(file: Uint8Array, text: string): Uint8Array {
  const font = openFont(file);
  const glyphs = font.createSubset();
  for (const character of text) glyphs.includeGlyph(font.glyphForCodePoint(character.codePointAt(0) ?? 0));
  return glyphs.encode();
}
