/** A heading in a larger document: its id is the document's own, its level lower, and never below the third. */
import { expect, test } from "vitest";
import { asItself, nestHeading } from "./nesting.ts";

test.each([
  [1, 2],
  [2, 3],
  [3, 3],
] as const)("level %i stands on level %i", (level, nested) => {
  const nesting = { styles: "anhui.", ids: "甲/", depth: 1 };
  expect(nestHeading({ level, id: "part-1" }, nesting)).toEqual({ level: nested, id: "甲/part-1" });
});

test("a document that is none's part keeps its headings", () => {
  expect(nestHeading({ level: 3, id: "part-1" }, asItself)).toEqual({ level: 3, id: "part-1" });
});
