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

export type Widths = {
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

/** Of what is longer than a line, these are cut where the line is full, by every engine alike. */
const wordClasses: ReadonlySet<Cluster["breakClass"]> = new Set(["latin", "sign"]);

/** For each cluster, whether a line had better not begin with it; absent if nothing is to be avoided. */
export type Avoided = readonly boolean[] | undefined;

/** Room for rounding, pt: a line may be this much too wide. */
export const tolerance = 0.02;

/** Breaks a paragraph into lines; there is always at least one, empty for an empty paragraph. */
export function breakLines(
  clusters: readonly Cluster[],
  widths: Widths,
  avoided?: Avoided,
): readonly LineRange[] {
  const mending = { ...widths, avoided };
  return withoutLoneLast(clusters, fillLines(clusters, { ...mending, as: "print" }), mending);
}

type Filling = Widths & {
  readonly avoided?: Avoided;
  /** A word processor ends lines beside signs that print keeps with their neighbours, and cuts 助、DRG at the full line. */
  readonly as: "print" | "word-processor";
};

/** Each line takes as much as it holds. */
export function fillLines(clusters: readonly Cluster[], filling: Filling): readonly LineRange[] {
  const lines: LineRange[] = [];
  let from = 0;
  while (from < clusters.length || lines.length === 0) {
    const available = lines.length === 0 ? filling.first : filling.rest;
    const line = nextLine(clusters, { from, available }, filling);
    lines.push(trimmed(clusters, line));
    from = line.next;
    // A newline that ends the text still opens a line, as a Return does in Word.
    if (line.newline && from === clusters.length)
      lines.push({ from, to: from, ends: true, hangs: false, forced: false });
  }
  return lines;
}

type RawLine = {
  readonly from: number;
  readonly to: number;
  readonly next: number;
  readonly newline: boolean;
  readonly hangs?: boolean;
  readonly forced?: boolean;
};

type Begun = { readonly from: number; readonly available: number };

function nextLine(clusters: readonly Cluster[], { from, available }: Begun, filling: Filling): RawLine {
  const { tracking, hanging, avoided, as } = filling;
  const endsAt = as === "print" ? mayBreak : otherEnginesMayBreak;
  let width = 0;
  let lastBreak = -1;
  let lastAvoided = -1;
  let lastMark = -1;
  for (let i = from; i < clusters.length; i += 1) {
    const cluster = clusters[i];
    if (cluster === undefined) break;
    if (cluster.breakClass === "newline") return { from, to: i, next: i + 1, newline: true };
    const late = as === "word-processor" && takesOpening(clusters[i - 1], cluster);
    if (i > from && endsAt(clusters[i - 1], cluster) && !late) {
      if (avoided?.[i] === true) lastAvoided = i;
      else lastBreak = i;
    } else if (as === "print" && !hanging && isAfterMark(clusters[i - 1], cluster)) lastMark = i;
    width += cluster.width + tracking;
    if (width - tracking <= available + tolerance || cluster.breakClass === "space") {
      width += cluster.gap;
      if (late && i > from) lastBreak = i;
      continue;
    }
    if (hanging && i > from && mayHang(clusters, i)) {
      // The spaces behind it are at the line's end, too.
      let to = i + 1;
      while (clusters[to]?.breakClass === "space") to += 1;
      const newline = clusters[to]?.breakClass === "newline";
      return { from, to, next: to + (newline ? 1 : 0), newline, hangs: true };
    }
    const belowMark =
      lastMark > lastBreak && !staysWhole(clusters, { from: Math.max(lastBreak, from), available }, filling);
    const end = [belowMark ? lastMark : lastBreak, lastAvoided].find((at) => at > from);
    if (end !== undefined) return { from, to: end, next: end, newline: false };
    const to = cutWord(clusters, from, i);
    const forced = clusters.slice(from, to + 1).some(({ breakClass }) => !wordClasses.has(breakClass));
    return { from, to, next: to, newline: false, forced };
  }
  return { from, to: clusters.length, next: clusters.length, newline: false };
}

/** Whether a line holds what begins here up to where a line may end again. */
function staysWhole(
  clusters: readonly Cluster[],
  { from, available }: Begun,
  { tracking, avoided }: Filling,
): boolean {
  let width = 0;
  for (let i = from; i < clusters.length; i += 1) {
    const cluster = clusters[i];
    if (cluster === undefined || cluster.breakClass === "newline") break;
    if (i > from && avoided?.[i] !== true && mayBreak(clusters[i - 1], cluster)) break;
    width += cluster.width + tracking;
    if (width - tracking > available + tolerance && cluster.breakClass !== "space") return false;
    width += cluster.gap;
  }
  return true;
}

/**
 * The place to cut a word longer than the line (a code, an address): after the last separator in the line's second
 * half, else at the end of the line, but before or after a number (≥|1234567.89) if it does not fill the line alone.
 * One character always fits.
 */
function cutWord(clusters: readonly Cluster[], from: number, full: number): number {
  for (let at = full; at > (from + full) / 2; at -= 1)
    if (separators.has(clusters[at - 1]?.text ?? "") && isWord(clusters[at]) && !inNumber(clusters, at))
      return at;
  for (let at = full; at > from; at -= 1)
    if (clusters[at]?.breakClass !== "close" && !inNumber(clusters, at)) return at;
  return Math.max(full, from + 1);
}

function isWord(cluster: Cluster | undefined): boolean {
  return cluster !== undefined && wordClasses.has(cluster.breakClass);
}

/** Whether the characters on both sides belong to one number: 1,234,567.89. */
function inNumber(clusters: readonly Cluster[], at: number): boolean {
  const before = clusters[at - 1]?.text ?? "";
  const after = clusters[at]?.text ?? "";
  if (isDigit(before)) return isDigit(after) || (isPoint(after) && isDigit(clusters[at + 1]?.text ?? ""));
  return isPoint(before) && isDigit(after) && isDigit(clusters[at - 2]?.text ?? "");
}

export function isDigit(text: string): boolean {
  return text >= "0" && text <= "9";
}

function isPoint(text: string): boolean {
  return text === "." || text === ",";
}

/** Whether a mark may stand in the margin at the end of a line: one, that no other follows, and not the point of 3.5. */
export function mayHang(clusters: readonly Cluster[], at: number): boolean {
  const mark = clusters[at]?.text ?? "";
  const next = clusters[at + 1]?.breakClass;
  return hangingMarks.has(mark) && next !== "close" && !(isAscii(mark) && next === "latin");
}

/** Whether a line may end between two characters. */
export function mayBreak(before: Cluster | undefined, after: Cluster | undefined): boolean {
  if (before === undefined || after === undefined) return false;
  const a = before.breakClass;
  const b = after.breakClass;
  if (b === "space" || b === "close" || b === "newline" || b === "sign") return false;
  if (a === "space") return true;
  if (a === "sign") return false;
  if (a === "open") return false;
  if (a === "pair" && b === "pair") return before.text !== after.text;
  if (a === "prefix" && (b === "latin" || b === "prefix")) return false;
  if (a === "latin" && b === "prefix") return !isAscii(after.text);
  if (a === "close" && b === "latin") return false;
  if (a === "latin" && b === "open") return !isAscii(after.text);
  return !(a === "latin" && b === "latin");
}

/**
 * UAX 14 breaks between a full-width mark and a word, but LibreOffice never does (，2023 stays whole): used only where
 * the word would be cut otherwise, as it takes a break in the text, and not in justified text, which that would show.
 */
function isAfterMark(before: Cluster | undefined, after: Cluster): boolean {
  return before?.breakClass === "close" && !isAscii(before.text) && after.breakClass === "latin";
}

export function isAscii(text: string): boolean {
  return (text.codePointAt(0) ?? 0) < 0x80;
}

/** Where a line ends without the spaces at its end. */
export function withoutSpaces(clusters: readonly Cluster[], from: number, to: number): number {
  let end = to;
  while (end > from && clusters[end - 1]?.breakClass === "space") end -= 1;
  return end;
}

/** Of a line from one cluster to another its width without the space at its end, pt. */
export function lineWidths(
  clusters: readonly Cluster[],
  tracking: number,
): (from: number, to: number) => number {
  let place = 0;
  const places = [place];
  for (const { width, gap } of clusters) {
    place = place + width + tracking + gap;
    places.push(place);
  }
  return (from, to) => {
    const end = withoutSpaces(clusters, from, to);
    const gap = clusters[end - 1]?.gap ?? 0;
    return Math.max(0, (places[end] ?? 0) - (places[from] ?? 0) - tracking - gap);
  };
}

function trimmed(clusters: readonly Cluster[], line: RawLine): LineRange {
  return {
    from: line.from,
    to: withoutSpaces(clusters, line.from, line.to),
    ends: line.newline || line.next === clusters.length,
    hangs: line.hangs ?? false,
    forced: line.forced ?? false,
  };
}

/**
 * Whether LibreOffice may end a line between two characters: it does so beside a sign that parts Han characters, where
 * it changes scripts and the forbidden characters of the document do not count, and before the word after one.
 */
export function otherEnginesMayBreak(before: Cluster | undefined, after: Cluster | undefined): boolean {
  if (before?.breakClass === "sign" && after !== undefined)
    return after.breakClass === "han" || (after.breakClass === "latin" && !isDigit(after.text));
  if (before?.breakClass === "han" && after?.breakClass === "sign") return true;
  return mayBreak(before, after);
}

/**
 * Whether LibreOffice ends a line between two characters only if it holds the second, too: it keeps a bracket with the
 * word before it, until the bracket would be the last on the line.
 */
export function takesOpening(before: Cluster | undefined, after: Cluster | undefined): boolean {
  return before?.breakClass === "latin" && after?.breakClass === "open";
}

type Mending = Pick<Widths, "rest" | "tracking"> & { readonly avoided: Avoided };

/** CLREQ: a last line is never a single character; one more is moved down from the line above if that may break there. */
export function withoutLoneLast(
  clusters: readonly Cluster[],
  lines: readonly LineRange[],
  mending: Mending,
): readonly LineRange[] {
  const mended: LineRange[] = [];
  for (const line of lines) {
    const above = mended.at(-1);
    const at =
      line.ends && above !== undefined ? earlierBreak(clusters, { above, line }, mending) : undefined;
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
function earlierBreak(
  clusters: readonly Cluster[],
  { above, line }: { readonly above: LineRange; readonly line: LineRange },
  { rest, tracking, avoided }: Mending,
): number | undefined {
  if (above.ends || visibleIn(clusters, line) !== 1) return undefined;
  const widthOf = (from: number): number =>
    clusters.slice(from, line.to).reduce((sum, { width, gap }) => sum + width + tracking + gap, -tracking);
  let resort: number | undefined;
  for (let at = above.to - 1; at > above.from + 1; at -= 1) {
    if (!mayBreak(clusters[at - 1], clusters[at])) continue;
    if (widthOf(at) > rest + tolerance) break;
    if (avoided?.[at] !== true) return at;
    resort ??= at;
  }
  return resort;
}

/** Characters that are no punctuation: a last line of 效。 is as lonely as one of 效. */
export function visibleIn(
  clusters: readonly Cluster[],
  line: { readonly from: number; readonly to: number },
): number {
  return clusters.slice(line.from, line.to).filter(({ breakClass }) => breakClass !== "close").length;
}
