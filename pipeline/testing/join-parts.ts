/** The parts of a table as the pages show them → the rows of the whole, as if no page had ended. */

/** A cell of one part, by the row and column that it begins at. */
export type PartCell = { readonly row: number; readonly column: number; readonly text: string };

/**
 * Rows of cells from left to right; squares that a merge from above covers are left out. What a page break repeats is
 * taken away again: the header row that holds `headerLabel`, and labels that go on （续） from a row above.
 */
export function joinParts(
  parts: readonly (readonly PartCell[])[],
  { headerLabel }: { readonly headerLabel: string },
): readonly (readonly string[])[] {
  const whole: string[][] = [];
  for (const part of parts) {
    const rows = rowsOf(part);
    const first = rows[0];
    if (first?.some((text) => onOneLine(text) === headerLabel) && isRepeated(first, whole)) rows.shift();
    const [next, ...rest] = rows;
    if (next !== undefined) whole.push(withoutCarriedLabels(next, whole), ...rest);
  }
  return whole;
}

function rowsOf(part: readonly PartCell[]): string[][] {
  const rows = new Map<number, PartCell[]>();
  for (const cell of part) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
  return [...rows]
    .toSorted(([one], [other]) => one - other)
    .map(([, cells]) => cells.toSorted((a, b) => a.column - b.column).map(({ text }) => text));
}

/** A header stands there again, maybe beside a label that began beside it and goes on. */
function isRepeated(header: readonly string[], above: readonly (readonly string[])[]): boolean {
  const asBefore = header.map((text) => carriedLabel(text, above) ?? text);
  return above.some((row) => same(row, asBefore));
}

function withoutCarriedLabels(repeated: readonly string[], above: readonly (readonly string[])[]): string[] {
  return repeated.filter((text) => carriedLabel(text, above) === undefined);
}

/** The text of a label that goes on from a row above; undefined if it is none. */
function carriedLabel(text: string, above: readonly (readonly string[])[]): string | undefined {
  const label = /^(.+)[（(]续[）)]$/u.exec(onOneLine(text))?.[1];
  return above.flat().find((earlier) => onOneLine(earlier) === label);
}

/** A label's lines may end elsewhere where it is printed again. */
function onOneLine(text: string): string {
  return text.replaceAll("\n", "");
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text, index) => text === other[index]);
}
