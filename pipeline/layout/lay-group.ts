/** A page group (the blocks between two forced page breaks) → the items of its pages. */
import type { ResolvedBlock, ResolvedContents, ResolvedParagraph, ResolvedTable } from "../resolve/index.ts";
import { flowOf } from "./flow.ts";
import { splitHeight, splitsAt } from "./flow-rows.ts";
import { type Fragment, fragmentOf, nextFragment, placeFragment, runningTitle } from "./fragment-table.ts";
import type { FlowBlock, LaidParagraph, PageItem } from "./laid.ts";
import { contentsStyleOf, layContentsEntry } from "./lay-contents.ts";
import type { FilledPage, Measures } from "./measure-group.ts";
import { type MeasuredTable, spanned, splitRow } from "./measure-table.ts";
import { heightOf, type MeasuredParagraph, placeParagraph, splitParagraph } from "./measure-text.ts";
import { leastLines, type PageBreaker, slackBelowTables } from "./page-breaker.ts";

/** The type area, to which items are confined, running titles of tables apart: pt from the sheet's top left corner. */
export type Area = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

export type GroupContext = {
  readonly area: Area;
  readonly measures: Measures;
  readonly breaker: PageBreaker;
};

/** An item of a page, placed when called: only those of the setting that is kept are. */
type Unplaced = () => PageItem;

export type GroupPages = {
  readonly pages: readonly (readonly Unplaced[])[];
  /** The page that each heading begins on, counted from 0. */
  readonly headings: readonly number[];
  /** Height used on the last page, pt. */
  readonly used: number;
  /** The pages that tables fill before they go on. */
  readonly turned: readonly FilledPage[];
  /** The blocks uncut, made when called. */
  readonly flow: () => readonly FlowBlock[];
};

/** Most height that tables have on a page, pt: what is cut or shortened must not depend on the slack that is tried. */
export function designedPage(area: Area): number {
  return area.height - slackBelowTables;
}

/** Rows kept together with the header of a table that begins on a page. */
const leastRows = 2;

type Flow = GroupContext & {
  readonly pages: Unplaced[][];
  readonly headings: number[];
  readonly turned: FilledPage[];
  items: Unplaced[];
  y: number;
  /** Nothing on the page so far says whose it is: it goes on from the page before. */
  unnamed: boolean;
};

export function layGroup(blocks: readonly ResolvedBlock[], group: GroupContext): GroupPages {
  const flow: Flow = {
    ...group,
    pages: [],
    headings: [],
    turned: [],
    items: [],
    y: group.breaker.added,
    unnamed: false,
  };
  flow.pages.push(flow.items);
  for (const [index, block] of blocks.entries()) {
    switch (block.kind) {
      case "paragraph":
        layParagraph(flow, block, { blocks, from: index + 1 });
        break;
      case "table":
        if (group.breaker.tables === "word") runTable(flow, block);
        else layTable(flow, block);
        break;
      case "contents":
        layContents(flow, block);
        break;
    }
  }
  const uncut = () => flowOf(blocks, group.measures);
  const { pages, headings, turned } = flow;
  return { pages, headings, turned, used: flow.y, flow: uncut };
}

function turnPage(flow: Flow): void {
  flow.items = [];
  flow.y = 0;
  flow.unnamed = true;
  flow.pages.push(flow.items);
}

/** The blocks of a group from one of them on. */
type Following = { readonly blocks: readonly ResolvedBlock[]; readonly from: number };

function layParagraph(flow: Flow, block: ResolvedParagraph, following: Following): void {
  const measured = flow.measures.text(block);
  const { style } = measured;
  if (flow.y > 0) flow.y += style.before;
  if (flow.y > 0 && block.keepWithNext && !keepsTogether(flow, measured, following)) turnPage(flow);
  let rest: MeasuredParagraph | undefined = measured;
  while (rest !== undefined) {
    const fits = linesThatFit(flow, rest);
    if (fits === 0) {
      turnPage(flow);
      continue;
    }
    if (fits >= rest.lines.length) {
      putLines(flow, block, rest);
      rest = undefined;
    } else {
      const [head, tail] = splitParagraph(rest, fits);
      putLines(flow, block, head);
      rest = tail;
      turnPage(flow);
    }
  }
  flow.y += style.after;
}

