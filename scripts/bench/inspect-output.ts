/** A finished PDF or DOCX → what it contains: bytes, pages, characters without spaces and leader dots. */
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { unzipSync } from "fflate";

export type Inspection = {
  readonly bytes: number;
  /** Absent if the tool that counts them is not installed. */
  readonly pages?: number;
  readonly characters?: number;
};

/** With poppler's pdftotext. */
export function inspectPdf(file: string): Inspection | undefined {
  if (!existsSync(file)) return undefined;
  const bytes = readFileSync(file).length;
  try {
    const text = execFileSync("pdftotext", [file, "-"], { maxBuffer: 2 ** 30, encoding: "utf8" });
    return { bytes, pages: text.split("\f").length - 1, characters: count(text) };
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return { bytes };
    throw error;
  }
}

/** Its pages are those of the PDF that LibreOffice made of it. */
export function inspectDocx(file: string, printed: string): Inspection | undefined {
  if (!existsSync(file)) return undefined;
  const bytes = readFileSync(file);
  const body = unzipSync(bytes)["word/document.xml"] ?? new Uint8Array();
  const pages = inspectPdf(printed)?.pages;
  return {
    bytes: bytes.length,
    characters: charactersOf(Buffer.from(body.buffer, body.byteOffset, body.byteLength)),
    ...(pages === undefined ? {} : { pages }),
  };
}

// Text by text and never as a whole: the body of 5,000 projects is longer than a string may be.
function charactersOf(xml: Buffer): number {
  let total = 0;
  for (let at = xml.indexOf("<w:t"); at !== -1; at = xml.indexOf("<w:t", at + 4)) {
    const next = String.fromCharCode(xml[at + 4] ?? 0);
    if (next !== ">" && next !== " ") continue;
    const from = xml.indexOf(">", at) + 1;
    const text = xml.toString("utf8", from, xml.indexOf("<", from));
    total += count(text.replace(/&(?:amp|lt|gt|quot|apos);/gu, "&"));
  }
  return total;
}

function count(text: string): number {
  return Array.from(text.replace(/\s/gu, "").replace(/\.{3,}|…{2,}/gu, "")).length;
}
