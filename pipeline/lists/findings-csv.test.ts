/** The list that goes back to the units, as Excel will read it. */
import { expect, test } from "vitest";
import type { Finding } from "../catalogue/index.ts";
import { writeFindingsCsv } from "./findings-csv.ts";
import { marked } from "./marked.ts";

function csv(finding: Finding, department = "医保局"): string {
  const bytes = writeFindingsCsv(marked([finding]), { department, language: "zh" });
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}

const finding: Finding = {
  code: "file-unreadable",
  at: { kind: "cell", file: "projects.csv", row: 7, column: 28, header: "预算数\n(元)" },
  subject: { unit: "本级", code: "1303", project: "租赁费" },
  found: "1,5",
  args: { reason: "EACCES" },
};

test("has a BOM, CRLF and a column for everything", () => {
  expect(csv(finding).replace(/[\da-f]{16}(?=\r\n$)/u, "〈指纹〉")).toBe(
    "\uFEFF部门,单位,项目,规则,严重程度,文件,行,列,当前值,说明,建议,工作表,报告页码,指标,审核角度,指纹\r\n" +
      '医保局,本级,租赁费（1303）,file-unreadable,失败,projects.csv,7,"AB 预算数\n(元)","1,5",' +
      "文件无法读取：EACCES,请检查它的名称、链接和读取权限，以及是否被其他程序占用；如果不是导出数据，请移出部门文件夹。,,,,规范性,〈指纹〉\r\n",
  );
});

test("a cell of a workbook has its sheet and its page", () => {
  const at = { kind: "cell", file: "导出.xlsx", sheet: "项目,表", row: 7, column: 4 } as const;
  expect(csv({ ...finding, at, page: "4" })).toMatch(
    /导出\.xlsx,7,D,.*,"项目,表",4,,规范性,[\da-f]{16}\r\n$/u,
  );
});

test.each(["=1+1", "+1", "-1", "@x", "\t=1", " =1", "＝1", "\rx"])(
  "%j cannot be taken for a formula",
  (found) => {
    expect(csv({ ...finding, found })).toContain(`'${found}`);
  },
);

test("what only holds such a sign stays as it is", () => {
  expect(csv({ ...finding, found: "≥90%-95%" })).toContain(",≥90%-95%,");
});

test("no cell has more than Excel takes, and what is left out is counted", () => {
  const places = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ ...finding.at, row: index + 2 }) as const);
  const subjects = Array.from({ length: 900 }, (_, index) => ({
    unit: `第${index}乡镇卫生院（本级）`,
    code: `13030421${index}`,
    project: `${"基层医疗卫生机构能力提升".repeat(3)}${index}`,
  }));
  const text = csv({ ...finding, found: "值".repeat(40_000), also: places(2000), subjects });
  const cells = text.split("\r\n")[1]?.match(/"(?:[^"]|"")*"|[^,]+/gu) ?? [];
  expect(Math.max(...cells.map((cell) => cell.length))).toBeLessThan(32_767);
  expect(text).toContain("等共 900 个，全部见 findings.json");
  expect(text).toContain("等共 2000 个，全部见 findings.json）");
  expect(text).toContain("……（共 40000 字）");
});

test("names its indicator, and says that its rule is on trial", () => {
  const indicator = { level1: "产出指标", level3: "巡检次数" };
  expect(csv({ ...finding, indicator, trial: true })).toContain("产出指标 /  / 巡检次数");
  expect(csv({ ...finding, trial: true })).toContain(",【试行】文件无法读取");
});

test("quotes are doubled", () => {
  expect(csv(finding, '甲"乙')).toContain('\n"甲""乙",');
});
