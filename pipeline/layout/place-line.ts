/** The clusters of one line → runs with their places: aligned, or justified by spreading the gaps. */
import type { Align } from "../model/index.ts";
import { mayBreak } from "./break-lines.ts";
import type { Cluster } from "./clusters.ts";
import type { LaidRun } from "./laid.ts";

export type Frame = {
  readonly x: number;
  readonly width: number;
  readonly align: Align;
  /** pt */
  readonly size: number;
  /** Added after every character, pt. */
  readonly tracking: number;
  /** The last line of a paragraph: not justified. */
  readonly ends: boolean;
  /** Its last mark stands outside the measure. */
  readonly hangs?: boolean;
};

/** Widest gap that justifying may open, in em; beyond it the line stays ragged. */
const widestGap = 0.5;

type Placed = { readonly cluster: Cluster; readonly x: number; readonly spacing: number };

/** Places the characters of one line and gathers neighbours of equal font and spacing into runs. */
export function placeLine(clusters: readonly Cluster[], frame: Frame): readonly LaidRun[] {
  if (clusters.length === 0) return [];
  const after = (index: number) => (index < clusters.length - 1 ? spaceAfter(clusters[index], frame) : 0);
  const measured = frame.hangs === true ? clusters.length - 1 : clusters.length;
  const natural = clusters
    .slice(0, measured)
    .reduce((sum, cluster, index) => sum + cluster.width + (index < measured - 1 ? after(index) : 0), 0);
  const spare = frame.width - natural;
  const justified = frame.align === "justify" && !frame.ends;
  const gap = justified ? justifyingGap(clusters.slice(0, measured), spare, frame.size) : 0;
  let x = frame.x + indent(frame.align, spare);
  const placed = clusters.map((cluster, index): Placed => {
    const opens = index < measured - 1 && stretches(cluster, clusters[index + 1]);
    const spacing = after(index) + (opens ? gap : 0);
    const at = { cluster, x, spacing };
    x += cluster.width + spacing;
    return at;
  });
  return toRuns(placed, frame.size);
}

function spaceAfter(cluster: Cluster | undefined, { tracking }: Frame): number {
  return cluster === undefined ? 0 : tracking + cluster.gap - cluster.squeeze;
}

function indent(align: Align, spare: number): number {
  if (align === "center") return Math.max(0, spare / 2);
  return align === "end" ? Math.max(0, spare) : 0;
}

function justifyingGap(clusters: readonly Cluster[], spare: number, size: number): number {
  const gaps = clusters.filter((cluster, index) => stretches(cluster, clusters[index + 1])).length;
  if (gaps === 0) return 0;
  const gap = spare / gaps;
  return gap > widestGap * size ? 0 : gap;
}

/** Gaps open where a line could have ended, and around marks; never inside a word or a number. */
function stretches(before: Cluster, after: Cluster | undefined): boolean {
  if (after === undefined) return false;
  if (before.breakClass === "latin" && after.breakClass === "latin") return false;
  return mayBreak(before, after) || before.breakClass === "han" || after.breakClass === "han";
}

function toRuns(placed: readonly Placed[], size: number): readonly LaidRun[] {
  const runs: Placed[][] = [];
  for (const next of placed) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run !== undefined && last !== undefined && joins(run, last, next)) run.push(next);
    else runs.push([next]);
  }
  return runs.flatMap((run) => toRun(run, size));
}

// A run has one spacing: its last character may be followed by any other gap, those before it not.
function joins(run: readonly Placed[], last: Placed, next: Placed): boolean {
  if (last.cluster.font !== next.cluster.font || last.cluster.bold !== next.cluster.bold) return false;
  return run.length === 1 || Math.abs((run[0]?.spacing ?? 0) - last.spacing) < 1e-9;
}

function toRun(run: readonly Placed[], size: number): LaidRun[] {
  const first = run[0];
  const last = run.at(-1);
  if (first === undefined || last === undefined) return [];
  return [
    {
      text: run.map(({ cluster }) => cluster.text).join(""),
      font: first.cluster.font,
      bold: first.cluster.bold,
      size,
      x: first.x,
      width: last.x + last.cluster.width - first.x,
      spacing: run.length === 1 ? 0 : first.spacing,
    },
  ];
}