/** How many lines go on this page: all, or as many as leave no lone line on either side; 0: begin on the next page. */
function linesThatFit(flow: Flow, { lines, style }: MeasuredParagraph): number {
  const room = Math.floor((flow.area.height - flow.y + 0.01) / style.pitch);
  if (room >= lines.length) return lines.length;
  // An empty page must take something, or a line higher than a page would never be set.
  if (flow.y === 0) return Math.max(1, lines.length - room === 1 && room > leastLines ? room - 1 : room);
  const split = lines.length - room < leastLines ? lines.length - leastLines : room;
  return split >= leastLines ? split : 0;
}

function putLines(flow: Flow, source: ResolvedParagraph, part: MeasuredParagraph): void {
  const { x, y, width } = flow.area;
  const top = y + flow.y;
  if (source.heading !== undefined && part.first) flow.headings.push(flow.pages.length - 1);
  // The title of a table, "annual indicators", is the same for every project.
  if (source.heading !== undefined || !source.keepWithNext) flow.unnamed = false;
  flow.items.push(() => ({ kind: "text", source, part: placeParagraph(part, { x, top, width }) }));
  flow.y += part.lines.length * part.style.pitch;
}

/** Whether this paragraph, what is kept with it, and the beginning of the block after them still fit on the page. */
function keepsTogether(flow: Flow, measured: MeasuredParagraph, { blocks, from }: Following): boolean {
  const { area, breaker, measures } = flow;
  let needed = measured.lines.length * measured.style.pitch + measured.style.after;
  for (let index = from; index < blocks.length; index += 1) {
    const block = blocks[index];
    if (block === undefined || block.kind === "contents") break;
    if (block.kind === "table") {
      needed += leastHeight(measures.table(block), flow) + breaker.slack;
      break;
    }
    const next = measures.text(block);
    const { style } = next;
    const lines = block.keepWithNext ? next.lines.length : linesToBegin(next.lines.length);
    needed += style.before + lines * style.pitch;
    if (!block.keepWithNext) break;
    needed += style.after;
  }
  return flow.y + needed <= area.height;
}

/** A paragraph that cannot be cut with two lines on either side begins whole. */
function linesToBegin(lines: number): number {
  return lines < 2 * leastLines ? lines : leastLines;
}

/** The least height in which a table begins on a page. */
function leastHeight(table: MeasuredTable, { breaker, measures }: Flow): number {
  const from = table.headerRows;
  if (breaker.tables === "groups") {
    const to = Math.min(from + (from > 0 ? leastRows : 1), table.heights.length);
    return fragmentOf(table, { from, to }, measures.carriedOver).height;
  }
  const { [breaker.rows]: rows } = measures.flowRows(table);
  const first = rows[from];
  const header = rows.slice(0, from).reduce((sum, { height }) => sum + height, 0);
  return (
    header + (first === undefined ? 0 : first.splits ? splitHeight(table, breaker.fewestLines) : first.height)
  );
}

function layTable(flow: Flow, block: ResolvedTable): void {
  const { area, measures, breaker } = flow;
  const atGroups = breaker.tables === "groups";
  const { carriedOver: carryOver } = measures;
  let table = measures.table(block);
  const height = area.height - breaker.slack;
  let from = table.headerRows;
  if (flow.y > 0) {
    const least = leastHeight(table, flow);
    const whole = () => fragmentOf(table, { from, to: table.heights.length }, carryOver).height;
    const begins = flow.y + least <= height || flow.y + whole() <= height;
    if (!begins && least <= height) turnPage(flow);
  }
  while (from < table.heights.length) {
    table = cutTallRow(table, from, { available: height - flow.y, page: height, atGroups });
    const fragment = nextFragment(table, from, { available: height - flow.y, carryOver, atGroups });
    if (fragment === undefined && flow.y > 0) {
      turnPage(flow);
      continue;
    }
    // Header and labels leave room for a row, and a row taller than that was cut; what is left is set all the same.
    const part = fragment ?? fragmentOf(table, { from, to: from + 1 }, carryOver);
    putFragment(flow, part);
    if (part.rows.to < table.heights.length) {
      const heights = part.heights.slice(table.headerRows);
      // Rows are known by their numbers until one is cut.
      if (table === measures.table(block))
        flow.turned.push({ table: block, from, heights, left: height - flow.y });
      turnPage(flow);
    }
    from = part.rows.to;
  }
}

/**
 * Cuts the first row that does not fit if it is taller than a page, or where tables break anywhere, if it is one of
 * those that Word cuts: as much of it stays here as there is room, if that is a few lines at least.
 */
