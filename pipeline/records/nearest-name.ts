/** Finds the known name that an unknown one was probably meant to be. */
import { perObject } from "./per-object.ts";

/** "" if none is near: at most half of its characters may differ, or fewer if the names are much alike. */
export function nearestName(
  name: string,
  known: readonly string[],
  most = Math.floor(Math.max(name.length, 2) / 2),
): string {
  let best = "";
  let least = most + 1;
  const [wanted] = prepare([name]);
  if (wanted === undefined) return best;
  for (const [index, other] of prepare(known).entries()) {
    // Each letter more or less is an edit, and so is each that the other has not.
    if (Math.abs(other.text.length - wanted.text.length) >= least) continue;
    if (ones(wanted.letters & ~other.letters) >= least || ones(other.letters & ~wanted.letters) >= least)
      continue;
    const distance = editDistance(wanted.text, other.text, least);
    if (distance < least) {
      best = known[index] ?? "";
      least = distance;
    }
  }
  return best;
}

/** A hundred thousand unknown names may be looked for among the same known ones. */
const prepare = perObject((names: readonly string[]) =>
  names.map((name) => {
    const text = name.toLowerCase();
    return { text, letters: lettersIn(text) };
  }),
);

/** A bit for each letter, which some share. */
function lettersIn(text: string): number {
  let letters = 0;
  for (let at = 0; at < text.length; at += 1) letters |= 1 << (text.charCodeAt(at) % 32);
  return letters;
}

function ones(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count += 1;
  return count;
}

/** Letters put in, left out, replaced, or swapped with the next; `enough` if they are as many or more. */
function editDistance(left: string, right: string, enough: number): number {
  let before: readonly number[] = [];
  let previous: readonly number[] = Array.from({ length: right.length + 1 }, (_, index) => index);
  let leastBefore = 0;
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= right.length; column += 1) {
      const replaced = (previous[column - 1] ?? 0) + (left[row - 1] === right[column - 1] ? 0 : 1);
      const isSwap = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      const swapped = isSwap ? (before[column - 2] ?? 0) + 1 : replaced;
      const moved = Math.min((previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1);
      const edits = Math.min(replaced, swapped, moved);
      current.push(edits);
      least = Math.min(least, edits);
    }
    // A row comes of the one before, or by a swap of the one before that.
    if (least >= enough && leastBefore + 1 >= enough) return enough;
    leastBefore = least;
    before = previous;
    previous = current;
  }
  return previous[right.length] ?? 0;
}
