/** Tables of typed cells are read back by another library as they were written. */
import { read, utils } from "@e965/xlsx";
import { expect, test } from "vitest";
import { writeWorkbook } from "./index.ts";

test.each([
  ["what a workbook would read as an escaped character", "甲_x0041_乙_x005f_"],
  ["signs of the markup", '<局> & "科"'],
  ["line breaks and blanks at the ends", " 甲\n乙 "],
])("%s is kept, in headers too", async (_, text) => {
  const book = await writeWorkbook([
    { name: "表", columns: [{ header: text, width: 20 }], rows: [[{ kind: "text", text }]] },
  ]);
  const rows: readonly (readonly string[])[] = utils.sheet_to_json(read(book).Sheets.表 ?? {}, { header: 1 });
  expect(rows).toEqual([[text], [text]]);
});
