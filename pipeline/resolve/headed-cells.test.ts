import { expect, test } from "vitest";
import { cell, row } from "../testing/build-document.ts";
import { headedBy } from "./headed-cells.ts";
import { placeCells } from "./place-cells.ts";

const th = (text: string, more = {}) => cell(text, { header: true, ...more });

function headsIn(rows: Parameters<typeof placeCells>[0], columns: number, headerRows: number) {
  const placed = placeCells(rows, columns);
  if ("fault" in placed) return expect.fail("the grid is broken");
  const headed = headedBy(placed.cells, headerRows);
  return placed.cells.map((one) => headed(one));
}

test("a header row heads its columns; a label that goes down from it, its rows", () => {
  const rows = [row(th("绩效指标", { rowSpan: 2 }), th("指标")), row("值")];
  expect(headsIn(rows, 2, 1)).toEqual(["row", "column", undefined]);
});

test("a label before a value heads its row", () => {
  expect(headsIn([row(th("名称"), "甲", th("编码"), "1")], 4, 0)).toEqual([
    "row",
    undefined,
    "row",
    undefined,
  ]);
});

test("labels over a row of values head their columns, and the group label beside them its rows", () => {
  const rows = [row(th("计划", { rowSpan: 2 }), th("三月"), th("六月")), row("1", "2")];
  expect(headsIn(rows, 3, 0)).toEqual(["row", "column", "column", undefined, undefined]);
});

test("a label among labels heads its row", () => {
  expect(headsIn([row(th("资金"), th("总额"), "1")], 3, 0)).toEqual(["row", "row", undefined]);
});
