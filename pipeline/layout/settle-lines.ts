/** A paragraph's clusters → its lines, and how a word processor is led to end its own at the same places. */
import type { Align } from "../model/index.ts";
import {
  type Avoided,
  breakLines,
  fillLines,
  isAscii,
  type LineRange,
  lineWidths,
  mayBreak,
  tolerance,
  visibleIn,
  type Widths,
  withoutLoneLast,
  withoutSpaces,
} from "./break-lines.ts";
import type { Cluster } from "./clusters.ts";
import { asElsewhere, type Guide, guideTo, unguided } from "./guide-lines.ts";
import { insideUnits } from "./number-units.ts";
import type { FindWords } from "./words.ts";

export type SettledLines = { readonly lines: readonly LineRange[]; readonly guide: Guide };

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
  const widthOf = lineWidths(clusters, tracking);
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
  const naturalWidth = lineWidths(clusters, widths.tracking);
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
