/** Comments on a page's cells and paragraphs → the rectangles that they stand at. */
import type { LaidCell, LaidLine, LaidTable, PageItem } from "../../layout/index.ts";
import type { Comment, TakeComments } from "../../model/index.ts";

/** A rectangle in points from the sheet's top left corner, and what is said of it. */
export type Annotation = Rectangle & Pick<Comment, "author" | "text"> & { readonly colour: Colour };

type Rectangle = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** Red, green and blue, from 0 to 1. */
type Colour = readonly [number, number, number];

const severities = ["error", "warning", "info"] as const;

const colours: Readonly<Record<Comment["severity"], Colour>> = {
  error: [0.8, 0, 0],
  warning: [0.9, 0.5, 0],
  info: [0.1, 0.4, 0.8],
};

export function annotationsOn(items: readonly PageItem[], take: TakeComments): readonly Annotation[] {
  return items.flatMap((item) => {
    if (item.kind === "table")
      return item.cells.flatMap((laid) =>
        laid.continued || laid.repeated ? [] : annotate(take(laid.cell.sources), () => cellArea(item, laid)),
      );
    if (item.kind === "contents-entry" || !item.part.first) return [];
    return annotate(take(item.source.sources), () => linesArea(item.part.lines));
  });
}

/** One for all comments on a cell: of several frames, the upper ones would hide the others. */
function annotate(comments: readonly Comment[], area: () => Rectangle): readonly Annotation[] {
  const worst = severities.find((severity) => comments.some((comment) => comment.severity === severity));
  if (worst === undefined) return [];
  const author = [...new Set(comments.map((comment) => comment.author))].join(", ");
  const text = comments.map((comment) => comment.text).join("\n\n");
  return [{ ...area(), author, text, colour: colours[worst] }];
}

function cellArea({ x, y, widths, heights }: LaidTable, cell: LaidCell): Rectangle {
  const { row, column, rowSpan, colSpan } = cell;
  return {
    x: x + sum(widths.slice(0, column)),
    y: y + sum(heights.slice(0, row)),
    width: sum(widths.slice(column, column + colSpan)),
    height: sum(heights.slice(row, row + rowSpan)),
  };
}

function linesArea(lines: readonly LaidLine[]): Rectangle {
  const runs = lines.flatMap((line) => line.runs);
  const left = Math.min(...runs.map(({ x }) => x));
  const right = Math.max(...runs.map(({ x, width }) => x + width));
  const top = lines[0]?.top ?? 0;
  return { x: left, y: top, width: right - left, height: sum(lines.map(({ height }) => height)) };
}

function sum(lengths: readonly number[]): number {
  return lengths.reduce((total, length) => total + length, 0);
}
