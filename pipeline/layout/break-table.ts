/** Where a table breaks: how many rows go on this page, and which boundary between them reads best. */
import { type Fragment, fragmentOf } from "./fragment-table.ts";
import type { MeasuredTable } from "./measure-table.ts";
import type { TextContext } from "./measure-text.ts";

/** A break may leave this share of the page empty to fall between groups. */
const givenUp = 0.3;

/**
 * The fragment that starts at body row `from` and fits into `available` pt.
 *
 * @returns undefined where not even one row fits below the header.
 */
export function nextFragment(
  table: MeasuredTable,
  from: number,
  { available, context }: { readonly available: number; readonly context: TextContext },
): Fragment | undefined {
  const end = table.heights.length;
  let to = from;
  let height = sum(table.heights.slice(0, table.headerRows));
  while (to < end && height + (table.heights[to] ?? 0) <= available) {
    height += table.heights[to] ?? 0;
    to += 1;
  }
  for (; to > from; to -= 1) {
    const whole = fragmentOf(table, { from, to }, context);
    if (whole.height > available) continue;
    if (to === end) return whole;
    const best = bestBreak(table, { from, to }, available);
    const chosen = fragmentOf(table, { from, to: best }, context);
    return chosen.height <= available ? chosen : whole;
  }
  return undefined;
}

/** The latest of the best boundaries: fewest groups cut, no lone row left over, and not too much of the page given up. */
function bestBreak(
  table: MeasuredTable,
  { from, to }: { from: number; to: number },
  available: number,
): number {
  const end = table.heights.length;
  let best = to;
  let bestCost = Number.POSITIVE_INFINITY;
  let empty = available - sum(table.heights.slice(0, table.headerRows)) - sum(table.heights.slice(from, to));
  for (let at = to; at > from; at -= 1) {
    if (at < to && empty > available * givenUp) break;
    const cost = cutGroups(table, at) + (end - at === 1 ? 3 : 0) + (at - from === 1 ? 1 : 0);
    if (cost < bestCost) {
      best = at;
      bestCost = cost;
    }
    empty += table.heights[at - 1] ?? 0;
  }
  return best;
}

function cutGroups(table: MeasuredTable, at: number): number {
  return table.cells.filter(
    (cell) =>
      cell.rowSpan > 1 && cell.row >= table.headerRows && cell.row < at && at < cell.row + cell.rowSpan,
  ).length;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
