/** Document → resolved document: every part resolved in the document's frame. */
import type { Report } from "../diagnostics/index.ts";
import type { Document, Section } from "../model/index.ts";
import { openResolver } from "./open-resolver.ts";
import { headingEntries } from "./resolve-blocks.ts";
import { mostCellsIn } from "./resolve-orientation.ts";
import type { ResolvedDocument, ResolvedSection, SectionFrame } from "./resolved.ts";

/**
 * Applies the theme and settles what both formats must agree on before pages are made.
 *
 * @returns undefined where a table's spans do not fit its grid (reported, naming table and row).
 */
export function resolveDocument(document: Document, report: Report): ResolvedDocument | undefined {
  const { sections, ...about } = document;
  const heads = sections.map((section) => ({ ...section, mostCells: mostCellsIn(section.blocks) }));
  const { frame, resolveBlocks } = openResolver({ ...about, sections: heads });
  const entries = sections.flatMap(({ blocks }) => headingEntries(blocks));
  const resolved = frame.sections.flatMap((head, index): ResolvedSection[] => {
    const blocks = resolveBlocks(blocksOf(sections, index), { section: head, entries, report });
    return blocks === undefined ? [] : [withBlocks(head, blocks)];
  });
  return resolved.length < sections.length ? undefined : { ...frame, sections: resolved };
}

function blocksOf(sections: readonly Section[], index: number): Section["blocks"] {
  return sections[index]?.blocks ?? [];
}

function withBlocks(head: SectionFrame, blocks: ResolvedSection["blocks"]): ResolvedSection {
  return { ...head, blocks };
}
