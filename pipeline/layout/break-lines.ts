/** Clusters → lines: greedy, never against CLREQ's rules for the ends of a line, and no last line of one character. */
import type { Cluster } from "./clusters.ts";

/** A line is a range of clusters; spaces at its end are left out. `ends` is a paragraph's or a forced line's end. */
export type LineRange = { readonly from: number; readonly to: number; readonly ends: boolean };

type Widths = {
  /** Width of the first line and of the others, pt. */
  readonly first: number;
  readonly rest: number;
  /** Added after every character, pt. */
  readonly tracking: number;
};

/** Room for rounding, pt: a line may be this much too wide. */
const tolerance = 0.02;

/** Breaks a paragraph into lines; there is always at least one, empty for an empty paragraph. */
export function breakLines(clusters: readonly Cluster[], widths: Widths): readonly LineRange[] {
  const lines: LineRange[] = [];
  let from = 0;
  while (from < clusters.length || lines.length === 0) {
    const available = lines.length === 0 ? widths.first : widths.rest;
    const line = nextLine(clusters, from, { available, tracking: widths.tracking });
    lines.push(trimmed(clusters, line));
    from = line.next;
    // A newline that ends the text still opens a line, as a Return does in Word.
    if (line.newline && from === clusters.length) lines.push({ from, to: from, ends: true });
  }
  return withoutLoneLast(clusters, lines);
}

type RawLine = {
  readonly from: number;
  readonly to: number;
  readonly next: number;
  readonly newline: boolean;
};

function nextLine(
  clusters: readonly Cluster[],
  from: number,
  { available, tracking }: { readonly available: number; readonly tracking: number },
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
    // A word longer than the line (a code, an address) is cut where it must be; one character always fits.
    const to = lastBreak > from ? lastBreak : Math.max(i, from + 1);
    return { from, to, next: to, newline: false };
  }
  return { from, to: clusters.length, next: clusters.length, newline: false };
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
  if (a === "close" && b === "latin") return !isAscii(before.text);
  if (a === "latin" && b === "open") return !isAscii(after.text);
  return !(a === "latin" && b === "latin");
}

function isAscii(text: string): boolean {
  return (text.codePointAt(0) ?? 0) < 0x80;
}

function trimmed(clusters: readonly Cluster[], line: RawLine): LineRange {
  let { to } = line;
  while (to > line.from && clusters[to - 1]?.breakClass === "space") to -= 1;
  return { from: line.from, to, ends: line.newline || line.next === clusters.length };
}

/** CLREQ: the last line is never a single character; one more is taken down from the line above where that may break. */
function withoutLoneLast(clusters: readonly Cluster[], lines: readonly LineRange[]): readonly LineRange[] {
  const last = lines.at(-1);
  const above = lines.at(-2);
  if (last === undefined || above === undefined || above.ends || visible(clusters, last) !== 1) return lines;
  for (let at = above.to - 1; at > above.from + 1; at -= 1) {
    if (!mayBreak(clusters[at - 1], clusters[at])) continue;
    const moved = trimmed(clusters, { from: above.from, to: at, next: at, newline: false });
    return [...lines.slice(0, -2), moved, { ...last, from: at }];
  }
  return lines;
}

/** Characters that are no punctuation: a last line of 效。 is as lonely as one of 效. */
function visible(clusters: readonly Cluster[], line: LineRange): number {
  return clusters.slice(line.from, line.to).filter(({ breakClass }) => breakClass !== "close").length;
}
