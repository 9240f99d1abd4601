import { expect, test } from "vitest";
import type { FileReading } from "../department/index.ts";
import { readingLines } from "./detail-lines.ts";

function lines(reading: Omit<FileReading, "file">, language: "zh" | "en" = "zh"): readonly string[] {
  return readingLines({ folder: "data/甲", readings: [{ file: "导出.csv", ...reading }] }, language);
}

test("a file's encoding and separator are shown, each with its evidence", () => {
  const agreement = { by: "agreement", records: 12, columns: 9 } as const;
  const reading = {
    encoding: { name: "GB18030", evidence: "known-words" },
    separator: { character: "\t", evidence: agreement },
  } as const;
  expect(lines(reading)).toEqual([
    "data/甲/导出.csv  GB18030（读出了“项目”“指标”等字样），制表符分隔（前 12 行各有 9 列）",
  ]);
  expect(lines(reading, "en")).toEqual([
    "data/甲/导出.csv  GB18030 (contains words such as 项目 and 指标), separated by tabs (the first 12 rows have 9 columns each)",
  ]);
});

test("a JSON file has no separator", () => {
  expect(lines({ encoding: { name: "UTF-8", evidence: "clean" } })).toEqual([
    "data/甲/导出.csv  UTF-8（全部字节合乎 UTF-8）",
  ]);
});

test("below a file stand its tables, what of them is no project, and what was not used", () => {
  const at = { kind: "cell", file: "导出.csv", sheet: "项目", row: 9 } as const;
  const result = {
    folder: "data/甲",
    readings: [
      {
        file: "导出.csv",
        container: "xlsx",
        understood: [
          {
            file: "导出.csv",
            sheet: "项目",
            shape: "both",
            count: 12,
            headers: { first: 2, last: 3, columns: 9, known: 8 },
          },
          { file: "导出.csv", sheet: "甲", shape: "cards", count: 1 },
        ],
      },
      {
        file: "系统.json",
        encoding: { name: "UTF-8", evidence: "clean" },
        understood: [{ file: "系统.json", path: "/data/records", shape: "records", count: 2 }],
      },
    ],
    findings: [
      { code: "row-skipped", at, args: { reason: "total" } },
      { code: "sheet-hidden", at: { kind: "file", file: "导出.csv", sheet: "旧" }, args: {} },
      { code: "sheet-not-used", at: { kind: "file", file: "导出.csv", sheet: "说明" }, args: {} },
      { code: "workbook-encrypted", at: { kind: "file", file: "密.xlsx" }, args: {} },
    ],
  } as const;
  expect(readingLines(result, "zh")).toEqual([
    "data/甲/导出.csv  工作簿（.xlsx）",
    "  「项目」 表头第 2～3 行，9 列认得 8 列，12 行项目和指标，其中 1 行不是项目（第 9 行）",
    "  「甲」 1 张填好的申报表",
    "  「旧」 没有用上：工作表是隐藏的，没有读取",
    "  「说明」 这个工作表里没有项目，没有用上",
    "data/甲/系统.json  UTF-8（全部字节合乎 UTF-8）",
    "  /data/records 2 条记录",
    "data/甲/密.xlsx  没有用上：文件设了打开密码，不能读取",
  ]);
});
