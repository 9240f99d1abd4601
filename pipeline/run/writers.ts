/** Every output format, one line each. */
import type { Report } from "../diagnostics/index.ts";
import type { FontBook, LaidDocument } from "../layout/index.ts";
import { writeDocx } from "../write/docx/index.ts";
import { writePdf } from "../write/pdf/index.ts";

export type WriteOptions = { readonly createdAt: Date; readonly report: Report; readonly fonts: FontBook };
export type Writer = (laid: LaidDocument, options: WriteOptions) => Promise<Uint8Array>;

export const writers = { docx: writeDocx, pdf: writePdf } as const satisfies Record<string, Writer>;

export type OutputFormat = keyof typeof writers;

export function isOutputFormat(text: string): text is OutputFormat {
  return Object.hasOwn(writers, text);
}

export const outputFormats: readonly OutputFormat[] = Object.keys(writers).filter(isOutputFormat);
