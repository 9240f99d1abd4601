/** A laid part → its pages' content streams, deflated, and what they say: each border and each run at its settled place. */
import { deflateSync } from "node:zlib";
import type { FontBook, LaidPart } from "../../layout/index.ts";
import { openComments } from "../../model/index.ts";
import { type Annotation, annotationsOn } from "./annotations.ts";
import { type DrawnCharacters, openCodedFonts } from "./coded-fonts.ts";
import { openContentStream } from "./content-stream.ts";
import { type HeadingLink, linksOver } from "./navigation.ts";
import { type ContentTools, writePage } from "./page-content.ts";
import { openTagger, type PartTags } from "./tags.ts";

export type WrittenPdfPart = {
  /** JSON, for `joinPdf` alone. */
  readonly about: string;
  readonly bytes: Uint8Array;
};

export type AboutPdfPart = {
  /** In order; `length` bytes each of the part's. */
  readonly pages: readonly {
    readonly length: number;
    readonly links: readonly HeadingLink[];
    /** Comments on what the page prints. */
    readonly annotations: readonly Annotation[];
  }[];
  readonly characters: DrawnCharacters;
  readonly tags: PartTags;
};

/** Writes one part after the other; equal parts give equal bytes in any document. */
export function openPdfParts(fonts: FontBook): (part: LaidPart) => WrittenPdfPart {
  const { fontOf, takeDrawn } = openCodedFonts(fonts);
  const stream = openContentStream();
  const tagger = openTagger();
  return ({ pages, comments }) => {
    const takeComments = openComments({ comments });
    const written = pages.map((page) => {
      const links: HeadingLink[] = [];
      tagger.turnPage();
      const linked: ContentTools["linked"] = (entry, element) => links.push(...linksOver(entry, element));
      writePage(page, { stream, fontOf, tagger, linked });
      const annotations = annotationsOn(page.items, takeComments);
      return { deflated: deflateSync(stream.take()), links, annotations };
    });
    const about: AboutPdfPart = {
      pages: written.map(({ deflated, ...about }) => ({ length: deflated.length, ...about })),
      characters: takeDrawn(),
      tags: tagger.take(),
    };
    return { about: JSON.stringify(about), bytes: Buffer.concat(written.map(({ deflated }) => deflated)) };
  };
}
