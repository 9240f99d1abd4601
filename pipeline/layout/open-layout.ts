/** A document's frame and fonts → the means to lay its parts one by one, in any order, and to number them when all are known. */
import type { Diagnostic, Report, UnsetScript } from "../diagnostics/index.ts";
import type { DocumentFrame, ResolvedBlock, SectionFrame } from "../resolve/index.ts";
import type { MissingGlyph } from "./clusters.ts";
import { tighterThan } from "./density.ts";
import type { FontBook } from "./font-book.ts";
import type { FlowBlock, LaidBlocks, PageFrame, PageItem } from "./laid.ts";
import { numberContentsEntry } from "./lay-contents.ts";
import { layPartOf } from "./lay-part.ts";
import { openTexts, type TextContext } from "./measure-text.ts";
import { beginsCount, layPageNumber, printedNumber } from "./page-numbers.ts";
import { stretchesOf, unsetScriptOf } from "./unset-script.ts";

export type Layout = {
  /**
   * Some blocks of a section, of which the first begins a page. Characters that no font has are reported
   * (`glyph-missing`), each once, and set as 〓; so are texts in a script that is not set (`script-not-set`). A table of contents has no page numbers yet.
   */
  readonly layPart: (section: SectionFrame, blocks: readonly ResolvedBlock[], report: Report) => LaidBlocks;
  /**
   * The pages with their numbers, from the section that each belongs to. If the document is two-sided, blank ones are
   * among them, so that each count of pages begins on a right-hand page, as it begins with an odd number.
   */
  readonly numberPages: (sections: readonly number[]) => readonly PageFrame[];
  /** The same with the page numbers of the headings that a table of contents lists. */
  readonly numberContents: (
    section: SectionFrame,
    blocks: LaidBlocks,
    numberOf: (headingId: string) => string,
  ) => LaidBlocks;
};

export function openLayout(document: DocumentFrame, fonts: FontBook): Layout {
  const texts = openTexts(fonts);
  const tighter = tighterThan(document.styles);
  const silent: TextContext = { ...texts, missing: () => {}, cut: () => {} };
  return {
    layPart: (section, blocks, report) => {
      const { tellCuts, ...reporting } = openReporting(report);
      const laid = layPartOf(section, blocks, { tighter, text: { ...texts, ...reporting } });
      tellCuts();
      return laid;
    },
    numberPages: (sections) => numberPages(sections, document, silent),
    numberContents: (section, { pages, flow }, numberOf) => {
      const right = section.page.width - section.page.right;
      const numbered = (item: PageItem): PageItem => {
        if (item.kind !== "contents-entry") return item;
        const number = numberOf(item.entry.id);
        return number === "" ? item : numberContentsEntry(item, number, { right, context: silent });
      };
      return {
        pages: pages.map((items) => items.map(numbered)),
        flow: flow.map((block) => numberFlow(block, numberOf)),
      };
    },
  };
}

function numberFlow(block: FlowBlock, numberOf: (headingId: string) => string): FlowBlock {
  if (block.kind !== "contents") return block;
  return { ...block, entries: block.entries.map((entry) => ({ ...entry, pageNumber: numberOf(entry.id) })) };
}

function numberPages(
  sections: readonly number[],
  { sections: heads, pageNumberStyle: style, twoSided }: DocumentFrame,
  context: TextContext,
): readonly PageFrame[] {
  const pages: PageFrame[] = [];
  let ordinal = 0;
  for (const [index, section] of sections.entries()) {
    const head = heads[section];
    if (head === undefined)
      throw new Error(`page ${index} belongs to section ${section}, which is not there`);
    // A section without pages begins its count all the same.
    const begun = heads.slice((sections[index - 1] ?? -1) + 1, section + 1);
    if (begun.some(beginsCount)) {
      ordinal = 0;
      const facing = pages.at(-1);
      const leftHand = pages.length % 2 === 1;
      if (twoSided && leftHand && facing !== undefined)
        pages.push({ blank: true, section: facing.section, geometry: facing.geometry });
    }
    ordinal += 1;
    const geometry = head.page;
    const number = printedNumber(head.numbering, ordinal);
    const side = twoSided && ordinal % 2 === 0 ? "left" : "right";
    const footer = number && layPageNumber(number, { side, geometry, style, context });
    pages.push(footer ? { section, geometry, number, ordinal, footer } : { section, geometry });
  }
  return pages;
}

function notSet(script: UnsetScript, context: string): Diagnostic {
  const stretches = stretchesOf(script, context);
  return {
    code: "script-not-set",
    at: { kind: "file", file: "" },
    found: context,
    args: {
      script,
      text: stretches[0] ?? "",
      characters: [...new Set(stretches.join("").replaceAll(" ", ""))].join(""),
    },
  };
}

type Reporting = Pick<TextContext, "missing" | "cut"> & {
  /** Each text that was cut, once: how much of it is printed is known when the part is laid. */
  readonly tellCuts: () => void;
};

function openReporting(report: Report): Reporting {
  const seen = new Set<string | number>();
  const isNew = (key: string | number) => !seen.has(key) && seen.add(key);
  // A part is laid as often as it takes to fill its pages, so there may be several beginnings of a text.
  const shortest = new Map<string, number>();
  const cut: TextContext["cut"] = (text, beginning) => {
    const shown = Array.from(beginning.replace(/[\s\p{Cc}…]/gu, "")).length;
    shortest.set(text, Math.min(shown, shortest.get(text) ?? shown));
  };
  const tellCuts = () => {
    const at = { kind: "file", file: "" } as const;
    for (const [text, shown] of shortest)
      report({ code: "text-cut", at, found: text, args: { text: text.slice(0, 20), shown } });
  };
  const missing: MissingGlyph = ({ codePoint, context }) => {
    const script = unsetScriptOf(codePoint);
    if (script !== undefined) {
      if (isNew(`${script} ${context}`)) report(notSet(script, context));
      return;
    }
    if (!isNew(codePoint)) return;
    const hex = `U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`;
    report({
      code: "glyph-missing",
      at: { kind: "file", file: hex },
      found: context,
      args: { character: String.fromCodePoint(codePoint), codePoint: hex, context },
    });
  };
  return { cut, missing, tellCuts };
}
