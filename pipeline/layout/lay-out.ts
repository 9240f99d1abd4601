/** Resolved document → pages. */
import type { Report } from "../diagnostics/index.ts";
import type { ResolvedBlock, ResolvedDocument, ResolvedSection } from "../resolve/index.ts";
import type { MissingGlyph } from "./clusters.ts";
import { asDesigned, type Density, tighterThan } from "./density.ts";
import type { FontBook } from "./font-book.ts";
import type { Anchor, LaidDocument, Page, PageItem } from "./laid.ts";
import { numberContentsEntry } from "./lay-contents.ts";
import { type Area, type GroupPages, layGroup, slackBelowTables } from "./lay-group.ts";
import { openText, remembering, type TextContext } from "./measure-text.ts";
import { layPageNumber, printedNumber } from "./page-numbers.ts";

/** Most that a row grows to let a table fill its page, pt. */
const mostExtraRowHeight = 8;
/** A page group is tightened only where the page saved would have been this empty. */
const fewLines = 0.5;

/**
 * Settles every line, row height, page break and page number.
 * Characters that no font has are reported (`glyph-missing`), each once, and set as 〓.
 */
export function layOut(document: ResolvedDocument, fonts: FontBook, report: Report): LaidDocument {
  const context = openText(fonts, { missing: missingGlyphs(report), cut: cutTexts(report) });
  const pages: Page[] = [];
  let ordinal = 0;
  for (const [index, section] of document.sections.entries()) {
    if (!section.continues) ordinal = 0;
    for (const items of laySection(section, document, context)) {
      ordinal += 1;
      pages.push(toPage(items, { index, ordinal, section, document, context }));
    }
  }
  const anchors = findAnchors(pages);
  return { document, anchors, pages: pages.map((page) => numberContents(page, anchors, context)) };
}

function laySection(
  section: ResolvedSection,
  document: ResolvedDocument,
  text: TextContext,
): readonly (readonly PageItem[])[] {
  const { page } = section;
  const area: Area = {
    x: page.left,
    y: page.top,
    width: page.width - page.left - page.right,
    height: page.height - page.top - page.bottom,
  };
  const tighter = tighterThan(document.styles);
  return pageGroups(section.blocks).flatMap((blocks) => {
    const context = remembering(text);
    const plain = layGroup(blocks, { area, density: asDesigned, context });
    const kept = section.centred
      ? centred(blocks, plain, { area, context })
      : fitted(blocks, plain, { area, tighter, context });
    return kept.pages.map((items) => items.map((place) => place()));
  });
}

/** Groups begin where a page break is forced. */
function pageGroups(blocks: readonly ResolvedBlock[]): readonly (readonly ResolvedBlock[])[] {
  const groups: ResolvedBlock[][] = [];
  for (const block of blocks) {
    const open = groups.at(-1);
    if (open === undefined || (block.kind === "paragraph" && block.pageBreakBefore)) groups.push([block]);
    else open.push(block);
  }
  return groups.length === 0 ? [[]] : groups;
}

type FitContext = {
  readonly area: Area;
  readonly tighter: readonly Density[];
  readonly context: TextContext;
};

/** A group of tables fills its page; one that spills by a few lines is tightened until it does not. */
function fitted(
  blocks: readonly ResolvedBlock[],
  plain: GroupPages,
  { area, tighter, context }: FitContext,
): GroupPages {
  const rows = blocks.reduce((sum, block) => sum + (block.kind === "table" ? block.minHeights.length : 0), 0);
  if (rows === 0) return plain;
  const opened = (pages: GroupPages, density: Density): GroupPages => {
    if (pages.pages.length > 1) return pages;
    const spare = area.height - slackBelowTables - pages.used;
    const extraRowHeight = Math.min(mostExtraRowHeight, Math.max(0, spare / rows - 0.01));
    return layGroup(blocks, { area, density: { ...density, extraRowHeight }, context });
  };
  if (plain.pages.length === 1) return opened(plain, asDesigned);
  if (plain.used > area.height * fewLines) return plain;
  for (const density of tighter) {
    const tight = layGroup(blocks, { area, density, context });
    if (tight.pages.length < plain.pages.length) return opened(tight, density);
  }
  return plain;
}

/** A cover: its blocks stand together a little above the middle of the page. */
function centred(
  blocks: readonly ResolvedBlock[],
  plain: GroupPages,
  { area, context }: { readonly area: Area; readonly context: TextContext },
): GroupPages {
  if (plain.pages.length > 1) return plain;
  const above = (area.height - plain.used) * 0.4;
  const lower = { ...area, y: area.y + above, height: area.height - above };
  return layGroup(blocks, { area: lower, density: asDesigned, context });
}

type PageContext = {
  readonly index: number;
  readonly ordinal: number;
  readonly section: ResolvedSection;
  readonly document: ResolvedDocument;
  readonly context: TextContext;
};

function toPage(
  items: readonly PageItem[],
  { index, ordinal, section, document, context }: PageContext,
): Page {
  const geometry = section.page;
  const number = printedNumber(section.numbering, ordinal);
  if (number === undefined) return { section: index, geometry, items };
  const footer = layPageNumber(number, { ordinal, geometry, style: document.pageNumberStyle, context });
  return { section: index, geometry, number, footer, items };
}

function findAnchors(pages: readonly Page[]): ReadonlyMap<string, Anchor> {
  const anchors = new Map<string, Anchor>();
  for (const [page, { items, number }] of pages.entries()) {
    for (const item of items) {
      if (item.kind !== "text" || item.source.heading === undefined || !item.part.first) continue;
      const top = item.part.lines[0]?.top ?? 0;
      anchors.set(item.source.heading.id, { page, number: number ?? "", top });
    }
  }
  return anchors;
}

function numberContents(page: Page, anchors: ReadonlyMap<string, Anchor>, context: TextContext): Page {
  if (!page.items.some((item) => item.kind === "contents-entry")) return page;
  const right = page.geometry.width - page.geometry.right;
  const items = page.items.map((item) => {
    if (item.kind !== "contents-entry") return item;
    const number = anchors.get(item.entry.id)?.number ?? "";
    return number === "" ? item : numberContentsEntry(item, number, { right, context });
  });
  return { ...page, items };
}

function cutTexts(report: Report): TextContext["cut"] {
  const seen = new Set<string>();
  return (text) => {
    if (seen.has(text)) return;
    seen.add(text);
    report({
      code: "text-cut",
      at: { kind: "file", file: "" },
      found: text,
      args: { text: text.slice(0, 20) },
    });
  };
}

function missingGlyphs(report: Report): MissingGlyph {
  const seen = new Set<number>();
  return ({ codePoint, context }) => {
    if (seen.has(codePoint)) return;
    seen.add(codePoint);
    const hex = `U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`;
    report({
      code: "glyph-missing",
      at: { kind: "file", file: hex },
      found: context,
      args: { character: String.fromCodePoint(codePoint), codePoint: hex, context },
    });
  };
}
