/** Puts file names into the order in which people number them: 2.csv before 10.csv. */

/** Numbers by value, all else by code unit: a collation would depend on the machine. */
export function compareNames(one: string, other: string): number {
  const left = one.match(parts) ?? [];
  const right = other.match(parts) ?? [];
  for (const [index, part] of left.entries()) {
    const against = right[index] ?? "";
    const difference = /^\d/u.test(part) && /^\d/u.test(against) ? Number(part) - Number(against) : 0;
    if (difference !== 0) return difference;
    if (part !== against) return part < against ? -1 : 1;
  }
  return left.length - right.length;
}

const parts = /\d+|\D/gu;
