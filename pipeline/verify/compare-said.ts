/** What a report is to say, and what a file says, block by block → every difference, at its cell. */
import type { Alike } from "./alike.ts";
import type { Fault } from "./fault.ts";
import type { FoundBlock, SaidBlock, SaidCell, SaidComment, SaidEntry, SaidTable } from "./said.ts";

export type ExpectedBlock = {
  readonly block: SaidBlock;
  /** What it says is compared; else only that it is there. */
  readonly isRead: boolean;
};

/** Whatever stands before the next heading or table of contents: it was compared before. */
export const anything = "anything";
export type Expected = ExpectedBlock | typeof anything;

export type PlacedHeading = {
  readonly level: number;
  readonly text: string;
  /** Counted from 0, where the file says it. */
  readonly page: number | undefined;
};

export type Compared<Found> = {
  readonly cells: number;
  readonly headings: readonly PlacedHeading[];
  /** With the blocks they were read from. */
  readonly contents: readonly { readonly entries: readonly SaidEntry[]; readonly block: Found }[];
  /** Comments on what has no text, where the file does not say of what a comment is. */
  readonly unplaced: readonly string[];
};

/** Whoever broke a file broke much of it: the first say what happened. */
const mostTold = 20;

type Report = (fault: Fault) => void;

export function compareSaid<Found extends FoundBlock>(
  expected: Iterable<Expected>,
  found: Iterable<Found>,
  {
    report: reportAll,
    alike,
    alikeIfCut,
  }: { readonly report: Report; readonly alike: Alike; readonly alikeIfCut: Alike },
): Compared<Found> {
  let told = 0;
  const report: Report = (fault) => {
    told += 1;
    if (told <= mostTold) reportAll(fault);
  };
  const [wanted, there] = [lookingAhead(expected), lookingAhead(found)];
  const headings: PlacedHeading[] = [];
  const contents: { entries: readonly SaidEntry[]; block: Found }[] = [];
  const unplaced: string[] = [];
  let cells = 0;
  let under = "";
  for (;;) {
    const [one, other] = [wanted.at(0), there.at(0)];
    const isDone = one === undefined && other === undefined;
    if (isDone || told >= mostTold) return { cells, headings, contents, unplaced };
    if (one === anything) {
      if (other === undefined || isLandmark(other)) wanted.skip();
      else there.skip();
      continue;
    }
    if (
      one === undefined ||
      (other !== undefined && isExtra({ one, next: wanted.at(1), other, after: there.at(1) }, alike))
    ) {
      if (other !== undefined) report({ kind: "extra", under, block: nameOf(other.read()) });
      there.skip();
      continue;
    }
    wanted.skip();
    const { block, isRead } = one;
    if (block.kind === "heading") {
      under = block.text;
      const { level, text } = block;
      headings.push({ level, text, page: other?.page });
    }
    if (
      other === undefined ||
      other.kind !== block.kind ||
      isLost({ one, next: wanted.at(0), other }, alike)
    ) {
      report({ kind: "lost", under, block: nameOf(block) });
      continue;
    }
    there.skip();
    if (block.kind === "table") headings.push(...headingsIn(block, isRead ? other.read() : undefined));
    if (block.kind === "contents" || isRead)
      cells += compareBlock(block, other.read(), { under, report, alike, alikeIfCut, unplaced });
    const read = block.kind === "contents" ? other.read() : undefined;
    if (read?.kind === "contents") contents.push({ entries: read.entries, block: other });
  }
}

/** Cells that are headings as well, each on the page where it was found. */
function headingsIn(table: SaidTable, found: SaidBlock | undefined): readonly PlacedHeading[] {
  const named = table.cells.filter(({ level }) => level !== undefined);
  if (named.length === 0) return [];
  const there = found?.kind === "table" ? found.cells : [];
  const pages = new Map(there.map((cell) => [placeOf(cell), cell.page]));
  return named.map((cell) => {
    const { level = 1, paragraphs } = cell;
    return { level, text: paragraphs[0] ?? "", page: pages.get(placeOf(cell)) };
  });
}

function isLandmark({ kind }: FoundBlock): boolean {
  return kind === "heading" || kind === "contents";
}

type Ahead<Item> = { readonly at: (index: number) => Item | undefined; readonly skip: () => void };

function lookingAhead<Item>(items: Iterable<Item>): Ahead<Item> {
  const iterator = items[Symbol.iterator]();
  const seen: Item[] = [];
  return {
    at: (index) => {
      while (seen.length <= index) {
        const next = iterator.next();
        if (next.done === true) return undefined;
        seen.push(next.value);
      }
      return seen[index];
    },
    skip: () => void seen.shift(),
  };
}

type Meeting = {
  readonly one: ExpectedBlock;
  /** What is expected behind it. */
  readonly next: Expected | undefined;
  readonly other: FoundBlock;
  /** What the file has behind it. */
  readonly after?: FoundBlock | undefined;
};

/** The file has one more before what is expected. */
function isExtra({ one, next, other, after }: Meeting, alike: Alike): boolean {
  if (fits(one, other, alike) || (next !== undefined && fits(next, other, alike))) return false;
  return after !== undefined && fits(one, after, alike);
}

