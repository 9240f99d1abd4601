/** Blocks of a section that begin a page → the items of their pages, every line, row height and page break settled. */
import { type ResolvedBlock, type SectionFrame, typeArea } from "../resolve/index.ts";
import { asDesigned, type Density, fewLines } from "./density.ts";
import type { FlowBlock, LaidBlocks } from "./laid.ts";
import { type Area, designedPage, type GroupPages, layGroup } from "./lay-group.ts";
import { filledBy, type Measures, openedBy, openMeasures } from "./measure-group.ts";
import type { TextContext } from "./measure-text.ts";
import { once } from "./once.ts";
import {
  atAnyRow,
  betweenGroups,
  loosestWord,
  type PageBreaker,
  slackBelowTables,
  tightestWord,
} from "./page-breaker.ts";

/** Most that a row grows to let a table fill its page, pt: small type in open rows looks lost. */
function mostExtraRowHeight(typeSize: number): number {
  return Math.min(8, Math.max(2, 2 + 4 * (typeSize - 9)));
}
/** Added to the height of rows to come away from a page break on which the formats would not agree, pt. */
const loosenings = [1, 2, 4];

type PartContext = { readonly tighter: readonly Density[]; readonly text: TextContext };

export function layPartOf(
  section: SectionFrame,
  blocks: readonly ResolvedBlock[],
  { tighter, text }: PartContext,
): LaidBlocks {
  const { page } = section;
  const area: Area = { x: page.left, y: page.top, ...typeArea(page) };
  const laid = pageGroups(blocks).map((group): LaidBlocks => {
    const measuresAt = openMeasures({ width: area.width, page: designedPage(area), text });
    const measures = measuresAt(asDesigned);
    const plain: Setting = {
      measures,
      pages: layGroup(group, { area, measures, breaker: betweenGroups }),
    };
    const kept = section.centred
      ? centred(group, plain, area)
      : fitted(group, plain, { area, tighter: tighter.map(measuresAt) });
    return { pages: kept.pages.map((items) => items.map((place) => place())), flow: kept.flow() };
  });
  return { pages: laid.flatMap(({ pages }) => pages), flow: laid.flatMap(({ flow }) => flow) };
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

/** A way to set a group, and what came of it. */
type Setting = { readonly measures: Measures; readonly pages: GroupPages };

type FitContext = { readonly area: Area; readonly tighter: readonly Measures[] };

/** A group of tables fills its page; one that spills by a few lines is tightened until it does not. */
function fitted(blocks: readonly ResolvedBlock[], plain: Setting, { area, tighter }: FitContext): GroupPages {
  const rows = blocks.reduce((sum, block) => sum + (block.kind === "table" ? block.minHeights.length : 0), 0);
  if (rows === 0) return plain.pages;
  const lay = (measures: Measures, breaker: PageBreaker): Setting => ({
    measures,
    pages: layGroup(blocks, { area, measures, breaker }),
  });
  // Over many pages no two programs break a table alike. Where the contents say on which page its rows are, each page is
  // filled, so that no row has room on the page before.
  if (plain.pages.pages.length > 1 && blocks.some(hasEntries))
    return lay(filledBy(plain.measures, plain.pages.turned), atAnyRow).pages;
  const untried = (measures: Measures, breaker: PageBreaker): Candidate => ({
    measures,
    lay: () => lay(measures, breaker),
  });
  const kept = firstAgreeing(
    function* () {
      if (plain.pages.pages.length > 1 && plain.pages.used <= area.height * fewLines)
        for (const measures of tighter) {
          const tight = lay(measures, betweenGroups);
          if (tight.pages.pages.length < plain.pages.pages.length) yield tried(tight);
        }
      yield tried(plain);
      yield untried(plain.measures, atAnyRow);
      for (const extraRowHeight of loosenings) {
        const opened = openedBy(plain.measures, extraRowHeight);
        yield untried(opened, betweenGroups);
        yield untried(opened, atAnyRow);
      }
      for (const measures of tighter) {
        yield untried(measures, betweenGroups);
        yield untried(measures, atAnyRow);
      }
    },
    once((measures) => elsewhere(blocks, measures, area)),
  );
  if (kept.pages.pages.length > 1) return kept.pages;
  const spare = area.height - slackBelowTables - roomForEdits(blocks) - kept.pages.used;
  const most = mostExtraRowHeight(largestInCells(blocks, "size"));
  const extraRowHeight = Math.min(most, Math.max(0, spare / rows - 0.01));
  return lay(openedBy(kept.measures, extraRowHeight), betweenGroups).pages;
}

function hasEntries(block: ResolvedBlock): boolean {
  return block.kind === "table" && block.cells.some(({ heading }) => heading !== undefined);
}

/** A way to set a group that need not have been laid yet. */
type Candidate = { readonly measures: Measures; readonly lay: () => Setting };

function tried(setting: Setting): Candidate {
  return { measures: setting.measures, lay: () => setting };
}

/**
 * The first setting with which the formats agree also after an edit, if it takes no page more than the first with which
 * they agree as it is; else that one.
 */
function firstAgreeing(
  candidates: () => Generator<Candidate, void>,
  elsewhereOf: (measures: Measures) => Elsewhere,
): Setting {
  let asItIs: Setting | undefined;
  let first: Candidate | undefined;
  for (const candidate of candidates()) {
    first ??= candidate;
    const { asItIs: there, afterEdit } = elsewhereOf(candidate.measures);
    // However we break pages ourselves.
    if (there === undefined) continue;
    const setting = candidate.lay();
    if (asItIs !== undefined && setting.pages.pages.length > asItIs.pages.pages.length) continue;
    if (!agree(there, setting.pages)) continue;
    if (agree(afterEdit(), setting.pages)) return setting;
    asItIs ??= setting;
  }
  const kept = asItIs ?? first?.lay();
  if (kept === undefined) throw new Error("there is always the setting as designed");
  return kept;
}

/** A group's pages in Word and LibreOffice, which break them themselves. */
type Elsewhere = {
  /** Undefined if a program may take more pages than another, or have a heading on another one. */
  readonly asItIs: GroupPages | undefined;
  readonly afterEdit: () => GroupPages;
};

function elsewhere(blocks: readonly ResolvedBlock[], measures: Measures, area: Area): Elsewhere {
  const brokenBy = (breaker: PageBreaker) => layGroup(blocks, { area, measures, breaker });
  const [tightest, loosest] = [brokenBy(tightestWord), brokenBy(loosestWord(0))];
  return {
    asItIs: agree(tightest, loosest) ? loosest : undefined,
    afterEdit: () => brokenBy(loosestWord(roomForEdits(blocks))),
  };
}

/** Whether the pages are as many, with the same headings. */
function agree(one: GroupPages, other: GroupPages): boolean {
  return (
    one.pages.length === other.pages.length &&
    one.headings.every((page, index) => page === other.headings[index])
  );
}

/** Two lines of the largest type in the group's cells, pt. */
function roomForEdits(blocks: readonly ResolvedBlock[]): number {
  return 2 * largestInCells(blocks, "pitch");
}

function largestInCells(blocks: readonly ResolvedBlock[], of: "size" | "pitch"): number {
  let largest = 0;
  for (const block of blocks)
    if (block.kind === "table") for (const { style } of block.cells) largest = Math.max(largest, style[of]);
  return largest;
}

/** A cover: its blocks are set together, a little above the middle of the page. */
function centred(
  blocks: readonly ResolvedBlock[],
  { measures, pages: plain }: Setting,
  area: Area,
): GroupPages {
  if (plain.pages.length > 1) return plain;
  const above = (area.height - plain.used) * 0.4;
  const lower = { ...area, y: area.y + above, height: area.height - above };
  const group = layGroup(blocks, { area: lower, measures, breaker: betweenGroups });
  return { ...group, flow: () => below(group.flow(), above) };
}

function below([first, ...others]: readonly FlowBlock[], above: number): readonly FlowBlock[] {
  if (first === undefined) return [];
  return [first.kind === "text" ? { ...first, above } : first, ...others];
}
