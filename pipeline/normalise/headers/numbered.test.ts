import { expect, test } from "vitest";
import { vocabularyOf } from "./match-header.ts";
import { numberedIn } from "./numbered.ts";

const vocabulary = vocabularyOf([]);

/** Of headers, `banner/header`: the groups, or what else they are. */
function read(line: string): string {
  const headers = line.split(" ").map((header) => {
    const [text = "", under] = header.split("/").toReversed();
    return { text, under, owner: header };
  });
  const numbered = numberedIn(headers, vocabulary);
  if (numbered.kind !== "groups") return numbered.kind;
  return numbered.groups.map((group) => [...group.keys()].join("+")).join(" ");
}

test.each([
  ["三级指标1 指标值1 三级指标2 指标值2", "三级指标+指标值 三级指标+指标值"],
  ["指标1 指标值1 指标2 指标值2 计量单位2", "三级指标+指标值 三级指标+指标值+计量单位"],
  ["指标一 指标值一 指标二 指标值二", "三级指标+指标值 三级指标+指标值"],
  ["指标（1） 指标值（1） 指标（2） 指标值（2）", "三级指标+指标值 三级指标+指标值"],
  ["指标1名称 指标1目标值 指标2名称 指标2目标值", "三级指标+目标值 三级指标+目标值"],
  ["指标1/名称 指标1/指标值 指标2/名称 指标2/指标值", "三级指标+指标值 三级指标+指标值"],
  ["三级指标 指标值 三级指标2 指标值2 三级指标3 指标值3", "三级指标+指标值 三级指标+指标值 三级指标+指标值"],
  ["kpiContent1 kpi_val_1 kpiContent2 kpi_val_2", "kpicontent+kpival kpicontent+kpival"],
  ["项目名称 指标1 指标值1", "三级指标+指标值"],
  ["中期指标1 中期指标值1 年度指标1 年度指标值1", "中期三级指标+中期指标值+年度三级指标+年度指标值"],
  ["中期/指标1 中期/指标值1 年度/指标1 年度/指标值1", "中期三级指标+中期指标值+年度三级指标+年度指标值"],
  ["项目名称 指标1 指标2 指标3", "三级指标 三级指标 三级指标"],
  ["三级指标 指标值1 指标值2", "unclear"],
  // A set for each horizon whose second was given a mark by a library: nothing tells it from a second indicator.
  ["三级指标 指标值 三级指标_1 指标值_1", "none"],
  ["一级指标 二级指标 三级指标 指标值", "none"],
  ["2026年指标值 2027年指标值 三级指标", "none"],
  ["项目1 项目2", "none"],
])("%s", (headers, groups) => {
  expect(read(headers)).toBe(groups);
});
