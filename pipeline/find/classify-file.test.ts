/** An edition's records and changes are no exports; files of those names that somebody exported are. */
import { expect, test } from "vitest";
import { withoutEdition } from "./classify-file.ts";

test.each([
  [
    ["manifest.json", "Records.json", "changes.json", "报告.pdf"],
    ["manifest.json", "报告.pdf"],
  ],
  [
    ["records.json", "changes.json"],
    ["records.json", "changes.json"],
  ],
])("%j", (names, kept) => {
  expect(withoutEdition(names)).toEqual(kept);
});
