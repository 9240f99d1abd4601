/** The list that goes back to the units, as Excel will read it. */
import { expect, test } from "vitest";
import type { Finding } from "../catalogue/index.ts";
import { writeFindingsCsv } from "./findings-csv.ts";

function csv(finding: Finding, department = "医保局"): string {
  const bytes = writeFindingsCsv([finding], { department, language: "zh" });
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
  expect(csv(finding)).toBe(
    "\uFEFF部门,单位,项目,规则,严重程度,文件,行,列,当前值,说明,建议,工作表,报告页码\r\n" +
      '医保局,本级,租赁费（1303）,file-unreadable,失败,projects.csv,7,"AB 预算数\n(元)","1,5",' +
      "文件无法读取：EACCES,请检查它的名称、链接和读取权限，以及是否被其他程序占用；如果不是导出数据，请移出部门文件夹。,,\r\n",
  );
});

test("a cell of a workbook has its sheet in the last column", () => {
  const at = { kind: "cell", file: "导出.xlsx", sheet: "项目,表", row: 7, column: 4 } as const;
  expect(csv({ ...finding, at, page: "4" })).toMatch(/导出\.xlsx,7,D,.*,"项目,表",4\r\n$/u);
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

test("quotes are doubled", () => {
  expect(csv(finding, '甲"乙')).toContain('\n"甲""乙",');
});
