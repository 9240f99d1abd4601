/** Turns an offset in a text into the line and column that an editor shows. */

export type Position = { readonly line: number; readonly column: number };

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** Both from 1; the column counts UTF-16 code units. */
export function positionsIn(text: string): (offset: number) => Position {
  const starts = lineStarts(text);
  // Most are asked for one behind the other.
  let last = 0;
  return (offset) => {
    const from = starts[last] ?? 0;
    if (offset >= from && offset < (starts[last + 1] ?? Number.POSITIVE_INFINITY))
      return { line: last + 1, column: offset - from + 1 };
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    last = low;
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}

/** Where each line begins, behind CR LF, CR or LF. A file may have millions: a match for each took a second. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit === lineFeed || (unit === carriageReturn && text.charCodeAt(index + 1) !== lineFeed))
      starts.push(index + 1);
  }
  return starts;
}
