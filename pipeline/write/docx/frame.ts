/** The frame of a laid document → the package that docx builds around it, open at the places where the sections' blocks stand. */
import { Document, Packer, Paragraph } from "docx";
import { strFromU8, unzipSync } from "fflate";
import { type PagesOfSection, writeSections } from "./section.ts";

export type Frame = {
  /** Every part but `word/document.xml`, by its path, in docx's order. */
  readonly parts: ReadonlyMap<string, string>;
  /** `word/document.xml` up to the first block. */
  readonly head: string;
  /** Each section's `w:sectPr` for its last paragraph; of the last section it stands in `tail`. */
  readonly sectionEnds: readonly string[];
  readonly tail: string;
};

export const documentPath = "word/document.xml";

/** Each section is one empty paragraph to docx: it writes what stands around the blocks, at no cost to speak of. */
export async function buildFrame(
  sections: readonly PagesOfSection[],
  watermark: string | undefined,
): Promise<Frame> {
  const placeholder = () => [new Paragraph({ style: placeholderStyleId })];
  const document = new Document({ sections: writeSections(sections, watermark, placeholder) });
  // docx hands its parts out in a zip only; these are small.
  const files = unzipSync(await Packer.toBuffer(document));
  const parts = new Map(Object.entries(files).map(([path, bytes]) => [path, strFromU8(bytes)]));
  const around = splitAtPlaceholders(parts.get(documentPath) ?? "");
  parts.delete(documentPath);
  if (around.sectionEnds.length !== sections.length)
    throw new Error(`docx wrote ${around.sectionEnds.length} sections of ${sections.length}`);
  return { parts, ...around };
}

const placeholderStyleId = "blocks-stand-here";
const opening = `<w:p><w:pPr><w:pStyle w:val="${placeholderStyleId}"/>`;
const closing = "</w:pPr></w:p>";

function splitAtPlaceholders(xml: string): Pick<Frame, "head" | "sectionEnds" | "tail"> {
  const [head = "", ...others] = xml.split(opening);
  const sectionEnds: string[] = [];
  let tail = "";
  for (const other of others) {
    if (tail !== "") throw new Error("docx wrote something between two sections");
    const end = other.indexOf(closing);
    if (end < 0) throw new Error("docx wrote a paragraph in a way that is not known");
    sectionEnds.push(other.slice(0, end));
    tail = other.slice(end + closing.length);
  }
  return { head, sectionEnds, tail };
}
