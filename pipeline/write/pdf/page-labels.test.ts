import { expect, test } from "vitest";
import { pageLabels } from "./navigation.ts";

const sections = [{ numbering: "none" }, { numbering: "roman" }, { numbering: "decimal" }] as const;

const labels = (...pages: readonly (readonly [section: number, ordinal?: number])[]) =>
  pageLabels({ document: { sections }, pages: pages.map(([section, ordinal]) => ({ section, ordinal })) });

test("one range for each way of counting", () => {
  expect(labels([0], [1, 1], [1, 2], [1, 3], [2, 1], [2, 2])).toEqual([
    { page: 0 },
    { page: 1, style: "R", start: 1 },
    { page: 4, style: "D", start: 1 },
  ]);
});

test("a count that jumps or starts again, and covers in a row", () => {
  expect(labels([2, 4], [2, 5], [2, 7], [2, 1], [0], [0])).toEqual([
    { page: 0, style: "D", start: 4 },
    { page: 2, style: "D", start: 7 },
    { page: 3, style: "D", start: 1 },
    { page: 4 },
  ]);
});
