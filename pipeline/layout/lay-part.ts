/** Blocks of a section that begin a page → the items of their pages, every line, row height and page break settled. */
import type { ResolvedBlock, SectionFrame } from "../resolve/index.ts";
import { asDesigned, type Density } from "./density.ts";
import type { PageItem } from "./laid.ts";
import { type Area, type GroupPages, layGroup, slackBelowTables } from "./lay-group.ts";
import { remembering, type TextContext } from "./measure-text.ts";

/** Most that a row grows to let a table fill its page, pt. */
const mostExtraRowHeight = 8;
/** A page group is tightened only if the page saved would have been this empty. */
const fewLines = 0.5;

type PartContext = { readonly tighter: readonly Density[]; readonly text: TextContext };

export function layPartOf(
  section: SectionFrame,
  blocks: readonly ResolvedBlock[],
  { tighter, text }: PartContext,
): readonly (readonly PageItem[])[] {
  const { page } = section;
  const area: Area = {
    x: page.left,
    y: page.top,
    width: page.width - page.left - page.right,
    height: page.height - page.top - page.bottom,
  };
  return pageGroups(blocks).flatMap((group) => {
    const context = remembering(text);
    const plain = layGroup(group, { area, density: asDesigned, context });
    const kept = section.centred
      ? centred(group, plain, { area, context })
      : fitted(group, plain, { area, tighter, context });
    return kept.pages.map((items) => items.map((place) => place()));
  });
}

/** Groups begin at forced page breaks. */
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

/** A cover: its blocks are set together, a little above the middle of the page. */
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
