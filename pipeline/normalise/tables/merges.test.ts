/** Tables whose merged cells are known: they are used as they are, and nothing is guessed of blanks beside them. */
import { expect, test } from "vitest";
import type { Merge, RawTable } from "../../read/index.ts";
import { readShippedForms } from "../../testing/shipped-forms.ts";
import { vocabularyOf } from "../headers/match-header.ts";
import { normaliseDepartment } from "../index.ts";
import { findHeaderRow } from "./find-header-row.ts";

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

const forms = [...readShippedForms().specs].map(([id, spec]) => ({ id, spec }));

/** The indicators that come of a department with this one table: name, levels, value. */
function indicatorsOf(lines: readonly string[], merges: readonly Merge[]) {
  const codes: string[] = [];
  const files = [table(lines, merges)];
  const read = normaliseDepartment({ folder: "甲局", files, forms, ruleCodes: [] }, ({ code }) =>
    codes.push(code),
  );
  const rows = (read?.department.projects ?? []).flatMap(({ name, indicators }) =>
    indicators.map(({ level1, level2, value }) =>
      [name, level1, level2, value].map((text) => text?.text ?? "").join(),
    ),
  );
  return { rows, codes };
}

const headers = "项目编码,项目名称,一级指标,二级指标,三级指标,指标值";

test("where labels are merged, a blank beside them is a blank; where none is, blanks are merged cells", () => {
  const lines = [
    headers,
    "01,甲,产出指标,数量指标,次数,3",
    ",,,,人数,4",
    ",,,,场数,5",
    "02,乙,产出指标,数量指标,个数,6",
  ];
  const identity = [1, 2].map((column) => ({ row: 2, column, rows: 3, columns: 1 }));
  const levels = [3, 4].map((column) => ({ row: 2, column, rows: 2, columns: 1 }));
  const guessed = ["甲,产出指标,数量指标,3", "甲,产出指标,数量指标,4", "甲,产出指标,数量指标,5"];
  expect(indicatorsOf(lines, []).rows).toEqual([...guessed, "乙,产出指标,数量指标,6"]);
  expect(indicatorsOf(lines, identity).rows).toEqual([...guessed, "乙,产出指标,数量指标,6"]);
  const beside = indicatorsOf(lines, [...identity, ...levels]);
  expect(beside.codes).toContain("labels-beside-merge");
  expect(beside.rows).toEqual([...guessed.slice(0, 2), "甲,,,5", "乙,产出指标,数量指标,6"]);
});

test("a row outside the merged cells of projects is told", () => {
  const lines = [headers, "01,甲,产出指标,数量指标,次数,3", ",,,,人数,4", ",,效益指标,社会效益指标,满意,5"];
  const merges = [1, 2].map((column) => ({ row: 2, column, rows: 2, columns: 1 }));
  expect(indicatorsOf(lines, merges).codes).toContain("rows-beside-merge");
  expect(indicatorsOf(lines, []).codes).not.toContain("rows-beside-merge");
  const whole = merges.map((merge) => ({ ...merge, rows: 3 }));
  expect(indicatorsOf(lines, whole).codes).not.toContain("rows-beside-merge");
});

test("headers below banners that nobody knows are those of a list, and no form that was filled in", () => {
  const lines = [
    "项目编码,项目名称,预算,,指标,,,",
    ",,总额（元）,财政（元）,一级指标,二级指标,三级指标,指标值",
    "01,甲,100,60,产出指标,数量指标,个数,5",
    "02,乙,80,80,产出指标,数量指标,人数,6",
  ];
  const merges = [
    ...[1, 2].map((column) => ({ row: 1, column, rows: 2, columns: 1 })),
    { row: 1, column: 3, rows: 1, columns: 2 },
    { row: 1, column: 5, rows: 1, columns: 4 },
  ];
  expect(indicatorsOf(lines, merges).rows).toEqual(["甲,产出指标,数量指标,5", "乙,产出指标,数量指标,6"]);
});

test("小计 below an amount, beside its parts, is that amount with its unit", () => {
  const lines = [
    "项目编码,项目名称,预算金额（万元）,,,三级指标",
    ",,小计,财政拨款,其他资金,",
    "01,甲,3,2,1,次数",
  ];
  const meanings = findHeaderRow(table(lines, []), vocabulary)?.headers.map(({ meaning }) => meaning);
  expect(meanings).toEqual([
    "项目编码",
    "项目名称",
    "预算金额（万元）",
    "财政拨款（万元）",
    "其他资金（万元）",
    "三级指标",
  ]);
});
