/** Printed page numbers → the ranges of PDF page labels, so that a viewer shows what is printed. */
import type { PageFrame } from "../../layout/index.ts";
import type { LabelRange } from "./pdfmake-engine.ts";

type Label = Omit<LabelRange, "page">;

/** A new range wherever the count does not simply go on. A cover has no label. */
export function pageLabels(pages: readonly Pick<PageFrame, "number">[]): readonly LabelRange[] {
  const labels = pages.map(({ number }) => labelOf(number));
  return labels.flatMap((label, page) => {
    const before = labels[page - 1];
    return before !== undefined && goesOn(before, label) ? [] : [{ page, ...label }];
  });
}

function goesOn(before: Label, label: Label): boolean {
  if (before.style !== label.style || before.prefix !== label.prefix) return false;
  return label.style === undefined || label.start === (before.start ?? 1) + 1;
}

function labelOf(number: string | undefined): Label {
  if (number === undefined) return {};
  if (/^[1-9]\d*$/u.test(number)) return { style: "D", start: Number(number) };
  const roman = parseRoman(number.toUpperCase());
  if (roman === undefined) return { prefix: number };
  return { style: number === number.toUpperCase() ? "R" : "r", start: roman };
}

const romanDigits: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 };

function parseRoman(text: string): number | undefined {
  const digits = Array.from(text, (letter) => romanDigits[letter]);
  let total = 0;
  for (const [index, digit] of digits.entries()) {
    if (digit === undefined) return undefined;
    total += digit < (digits[index + 1] ?? 0) ? -digit : digit;
  }
  return total > 0 ? total : undefined;
}
