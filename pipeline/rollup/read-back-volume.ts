/** A volume's files and what its parts are to say, each in its own report → what the files say otherwise. */
import { composePart, type RenderedReport } from "../compose/index.ts";
import {
  loadReadBack,
  notPrinted,
  type OpenPart,
  type TypesetDocument,
  toSayOf,
  type Verification,
} from "../department/index.ts";
import type { Diagnostic } from "../diagnostics/index.ts";
import { unpackSaid } from "../verify/index.ts";

/** A part with the report that it is of, how many levels its headings are further down here, and its section's pages. */
export type VolumePart = OpenPart & {
  readonly of: RenderedReport;
  readonly depth: number;
  readonly unnumbered: boolean;
};

type Volume = {
  readonly document: TypesetDocument;
  readonly watermark: string | undefined;
  /** In their order in the volume. */
  readonly parts: readonly VolumePart[];
  /** What was found while they were made. */
  readonly found: readonly Diagnostic[];
  readonly verification: Verification;
};

export async function readBackVolume({
  document,
  watermark,
  parts,
  found,
  verification,
}: Volume): Promise<readonly Diagnostic[]> {
  if (verification === "none") return [];
  const { readBackParts } = await loadReadBack();
  const expected = {
    title: document.title,
    watermark,
    // Each department has its own styles, so it was looked up where they are known.
    isRuled: (style: string) => style === ruled,
    ...notPrinted(found),
    parts: parts.map((part) => ({ said: () => saidBy(part), unnumbered: part.unnumbered })),
  };
  return readBackParts(expected, document.files, verification).findings;
}

const ruled = "ruled";

function saidBy({ job: { part }, toSay, of, depth }: VolumePart) {
  const { said } = toSay ?? toSayOf(composePart(part, of.markup, () => undefined) ?? [], part);
  return unpackSaid(said).map((block) => {
    switch (block.kind) {
      case "heading":
        return { ...block, level: block.level + depth };
      case "table": {
        const cells = block.cells.map((cell) =>
          cell.level === undefined ? cell : { ...cell, level: cell.level + depth },
        );
        return { ...block, cells, style: (of.theme.table[block.style]?.border ?? 0) > 0 ? ruled : "" };
      }
      default:
        return block;
    }
  });
}
