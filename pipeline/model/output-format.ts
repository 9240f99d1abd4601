/** The formats that a document can be written in, by the endings of their files. */

export const outputFormats = ["docx", "pdf", "html"] as const;

export type OutputFormat = (typeof outputFormats)[number];

/** What a part is written as: for the documents that were asked for, and for the page on which they are reviewed. */
const partFormats = [...outputFormats, "review"] as const;

export type PartFormat = (typeof partFormats)[number];

export function isPartFormat(text: string): text is PartFormat {
  return partFormats.some((format) => format === text);
}

export function isOutputFormat(text: string): text is OutputFormat {
  return outputFormats.some((format) => format === text);
}
