/** Finds by evidence which character separates the cells of a delimited text, and where in it an offset stands. */

export const separators = [",", "\t", ";"] as const;
export type Separator = (typeof separators)[number];

const sampleRecords = 50;

/** The separator that most records have the same number of times; a comma where nothing speaks. */
export function findSeparator(text: string): Separator {
  let best: Separator = ",";
  let bestScore = 0;
  for (const separator of separators) {
    const score = agreement(countPerRecord(text, separator));
    if (score > bestScore) {
      best = separator;
      bestScore = score;
    }
  }
  return best;
}

/** Row and column (from 1) of the cell in which the text ends. */
export function endPosition(text: string, separator: Separator): { row: number; column: number } {
  const counts = countPerRecord(text, separator, Number.POSITIVE_INFINITY);
  return { row: counts.length, column: (counts.at(-1) ?? 0) + 1 };
}

/** How often the commonest count stands, times that count. */
function agreement(counts: readonly number[]): number {
  const tally = new Map<number, number>();
  for (const count of counts) if (count > 0) tally.set(count, (tally.get(count) ?? 0) + 1);
  let best = 0;
  for (const [count, records] of tally) best = Math.max(best, records * count);
  return best;
}

/** Separators in each record, those between quotes not counted. */
function countPerRecord(text: string, separator: Separator, limit = sampleRecords): number[] {
  const counts = [0];
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (character === '"') quoted = !quoted;
    if (quoted) continue;
    if (character === separator) counts.push((counts.pop() ?? 0) + 1);
    if (character === "\n" || (character === "\r" && text[index + 1] !== "\n")) {
      if (counts.length >= limit) return counts;
      counts.push(0);
    }
  }
  return counts;
}
