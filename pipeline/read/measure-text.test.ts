/** A text with too much of something is refused where that begins; one that only looks like it is read. */
import { describe, expect, test, vi } from "vitest";
import type { Limits } from "./index.ts";
import { type Excess, excessOf } from "./measure-text.ts";

const limits: Limits = {
  ...{ file: 1, rows: 4, columns: 5, cells: 24, merges: 1, text: 10, depth: 4, projects: 1 },
  ...{ keys: 3, sheets: 1, characters: 1, unpacked: 1, memory: 1, seconds: 1, wait: 1, time: 1, heap: 1 },
};

type Exceeded = Omit<Extract<Excess, { readonly kind: "exceeded" }>, "kind">;

function check(text: string, expected: Exceeded | undefined, allowed = limits): void {
  expect(excessOf(text, allowed)).toEqual(expected && { kind: "exceeded", ...expected });
}

const head = "项目名称,预算数,指标值\n";

describe("a table", () => {
  const lines = (count: number, line = "甲,1,2\n") => head + line.repeat(count);

  test("within all limits", () => check(lines(3), undefined));
  test("a filled row", () => check(lines(4), { limit: "rows", cell: { row: 5, column: 1 } }));
  test("blank rows below are none, in every way to end a line", () => {
    for (const end of ["\n", "\r\n", "\r"]) check(lines(3).replaceAll("\n", end) + `,,${end}`, undefined);
    check(lines(4, "甲,1,2\r\n"), { limit: "rows", cell: { row: 5, column: 1 } });
  });
  test("but there may not be any number of them", () =>
    check(lines(1) + "\n".repeat(40), { limit: "cells", cell: { row: 20, column: 1 } }));
  test("a filled column", () => check(`${head},,,,,1`, { limit: "columns", cell: { row: 2, column: 6 } }));
  test("blank columns behind are none", () => check(`${head}甲,1,2,,,,`, undefined));

  test("more blank columns than a spreadsheet has", () => {
    const wide = `${head}甲${",".repeat(20_000)}`;
    const many = { ...limits, cells: 30_000 };
    check(wide, { limit: "columns", cell: { row: 2, column: 16_385 } }, many);
    check(`${head}甲${",".repeat(16_000)}`, undefined, many);
  });
  test("a cell, with what is between its quotes", () => {
    check(`${head}甲,"1,2\n3,4",5`, undefined);
    check(`${head}甲,"${"1,2\n".repeat(3)}",5`, { limit: "text", cell: { row: 2, column: 2 } });
    check(`${head}甲,"${'""'.repeat(6)}",5`, undefined);
    check(`${head}甲,"${'""'.repeat(11)}",5`, { limit: "text", cell: { row: 2, column: 2 } });
    check(`${head}甲,"""1""",""\n`.repeat(2), undefined);
  });
  test("a quote that is not closed, or misplaced, is for the reader to find", () => {
    check(`${head}甲,"1,2\n${"乙,1,2\n".repeat(9)}`, undefined);
    check(`${head}甲,"1,2\n${"乙,1,2\n".repeat(9)}丙" 3,4`, undefined);
  });
  test("but not where the rest of a large file, or most of it, would be one cell", () => {
    const open = { kind: "open-quote", cell: { row: 2, column: 2 } };
    const long = `${head}甲,"${"1".repeat(10_000_020)}`;
    for (const text of [long, `${long}\n乙,"1",2\n`]) expect(excessOf(text, limits)).toEqual(open);
  });
  test("its own separator counts, and no other", () => {
    check("项目名称\t预算数\n甲，，，，，,,,,\t1", undefined);
    check("项目名称\t预算数\n甲\t\t\t\t\t1", { limit: "columns", cell: { row: 2, column: 6 } });
  });
});

describe("JSON", () => {
  test("within all limits", () => check('[{"名称": "甲, 乙, [丙]", "数": [1, 2]}]', undefined));
  test("levels", () => check("[[[\n[[", { limit: "depth", position: { line: 2, column: 2 } }));
  test("keys that differ, but for those of objects and lists", () => {
    check('[{"a": 1, "b": "x", "c": 2}, {"a": 1, "c": ":"}]', undefined);
    check('[{"a": 1},\n{"b": 2}, {"c": 3}, {"d": 4}]', { limit: "keys", position: { line: 2, column: 25 } });
    check('{"a": {}, "b": [], "c" : {}, "d":\n[]}', undefined);
    check('{"a\\"": 1, "b": 2, "c": 3, "a": 4}', { limit: "keys", position: { line: 1, column: 31 } });
  });
  test("a text is looked up as a key once, however many colons are behind it", () => {
    const added = vi.spyOn(Set.prototype, "add");
    excessOf(`{"a"${": ".repeat(20)}1}`, limits);
    const times = added.mock.calls.filter(([key]) => key === "a").length;
    added.mockRestore();
    expect(times).toBe(1);
  });
  test("closed levels are none", () => check("[[[[]]],[[[]]]]", undefined));
  test("values", () => check(`[${"1,".repeat(30)}1]`, { limit: "cells", position: { line: 1, column: 49 } }));
  test("lines", () => check(`[${"\n".repeat(30)}]`, { limit: "cells", position: { line: 24, column: 1 } }));
  test("a text", () => {
    check(`["${"甲".repeat(10)}", "${'\\"'.repeat(10)}"]`, undefined);
    check(`["${"甲".repeat(11)}"]`, { limit: "text", position: { line: 1, column: 13 } });
  });
  test("an answer in a text counts as what it holds", () => {
    check(`{"data": "${" [1, 2, 3, 4, 5]"}"}`, undefined);
    check(`{"data": "[[[[[]]]]]"}`, { limit: "depth", position: { line: 1, column: 14 } });
    const keys = ["a", "b", "c"].map((key) => `\\"${key}\\": 1`).join(", ");
    check(`{"data": "{${keys}}"}`, { limit: "keys", position: { line: 1, column: 37 } });
    check(`{"data": "[${"{},".repeat(30)}1]"}`, { limit: "cells", position: { line: 1, column: 45 } });
  });
  test("of texts in it brackets do not count", () =>
    check(`{"data": "[\\"${"[".repeat(9)}\\", 1]", "b": [[1]]}`, undefined));
  test("a number, or whatever else is no text, is as long as a text may be", () => {
    check(`{"a": ${"9".repeat(10)}}`, undefined);
    check(`{"a": ${"9".repeat(11)}}`, { limit: "text", position: { line: 1, column: 17 } });
  });
  test("lines of objects", () =>
    check('{"a": 1}\n'.repeat(20), { limit: "cells", position: { line: 13, column: 1 } }));
});
