/** A report's DOCX as read → the texts of its Part 1 and the tables of its projects. */
import { type ExpectedProject, headerLabel } from "./expected-report.ts";
import { joinParts } from "./join-parts.ts";
import type { DocxContents } from "./read-docx.ts";
import { solid } from "./solid.ts";

type Block = DocxContents["blocks"][number];

/** The paragraphs that say something, after one heading and before another. */
export function docxTextsBetween(docx: DocxContents, heading: string, end: string): readonly string[] {
  return docx.blocks
    .slice(headingIndex(docx, heading) + 1, headingIndex(docx, end))
    .flatMap((block) => (block.kind === "paragraph" && block.text !== "" ? [block.text] : []));
}

/** The content below a project's heading: texts, then the tables joined to one. */
export function docxProject(
  docx: DocxContents,
  { heading, rows }: ExpectedProject,
): { readonly above: readonly string[]; readonly rows: readonly (readonly string[])[] } {
  const below = docx.blocks.slice(headingIndex(docx, heading) + 1);
  const next = below.findIndex(isHeading);
  const blocks = below.slice(0, next < 0 ? below.length : next);
  const start = blocks.findIndex((block) => block.kind === "table" && block.cells[0]?.text === rows[0]?.[0]);
  const [above, tables] = [blocks.slice(0, start), blocks.slice(start)];
  return {
    above: above.flatMap(textsOf).filter((text) => text !== ""),
    rows: joinParts(
      tables.flatMap((block) => (block.kind === "table" ? [block.cells] : [])),
      { headerLabel },
    ),
  };
}

function headingIndex(docx: DocxContents, heading: string): number {
  const index = docx.blocks.findIndex(
    (block) => isHeading(block) && block.kind === "paragraph" && solid(block.text) === solid(heading),
  );
  if (index < 0) throw new Error(`no heading says ${heading}`);
  return index;
}

function isHeading(block: Block): boolean {
  return block.kind === "paragraph" && block.outlineLevel !== undefined;
}

function textsOf(block: Block): readonly string[] {
  return block.kind === "table" ? block.cells.map(({ text }) => text) : [block.text];
}
