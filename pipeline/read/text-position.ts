/** Turns an offset in a text into the line and column that an editor shows. */

export type Position = { readonly line: number; readonly column: number };

/** Both from 1; the column counts UTF-16 code units. */
export function positionsIn(text: string): (offset: number) => Position {
  const starts = lineStarts(text);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}

export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (const lineBreak of text.matchAll(/\r\n|\r|\n/gu)) starts.push(lineBreak.index + lineBreak[0].length);
  return starts;
}
