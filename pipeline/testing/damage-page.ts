/** A laid page → the same with one small fault in its table, for tests that must notice it. */
import type { LaidCell, LaidLine, LaidRun, LaidTable } from "../layout/index.ts";
import type { Page } from "./whole-document.ts";

/** Removes the shortest border between two cells side by side; their texts stay in place. */
export function loseBorder(page: Page): Page {
  return withTable(page, (table) => {
    const pairs = table.cells.flatMap((left) => {
      const right = table.cells.find(
        ({ row, rowSpan, column }) =>
          row === left.row && rowSpan === left.rowSpan && column === left.column + left.colSpan,
      );
      return right === undefined ? [] : [{ left, right, length: lengthOf(table, left) }];
    });
    const [shortest] = pairs.toSorted((one, other) => one.length - other.length);
    if (shortest === undefined) throw new Error("no two cells stand side by side");
    const { left, right } = shortest;
    const joined: LaidCell = {
      ...left,
      colSpan: left.colSpan + right.colSpan,
      paragraphs: [...left.paragraphs, ...right.paragraphs],
    };
    const cells = table.cells.flatMap((cell) => (cell === left ? [joined] : cell === right ? [] : [cell]));
    return { ...table, cells };
  });
}

/** Moves the second character of a body cell `by` pt to the right. */
export function shiftCharacter(page: Page, by: number): Page {
  return withTable(page, (table) => {
    let done = false;
    const shiftIn = (line: LaidLine): LaidLine => {
      const [run, ...others] = line.runs;
      if (done || run === undefined || Array.from(run.text).length < 3) return line;
      done = true;
      return { ...line, runs: [...cutAndShift(run, by), ...others] };
    };
    const cells = table.cells.map((cell) =>
      cell.row < table.headerRows
        ? cell
        : {
            ...cell,
            paragraphs: cell.paragraphs.map((part) => ({ ...part, lines: part.lines.map(shiftIn) })),
          },
    );
    if (!done) throw new Error("no cell has three characters on a line");
    return { ...table, cells };
  });
}

/** Han characters are as wide as they are high, so the place of each is known. */
function cutAndShift(run: LaidRun, by: number): readonly LaidRun[] {
  const [first = "", second = "", ...rest] = Array.from(run.text);
  const advance = run.size + run.spacing;
  return [
    { ...run, text: first, width: advance },
    { ...run, text: second, x: run.x + advance + by, width: advance },
    { ...run, text: rest.join(""), x: run.x + 2 * advance, width: run.width - 2 * advance },
  ];
}

function lengthOf(table: LaidTable, { row, rowSpan }: LaidCell): number {
  return table.heights.slice(row, row + rowSpan).reduce((sum, height) => sum + height, 0);
}

/** Changes the page's table with a header row. */
function withTable(page: Page, change: (table: LaidTable) => LaidTable): Page {
  const at = page.items.findIndex((item) => item.kind === "table" && item.headerRows > 0);
  const table = page.items[at];
  if (table?.kind !== "table") throw new Error("the page has no table with a header");
  return { ...page, items: page.items.with(at, change(table)) };
}
