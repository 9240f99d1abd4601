/** Short ways to write down resolved styles, paragraphs and tables for the specimen. */
import type { Face, Inline } from "../model/index.ts";
import type { NamedTextStyle, PageGeometry, ResolvedCell, ResolvedParagraph } from "../resolve/index.ts";

const style = (
  name: string,
  face: Face,
  [size, pitch]: readonly [number, number],
  more: Partial<NamedTextStyle> = {},
): NamedTextStyle => ({
  name,
  face,
  size,
  bold: false,
  align: "start",
  pitch,
  firstLineIndent: 0,
  tracking: 0,
  latinGap: 0,
  before: 0,
  after: 0,
  ...more,
});

export const styles = {
  coverTitle: style("cover-title", "title", [26, 44], { align: "center" }),
  coverLine: style("cover-line", "kai", [16, 28.95], { align: "center" }),
  contentsTitle: style("contents-title", "title", [22, 36], { align: "center", after: 14 }),
  contents1: style("contents-1", "hei", [14, 26], { before: 4 }),
  contents2: style("contents-2", "fangsong", [14, 24], { firstLineIndent: 2 }),
  contents3: style("contents-3", "fangsong", [14, 24], { firstLineIndent: 4 }),
  part: style("part", "title", [22, 36], { align: "center", after: 14 }),
  heading1: style("heading-1", "hei", [16, 28.95], { firstLineIndent: 2 }),
  heading2: style("heading-2", "kai", [16, 28.95], { firstLineIndent: 2 }),
  body: style("body", "fangsong", [16, 28.95], { align: "justify", firstLineIndent: 2 }),
  tableHeading: style("table-heading", "hei", [16, 28.95], { align: "center", after: 6 }),
  tableNote: style("table-note", "song", [10.5, 16], { after: 2 }),
  cell: style("cell", "song", [10.5, 15]),
  cellCenter: style("cell-center", "song", [10.5, 15], { align: "center" }),
  cellEnd: style("cell-end", "song", [10.5, 15], { align: "end" }),
  cellLabel: style("cell-label", "song", [10.5, 15], { align: "center", bold: true }),
  pageNumber: style("page-number", "song", [14, 16], { align: "end" }),
} as const;

const mm = (value: number): number => (value * 72) / 25.4;

export const portrait: PageGeometry = {
  width: mm(210),
  height: mm(297),
  top: mm(37),
  bottom: mm(35),
  left: mm(28),
  right: mm(26),
};
/** The sheet turned, its margins with it. */
export const landscape: PageGeometry = {
  width: mm(297),
  height: mm(210),
  top: mm(28),
  bottom: mm(26),
  left: mm(35),
  right: mm(37),
};

/** Text with its line breaks as inlines. */
function inlines(text: string, bold = false): Inline[] {
  return text
    .split("\n")
    .flatMap((line, index): Inline[] => [
      ...(index === 0 ? [] : [{ kind: "break" } as const]),
      ...(line === "" ? [] : [{ kind: "text", text: line, bold } as const]),
    ]);
}

/** A paragraph; further properties on demand. */
export function paragraph(
  named: NamedTextStyle,
  text: string,
  more: Partial<ResolvedParagraph> = {},
): ResolvedParagraph {
  return {
    kind: "paragraph",
    style: named,
    content: inlines(text),
    sources: [],
    pageBreakBefore: false,
    keepWithNext: false,
    ...more,
  };
}

type CellProperties = {
  readonly style?: NamedTextStyle;
  readonly repeats?: boolean;
  readonly heads?: ResolvedCell["heads"];
};

/** A cell: `[row, column, rowSpan, colSpan]` and its text; `¶` parts paragraphs. */
export function cell(
  [row, column, rowSpan, colSpan]: readonly [number, number, number, number],
  text: string,
  { style: named = styles.cell, repeats = false, heads }: CellProperties = {},
): ResolvedCell {
  const [first = "", ...rest] = text.split("¶");
  const paragraphs = [inlines(first), ...rest.map((part) => inlines(part))] as const;
  return { row, column, rowSpan, colSpan, style: named, paragraphs, sources: [], repeats, heads };
}
