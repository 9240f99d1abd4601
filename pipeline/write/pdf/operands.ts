/** Points → the operands of content streams, no longer than they need to be. */

/** To a hundred-thousandth: a finer place nobody sees, a coarser one falls on other pixels where half of one decides. */
export function length(points: number): string {
  return String(Math.round(points * 100_000) / 100_000);
}
