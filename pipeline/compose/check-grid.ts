/** A table's elements → the rows whose cells do not fill its columns exactly. */
import type { Report } from "../diagnostics/index.ts";
import { elementsOf, type MarkupElement } from "./markup-element.ts";

/** Reports each faulty row once, with its line; Word and PDF would each show it broken in a way of their own. */
export function checkGrid(table: MarkupElement, report: Report): void {
  const columns = elementsOf(table, "colgroup").flatMap((group) => elementsOf(group, "col")).length;
  const rows = [...elementsOf(table, "thead"), ...elementsOf(table, "tbody")].flatMap((part) =>
    elementsOf(part, "tr"),
  );
  // For each column, how many rows from here on a cell from above still covers.
  let covered: readonly number[] = new Array<number>(columns).fill(0);
  for (const [index, row] of rows.entries()) {
    const { next, problem } = placeRow(row, covered, rows.length - index);
    if (problem !== undefined) report({ code: "markup-grid", at: row.at, args: { columns, problem } });
    covered = next;
  }
}

type PlacedRow = { readonly next: readonly number[]; readonly problem?: "short" | "long" | "span" };

function placeRow(row: MarkupElement, covered: readonly number[], rowsLeft: number): PlacedRow {
  const taken = covered.map((rows) => rows);
  let problem: PlacedRow["problem"];
  for (const cell of elementsOf(row, "td", "th")) {
    const rowSpan = Number(cell.attributes.get("rowspan") ?? 1);
    const colSpan = Number(cell.attributes.get("colspan") ?? 1);
    const column = taken.indexOf(0);
    const squares = taken.slice(column, column + colSpan);
    if (column < 0 || squares.length < colSpan || squares.some((rows) => rows > 0)) problem ??= "long";
    else taken.fill(rowSpan, column, column + colSpan);
    if (rowSpan > rowsLeft) problem ??= "span";
  }
  if (taken.includes(0)) problem ??= "short";
  const next = taken.map((rows) => Math.max(rows - 1, 0));
  return problem === undefined ? { next } : { next, problem };
}
