/** A PDF → the lines of its cells and paragraphs that end or begin where no printer would let them. */

import { type PdfPage, readPdf, textInBox } from "./read-pdf.ts";
import { cellsOf, type Rule, readRules } from "./read-pdf-cells.ts";

/** The line and the one above it as printed; `page` counts sheets from 1. */
export type LineFault = {
  readonly kind: "lone" | "slash" | "number";
  readonly page: number;
  readonly lines: readonly string[];
};

/** `lone`: one character on a last line; `slash`: / at a line's end or beginning; `number`: cut in two. */
export async function readLineFaults(bytes: Uint8Array): Promise<readonly LineFault[]> {
  const { pages } = await readPdf(bytes);
  const rules = await readRules(bytes);
  return pages.flatMap((page, index) =>
    blocksOf(page, rules[index] ?? []).flatMap((lines) =>
      faultsIn(lines).map((fault): LineFault => ({ ...fault, page: index + 1 })),
    ),
  );
}

/** The lines of each cell, and of the text between tables. */
function blocksOf(page: PdfPage, rules: readonly Rule[]): readonly (readonly string[])[] {
  const cells = cellsOf(page, rules).map(({ text }) => text.split("\n"));
  const upright = rules.filter(({ x1, x2 }) => x2 - x1 < 0.5);
  const beside = page.items.filter(({ y }) => !upright.some(({ y1, y2 }) => y1 < y && y < y2));
  const { width, height } = page;
  return [...cells, textInBox({ ...page, items: beside }, 0, 0, width, height).split("\n")];
}

function faultsIn(lines: readonly string[]): readonly Omit<LineFault, "page">[] {
  return lines.slice(1).flatMap((line, index) => {
    const above = lines[index] ?? "";
    const fault = (kind: LineFault["kind"]) => [{ kind, lines: [above, line] }];
    if (leader.test(above) || pageNumber.test(line)) return [];
    // A cell's paragraphs cannot be told apart but by their numbers.
    const ends = index + 2 === lines.length || /^(?:目标)?\d+[.．、：]/u.test(lines[index + 2] ?? "");
    return [
      ...(ends && visible(line) === 1 && !/^[“《（〔—]/u.test(line) && !continuation.test(line)
        ? fault("lone")
        : []),
      ...(/\/\s*$/u.test(above) || /^\s*\//u.test(line) ? fault("slash") : []),
      ...(/\d[.,]?$/u.test(above) && /^[.,]?\d/u.test(line) && !numbered.test(line) ? fault("number") : []),
    ];
  });
}

const leader = /\.{4}/u;
const pageNumber = /^— ?\w+ ?—$/u;
const continuation = /^[（(]续[）)]$/u;
/** The next paragraph's own number. */
const numbered = /^\d+[.．](?:\D|\d{4})/u;

/** Characters that are no punctuation: a last line of 效。 is as lonely as one of 效. */
function visible(line: string): number {
  return Array.from(line).filter((character) => !/[\s\p{P}]/u.test(character) || character === "%").length;
}
