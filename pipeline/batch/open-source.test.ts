/** What the search for departments opened is not opened again by the reading, and then let go. */
import { expect, test } from "vitest";
import { pageOf } from "../testing/write-workbook.ts";
import { startOpener } from "./open-source.ts";

test("what was looked into is handed on, once, whatever it is called then", async () => {
  const opener = startOpener(undefined);
  const source = (name: string, cell: string) => ({
    name,
    bytes: new TextEncoder().encode(pageOf([["项目名称"], [cell]])),
  });
  const seen = await opener.peek(source("data/甲局/导出.xls", "甲"));
  expect(seen.opened).toMatchObject({ kind: "sheets" });
  expect((await opener.peek(source("data/甲局/导出.xls", "甲"))).opened).toBe(seen.opened);
  const other = await opener.open(source("其他.xls", "乙"));
  expect(other.opened).not.toEqual(seen.opened);
  const read = await opener.open(source("导出.xls", "甲"));
  expect(read).toMatchObject({ name: "导出.xls" });
  expect(read.opened).toBe(seen.opened);
  const again = await opener.open(source("导出.xls", "甲"));
  expect(again.opened).not.toBe(seen.opened);
  expect(again.opened).toEqual(seen.opened);
  opener.close();
});
