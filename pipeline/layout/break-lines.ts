/** Clusters → lines: greedy, never against CLREQ's rules for the ends of a line, and no last line of one character. */
import type { Cluster } from "./clusters.ts";

/**
 * A line is a range of clusters; spaces at its end are left out. `ends` is a paragraph's or a forced line's end;
 * `hangs`: its last mark is outside the measure; `forced`: it had to end where no line may, but for a word
 * longer than the line, which every engine cuts alike.
 */
export type LineRange = {
  readonly from: number;
  readonly to: number;
  readonly ends: boolean;
  readonly hangs: boolean;
  readonly forced: boolean;
};

type Widths = {
  /** Width of the first line and of the others, pt. */
  readonly first: number;
  readonly rest: number;
  /** Added after every character, pt. */
  readonly tracking: number;
  /** Whether a mark may be set outside the measure, as Word and LibreOffice set justified text (CLREQ 3.1.6). */
  readonly hanging: boolean;
};

/** Marks that hang; LibreOffice's list for zh-CN. */
const hangingMarks = new Set("、。，．：；！？,.:;!?");

/** An address may be cut after these. */
const separators = new Set("/?&=_-.");

/** Room for rounding, pt: a line may be this much too wide. */
const tolerance = 0.02;

/** Breaks a paragraph into lines; there is always at least one, empty for an empty paragraph. */
export function breakLines(clusters: readonly Cluster[], widths: Widths): readonly LineRange[] {
  const lines: LineRange[] = [];
  let from = 0;
  while (from < clusters.length || lines.length === 0) {
    const available = lines.length === 0 ? widths.first : widths.rest;
    const line = nextLine(clusters, from, { ...widths, available });
    lines.push(trimmed(clusters, line));
    from = line.next;
    // A newline that ends the text still opens a line, as a Return does in Word.
    if (line.newline && from === clusters.length)
      lines.push({ from, to: from, ends: true, hangs: false, forced: false });
  }
  return withoutLoneLast(clusters, lines);
}

type RawLine = {
  readonly from: number;
  readonly to: number;
  readonly next: number;
  readonly newline: boolean;
  readonly hangs?: boolean;
  readonly forced?: boolean;
};

function nextLine(
  clusters: readonly Cluster[],
  from: number,
  { available, tracking, hanging }: Omit<Widths, "first" | "rest"> & { readonly available: number },
): RawLine {
  let width = 0;
  let lastBreak = -1;
  for (let i = from; i < clusters.length; i += 1) {
    const cluster = clusters[i];
    if (cluster === undefined) break;
    if (cluster.breakClass === "newline") return { from, to: i, next: i + 1, newline: true };
    if (i > from && mayBreak(clusters[i - 1], cluster)) lastBreak = i;
    width += cluster.width + tracking;
    if (width - tracking <= available + tolerance || cluster.breakClass === "space") {
      width += cluster.gap;
      continue;
    }
    if (hanging && i > from && mayHang(cluster, clusters[i + 1]))
      return { from, to: i + 1, next: i + 1, newline: false, hangs: true };
    if (lastBreak > from) return { from, to: lastBreak, next: lastBreak, newline: false };
    const to = cutWord(clusters, from, i);
    const forced = clusters.slice(from, to + 1).some(({ breakClass }) => breakClass !== "latin");
    return { from, to, next: to, newline: false, forced };
  }
  return { from, to: clusters.length, next: clusters.length, newline: false };
}

/**
 * The place to cut a word longer than the line (a code, an address): after the last separator in the line's second
 * half, else at the end of the line. One character always fits.
 */
function cutWord(clusters: readonly Cluster[], from: number, full: number): number {
  for (let at = full; at > (from + full) / 2; at -= 1)
    if (separators.has(clusters[at - 1]?.text ?? "") && clusters[at]?.breakClass === "latin") return at;
  return Math.max(full, from + 1);
}

/** One mark hangs, and none that another mark would have to follow. */
function mayHang(mark: Cluster, next: Cluster | undefined): boolean {
  return hangingMarks.has(mark.text) && next?.breakClass !== "close";
}

/** Whether a line may end between two characters. */
export function mayBreak(before: Cluster | undefined, after: Cluster | undefined): boolean {
  if (before === undefined || after === undefined) return false;
  const a = before.breakClass;
  const b = after.breakClass;
  if (b === "space" || b === "close" || b === "newline") return false;
  if (a === "space") return true;
  if (a === "open") return false;
  if (a === "pair" && b === "pair") return before.text !== after.text;
  if (a === "prefix" && (b === "latin" || b === "prefix")) return false;
  if (a === "latin" && b === "prefix") return !isAscii(after.text);
  // Allowed by UAX 14 after a full-width mark, but LibreOffice never breaks there (，2023 stays whole).
  if (a === "close" && b === "latin") return false;
  if (a === "latin" && b === "open") return !isAscii(after.text);
  return !(a === "latin" && b === "latin");
}

function isAscii(text: string): boolean {
  return (text.codePointAt(0) ?? 0) < 0x80;
}

function trimmed(clusters: readonly Cluster[], line: RawLine): LineRange {
  let { to } = line;
  while (to > line.from && clusters[to - 1]?.breakClass === "space") to -= 1;
  return {
    from: line.from,
    to,
    ends: line.newline || line.next === clusters.length,
    hangs: line.hangs ?? false,
    forced: line.forced ?? false,
  };
}

/** CLREQ: a last line is never a single character; one more is moved down from the line above if that may break there. */
function withoutLoneLast(clusters: readonly Cluster[], lines: readonly LineRange[]): readonly LineRange[] {
  const mended: LineRange[] = [];
  for (const line of lines) {
    const above = mended.at(-1);
    const at = line.ends && above !== undefined ? balancedBreak(clusters, above, line) : undefined;
    if (at === undefined || above === undefined) {
      mended.push(line);
      continue;
    }
    mended[mended.length - 1] = trimmed(clusters, { from: above.from, to: at, next: at, newline: false });
    mended.push({ ...line, from: at });
  }
  return mended;
}

/** Where to end the line above so that the last line gets a second character; undefined if it has one, or cannot. */
function balancedBreak(clusters: readonly Cluster[], above: LineRange, last: LineRange): number | undefined {
  if (above.ends || visible(clusters, last) !== 1) return undefined;
  for (let at = above.to - 1; at > above.from + 1; at -= 1)
    if (mayBreak(clusters[at - 1], clusters[at])) return at;
  return undefined;
}

/** Characters that are no punctuation: a last line of 效。 is as lonely as one of 效. */
function visible(clusters: readonly Cluster[], line: LineRange): number {
  return clusters.slice(line.from, line.to).filter(({ breakClass }) => breakClass !== "close").length;
}
