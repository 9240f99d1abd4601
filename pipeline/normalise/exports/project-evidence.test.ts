/** What lies in a folder without department.json: projects, what may be a list of them, or neither. */
import { describe, expect, test } from "vitest";
import type { RawTable } from "../../read/index.ts";
import { projectEvidence } from "./project-evidence.ts";

type Rows = readonly (readonly string[])[];

function evidenceOf(rows: Rows) {
  const cells = rows.map((row, index) => ({ row: index + 1, cells: row }));
  const table: RawTable = { kind: "table", file: "x.xlsx", sheet: "Sheet1", readAs: {}, rows: cells };
  return projectEvidence([table]);
}

const times = (count: number, row: (index: number) => readonly string[]): Rows =>
  Array.from({ length: count }, (_, index) => row(index));

test("projects are told by a name or code, in a list or a form", () => {
  expect(
    evidenceOf([
      ["项目名称", "预算数"],
      ["养老", "12"],
    ]),
  ).toBe("projects");
  expect(
    evidenceOf([
      ["项目名称", "养老"],
      ["一级指标", "二级指标", "指标名称", "指标值"],
      ["产出", "数量", "人数", "5"],
    ]),
  ).toBe("projects");
});

describe("a list whose headers are not known may be one", () => {
  test.each<[string, Rows]>([
    [
      "indicators alone",
      [
        ["一级指标", "二级指标", "三级指标", "指标值"],
        ["产出", "数量", "人数", "5"],
      ],
    ],
    [
      "one telling header",
      [
        ["事项", "绩效目标", "备注"],
        ["养老", "老有所养。", ""],
      ],
    ],
    [
      "letters for headers",
      [["RWMC", "DWMC", "YSS"], ...times(6, (index) => [`项目${index}`, "一院", `${index * 3.5 + 2}`])],
    ],
    [
      "below a title and a unit",
      [
        ["2026年任务一览表"],
        ["", "", "", "单位：万元"],
        ["序号", "事项", "经办", "金额"],
        ...times(8, (index) => [`${index + 1}`, `事项${index}`, "张", `${(index * 977) % 31},000.00`]),
      ],
    ],
    [
      "target values with signs",
      [["事项", "要求", "目标"], ...times(5, (index) => [`事项${index}`, "完成", `≥${90 + (index % 3)}%`])],
    ],
    [
      "half of a form",
      [
        ["项目单位", "一院", "主管部门", "卫健局"],
        ["总体目标", "建成。"],
        ["一级指标", "二级指标", "三级指标", "指标值"],
        ["产出", "数量", "床位", "5"],
      ],
    ],
  ])("%s", (_what, rows) => {
    expect(evidenceOf(rows)).toBe("list");
  });
});

describe("no list of projects is", () => {
  test.each<[string, Rows]>([
    ["an empty sheet", []],
    ["pictures under a title", [["现场照片"], [""], ["", "2026年3月"]]],
    ["a letter", [["关于报送绩效目标的通知"], ["各单位：", ""], ["请于3月15日前报送。", "", "联系人：张三"]]],
    [
      "a timetable",
      [
        ["节次", "星期一", "星期二", "星期三"],
        ...times(6, (index) => [`${index + 1}`, "语文", "数学", "8:00-8:45"]),
      ],
    ],
    [
      "a list of people",
      [
        ["序号", "单位", "联系人", "电话", "手机"],
        ...times(9, (index) => [
          `${index + 1}`,
          "一院",
          `张${index}`,
          `0335-40${index}1234`,
          `1380335${index}123`,
        ]),
      ],
    ],
    [
      "amounts alone",
      [
        ["2024年", "2025年", "2026年"],
        ...times(9, (index) => [`${index}1`, `${index * 3}.5`, `${index}7.25`]),
      ],
    ],
    [
      "a small table in a letter",
      [
        ["科室", "人数", "日期"],
        ["一科", "5", "3月"],
        ["二科", "7", "4月"],
      ],
    ],
  ])("%s", (_what, rows) => {
    expect(evidenceOf(rows)).toBe("none");
  });
});
