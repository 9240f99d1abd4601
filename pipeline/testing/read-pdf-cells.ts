/** The lines drawn on a PDF's pages → the cells that they enclose, each with the text inside: a table as a reader sees it. */
import { getDocument, OPS, type PDFPageProxy, Util, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
import { type PdfPage, textInBox } from "./read-pdf.ts";

/** A straight line, pt from the sheet's top left corner; first the upper or left end. */
export type Rule = { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number };

export type PdfCell = { readonly row: number; readonly column: number; readonly text: string };

const known = new WeakMap<Uint8Array, Promise<readonly (readonly Rule[])[]>>();

/** Every page's stroked lines. They are kept as long as the bytes are, which must not change. */
export function readRules(bytes: Uint8Array): Promise<readonly (readonly Rule[])[]> {
  const rules = known.get(bytes) ?? readAnew(bytes);
  known.set(bytes, rules);
  return rules;
}

async function readAnew(bytes: Uint8Array): Promise<readonly (readonly Rule[])[]> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS });
  const document = await task.promise;
  try {
    const pages: (readonly Rule[])[] = [];
    for (let number = 1; number <= document.numPages; number++)
      pages.push(await rulesOf(await document.getPage(number)));
    return pages;
  } finally {
    await task.destroy();
  }
}

async function rulesOf(page: PDFPageProxy): Promise<readonly Rule[]> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const rules: Rule[] = [];
  const saved: number[][] = [];
  let matrix = [1, 0, 0, -1, 0, page.view[3] ?? 0];
  for (const [index, operator] of fnArray.entries()) {
    const args = argsArray[index];
    if (operator === OPS.save) saved.push(matrix);
    else if (operator === OPS.restore) matrix = saved.pop() ?? matrix;
    else if (operator === OPS.transform) matrix = Util.transform(matrix, args);
    else if (operator === OPS.constructPath && args[0] === OPS.stroke)
      rules.push(...linesOf(args[1][0] ?? [], matrix));
  }
  return rules;
}

// pdfjs packs a path as 0 x y (move) and 1 x y (line); curves and closed shapes are no table borders.
function linesOf(path: ArrayLike<number>, matrix: readonly number[]): Rule[] {
  const rules: Rule[] = [];
  let [x, y] = [0, 0];
  for (let at = 0; at + 2 < path.length && (path[at] === 0 || path[at] === 1); at += 3) {
    const point = [path[at + 1] ?? 0, path[at + 2] ?? 0];
    Util.applyTransform(point, matrix);
    const [nextX = 0, nextY = 0] = point;
    if (path[at] === 1)
      rules.push({
        x1: Math.min(x, nextX),
        y1: Math.min(y, nextY),
        x2: Math.max(x, nextX),
        y2: Math.max(y, nextY),
      });
    [x, y] = [nextX, nextY];
  }
  return rules;
}

/** pt; thinner than a border, wider than rounding. */
const tolerance = 0.25;

/** Rows and columns count the page's grid lines from the top and the left. Throws if lines leave a cell no rectangle. */
export function cellsOf(page: PdfPage, rules: readonly Rule[]): readonly PdfCell[] {
  const xs = places(rules.filter(isUpright).map(({ x1 }) => x1));
  const ys = places(rules.filter(isLevel).map(({ y1 }) => y1));
  const taken = new Set<number>();
  const cells: PdfCell[] = [];
  for (let row = 0; row + 1 < ys.length; row++)
    for (let column = 0; column + 1 < xs.length; column++) {
      if (taken.has(row * xs.length + column)) continue;
      const squares = joined({ row, column }, { xs, ys, rules });
      for (const square of squares) taken.add(square.row * xs.length + square.column);
      const [bottom, right] = [1 + most(squares, "row"), 1 + most(squares, "column")];
      const open = squares.some((square) => square.row < 0 || square.column < 0);
      if (open || bottom >= ys.length || right >= xs.length) continue;
      if (squares.length !== (bottom - row) * (right - column))
        throw new Error(`the cell at ${xs[column]}, ${ys[row]} is no rectangle`);
      const text = textInBox(page, xs[column] ?? 0, ys[row] ?? 0, xs[right] ?? 0, ys[bottom] ?? 0);
      cells.push({ row, column, text });
    }
  return cells;
}

function isUpright({ x1, x2 }: Rule): boolean {
  return x2 - x1 < tolerance;
}

function isLevel({ y1, y2 }: Rule): boolean {
  return y2 - y1 < tolerance;
}

function places(values: readonly number[]): readonly number[] {
  return values
    .toSorted((a, b) => a - b)
    .filter((value, index, all) => value - (all[index - 1] ?? -1) > tolerance);
}

type Square = { readonly row: number; readonly column: number };
type Grid = {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly rules: readonly Rule[];
};

/** The squares that no line parts from this one; those beyond the grid are the open page. */
function joined(start: Square, grid: Grid): readonly Square[] {
  const { xs, ys } = grid;
  const found = new Map([[`${start.row} ${start.column}`, start]]);
  for (const { row, column } of found.values()) {
    if (row < 0 || column < 0 || row + 1 >= ys.length || column + 1 >= xs.length) continue;
    const [left = 0, right = 0] = [xs[column], xs[column + 1]];
    const [top = 0, bottom = 0] = [ys[row], ys[row + 1]];
    const beside: readonly (readonly [Square, boolean])[] = [
      [{ row: row - 1, column }, liesOnLevel(grid, (left + right) / 2, top)],
      [{ row: row + 1, column }, liesOnLevel(grid, (left + right) / 2, bottom)],
      [{ row, column: column - 1 }, liesOnUpright(grid, left, (top + bottom) / 2)],
      [{ row, column: column + 1 }, liesOnUpright(grid, right, (top + bottom) / 2)],
    ];
    for (const [square, parted] of beside) if (!parted) found.set(`${square.row} ${square.column}`, square);
  }
  return [...found.values()];
}

function liesOnLevel({ rules }: Grid, x: number, y: number): boolean {
  return rules.some((rule) => isLevel(rule) && isNear(rule.y1, y) && rule.x1 <= x && x <= rule.x2);
}

function liesOnUpright({ rules }: Grid, x: number, y: number): boolean {
  return rules.some((rule) => isUpright(rule) && isNear(rule.x1, x) && rule.y1 <= y && y <= rule.y2);
}

function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) <= tolerance;
}

function most(squares: readonly Square[], key: keyof Square): number {
  return Math.max(...squares.map((square) => square[key]));
}
