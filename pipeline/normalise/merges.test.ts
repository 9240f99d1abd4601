/** Tables whose merged cells are known: they are used as they are, and nothing is guessed of blanks beside them. */
import { expect, test } from "vitest";
import type { Merge, RawTable } from "../read/index.ts";
import { findHeaderRow } from "./find-header-row.ts";
import { vocabularyOf } from "./match-header.ts";

const vocabulary = vocabularyOf([]);

function table(lines: readonly string[], merges: readonly Merge[]): RawTable {
  const rows = lines.map((line, index) => ({ row: index + 1, cells: line.split(",") }));
  const readAs = { encoding: { name: "UTF-8", evidence: "clean" } } as const;
  return { kind: "table", file: "a.xlsx", sheet: "项目", readAs, rows, merges };
}

function bodyOf(lines: readonly string[], merges: readonly Merge[]) {
  return findHeaderRow(table(lines, merges), vocabulary)?.body.map(({ cells }) => cells.join());
}

test("the value of a merged cell counts for its rows, but not for a row with nothing of its own", () => {
  const lines = ["项目编码,项目名称,三级指标,指标值", "01,甲,次数,3", ",,人数,4", ",,,", "02,乙,次数,"];
  const merges = [
    { row: 2, column: 1, rows: 3, columns: 1 },
    { row: 2, column: 2, rows: 3, columns: 1 },
  ];
  expect(bodyOf(lines, merges)).toEqual(["01,甲,次数,3", "01,甲,人数,4", ",,,", "02,乙,次数,"]);
});

test("a cell merged across columns keeps its one value", () => {
  const lines = ["项目编码,项目名称,三级指标,指标值", "合计,,,", "01,甲,次数,3", ",,人数,4"];
  const merges = [
    { row: 2, column: 1, rows: 1, columns: 3 },
    { row: 3, column: 1, rows: 2, columns: 2 },
  ];
  expect(bodyOf(lines, merges)).toEqual(["合计,,,", "01,甲,次数,3", "01,,人数,4"]);
});

test("a banner reaches as far as it is merged", () => {
  const lines = [
    "项目编码,项目名称,中期,,,,",
    ",,三级指标,指标值,三级指标,指标值,备注",
    "01,甲,次数,3,人数,4,",
  ];
  const reach = (columns: number) =>
    findHeaderRow(table(lines, [{ row: 1, column: 3, rows: 1, columns }]), vocabulary)
      ?.headers.filter(({ under }) => under === "中期")
      .map(({ text }) => text.split("/").at(-1));
  expect(reach(2)).toEqual(["三级指标", "指标值"]);
  expect(reach(4)).toEqual(["三级指标", "指标值", "三级指标", "指标值"]);
});
