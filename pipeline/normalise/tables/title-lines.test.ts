import { expect, test } from "vitest";
import { readTitleLines } from "./title-lines.ts";

const readAs = { encoding: { name: "UTF-8", evidence: "chinese" } } as const;

function saidBy(...cells: string[]) {
  const table = { kind: "table", file: "a.csv", readAs, rows: [] } as const;
  const above = [{ row: 1, cells }];
  const facts = readTitleLines([{ table, above }]);
  const texts = (of: keyof typeof facts) => facts[of].map(({ text }) => text).join();
  return [texts("names"), texts("years"), texts("forms")];
}

test.each([
  [["东山区民政局2027年部门预算项目绩效目标表"], ["东山区民政局", "2027", ""]],
  [["2027年东山区民政局项目支出绩效目标表"], ["东山区民政局", "2027", ""]],
  [["东山区卫生健康委员会项目绩效目标汇总表"], ["东山区卫生健康委员会", "", ""]],
  [["东山区公共资源交易中心二〇二七年度项目表"], ["东山区公共资源交易中心", "2027", ""]],
  [["（２０２７年度）"], ["", "2027", ""]],
  [["填报单位：东山区民政局（盖章）  预算年度：2027年  单位：万元"], ["东山区民政局", "2027", ""]],
  [
    ["部门：", "", "[301]东山区民政局", "年度：", "2027"],
    ["东山区民政局", "2027", ""],
  ],
  [
    ["部门名称", "", "东山区民政局", "年度", "2027"],
    ["东山区民政局", "2027", ""],
  ],
  [
    ["部门名称", "项目名称", "年度", "金额"],
    ["", "", ""],
  ],
  [["表式：河北"], ["", "", "河北"]],
  [["项目绩效目标申报表（含2026年结转项目）"], ["", "", ""]],
  [
    ["填报人：李某", "填报日期：2026年11月20日"],
    ["", "", ""],
  ],
  [["2026-2028年项目支出规划表"], ["", "", ""]],
  [["东山区2027年项目绩效目标表"], ["", "2027", ""]],
  [["单位：万元"], ["", "", ""]],
  [["附件3"], ["", "", ""]],
  [["本表由各单位填报，2026年底前报送财政局。"], ["", "", ""]],
])("%j", (cells, expected) => {
  expect(saidBy(...cells)).toEqual(expected);
});
