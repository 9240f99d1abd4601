/** A laid part → its pages' content streams, deflated: they depend on nothing that is outside the part. */
import { deflateSync } from "node:zlib";
import type { FontBook, LaidPart } from "../../layout/index.ts";
import { type DrawnCharacters, openCodedFonts } from "./coded-fonts.ts";
import { type HeadingLink, linksIn } from "./destinations.ts";
import { pageContent } from "./page-content.ts";

export type WrittenPart = {
  /** JSON, for `joinPdf` alone. */
  readonly about: string;
  readonly bytes: Uint8Array;
};

export type AboutPart = {
  /** In order; `length` bytes each of the part's. */
  readonly pages: readonly { readonly length: number; readonly links: readonly HeadingLink[] }[];
  readonly characters: DrawnCharacters;
};

/** Writes one part after the other; equal parts give equal bytes, whatever document they stand in. */
export function openPdfParts(fonts: FontBook): (part: LaidPart) => WrittenPart {
  const { fontOf, takeDrawn } = openCodedFonts(fonts);
  return ({ pages }) => {
    const streams = pages.map((page) => deflateSync(Buffer.from(pageContent(page, fontOf), "latin1")));
    const about: AboutPart = {
      pages: pages.map(({ items }, index) => ({
        length: streams[index]?.length ?? 0,
        links: linksIn(items),
      })),
      characters: takeDrawn(),
    };
    return { about: JSON.stringify(about), bytes: Buffer.concat(streams) };
  };
}
