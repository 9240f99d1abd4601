import { expect, test } from "vitest";
import type { FileReading } from "../commands/index.ts";
import { messages } from "./messages.ts";
import { readingLines } from "./reading-lines.ts";

function lines(reading: Omit<FileReading, "file">, language: "zh" | "en" = "zh"): readonly string[] {
  const department = { folder: "data/甲", state: "checked", files: [], findings: [], seconds: 0 } as const;
  const readings = [{ file: "导出.csv", ...reading }];
  return readingLines({ ...department, milliseconds: {}, readings }, messages[language]);
}

test("a file's encoding and separator are shown, each with what spoke for it", () => {
  const agreement = { by: "agreement", records: 12, columns: 9 } as const;
  const reading = {
    encoding: { name: "GB18030", evidence: "known-words" },
    separator: { character: "\t", evidence: agreement },
  } as const;
  expect(lines(reading)).toEqual([
    "data/甲/导出.csv  GB18030（读出了“项目”“指标”等字样），制表符分隔（前 12 行各有 9 列）",
  ]);
  expect(lines(reading, "en")).toEqual([
    "data/甲/导出.csv  GB18030 (words such as 项目 and 指标 can be read), separated by tabs (the first 12 rows have 9 columns each)",
  ]);
});

test("a JSON file has no separator", () => {
  expect(lines({ encoding: { name: "UTF-8", evidence: "clean" } })).toEqual([
    "data/甲/导出.csv  UTF-8（全部字节合乎 UTF-8）",
  ]);
});
