/** Two texts → how alike they are, from 0 to 1. */

/** How often each two neighbouring characters occur in a text; made once for each text of a group. */
export type Profile = { readonly counts: ReadonlyMap<number, number>; readonly size: number };

/** With the text's beginning and end, so that texts of one or two characters have pairs to share as well. */
export function profileOf(text: string): Profile {
  const counts = new Map<number, number>();
  let last = 0;
  for (let at = 0; at <= text.length; at += 1) {
    // A pair as one number, which is far quicker to look up than a text; 0 marks the text's two ends.
    const next = at === text.length ? 0 : text.charCodeAt(at);
    const two = last * 0x10000 + next;
    counts.set(two, (counts.get(two) ?? 0) + 1);
    last = next;
  }
  return { counts, size: text.length + 1 };
}

/** Twice the pairs that both have, by all pairs of both (Dice): symmetric, and good for Chinese, which has no spaces. */
export function likenessOf(one: Profile, other: Profile): number {
  let shared = 0;
  for (const [two, count] of one.counts) shared += Math.min(count, other.counts.get(two) ?? 0);
  return (2 * shared) / (one.size + other.size);
}

/** The most that texts of these lengths can be alike. */
export function mostLikeness(one: Profile, other: Profile): number {
  return (2 * Math.min(one.size, other.size)) / (one.size + other.size);
}
