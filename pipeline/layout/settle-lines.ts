/** A paragraph's clusters → its lines, and how a word processor is led to end its own at the same places. */
import type { Align } from "../model/index.ts";
import {
  type Avoided,
  breakLines,
  fillLines,
  isAscii,
  type LineRange,
  mayBreak,
  mayHang,
  otherEnginesMayBreak,
  takesOpening,
  tolerance,
  visibleIn,
  type Widths,
  withoutLoneLast,
  withoutSpaces,
} from "./break-lines.ts";
import type { Cluster } from "./clusters.ts";
import { insideUnits } from "./number-units.ts";
import type { FindWords } from "./words.ts";

/**
 * A word processor fills each line, so it ends them elsewhere if a last line would be a single character, or if
 * lines end between words. Set to a narrower measure it ends them here, whatever is edited later; the few lines
 * that no measure gives need breaks of their own.
 */
export type Guide =
  | { readonly kind: "none" }
  /** pt by which the measure is narrower. */
  | { readonly kind: "narrower"; readonly by: number }
  /** Behind these lines, counted from 0: the others end where they are full. */
  | { readonly kind: "breaks"; readonly behind: ReadonlySet<number> };

export type SettledLines = { readonly lines: readonly LineRange[]; readonly guide: Guide };

const unguided: Guide = { kind: "none" };

export type Setting = {
  readonly align: Align;
  /** Looked up if lines are to end between words. */
  readonly words?: FindWords | undefined;
  /** A title or a label, which may take a line more for that. */
  readonly label: boolean;
};

export function settleLines(
  clusters: readonly Cluster[],
  widths: Widths,
  { align, words, label }: Setting,
): SettledLines {
  const filled = fillLines(clusters, { ...widths, as: "print" });
  if (filled.length <= 1) return { lines: filled, guide: unguided };
  const avoided = avoidedIn(clusters, words);
  const plain = withoutLoneLast(clusters, filled, { ...widths, avoided: undefined });
  const broken = avoidsBegins(clusters, filled, avoided)
    ? withoutLoneLast(clusters, filled, { ...widths, avoided })
    : breakLines(clusters, widths, avoided);
  const fitting = broken.length > plain.length && !label ? plain : broken;
  if (align === "justify") return { lines: fitting, guide: unguided };
  const lines = align === "center" ? balanceLines(clusters, fitting, { ...widths, avoided }) : fitting;
  const settled = { lines, guide: guideTo(lines, clusters, widths) };
  if (settled.guide.kind !== "breaks" || label || align === "center") return settled;
  return fillProse(clusters, widths, { most: lines.length, avoided }) ?? settled;
}

/** Whether lines that were filled begin at no place that is to be avoided, and so are the same if it is avoided. */
function avoidsBegins(clusters: readonly Cluster[], lines: readonly LineRange[], avoided: Avoided): boolean {
  if (avoided === undefined) return true;
  return lines.every(
    ({ from }, index) =>
      index === 0 ||
      lines[index - 1]?.ends ||
      (!avoided[from] && mayBreak(clusters[from - 1], clusters[from])),
  );
}

/**
 * The lines of justified text as a word processor fills them, which no indent can lead without being seen; undefined
 * if one of them is a single character that ends the paragraph, or begins or ends with a sign between Han characters, or
 * if not all of them hang a mark alike; or if that is so where signs are set narrower, or saves a line there.
 */
export function fillBody(clusters: readonly Cluster[], widths: Widths): readonly LineRange[] | undefined {
  const lines = fillLines(clusters, { ...widths, as: "word-processor" });
  if (endsBadly(clusters, lines)) return undefined;
  const elsewhere = asElsewhere(clusters);
  if (elsewhere === clusters) return lines;
  const narrower = fillLines(elsewhere, { ...widths, as: "word-processor" });
  return narrower.length < lines.length || endsBadly(elsewhere, narrower) ? undefined : lines;
}

