/** The clusters of one line → runs with their places: aligned, or justified by spreading the gaps. */
import type { Align } from "../model/index.ts";
import { mayBreak } from "./break-lines.ts";
import type { Cluster } from "./clusters.ts";
import type { LaidRun } from "./laid.ts";

type LineFrame = {
  readonly x: number;
  readonly width: number;
  readonly align: Align;
  /** pt */
  readonly size: number;
  /** Added after every character, pt. */
  readonly tracking: number;
  /** The last line of a paragraph: not justified. */
  readonly ends: boolean;
  /** Its last mark is outside the measure. */
  readonly hangs?: boolean;
};

/** Widest gap that justifying may open, in em; beyond it the line stays ragged. */
const widestGap = 0.5;

/** Clusters `from` (inclusive) to `to` (exclusive). */
type Range = { readonly from: number; readonly to: number };

/** Places the characters of one line and gathers neighbours of equal font and spacing into runs. */
export function placeLine(clusters: readonly Cluster[], line: Range, frame: LineFrame): readonly LaidRun[] {
  const { from, to } = line;
  if (from >= to) return [];
  const end = frame.hangs === true ? to - 1 : to;
  const spare = frame.width - naturalWidth(clusters, { from, to: end }, frame);
  const justified = frame.align === "justify" && !frame.ends;
  const gap = justified ? justifyingGap(clusters, { from, to: end }, spare, frame.size) : 0;
  const runs: LaidRun[] = [];
  let x = frame.x + indent(frame.align, spare);
  let run: OpenRun | undefined;
  const last = withSpaces(clusters, to);
  for (let index = from; index < last; index += 1) {
    const cluster = clusters[index];
    if (cluster === undefined) break;
    const opens = gap !== 0 && index < end - 1 && stretches(cluster, clusters[index + 1]);
    const spacing = (index < to - 1 ? spaceAfter(cluster, frame) : 0) + (opens ? gap : 0);
    if (run !== undefined && !joins(run, cluster)) {
      runs.push(closed(run, frame.size));
      run = undefined;
    }
    run = extended(run, cluster, { x, spacing });
    x += cluster.width + spacing;
  }
  if (run !== undefined) runs.push(closed(run, frame.size));
  return runs;
}

/** Spaces that the line's end takes the place of: nothing is seen of them, but they keep the words apart that are read. */
function withSpaces(clusters: readonly Cluster[], to: number): number {
  let next = to;
  while (clusters[next]?.breakClass === "space") next += 1;
  const { breakClass } = clusters[next] ?? { breakClass: "newline" };
  return breakClass === "newline" ? to : next;
}

function naturalWidth(clusters: readonly Cluster[], { from, to }: Range, frame: LineFrame): number {
  let width = 0;
  for (let index = from; index < to; index += 1) {
    const cluster = clusters[index];
    if (cluster === undefined) break;
    width = width + cluster.width + (index < to - 1 ? spaceAfter(cluster, frame) : 0);
  }
  return width;
}

function spaceAfter(cluster: Cluster, { tracking }: LineFrame): number {
  return tracking + cluster.gap - cluster.squeeze;
}

function indent(align: Align, spare: number): number {
  if (align === "center") return Math.max(0, spare / 2);
  return align === "end" ? Math.max(0, spare) : 0;
}

function justifyingGap(
  clusters: readonly Cluster[],
  { from, to }: Range,
  spare: number,
  size: number,
): number {
  let gaps = 0;
  for (let index = from; index < to - 1; index += 1)
    if (stretches(clusters[index], clusters[index + 1])) gaps += 1;
  if (gaps === 0) return 0;
  const gap = spare / gaps;
  return gap > widestGap * size ? 0 : gap;
}

/** Gaps open at possible line ends and around marks; never inside a word or a number. */
function stretches(before: Cluster | undefined, after: Cluster | undefined): boolean {
  if (before === undefined || after === undefined) return false;
  if (before.breakClass === "latin" && after.breakClass === "latin") return false;
  return mayBreak(before, after) || before.breakClass === "han" || after.breakClass === "han";
}

type OpenRun = {
  // Joined in the end: strings added up one by one keep every step alive.
  readonly texts: string[];
  readonly first: Cluster;
  readonly x: number;
  /** After the first character, and after the last one so far. */
  readonly spacing: number;
  lastSpacing: number;
  end: number;
};

function extended(
  run: OpenRun | undefined,
  cluster: Cluster,
  { x, spacing }: { readonly x: number; readonly spacing: number },
): OpenRun {
  const end = x + cluster.width;
  if (run === undefined)
    return { texts: [cluster.text], first: cluster, x, spacing, lastSpacing: spacing, end };
  run.texts.push(cluster.text);
  run.lastSpacing = spacing;
  run.end = end;
  return run;
}

// A run has one spacing: its last character may be followed by any other gap, those before it not.
function joins({ first, texts, spacing, lastSpacing }: OpenRun, next: Cluster): boolean {
  if (first.font !== next.font || first.bold !== next.bold) return false;
  return texts.length === 1 || Math.abs(spacing - lastSpacing) < 1e-9;
}

function closed({ texts, first, x, spacing, end }: OpenRun, size: number): LaidRun {
  const { font, bold } = first;
  const [text = ""] = texts.length === 1 ? texts : [texts.join("")];
  return { text, font, bold, size, x, width: end - x, spacing: texts.length === 1 ? 0 : spacing };
}
