/** Finds the known name that an unknown one was probably meant to be. */

/** "" if none is near: at most half of its characters may differ, or fewer if the names are much alike. */
export function nearestName(
  name: string,
  known: readonly string[],
  most = Math.floor(Math.max(name.length, 2) / 2),
): string {
  let best = "";
  let least = most + 1;
  const wanted = name.toLowerCase();
  for (const candidate of known) {
    const other = candidate.toLowerCase();
    // Each letter more or less is an edit.
    if (Math.abs(other.length - wanted.length) >= least) continue;
    const distance = editDistance(wanted, other);
    if (distance < least) {
      best = candidate;
      least = distance;
    }
  }
  return best;
}

/** Letters put in, left out, replaced, or swapped with the next. */
function editDistance(left: string, right: string): number {
  let before: readonly number[] = [];
  let previous: readonly number[] = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const replaced = (previous[column - 1] ?? 0) + (left[row - 1] === right[column - 1] ? 0 : 1);
      const isSwap = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      const swapped = isSwap ? (before[column - 2] ?? 0) + 1 : replaced;
      const moved = Math.min((previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1);
      current.push(Math.min(replaced, swapped, moved));
    }
    before = previous;
    previous = current;
  }
  return previous[right.length] ?? 0;
}
