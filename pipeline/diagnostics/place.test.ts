import { expect, test } from "vitest";
import { columnKey, formatPlace, type Place, tableOf } from "./index.ts";

const cell = { kind: "cell", file: "导出.xlsx", sheet: "项目", row: 4, column: 4 } as const;

test.each<[Place, string]>([
  [{ ...cell, header: "预算数\n（元）" }, "导出.xlsx「项目!D4」预算数 （元）"],
  [cell, "导出.xlsx「项目!D4」"],
  [{ kind: "cell", file: "导出.xlsx", sheet: "项目", row: 4 }, "导出.xlsx「项目!4:4」"],
  [{ kind: "file", file: "导出.xlsx", sheet: "项目" }, "导出.xlsx「项目」"],
  [{ kind: "cell", file: "导出.csv", row: 4, column: 4, header: "预算数" }, "导出.csv:4:D「预算数」"],
])("a place as Excel names it: %j", (place, text) => {
  expect(formatPlace(place)).toBe(text);
});

test("a column is that of one table: of one sheet, and below one header", () => {
  const key = columnKey({ ...cell, header: "预算数" });
  expect(columnKey({ ...cell, header: "预算数", row: 9 })).toBe(key);
  const others: readonly Place[] = [
    { ...cell, header: "预算数", sheet: "指标" },
    { ...cell, header: "目标" },
    { ...cell, header: "预算数", file: "b.xlsx" },
    { ...cell, header: "预算数", column: 5 },
  ];
  for (const other of others) expect(columnKey(other)).not.toBe(key);
});

test("a key of a JSON list is one column, and a number in its name no index", () => {
  const json = { kind: "json", file: "a.json", line: 1, column: 1 } as const;
  expect(columnKey({ ...json, pointer: "/项目/0/3月底" })).toBe(
    columnKey({ ...json, pointer: "/项目/12/3月底" }),
  );
  expect(columnKey({ ...json, pointer: "/项目/0/3月底" })).not.toBe(
    columnKey({ ...json, pointer: "/项目/0/6月底" }),
  );
  expect(columnKey({ kind: "file", file: "a.json" })).toBeUndefined();
});

test("what lies in no file is in no table", () => {
  expect(tableOf({ kind: "option", option: "--out" })).toBe("");
});
