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