function endsBadly(clusters: readonly Cluster[], lines: readonly LineRange[]): boolean {
  return lines.some((line, index) => {
    if (hangsForSome(clusters, line)) return true;
    if (index === 0) return false;
    const lone = line.ends && lines[index - 1]?.ends === false && visibleIn(clusters, line) === 1;
    return lone || !mayBreakBefore(clusters, line.from);
  });
}

/**
 * Whether a full-width mark hangs behind a word: 99%。 LibreOffice parts texts by script, hangs no mark that begins a
 * stretch, and takes the word to the next line with it.
 */
export function hangsForSome(clusters: readonly Cluster[], { to, hangs }: LineRange): boolean {
  const [last, mark] = [clusters[to - 2]?.text ?? "", clusters[to - 1]?.text ?? ""];
  return hangs && last !== "" && isAscii(last) && !isAscii(mark);
}

/** Measures that are tried in turn, by how much narrower, pt, up to this share of the measure. */
const narrowerBy = { step: 0.5, most: 1 / 5 };

/**
 * So many lines of ragged prose, or one more, that a word processor fills at some measure; undefined if at none it ends
 * them well. A break in prose would leave a short line when words are added before it.
 */
function fillProse(
  clusters: readonly Cluster[],
  widths: Widths,
  { most, avoided }: { readonly most: number; readonly avoided: Avoided },
): SettledLines | undefined {
  const { first, rest, tracking } = widths;
  const widthOf = widthsOf(clusters, tracking);
  let longer: SettledLines | undefined;
  let fits = Number.POSITIVE_INFINITY;
  for (let by = 0; by <= rest * narrowerBy.most; by += narrowerBy.step) {
    // The lines tried last, which will not do, are still filled at this measure.
    if (rest - by >= fits) continue;
    const lines = fillLines(clusters, {
      ...widths,
      first: first - by,
      rest: rest - by,
      as: "word-processor",
    });
    fits = 0;
    for (const [index, { from, to }] of lines.entries())
      fits = Math.max(fits, (index === 0 ? rest - first : 0) + widthOf(from, to));
    if (endsBadly(clusters, lines) || lines.length > most + 1) continue;
    if (lines.some(({ from }, index) => lines[index - 1]?.ends === false && avoided?.[from])) continue;
    const guide = guideTo(lines, clusters, widths);
    if (guide.kind === "breaks") continue;
    if (lines.length <= most) return { lines, guide };
    longer ??= { lines, guide };
  }
  return longer;
}

/** Words that are longer than a line are cut where it is full. */
function mayBreakBefore(clusters: readonly Cluster[], at: number): boolean {
  const [before, after] = [clusters[at - 1], clusters[at]];
  const isSign = before?.breakClass === "sign" || after?.breakClass === "sign";
  return !isSign || mayBreak(before, after);
}

/** Places inside words and inside a number with its unit. */
function avoidedIn(clusters: readonly Cluster[], words: FindWords | undefined): Avoided {
  const inside = insideUnits(clusters);
  if (words === undefined) return inside;
  const begins = words(
    clusters.map(({ text, breakClass }) => (breakClass === "newline" ? "\n" : text)).join(""),
  );
  return clusters.map(
    (cluster, at) => (cluster.breakClass === "han" && begins[at] === false) || inside?.[at] === true,
  );
}

/** More lines than a title has; what is longer is prose, which need not be balanced. */
const mostBalanced = 4;

type Balancing = Widths & { readonly avoided: Avoided };

/** The lines between two breaks, all about as long as each other (GB/T 9704-2012, 7.3.1), and no more of them. */
function balanceLines(
  clusters: readonly Cluster[],
  lines: readonly LineRange[],
  balancing: Balancing,
): readonly LineRange[] {
  const balanced: LineRange[] = [];
  for (let index = 0; index < lines.length; ) {
    const end = lines.findIndex((line, at) => at >= index && line.ends);
    const stretch = lines.slice(index, end < 0 ? lines.length : end + 1);
    const first = index === 0 ? balancing.first : balancing.rest;
    balanced.push(...balanceStretch(clusters, stretch, { ...balancing, first }));
    index += stretch.length;
  }
  return balanced;
}