function cutTallRow(
  table: MeasuredTable,
  from: number,
  {
    available,
    page,
    atGroups,
  }: { readonly available: number; readonly page: number; readonly atGroups: boolean },
): MeasuredTable {
  const header = spanned(table.heights, 0, table.headerRows);
  let room = available - header;
  let row = from;
  while (row < table.heights.length && (table.heights[row] ?? 0) <= room) {
    room -= table.heights[row] ?? 0;
    row += 1;
  }
  const height = table.heights[row] ?? 0;
  const tall = height > page - header || (!atGroups && splitsAt(height, page));
  const least = atGroups ? (page - header) / 8 : splitHeight(table, leastLines);
  const worthwhile = room === page - header || room > least;
  return (tall && worthwhile ? splitRow(table, row, room) : undefined) ?? table;
}

/** A table as Word breaks it: no items, but the height that it takes and the pages that it turns. */
function runTable(flow: Flow, block: ResolvedTable): void {
  const { area, breaker, measures } = flow;
  const table = measures.table(block);
  const page = area.height - breaker.slack;
  const { [breaker.rows]: rows } = measures.flowRows(table);
  const header = rows.slice(0, table.headerRows).reduce((sum, { height }) => sum + height, 0);
  if (flow.y > 0 && flow.y + leastHeight(table, flow) > page) turnPage(flow);
  const empty = splitHeight(table, 0);
  const pitch = splitHeight(table, 1) - empty;
  flow.y += header;
  const headings = headingsByRow(table);
  const noteHeadings = (row: number): void => {
    for (let count = headings.get(row) ?? 0; count > 0; count -= 1) flow.headings.push(flow.pages.length - 1);
  };
  for (let row = 0; row < table.headerRows; row += 1) noteHeadings(row);
  for (const [index, { height, splits }] of rows.slice(table.headerRows).entries()) {
    let rest = height;
    let begun = false;
    while (flow.y + rest > page) {
      const lines = splits ? Math.floor((page - flow.y - empty) / pitch) : 0;
      const cut = lines >= breaker.fewestLines;
      // A row that is too high for an empty page is set all the same.
      if (!cut && flow.y <= header) break;
      if (cut) {
        rest -= lines * pitch;
        if (!begun) noteHeadings(table.headerRows + index);
        begun = true;
      }
      turnPage(flow);
      flow.y = header;
    }
    if (!begun) noteHeadings(table.headerRows + index);
    flow.y += rest;
  }
}

/** How many headings begin in each row that has one. */
function headingsByRow({ cells }: MeasuredTable): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { row, source } of cells) if (source.heading) counts.set(row, (counts.get(row) ?? 0) + 1);
  return counts;
}

function putFragment(flow: Flow, fragment: Fragment): void {
  const { area, unnamed } = flow;
  const at = { x: area.x, y: area.y + flow.y };
  const title = () => (unnamed ? placeTitle(flow, fragment) : undefined);
  flow.items.push(() => ({ ...placeFragment(fragment, at), title: title() }));
  for (const { cell, continued, repeated } of fragment.cells)
    if (cell.source.heading && !continued && !repeated) flow.headings.push(flow.pages.length - 1);
  flow.y += fragment.height;
  flow.unnamed = false;
}

/** Undefined if the table has no name, or the margin no room. */
function placeTitle({ area, measures }: Flow, fragment: Fragment): LaidParagraph | undefined {
  const { x, width } = area;
  const title = runningTitle(fragment, { width, context: measures.context });
  const top = area.y - (title === undefined ? 0 : heightOf([title]));
  return title && top >= 0 ? placeParagraph(title, { x, top, width }) : undefined;
}

function layContents(flow: Flow, block: ResolvedContents): void {
  for (const entry of block.entries) {
    const style = contentsStyleOf(entry, block.styles);
    const { x, y, width, height: most } = flow.area;
    const lay = () =>
      layContentsEntry(flow.measures.entryText(entry), block.styles, {
        x,
        y: y + flow.y,
        width,
        most,
        context: flow.measures.context,
      });
    flow.y += flow.y > 0 ? style.before : 0;
    const first = lay();
    const height = first.lines.length * style.pitch;
    const turns = flow.y > 0 && flow.y + height > most;
    if (turns) turnPage(flow);
    const laid = turns ? lay() : first;
    flow.items.push(() => laid);
    flow.y += height + style.after;
  }
}
