/**
 * Lines that are settled → how other programs are led to end them at the same places: a word processor fills each line
 * to its measure, sets some signs narrower, and may have a measure that is wider by a border.
 */
import {
  type LineRange,
  lineWidths,
  mayHang,
  otherEnginesMayBreak,
  takesOpening,
  type Widths,
} from "./break-lines.ts";
import type { Cluster } from "./clusters.ts";

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

export const unguided: Guide = { kind: "none" };

/** The clusters with signs as narrow as they may be elsewhere; the same ones if none may. */
export function asElsewhere(clusters: readonly Cluster[]): readonly Cluster[] {
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

export function guideTo(lines: readonly LineRange[], clusters: readonly Cluster[], widths: Widths): Guide {
  const { first, rest, tracking } = widths;
  const widthAtMost = lineWidths(clusters, tracking);
  const elsewhere = asElsewhere(clusters);
  const widthAtLeast = elsewhere === clusters ? widthAtMost : lineWidths(elsewhere, tracking);
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
  const widthOf = lineWidths(clusters, tracking);
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