function balanceStretch(
  clusters: readonly Cluster[],
  lines: readonly LineRange[],
  { avoided, ...widths }: Balancing,
): readonly LineRange[] {
  const [from, to] = [lines[0]?.from ?? 0, lines.at(-1)?.to ?? 0];
  if (lines.length < 2 || lines.length > mostBalanced || lines.some(({ forced }) => forced)) return lines;
  const places: number[] = [];
  for (let at = from + 1; at < to; at += 1) if (mayBreak(clusters[at - 1], clusters[at])) places.push(at);
  const naturalWidth = widthsOf(clusters, widths.tracking);
  /** Cheapest ways to end the lines so far at each place. */
  let ways = new Map<number, { readonly cost: number; readonly ends: readonly number[] }>([
    [from, { cost: 0, ends: [] }],
  ]);
  for (const [index] of lines.entries()) {
    const available = index === 0 ? widths.first : widths.rest;
    const isLast = index === lines.length - 1;
    const next: typeof ways = new Map();
    for (const [begin, { cost, ends }] of ways)
      for (const end of isLast ? [to] : places.filter((place) => place > begin)) {
        const width = naturalWidth(begin, end);
        if (width > available + tolerance) break;
        const lone = visibleIn(clusters, { from: begin, to: end }) === 1;
        const faults = (lone ? 2 : 0) + (!isLast && avoided?.[end] === true ? 4 : 0);
        const total = cost + (1 - width / available) ** 2 + faults;
        if (total < (next.get(end)?.cost ?? Number.POSITIVE_INFINITY))
          next.set(end, { cost: total, ends: [...ends, end] });
      }
    ways = next;
  }
  const best = ways.get(to);
  if (best === undefined) return lines;
  return best.ends.map((end, index): LineRange => {
    const begin = index === 0 ? from : (best.ends[index - 1] ?? from);
    const isLast = index === lines.length - 1;
    return {
      from: begin,
      to: withoutSpaces(clusters, begin, end),
      ends: isLast ? (lines.at(-1)?.ends ?? true) : false,
      hangs: false,
      forced: false,
    };
  });
}

