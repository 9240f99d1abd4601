/** The formats that a document can be written in, by the endings of their files. */

export const outputFormats = ["docx", "pdf", "html"] as const;

export type OutputFormat = (typeof outputFormats)[number];

export function isOutputFormat(text: string): text is OutputFormat {
  return outputFormats.some((format) => format === text);
}
