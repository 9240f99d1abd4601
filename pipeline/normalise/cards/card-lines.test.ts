/** Which blank cells of a form are cells of their own, where merged cells are known. */
import { expect, test } from "vitest";
import type { Merge, RawRow, RawTable } from "../../read/index.ts";
import { linesOf } from "./card-lines.ts";

const table = (rows: readonly RawRow[], merges: readonly Merge[]): RawTable => ({
  ...{ kind: "table", file: "表.xlsx", sheet: "甲", readAs: { container: "xlsx" } },
  ...{ rows, merges },
});

test("a blank cell of its own is the value of the label before it, and one that a merged cell covers is not", () => {
  const rows = [1, 2, 3].map((row) => ({ row, cells: ["名称", "", "", "金额", "", ""] }));
  const merges = [1, 2, 3].map((row) => ({ row, column: 5, rows: 1, columns: 2 }));
  // From the first row down to the second, over the cells merged there.
  const tall = { row: 1, column: 4, rows: 2, columns: 3 };
  const before = linesOf(table(rows, [...merges, tall])).map(({ cells }) =>
    cells.map(({ beforeBlank }) => beforeBlank),
  );
  expect(before).toEqual([
    [false, false],
    [false, false],
    [false, true],
  ]);
});
