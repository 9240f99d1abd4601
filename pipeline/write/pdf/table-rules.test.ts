import { expect, test } from "vitest";
import { type BorderLine, type RuledTable, tableRules } from "./table-rules.ts";

type Span = readonly [row: number, column: number, rowSpan?: number, colSpan?: number];

function table(spans: readonly Span[], y = 0, border = 0.5): RuledTable {
  const cells = spans.map(([row, column, rowSpan = 1, colSpan = 1]) => ({ row, column, rowSpan, colSpan }));
  return { x: 10, y, widths: [20, 30], heights: [5, 7], style: { border }, cells };
}

function check(tables: readonly RuledTable[], expected: readonly string[], width = 0.5): void {
  const text = ({ x1, y1, x2, y2 }: BorderLine) => `${x1},${y1} ${x2},${y2}`;
  expect(tableRules(tables).get(width)?.map(text).sort()).toEqual([...expected].sort());
}

const frame = ["10,0 60,0", "10,12 60,12", "10,0 10,12", "60,0 60,12"];

test("inner edges run through, every edge once", () => {
  check(
    [
      table([
        [0, 0],
        [0, 1],
        [1, 0],
        [1, 1],
      ]),
    ],
    [...frame, "10,5 60,5", "30,0 30,12"],
  );
});

test("no edge crosses a merged cell", () => {
  check(
    [
      table([
        [0, 0, 2],
        [0, 1],
        [1, 1],
      ]),
    ],
    [...frame, "30,5 60,5", "30,0 30,12"],
  );
  check(
    [
      table([
        [0, 0, 1, 2],
        [1, 0],
        [1, 1],
      ]),
    ],
    [...frame, "10,5 60,5", "30,5 30,12"],
  );
  check([table([[0, 0, 2, 2]])], frame);
});

test("tables that touch share the edge and the sides", () => {
  check(
    [table([[0, 0, 2, 2]]), table([[0, 0, 2, 2]], 12)],
    ["10,0 60,0", "10,12 60,12", "10,24 60,24", "10,0 10,24", "60,0 60,24"],
  );
});

test("a table without borders has no lines; other widths are kept apart", () => {
  expect(tableRules([table([[0, 0, 2, 2]], 0, 0)]).size).toBe(0);
  expect([...tableRules([table([[0, 0, 2, 2]]), table([[0, 0, 2, 2]], 12, 1)]).keys()]).toEqual([0.5, 1]);
});