/** Width of a line without the space at its end, pt. */
function widthsOf(clusters: readonly Cluster[], tracking: number): WidthOf {
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

type WidthOf = (from: number, to: number) => number;

/** The clusters with signs as narrow as they may be elsewhere; the same ones if none may. */
function asElsewhere(clusters: readonly Cluster[]): readonly Cluster[] {
  const shares = clusters.map((cluster, at) => narrowest(cluster, clusters[at - 1]));
  if (shares.every((share) => share === 1)) return clusters;
  return clusters.map((cluster, at) => ({ ...cluster, width: cluster.width * (shares[at] ?? 1) }));
}

/**
 * The share of its width that a sign of the Han font may have elsewhere: LibreOffice takes · and ² from the Latin font, ≥
 * and its like if a number follows, and quotation marks at the beginning or behind a Latin letter.
 */
function narrowest({ text, breakClass }: Cluster, before: Cluster | undefined): number {
  if (text <= "\u00a0" || text >= "\uff00") return 1;
  if (breakClass === "prefix" || text === "×" || text === "÷") return 1 / 2;
  if (text <= "\u00bf") return 1 / 4;
  const isQuote = text >= "\u2018" && text <= "\u201d";
  if (!isQuote || (before !== undefined && before.text >= "\u0250")) return 1;
  return text <= "\u2019" ? 1 / 3 : 4 / 9;
}

/** A measure must be at least this far from one that would give other lines, pt: engines round differently. */
const leastMargin = 0.4;

/** By how much a cell's measure is wider in LibreOffice, pt, which does not take the border off, and with rounding. */
const border = 0.5;
const widerElsewhere = 0.75;

function guideTo(lines: readonly LineRange[], clusters: readonly Cluster[], widths: Widths): Guide {
  const { first, rest, tracking } = widths;
  const widthAtMost = widthsOf(clusters, tracking);
  const elsewhere = asElsewhere(clusters);
  const widthAtLeast = elsewhere === clusters ? widthAtMost : widthsOf(elsewhere, tracking);
  // The narrowest measure that holds every line, and the widest at which none takes in what comes next.
  let least = 0;
  let most = Number.POSITIVE_INFINITY;
  let unreachable = false;
  const behind = new Set<number>();
  for (const [index, { from, to, ends, forced }] of lines.entries()) {
    const indent = index === 0 ? rest - first : 0;
    least = Math.max(least, indent + widthAtMost(from, to));
    if (ends) continue;
    const begin = lines[index + 1]?.from ?? to;
    if (!otherEnginesMayBreak(clusters[begin - 1], clusters[begin])) {
      // A word longer than the line is cut where it is full by all engines, unless one of them ends the line before it;
      // below a mark no other begins a line.
      const below = clusters[begin - 1]?.breakClass === "close";
      const sooner = clusters
        .slice(from + 1, begin)
        .some((cluster, at) => otherEnginesMayBreak(clusters[from + at], cluster));
      const takesMore = indent + widthAtLeast(from, begin + 1) <= rest + widerElsewhere;
      if (forced || below || sooner || takesMore) behind.add(index);
      unreachable = true;
      continue;
    }
    const widest = indent + widthAtLeast(from, nextFit(clusters, begin));
    const opening = takesOpening(clusters[begin - 1], clusters[begin]);
    const narrowest = opening ? indent + widthAtMost(from, begin + 1) + leastMargin : 0;
    if (widest <= rest + widerElsewhere || narrowest > rest) behind.add(index);
    least = Math.max(least, narrowest);
    most = Math.min(most, widest);
  }
  if (behind.size === 0) return unguided;
  // A break where no other engine would end a line changes what may hang there, and so what the line above holds.
  if (unreachable)
    return { kind: "breaks", behind: new Set(lines.flatMap(({ ends }, at) => (ends ? [] : [at]))) };
  if (most - least < 2 * leastMargin + border / 2 || least > rest) return { kind: "breaks", behind };
  return { kind: "narrower", by: rest - (least + most - border) / 2 };
}

/**
 * For each line, how much wider its last character has to be set, pt, for a word processor to end it there. A space at
 * a line's end is not seen, so this serves text that nobody edits, and that cannot be indented at its right.
 */
export function fillersOf(
  lines: readonly LineRange[],
  clusters: readonly Cluster[],
  { first, rest, tracking }: Pick<Widths, "first" | "rest" | "tracking">,
): readonly number[] {
  const widthOf = widthsOf(clusters, tracking);
  return lines.map(({ from, to, ends }, index) => {
    const begin = lines[index + 1]?.from ?? to;
    if (ends || !otherEnginesMayBreak(clusters[begin - 1], clusters[begin])) return 0;
    const width = widthOf(from, to);
    const room = (index === 0 ? first : rest) - width;
    const taken = widthOf(from, nextFit(clusters, begin)) - width;
    const next = clusters[begin]?.width ?? 0;
    // Half of what must not fit is left, so that engines may round, and fonts differ a little.
    const opening = takesOpening(clusters[begin - 1], clusters[begin]);
    const left = opening ? (next + taken) / 2 : Math.min(taken, next) / 2;
    return room < left ? 0 : room - left;
  });
}

/** Up to where a line has to hold what begins at `at` to take it in: a mark behind it hangs, in ragged text too. */
function nextFit(clusters: readonly Cluster[], at: number): number {
  let end = at + 1;
  while (end < clusters.length && !otherEnginesMayBreak(clusters[end - 1], clusters[end])) {
    if (clusters[end]?.breakClass === "newline" || mayHang(clusters, end)) break;
    end += 1;
  }
  return end;
}
