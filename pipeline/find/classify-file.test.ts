/** An edition's records and changes are no exports; files of those names that somebody exported are. Endings that nobody knows are ignored. */
import { expect, test } from "vitest";
import { classifyFile, withoutEdition } from "./classify-file.ts";

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

test.each(["印章.png", "a.constructor", "a.__proto__"])("%s is ignored", (name) => {
  expect(classifyFile(name)).toBe("ignored");
});