/** What was expected is not there: what comes next is. */
function isLost({ one, next, other }: Meeting, alike: Alike): boolean {
  return next !== undefined && !fits(one, other, alike) && fits(next, other, alike);
}

function fits(expected: Expected, found: FoundBlock, alike: Alike): boolean {
  if (expected === anything) return false;
  const { block, isRead } = expected;
  if (block.kind !== found.kind) return false;
  if (!isRead) return true;
  const read = found.read();
  if (block.kind === "table" && read.kind === "table")
    return block.rows === read.rows && alike(block.caption, read.caption);
  return !("text" in block && "text" in read) || alike(block.text, read.text);
}

function nameOf(block: SaidBlock): string {
  switch (block.kind) {
    case "table":
      return block.caption;
    case "contents":
      return block.entries[0]?.text ?? "";
    default:
      return block.text;
  }
}

type Place = {
  readonly under: string;
  readonly report: Report;
  readonly alike: Alike;
  /** Of cells, which may be labels that are too long for a page. */
  readonly alikeIfCut: Alike;
  readonly unplaced: string[];
};

/** How many cells were compared. */
function compareBlock(block: SaidBlock, found: SaidBlock, place: Place): number {
  const { under, report, alike } = place;
  if (block.kind === "table" && found.kind === "table") return compareTables(block, found, place);
  if ("text" in block && "text" in found) {
    const isSame = alike(block.text, found.text);
    const level = block.kind === "heading" && found.kind === "heading" && block.level !== found.level;
    if (level) report({ kind: "structure", what: "outline", where: block.text });
    if (!isSame) report({ kind: "text", under, expected: block.text, found: found.text });
    compareComments({ block: block.text, expected: block.comments, found: found.comments }, place);
  }
  return 0;
}

type Comments = readonly SaidComment[] | undefined;

function compareComments(
  {
    block,
    expected,
    found,
  }: { readonly block: string; readonly expected: Comments; readonly found: Comments },
  { under, report, alike, unplaced }: Place,
): void {
  const wanted = commentsInOne(expected);
  if (found === undefined) {
    if (wanted !== "") unplaced.push(wanted);
    return;
  }
  const there = commentsInOne(found);
  if (!alike(wanted, there)) report({ kind: "comment", under, block, expected: wanted, found: there });
}

/** A file may have all of a cell's in one. */
export function commentsInOne(comments: Comments = []): string {
  if (comments.length === 0) return "";
  const authors = new Set(comments.map(({ author }) => author));
  return [[...authors].join(", "), comments.map(({ text }) => text).join("\n\n")].join("\n");
}

function compareTables(table: SaidTable, found: SaidTable, place: Place): number {
  const { under, report, alike, alikeIfCut } = place;
  const at = { under, table: table.caption };
  const [size, foundSize] = [sizeOf(table), sizeOf(found)];
  if (size !== foundSize) report({ ...at, kind: "grid", expected: size, found: foundSize });
  if (!alike(table.caption, found.caption))
    report({ kind: "text", under, expected: table.caption, found: found.caption });
  const byPlace = new Map(found.cells.map((cell) => [placeOf(cell), cell]));
  for (const cell of table.cells) {
    const other = byPlace.get(placeOf(cell));
    byPlace.delete(placeOf(cell));
    const inTable = { ...at, row: cell.row + 1, column: cell.column + 1 };
    const [expected, there] = [textOf(cell), other === undefined ? "" : textOf(other)];
    if (other !== undefined && spanOf(cell) !== spanOf(other))
      report({ ...inTable, kind: "span", expected: spanOf(cell), found: spanOf(other) });
    if (other?.header !== undefined && other.header !== (cell.header ?? false))
      report({ kind: "structure", what: "header", where: `${table.caption}: ${expected}` });
    const isThere = other !== undefined && cell.paragraphs.length === other.paragraphs.length;
    const isSame =
      isThere && cell.paragraphs.every((text, index) => alikeIfCut(text, other.paragraphs[index] ?? ""));
    if (isThere) compareComments({ block: expected, expected: cell.comments, found: other.comments }, place);
    if (isSame) continue;
    report({ ...inTable, kind: "cell", expected, found: there });
    // What follows a row too many or too few stands elsewhere: once is enough.
    if (size !== foundSize) return table.cells.length;
  }
  for (const cell of byPlace.values())
    report({
      ...{ ...at, kind: "cell", row: cell.row + 1, column: cell.column + 1 },
      ...{ expected: "", found: textOf(cell) },
    });
  return table.cells.length;
}

function sizeOf({ rows, columns }: SaidTable): string {
  return `${rows} × ${columns}`;
}

function placeOf({ row, column }: SaidCell): number {
  return row * 10_000 + column;
}

function spanOf({ rowSpan, colSpan }: SaidCell): string {
  return `${rowSpan} × ${colSpan}`;
}

function textOf({ paragraphs }: SaidCell): string {
  return paragraphs.join("\n");
}
