/** A laid part → its pages' content streams, deflated: independent of all other parts. */
import { deflateSync } from "node:zlib";
import type { FontBook, LaidPart } from "../../layout/index.ts";
import { type DrawnCharacters, openCodedFonts } from "./coded-fonts.ts";
import { type HeadingLink, linksIn } from "./navigation.ts";
import { pageContent } from "./page-content.ts";

export type WrittenPdfPart = {
  /** JSON, for `joinPdf` alone. */
  readonly about: string;
  readonly bytes: Uint8Array;
};

export type AboutPdfPart = {
  /** In order; `length` bytes each of the part's. */
  readonly pages: readonly { readonly length: number; readonly links: readonly HeadingLink[] }[];
  readonly characters: DrawnCharacters;
};

/** Writes one part after the other; equal parts give equal bytes in any document. */
export function openPdfParts(fonts: FontBook): (part: LaidPart) => WrittenPdfPart {
  const { fontOf, takeDrawn } = openCodedFonts(fonts);
  return ({ pages }) => {
    const streams = pages.map((page) => deflateSync(Buffer.from(pageContent(page, fontOf), "latin1")));
    const about: AboutPdfPart = {
      pages: pages.map(({ items }, index) => ({
        length: streams[index]?.length ?? 0,
        links: linksIn(items),
      })),
      characters: takeDrawn(),
    };
    return { about: JSON.stringify(about), bytes: Buffer.concat(streams) };
  };
}
