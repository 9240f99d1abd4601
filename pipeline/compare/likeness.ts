/** Two texts → how much they say the same, from 0 to 1. */

/** Twice the character pairs that both have, by all pairs of both (Dice): symmetric, and good for Chinese, which has no spaces. */
export function likeness(one: string, other: string): number {
  if (one === other) return 1;
  const [pairsOfOne, pairsOfOther] = [characterPairs(one), characterPairs(other)];
  const all = pairsOfOne.length + pairsOfOther.length;
  if (all === 0) return 0;
  const left = new Map<string, number>();
  for (const two of pairsOfOne) left.set(two, (left.get(two) ?? 0) + 1);
  let shared = 0;
  for (const two of pairsOfOther) {
    const count = left.get(two) ?? 0;
    if (count === 0) continue;
    left.set(two, count - 1);
    shared += 1;
  }
  return (2 * shared) / all;
}

/** With the text's beginning and end, so that texts of one or two characters have pairs to share as well. */
function characterPairs(text: string): readonly string[] {
  if (text === "") return [];
  const characters = ["^", ...text, "$"];
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`);
}
