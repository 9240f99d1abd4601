/** Points → the units of WordprocessingML: twentieths, halves and eighths of a point. */

export const twips = (points: number): number => Math.round(points * 20);
export const halfPoints = (points: number): number => Math.round(points * 2);
export const eighths = (points: number): number => Math.round(points * 8);

/**
 * Lengths → twips whose running sums are the rounded running sums.
 * Rounding each column for itself would move the last border by up to half a twip a column.
 */
export function twipsInARow(lengths: readonly number[]): number[] {
  let reached = 0;
  return lengths.map((length) => {
    const start = twips(reached);
    reached += length;
    return twips(reached) - start;
  });
}
