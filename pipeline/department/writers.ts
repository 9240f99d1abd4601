/** Every output format, one line each. */
import type { FontBook, LaidFrame, LaidPart } from "../layout/index.ts";
import type { DocumentFrame } from "../resolve/index.ts";
import { joinDocx, writeDocxPart } from "../write/docx/index.ts";
import { joinPdf, openPdfParts } from "../write/pdf/index.ts";

/** A part's bytes in one format, and what its writer must know of them to join them: JSON that only it reads. */
export type WrittenPart = { readonly about: string; readonly bytes: Uint8Array };

/** A part with the section it stands in, counted from 0. */
export type PlacedPart = { readonly section: number; readonly part: WrittenPart };

export type JoinOptions = { readonly createdAt: Date; readonly fonts: FontBook };

type Writer = {
  /** Writes parts that depend on nothing outside them: they can be kept, or come from elsewhere. */
  readonly openParts: (document: DocumentFrame, fonts: FontBook) => (part: LaidPart) => WrittenPart;
  /** All parts in order → the file. */
  readonly join: (
    frame: LaidFrame,
    parts: readonly PlacedPart[],
    options: JoinOptions,
  ) => Uint8Array | Promise<Uint8Array>;
};

export const writers = {
  docx: { openParts: (document) => (part) => writeDocxPart(part, document), join: joinDocx },
  pdf: { openParts: (_, fonts) => openPdfParts(fonts), join: joinPdf },
} as const satisfies Record<string, Writer>;

export type OutputFormat = keyof typeof writers;

export function isOutputFormat(text: string): text is OutputFormat {
  return Object.hasOwn(writers, text);
}

export const outputFormats: readonly OutputFormat[] = Object.keys(writers).filter(isOutputFormat);
