/** A sheet → what it is known again by when others have come or gone before it: the heading above, and how far below that. */
import type { HeadingData } from "../write/review/index.ts";

export type SheetPlace = {
  readonly sheet: number;
  /** Undefined before the first. */
  readonly heading?: { readonly text: string; readonly nth: number; readonly after: number } | undefined;
};

export function placeOfSheet(sheet: number, headings: readonly HeadingData[]): SheetPlace {
  const at = headings.findLastIndex((one) => one.sheet <= sheet);
  const heading = headings[at];
  if (heading === undefined) return { sheet };
  const { text } = heading;
  const nth = headings.slice(0, at).filter((one) => one.text === text).length;
  return { sheet, heading: { text, nth, after: sheet - heading.sheet } };
}

/** Where a heading's own text was edited, the sheet's number is all that is left. */
export function sheetAt(
  { sheet, heading }: SheetPlace,
  headings: readonly HeadingData[],
  sheets: number,
): number {
  const found = heading && headings.filter(({ text }) => text === heading.text)[heading.nth];
  const index = found === undefined ? sheet : found.sheet + (heading?.after ?? 0);
  return Math.max(0, Math.min(index, sheets - 1));
}
