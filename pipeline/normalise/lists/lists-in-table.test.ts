/** Where a list ends on a sheet that asks for more of the department. */
import { expect, test } from "vitest";
import type { RawTable } from "../../read/index.ts";
import { FormSpec } from "../../records/index.ts";
import { declaredLists } from "../headers/declared-lists.ts";
import { vocabularyOf } from "../headers/match-header.ts";
import { listsInTable } from "./lists-in-table.ts";

const spec = FormSpec.parse({
  name: { zh: "试", en: "trial" },
  title: "{department}",
  horizons: ["annual"],
  money: { print: "as-given", unit: "万元" },
  lists: { aims: { label: "年度总体目标" }, tasks: { label: "年度主要任务" } },
  fields: {
    "aims.name": { label: "目标名称" },
    "aims.content": { label: "目标内容" },
    "tasks.name": { label: "任务名称" },
    "tasks.content": { label: "主要内容" },
  },
});

const tableOf = (...lines: readonly string[]): RawTable => ({
  ...{ kind: "table", file: "整体.csv", readAs: {} },
  rows: lines.map((line, index) => ({ row: index + 1, cells: line.split(",") })),
});

test.each([
  ["another list", ["年度总体目标,目标名称,目标内容", "年度总体目标,目标1,治水"], ["aims 1", "tasks 1"]],
  ["what is asked of the department", ["部门总体绩效目标,治水,"], ["tasks 1"]],
])("a list ends at %s, and one that is called as the goals are has its rows", (_name, lines, expected) => {
  const table = tableOf("年度主要任务,任务名称,主要内容", "年度主要任务,清淤,12公里", ...lines);
  const found = listsInTable(table, declaredLists(spec), vocabularyOf([spec]));
  expect(found.map(({ declared, body }) => `${declared.list} ${body.length}`).toSorted()).toEqual(expected);
});
