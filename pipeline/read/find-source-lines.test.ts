import { expect, test } from "vitest";
import type { CellPlace, JsonPlace } from "../diagnostics/index.ts";
import { findSourceLines } from "./find-source-lines.ts";

/** `line:column before[meant]after` */
function show(
  text: string | Uint8Array,
  at: CellPlace | JsonPlace,
  ...quoted: readonly string[]
): string | undefined {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  const [shown] = findSourceLines({ name: at.file, bytes }, [{ at, quoted }]);
  if (shown === undefined) return undefined;
  const { line, column, text: whole, from, to } = shown;
  return `${line}:${column} ${whole.slice(0, from)}[${whole.slice(from, to)}]${whole.slice(to)}`;
}
const cell = (row: number, column?: number): CellPlace => ({
  kind: "cell",
  file: "a.csv",
  row,
  ...(column === undefined ? {} : { column }),
});
const json = (line: number, column: number, pointer = ""): JsonPlace => ({
  kind: "json",
  file: "a.json",
  line,
  column,
  pointer,
});

test("a cell below a quoted line break stands lines further down than Excel says", () => {
  const text = '编码,目标\r\n1,"甲\n乙,丙"\r\n2,丁\r\n';
  expect(show(text, cell(2, 2))).toBe('2:3 1,["甲]');
  expect(show(text, cell(3, 2))).toBe("4:3 2,[丁]");
});

test("of a cell of many lines the quoted one is shown", () => {
  expect(show('编码,目标\n1,"1.甲\n2.乙乙"\n', cell(2, 2), "2.乙乙")).toBe('3:1 [2.乙乙]"');
});

test("of a long text the part that is meant is marked, wherever it is quoted", () => {
  expect(show("a,b\n1,甲意见意见乙", cell(2, 2), "甲意见意见乙", "意见意见")).toBe("2:4 1,甲[意见意见]乙");
  expect(show("a,b\n1,甲", cell(2, 2), "≥甲%", "")).toBe("2:3 1,[甲]");
});

test("a blank cell is marked where it is, a whole row at its beginning", () => {
  expect(show("a,b,c\n1,,3", cell(2, 2))).toBe("2:3 1,[]3".replace("[]", "[],"));
  expect(show("a,b,c\n1,,3", cell(2))).toBe("2:1 []1,,3");
  expect(show("a,b,c\n1,,3", cell(9, 1))).toBeUndefined();
});

test("Excel's sep= line is a line, though no row", () => {
  expect(show("sep=;\na;b\n1;2\n", cell(2, 2))).toBe("3:3 1;[2]");
});

test("in JSON the value that begins there", () => {
  const text = '{\n  "名称": "甲\\"乙", "数": 15.00,\n  "表": []}';
  expect(show(text, json(2, 9))).toBe('  "名称": ["甲\\"乙"], "数": 15.00,'.replace(/^/u, "2:9 "));
  expect(show(text, json(2, 22))).toMatch(/\[15\.00\]/u);
  expect(show(text, json(3, 8))).toMatch(/\[\[\]\]\}/u);
});

test("a blank value of JSON is found by its own key, beside the value that its place is taken from", () => {
  const text = '[\n {"名称": "甲", "值": "5", "单位": ""},\n {"值": "6"}]';
  expect(show(text, json(2, 22, "/0/单位"))).toContain('"单位": [""]}');
  expect(show(text, json(2, 22, "/0/值"))).toContain('"值": ["5"],');
  expect(show(text, json(3, 8, "/1/单位"))).toContain('"值": ["6"]}');
});

test("a long line is cut around what is meant", () => {
  const shown = show(`a,b,c\n${"甲".repeat(500)},乙,${"丙".repeat(500)}`, cell(2, 2));
  expect(shown).toMatch(/^2:502 甲{119},\[乙\],丙{238}$/u);
});
